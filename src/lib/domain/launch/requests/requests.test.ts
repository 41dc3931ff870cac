import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../calendar/day-key.ts';
import type {
	EpisodeId,
	ImportId,
	ProductionId,
	RequestId,
	RequestNoteId,
	SceneChangeId,
	SceneId,
	ShootDayId,
	StripId,
	TaskId
} from '../../ids.ts';
import { emptyPlan, type Plan } from '../../schedule/plan.ts';
import { byId, newRow } from '../../schedule/new-rows.ts';
import {
	episodeRecord,
	importRecord,
	productionRecord,
	sceneChangeRecord,
	sceneRecord,
	stripRecord,
	type Scene,
	type SceneChange
} from '../../schedule/records.ts';
import { workScenes } from '../compression/work-left.ts';
import { leveller } from '../compression/levelled.ts';
import type { CompressionInput } from '../compression/types.ts';
import { requestNoteRecord, requestRecord, taskRecord, type Request, type RequestNote } from '../records.ts';
import { consequenceOf } from './consequence.ts';
import { requestFindings } from './findings.ts';
import { newScenePlaces } from './new-scenes.ts';
import { notesInOrder, standingOf } from './standing.ts';
import { turnRequest, type Turn } from './turn.ts';
import { worksOf } from './work.ts';

const R = 'r1' as RequestId;
const TODAY = day('2026-11-25');
const s = (name: string) => name as SceneId;
const note = (id: string, values: Partial<RequestNote>): RequestNote =>
	newRow(requestNoteRecord, id as RequestNoteId, { requestId: R, ...values });
const request = (values: Partial<Request> = {}): Request =>
	newRow(requestRecord, (values.id ?? R) as RequestId, values);
const scene = (id: string, values: Partial<Scene> = {}): Scene =>
	newRow(sceneRecord, s(id), { number: id, order: `a${id}`, eighths: 8, ...values });
const change = (id: string, values: Partial<SceneChange>): SceneChange =>
	newRow(sceneChangeRecord, id as SceneChangeId, {
		requestId: R,
		importId: 'i' as ImportId,
		...values
	});

/** Scene 1 is ours, 2 was added by the request, 3 made longer by it (4 to 10 eighths), 4 cut; each with a strip. */
function plan(more: Partial<Plan> = {}): Plan {
	const scenes = [
		scene('1'),
		scene('2', { requestId: R }),
		scene('3', { eighths: 10 }),
		scene('4', { omitted: true })
	];
	return {
		...emptyPlan(newRow(productionRecord, 'p' as ProductionId, { pageMinutes: 80 })),
		requests: byId([request({ askedOn: TODAY })]),
		imports: byId([newRow(importRecord, 'i' as ImportId, { requestId: R, reason: 'request', at: 5 })]),
		scenes: byId(scenes),
		strips: byId(
			scenes.map(({ id }, n) =>
				newRow(stripRecord, `s${id}` as StripId, {
					sceneId: id,
					place: { dayId: 'd' as ShootDayId, order: `a${n}` }
				})
			)
		),
		sceneChanges: byId([
			change('c2', { sceneId: s('2'), kind: 'added', eighthsAfter: 8 }),
			change('c3', { sceneId: s('3'), kind: 'changed', eighthsBefore: 4, eighthsAfter: 10 }),
			change('c4', { sceneId: s('4'), kind: 'removed', eighthsBefore: 8, eighthsAfter: 0 })
		]),
		...more
	};
}

/** The plan with a turn's rows written. */
function after(whole: Plan, { scenes, strips, newStrips, changes }: Turn): Plan {
	return {
		...whole,
		scenes: byId([...whole.scenes.values()].map((one) => ({ ...one, ...scenes.get(one.id) }))),
		strips: byId([
			...[...whole.strips.values()].map((one) => ({ ...one, ...strips.get(one.id) })),
			...newStrips
		]),
		sceneChanges: byId([...whole.sceneChanges.values(), ...changes])
	};
}

