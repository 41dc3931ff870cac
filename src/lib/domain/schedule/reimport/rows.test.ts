import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RequestId } from '../../ids.ts';
import { byOrder } from '../../order-key.ts';
import { conflicts } from '../conflicts.ts';
import type { Strip } from '../records.ts';
import { fieldKey } from './rows.ts';
import { begin, compare, imported, said, sceneOf, scriptOf, type Started } from './testing.ts';

const file = (name: string): string =>
	readFileSync(new URL(`../../../../../tests/fixtures/scripts/${name}`, import.meta.url), 'utf8');
const RAIN = scriptOf(file('rain-money.fountain'));
const BLUE = scriptOf(file('rain-money-blue.fountain'));

const stripOf = ({ plan }: Started, sceneId: string): Strip =>
	[...plan.strips.values()].find((strip) => strip.sceneId === sceneId) as Strip;
const shoot = (start: Started, number: string, values: Partial<Strip> = { status: 'shot' }): Started => {
	const strip = stripOf(start, sceneOf(start, number).id);
	const strips = new Map([...start.plan.strips, [strip.id, { ...strip, ...values }]]);
	return { ...start, plan: { ...start.plan, strips } };
};

describe('an import turned into rows', () => {
	const start = begin(RAIN);
	const after = imported(start, BLUE, { version: 'Blue' });

	it('puts the scenes into the order of the rewrite, omitted ones where they were', () => {
		const order = [...after.plan.scenes.values()].sort(byOrder);
		expect(order.filter(({ omitted }) => !omitted).map(({ number }) => number)).toEqual(
			'1 2 3 4 5 6 7 9 10'.split(' ')
		);
	});

	it('is whole: the same script read a third time changes nothing', () => {
		expect(said(compare(after, BLUE))).toEqual([]);
	});

	it('lays new scenes into the boneyard and leaves every other strip where it lies', () => {
		const stranger = stripOf(after, sceneOf(after, '2').id);
		expect(stranger.place.dayId).toBeNull();
		const roof = sceneOf(start, '9').id;
		for (const strip of start.plan.strips.values())
			if (strip.sceneId !== roof) expect(after.plan.strips.get(strip.id)).toBe(strip);
	});

	it('omits what went, and brings its strip to the boneyard rather than losing it', () => {
		const roof = after.plan.scenes.get(sceneOf(start, '9').id);
		expect(roof?.omitted).toBe(true);
		expect(stripOf(after, roof!.id).place.dayId).toBeNull();
	});

	it('leaves what went on its day where it was shot, dropped there or locked', () => {
		for (const values of [{ status: 'shot' }, { status: 'dropped' }, { locked: true }] as const) {
			const done = shoot(start, '9', values);
			const gone = imported(done, BLUE);
			const roof = sceneOf(start, '9').id;
			expect(gone.plan.scenes.get(roof)?.omitted).toBe(true);
			expect(stripOf(gone, roof)).toEqual(stripOf(done, roof));
		}
	});

	it('brings a scene back with its strip when the next script has it again', () => {
		const back = compare(after, RAIN).differences.find(({ kind }) => kind === 'returned');
		expect(back?.scene?.id).toBe(sceneOf(start, '9').id);
		const again = imported(after, RAIN, { at: 3 });
		expect(sceneOf(again, '9').id).toBe(back?.scene?.id);
		expect([...again.plan.strips.values()].filter(({ sceneId }) => sceneId === back?.scene?.id)).toHaveLength(
			1
		);
	});

	it('keeps omitted what a planner omitted, though the script still has it', () => {
		const scene = sceneOf(start, '4');
		const plan = {
			...start.plan,
			scenes: new Map([...start.plan.scenes, [scene.id, { ...scene, omitted: true }]])
		};
		expect(said(compare({ ...start, plan }, RAIN))).toEqual([]);
	});

	it('says of each change what it did to the length, and who asked for it', () => {
		const requestId = 'request-1' as RequestId;
		const asked = imported(start, BLUE, { requestId });
		const changes = [...asked.plan.sceneChanges.values()].map((one) => ({
			number: asked.plan.scenes.get(one.sceneId!)?.number,
			kind: one.kind,
			by: one.eighthsAfter - one.eighthsBefore,
			requestId: one.requestId
		}));
		expect(changes).toEqual([
			{ number: '2', kind: 'added', by: 2, requestId },
			{ number: '3', kind: 'changed', by: 0, requestId },
			{ number: '4', kind: 'changed', by: 1, requestId },
			{ number: '7', kind: 'moved', by: 0, requestId },
			{ number: '9', kind: 'removed', by: -2, requestId }
		]);
		expect(sceneOf(asked, '2').requestId).toBe(requestId);
		expect([...asked.plan.imports.values()].at(-1)).toMatchObject({
			reason: 'request',
			requestId,
			added: 1,
			changed: 2,
			moved: 1,
			removed: 1
		});
	});

	it('writes the version into the episodes that are in the file', () => {
		expect([...after.plan.episodes.values()].map(({ scriptVersion }) => scriptVersion)).toEqual([
			'Blue',
			'Blue',
			'Blue'
		]);
	});

	it('leaves out what a person has left out: a scene, a removal, a single field', () => {
		const [added, removed, alley] = [
			compare(start, BLUE).differences.find(({ kind }) => kind === 'added')!.sceneId,
			sceneOf(start, '9').id,
			sceneOf(start, '2').id
		];
		const some = imported(start, BLUE, { leftOut: new Set([added, removed, fieldKey(alley, 'time')]) });
		expect(some.plan.scenes.has(added)).toBe(false);
		expect(some.plan.scenes.get(removed)?.omitted).toBe(false);
		expect(some.plan.scenes.get(alley)?.time).toBe('day');
		expect(said(compare(some, BLUE))).toEqual(['added 2', 'removed 9']);
	});

	it('S20: says of a scene that it was shot before the rewrite changed it, until a strip waits to shoot it again', () => {
		const done = shoot(start, '3');
		const rewritten = imported(done, BLUE);
		const found = conflicts(rewritten.plan).filter(({ rule }) => rule === 'S20');
		expect(found).toEqual([
			{ rule: 'S20', severity: 'warn', about: { sceneId: sceneOf(start, '3').id }, figures: { eighths: 3 } }
		]);
		const again = {
			...stripOf(rewritten, sceneOf(start, '3').id),
			id: 'again' as Strip['id'],
			status: 'todo' as const
		};
		const strips = new Map([...rewritten.plan.strips, [again.id, again]]);
		expect(conflicts({ ...rewritten.plan, strips }).filter(({ rule }) => rule === 'S20')).toEqual([]);
	});

	it('makes the same rows on two devices: nothing is there twice when both imported offline', () => {
		const other = imported(start, BLUE, { at: 99 });
		expect([...other.plan.scenes.keys()].sort()).toEqual([...after.plan.scenes.keys()].sort());
		expect([...other.plan.strips.keys()].sort()).toEqual([...after.plan.strips.keys()].sort());
		expect([...other.plan.characters.keys()].sort()).toEqual([...after.plan.characters.keys()].sort());
	});
});