const minutesBy = (whole: Plan, from: string | null): number =>
	workScenes(whole).reduce((sum, one) => sum + ((one.from ?? null) === from ? one.minutes : 0), 0);

describe('what a request did to the plan', () => {
	test('the scene it added counts whole under it, a longer one with what it grew by, one it cut with nothing', () => {
		const work = worksOf(plan()).get(R)!;
		expect(
			work.scenes.map(({ sceneId, did, eighths, state, minutes }) => [sceneId, did, eighths, state, minutes])
		).toEqual([
			['2', 'added', 8, 'left', 80],
			['3', 'longer', 6, 'left', 60],
			['4', 'cut', 8, 'none', 0]
		]);
		expect(work.minutes).toBe(140);
		expect(minutesBy(plan(), 'platform')).toBe(140);
		expect(minutesBy(plan(), null)).toBe(120);
	});

	test('a scene that a rewrite brought back for it counts with what came back', () => {
		const back = plan({
			sceneChanges: byId([
				change('c1', { sceneId: s('1'), kind: 'returned', eighthsBefore: 0, eighthsAfter: 8 })
			])
		});
		expect(workScenes(back).find(({ id }) => id.startsWith('1'))).toMatchObject({
			requestId: R,
			from: 'platform',
			minutes: 80
		});
	});

	test('what a second request adds to a scene of the first is the second’s', () => {
		const second = 'r2' as RequestId;
		const both = plan({
			requests: byId([request(), request({ id: second, from: 'regulator' })]),
			sceneChanges: byId([
				change('c', {
					sceneId: s('2'),
					requestId: second,
					kind: 'changed',
					eighthsBefore: 6,
					eighthsAfter: 8
				})
			])
		});
		expect(minutesBy(both, 'regulator')).toBe(20);
		expect(minutesBy(both, 'platform')).toBe(60);
	});

	test('our own request and one that was put away count as ours', () => {
		expect(minutesBy(plan({ requests: byId([request({ from: 'us' })]) }), 'platform')).toBe(0);
		expect(minutesBy(plan({ requests: new Map() }), 'platform')).toBe(0);
	});

	test('tasks count until they are finished', () => {
		const task = (id: string, finishedOn: typeof TODAY | null) =>
			newRow(taskRecord, id as TaskId, { requestId: R, workMinutes: 300, finishedOn });
		const work = worksOf(plan({ tasks: byId([task('a', null), task('b', TODAY)]) })).get(R)!;
		expect([work.tasks.length, work.taskMinutes]).toEqual([2, 300]);
	});
});

describe('a refused request', () => {
	const out = after(plan(), turnRequest(plan(), R, 'out', 9));

	test('takes its scenes out of the work, and off their days', () => {
		expect(out.scenes.get(s('2'))?.omitted).toBe(true);
		expect(out.strips.get('s2' as StripId)?.place.dayId).toBeNull();
		expect(minutesBy(out, 'platform')).toBe(0);
		expect(minutesBy(out, null)).toBe(80 + 40 + 80);
	});

	test('gives a scene that grew its old length, and brings a scene back that it cut', () => {
		expect(out.scenes.get(s('3'))?.eighths).toBe(4);
		expect(out.scenes.get(s('4'))?.omitted).toBe(false);
	});

	test('loses nothing: taken up again, all is as it was but for the days', () => {
		const again = after(out, turnRequest(out, R, 'in', 10));
		expect(again.scenes).toEqual(plan().scenes);
		expect(minutesBy(again, 'platform')).toBe(140);
		expect(turnRequest(again, R, 'in', 11).scenes.size).toBe(0);
	});

	test('says what it would take', () => {
		const { scenes, minutes, outMinutes } = worksOf(out).get(R)!;
		expect(minutes).toBe(0);
		expect(outMinutes).toBe(140);
		expect(scenes.map(({ state }) => state)).toEqual(['out', 'out', 'none']);
	});

	test('leaves what was shot, and strips that are locked', () => {
		const whole = plan();
		const strips = new Map(whole.strips);
		strips.set('s2' as StripId, { ...strips.get('s2' as StripId)!, status: 'shot' });
		expect(turnRequest({ ...whole, strips }, R, 'out', 9).scenes.has(s('2'))).toBe(false);
		strips.set('s2' as StripId, { ...whole.strips.get('s2' as StripId)!, locked: true });
		expect(turnRequest({ ...whole, strips }, R, 'out', 9).strips.size).toBe(0);
	});

	test('what somebody omitted for another reason stays omitted when it is taken up', () => {
		const whole = plan({
			scenes: byId([scene('2', { requestId: R, omitted: true })]),
			sceneChanges: new Map()
		});
		expect(turnRequest(whole, R, 'in', 9).scenes.size).toBe(0);
	});

	test('refused on two devices offline makes the same rows, and counts once', () => {
		const [one, other] = [turnRequest(plan(), R, 'out', 9), turnRequest(plan(), R, 'out', 700)];
		expect(one.changes.map(({ id }) => id)).toEqual(other.changes.map(({ id }) => id));
		const both = after(after(plan(), one), other);
		expect(after(both, turnRequest(both, R, 'in', 800)).scenes).toEqual(plan().scenes);
	});

	test('turned any number of times, minutes add up to the plan with it or without it', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('out' as const, 'in' as const), { maxLength: 12 }), (turns) => {
				let whole = plan();
				for (const [n, to] of turns.entries()) whole = after(whole, turnRequest(whole, R, to, n));
				expect(minutesBy(whole, 'platform')).toBe(turns.at(-1) === 'out' ? 0 : 140);
			})
		);
	});
});

describe('how a request stands', () => {
	const accepted = note('a', { kind: 'answer', answer: 'accepted', by: 'Li', at: 5 });
	const refused = note('b', { kind: 'answer', answer: 'refused', by: 'Wang', at: 3 });

	test('the later answer holds, and the earlier is history', () => {
		const knows = { ...refused, sawIds: [accepted.id] };
		const { answers, isDisputed } = standingOf(request({ answer: 'refused' }), [accepted, knows]);
		expect(answers.map(({ by }) => by)).toEqual(['Wang']);
		expect(isDisputed).toBe(false);
	});

	test('two answers of which neither knew are both there, the one in force first', () => {
		const { answers, isDisputed } = standingOf(request({ answer: 'accepted' }), [refused, accepted]);
		expect(answers.map(({ by }) => by)).toEqual(['Li', 'Wang']);
		expect(isDisputed).toBe(true);
	});

	test('a third that knew both settles it', () => {
		const third = note('c', { kind: 'answer', answer: 'negotiated', sawIds: [accepted.id, refused.id] });
		expect(standingOf(request({ answer: 'negotiated' }), [accepted, refused, third]).isDisputed).toBe(false);
	});

	test('an answer that no note speaks of still stands', () => {
		const { answers } = standingOf(request({ answer: 'accepted', answerText: 'Yes' }), []);
		expect(answers).toMatchObject([{ noteId: null, answer: 'accepted', answerText: 'Yes' }]);
	});

	test('each person has a last word, and who takes it back is no longer named', () => {
		const of = (id: string, who: string, position: RequestNote['position'], sawIds: string[] = []) =>
			note(id, { kind: 'position', who, whoId: who, position, sawIds: sawIds as RequestNoteId[] });
		const { positions } = standingOf(request(), [
			of('1', 'Li', 'agreed'),
			of('2', 'Li', 'objected', ['1']),
			of('3', 'Wang', 'objected'),
			of('4', 'Wang', 'none', ['3']),
			of('5', 'Zhao', 'agreed'),
			of('6', 'Zhao', 'objected')
		]);
		expect(positions.map(({ who, heads, isDisputed }) => [who, heads.length, isDisputed])).toEqual([
			['Li', 1, false],
			['Zhao', 2, true]
		]);
	});

	test('no note stands before one it knew of, whatever the clocks say', () => {
		const late = note('x', { at: 9_000 });
		const knew = note('y', { at: 10, sawIds: [late.id] });
		expect(notesInOrder([knew, late]).map(({ id }) => id)).toEqual(['x', 'y']);
	});

	test('notes that name each other in a ring (a damaged document) are all there', () => {
		const [x, y] = [
			note('x', { sawIds: ['y' as RequestNoteId] }),
			note('y', { sawIds: ['x' as RequestNoteId] })
		];
		expect(notesInOrder([x, y])).toHaveLength(2);
	});
});

describe('what is wrong with requests', () => {
	const rules = (whole: Plan): string[] => requestFindings(whole, TODAY).map(({ rule }) => rule);

	test('nothing, where all is in order', () => expect(rules(plan())).toEqual([]));

	test('R1: two devices answered differently', () => {
		const notes = byId([
			note('a', { kind: 'answer', answer: 'accepted' }),
			note('b', { kind: 'answer', answer: 'negotiated' })
		]);
		const requests = byId([request({ answer: 'accepted' })]);
		expect(rules(plan({ requests, requestNotes: notes }))).toEqual(['R1']);
	});

	test('R3: it replaces a request that isn’t there, or itself', () => {
		const gone = byId([request({ replacesId: 'nobody' as RequestId })]);
		expect(rules(plan({ requests: gone }))).toEqual(['R3']);
		expect(rules(plan({ requests: byId([request({ replacesId: R })]) }))).toEqual(['R3']);
	});

	test('R4: requests that replace each other in a ring are named', () => {
		const second = 'r2' as RequestId;
		const ring = byId([
			request({ replacesId: second, answer: 'refused' }),
			request({ id: second, number: 2, replacesId: R })
		]);
		const of = requestFindings(plan({ requests: ring, scenes: new Map(), sceneChanges: new Map() }), TODAY);
		expect(of.map(({ rule, about }) => [rule, about.requestId, about.otherId])).toEqual([
			['R4', R, second],
			['R4', second, R]
		]);
	});

	test('R5: refused, and a scene a colleague hung on it meanwhile is still in the work', () => {
		const turned = after(plan(), turnRequest(plan(), R, 'out', 1));
		const late = {
			...turned,
			requests: byId([request({ answer: 'refused' })]),
			scenes: byId([...turned.scenes.values(), scene('9', { requestId: R })])
		};
		expect(requestFindings(late, TODAY)).toMatchObject([{ rule: 'R5', figures: { scenes: 1 } }]);
	});

	test('R6: accepted after all, and its scenes are still out', () => {
		expect(rules(after(plan(), turnRequest(plan(), R, 'out', 1)))).toEqual(['R6']);
	});

	test('R7: a scene it added is no longer in the plan', () => {
		const gone = plan({ scenes: byId([scene('1')]) });
		expect(requestFindings(gone, TODAY)).toMatchObject([{ rule: 'R7', figures: { scenes: 3 } }]);
	});

	test('R8: two have one name; R9: dates that can’t be', () => {
		const twin = 'r2' as RequestId;
		const odd = byId([
			request({ askedOn: TODAY, answeredOn: addDays(TODAY, -1), answer: 'accepted' }),
			request({ id: twin, askedOn: addDays(TODAY, 1) })
		]);
		expect(
			requestFindings(plan({ requests: odd }), TODAY).map(({ rule, about }) => [rule, about.reason])
		).toEqual([
			['R9', 'answered-before'],
			['R8', undefined],
			['R9', 'asked-ahead']
		]);
	});
});

describe('what a request comes to', () => {
	/** compression.md 5: 70 h of work, 8 h of a request, six days allowed. */
	const input: CompressionInput = {
		zone: 'Asia/Shanghai',
		ruleSet: {
			id: 'ten-hours',
			pay_rules: {
				daily: { applies_to: ['ordinary'], tiers: [{ after_min: 600, basis: 'worked', multiplier: 1.5 }] }
			}
		},
		dates: Array.from({ length: 60 }, (_, n) => addDays(day('2026-11-23'), n)),
		scenes: [
			...Array.from({ length: 70 }, (_, n) => ({ id: `own${n}`, minutes: 60 })),
			...Array.from({ length: 8 }, (_, n) => ({
				id: `asked${n}`,
				minutes: 60,
				from: 'platform' as const,
				requestId: R
			}))
		],
		day: { callAt: 420, overheadMinutes: 75, mealMinutes: 0 },
		people: Array.from({ length: 30 }, (_, n) => ({ id: `p${n}`, called: 1, ofDays: 1 })),
		window: [{ late: [], days: 6 }],
		budget: { paidDays: 7 }
	};

	test('240 hours of overtime and one day, as the worked example has it', () => {
		expect(consequenceOf(input, leveller(input), R)).toEqual({
			overtime: 240 * 60,
			days: 1,
			cents: null,
			unpaidCents: null
		});
	});

	test('a refused one says what it would have taken: the same', () => {
		const { scenes, ...rest } = input;
		const refused = { ...rest, scenes: scenes.filter(({ requestId }) => !requestId) };
		const out = scenes.filter(({ requestId }) => requestId === R);
		expect(consequenceOf(refused, leveller(refused), R, out)?.overtime).toBe(240 * 60);
	});

	test('with money, what its days cost and what people work unpaid for it', () => {
		const deal = { dayCents: 60_000, contractedMinutes: 600, paysOvertime: false };
		const priced: CompressionInput = {
			...input,
			window: [{ late: [], days: 60 }],
			people: input.people.map((person) => ({ ...person, deal })),
			budget: { leftCents: 1_000_000_000, dayCents: 650_000 }
		};
		const one = consequenceOf(priced, leveller(priced), R);
		// no hurry: one day more, paid, and no overtime
		expect(one).toEqual({ overtime: 0, days: 1, cents: 30 * 60_000 + 650_000, unpaidCents: 0 });
		const pressed = consequenceOf({ ...priced, window: input.window }, leveller(priced), R);
		// six days either way: 240 h, ×1.5 of 60 an hour, which the package doesn't pay
		expect(pressed).toEqual({ overtime: 240 * 60, days: 1, cents: 0, unpaidCents: 240 * 60 * 150 });
	});

	test('nothing to say where nobody is called or it asks for no scenes', () => {
		expect(consequenceOf({ ...input, people: [] }, leveller(input), R)).toBeNull();
		expect(consequenceOf(input, leveller(input), 'other' as RequestId)).toBeNull();
	});
});

describe('scenes that a request adds', () => {
	const episodes = byId([
		newRow(episodeRecord, 'e7' as EpisodeId, { number: 7 }),
		newRow(episodeRecord, 'e8' as EpisodeId, { number: 8 })
	]);
	const of = (number: string, order: string, episode: string) =>
		scene(number, { number, order, episodeIds: [episode as EpisodeId] });

	test('go to the end of their episode with its next numbers', () => {
		const scenes = byId([of('7-1', 'a1', 'e7'), of('7-2A', 'a2', 'e7'), of('8-1', 'a3', 'e8')]);
		const places = newScenePlaces({ scenes, episodes }, 'e7' as EpisodeId, 2);
		expect(places.map(({ number }) => number)).toEqual(['7-3', '7-4']);
		expect(places.every(({ order }) => order > 'a2' && order < 'a3')).toBe(true);
	});

	test('are numbered on where a script counts through', () => {
		const scenes = byId([of('11', 'a1', 'e7'), of('12A', 'a2', 'e7')]);
		expect(newScenePlaces({ scenes, episodes }, 'e7' as EpisodeId, 2).map(({ number }) => number)).toEqual([
			'12',
			'13'
		]);
	});

	test('begin a script that has none', () => {
		const none = { scenes: new Map(), episodes };
		expect(newScenePlaces(none, 'e8' as EpisodeId, 1)[0]?.number).toBe('8-1');
		expect(newScenePlaces(none, null, 1)[0]?.number).toBe('1');
	});
});
