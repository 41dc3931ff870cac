import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CharacterId, EpisodeId } from '../../ids.ts';
import { byOrder } from '../../order-key.ts';
import type { Plan } from '../plan.ts';
import type { Scene } from '../records.ts';
import { offerKey } from './names.ts';
import { begin, compare, imported, said, sceneOf, scriptOf, type Started } from './testing.ts';

const file = (name: string): string =>
	readFileSync(new URL(`../../../../../tests/fixtures/scripts/${name}`, import.meta.url), 'utf8');
const RAIN = scriptOf(file('rain-money.fountain'));
const BLUE = scriptOf(file('rain-money-blue.fountain'));
const CHINESE = file('ti-shen.txt');

const WORDS =
	'rain ledger coat tower tin ring promise lift bridge neon key doctor glass shoe letter boat'.split(' ');
/** So many scenes, each with words of its own, under the numbers given. */
function script(
	count: number,
	number: (i: number) => string = (i) => String(i + 1),
	keep = (_: number) => true
): string {
	const lines: string[] = [];
	for (let i = 0; i < count; i++) {
		if (!keep(i)) continue;
		const word = (n: number): string => `${WORDS[(i * 7 + n * 3) % WORDS.length]}${(i * 13 + n) % 97}`;
		lines.push(
			`INT. SET ${i % 9} - DAY #${number(i)}#`,
			'',
			`Somebody finds the ${word(1)} under a ${word(2)}.`,
			''
		);
		lines.push(
			`${['LIN', 'CHEN', 'QIAO'][i % 3]}`,
			`The ${word(3)} and the ${word(4)} were never ours, ${word(5)}.`,
			''
		);
	}
	return lines.join('\n');
}
const change = (start: Started, number: string, values: Partial<Scene>): Started => {
	const scene = sceneOf(start, number);
	const plan: Plan = {
		...start.plan,
		scenes: new Map([...start.plan.scenes, [scene.id, { ...scene, ...values }]])
	};
	return { ...start, plan };
};
const inOrder = ({ plan }: Started): string[] =>
	[...plan.scenes.values()]
		.sort(byOrder)
		.filter(({ omitted }) => !omitted)
		.map(({ number }) => number);

describe('a script that is read again', () => {
	it('changes nothing when it is the same, in Fountain and in Chinese', () => {
		for (const read of [RAIN, BLUE, scriptOf(CHINESE)]) {
			const found = compare(begin(read), read);
			expect(said(found)).toEqual([]);
			expect(found.same).toBe(read.scenes.length);
			expect(found.offers).toEqual([]);
		}
	});

	it('changes nothing when it is the same, whatever its scenes are (property)', () => {
		const line = fc.constantFrom(
			'He waits.',
			'她没有回头。',
			'Nobody comes.',
			'',
			'The rain stops for good.'
		);
		const scene = fc.record({
			set: fc.constantFrom('QUAY', 'HOUSE', 'LIFT'),
			lines: fc.array(line, { maxLength: 4 })
		});
		fc.assert(
			fc.property(fc.array(scene, { minLength: 1, maxLength: 25 }), (scenes) => {
				const read = scriptOf(
					scenes
						.map(({ set, lines }, i) => `INT. ${set} - DAY #${i + 1}#\n\n${lines.join('\n\n')}`)
						.join('\n\n')
				);
				return compare(begin(read), read).differences.length === 0;
			}),
			{ numRuns: 60 }
		);
	});

	it('finds what became of the blue pages: one in, one out, two changed, one moved, the rest only renumbered', () => {
		const found = compare(begin(RAIN), BLUE);
		expect(said(found)).toEqual([
			'added 2',
			'changed 3',
			'changed 4',
			'renumbered 5',
			'moved 7',
			'renumbered 9',
			'removed 9'
		]);
		const car = found.differences.find(({ number }) => number === '4');
		expect(car?.fields.map(({ field }) => field)).toEqual(['number', 'cast', 'eighths', 'text']);
	});

	it('counts 260 scenes anew without a single change when one is put in at the beginning', () => {
		const start = begin(scriptOf(script(260)));
		const rewrite = scriptOf(
			`INT. PROLOGUE - NIGHT #1#\n\nA door nobody has seen before stands open.\n\n${script(260, (i) => String(i + 2))}`
		);
		const found = compare(start, rewrite);
		const kinds = new Map<string, number>();
		for (const { kind } of found.differences) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
		expect(Object.fromEntries(kinds)).toEqual({ added: 1, renumbered: 260 });
	});

	it('takes one scene out of the middle as one removal', () => {
		const found = compare(begin(scriptOf(script(50))), scriptOf(script(50, undefined, (i) => i !== 20)));
		expect(said(found)).toEqual(['removed 21']);
	});

	it('takes a scene carried to the end as one move', () => {
		const whole = script(12).split(/(?=INT\.)/);
		const moved = [...whole.slice(0, 3), ...whole.slice(4), `\n${whole[3]}`].join('');
		const start = begin(scriptOf(script(12)));
		expect(said(compare(start, scriptOf(moved)))).toEqual(['moved 4']);
		expect(inOrder(imported(start, scriptOf(moved))).at(-1)).toBe('4');
	});

	it('knows a scene whose lines were half rewritten, and one written anew between the same neighbours', () => {
		const start = begin(
			scriptOf(
				'INT. A - DAY #1#\n\nLin counts the notes twice and hides the tin.\n\nINT. B - DAY #2#\n\nThe phone rings.\n\nINT. C - DAY #3#\n\nRain fills the street up to the doors.'
			)
		);
		const rewrite = scriptOf(
			'INT. A - DAY #1#\n\nLin counts the notes twice and burns the ledger.\n\nINT. B - DAY #2#\n\nNobody has slept here for a week.\n\nINT. C - DAY #3#\n\nRain fills the street up to the doors.'
		);
		expect(said(compare(start, rewrite))).toEqual(['changed 1', 'changed 2']);
	});

	it('tells what was cut in two and what was put together', () => {
		const one = 'Lin hides the biscuit tin below the loose board and listens to the steps outside the door.';
		const two = 'Chen Mo reads the ledger aloud, page after page, until the candle drowns in its own wax.';
		const both = scriptOf(
			`INT. A - DAY #1#\n\n${one}\n\n${two}\n\nINT. Z - DAY #2#\n\nThe sea comes in over the wall.`
		);
		const apart = scriptOf(
			`INT. A - DAY #1#\n\n${one}\n\nINT. K - DAY #1A#\n\n${two}\n\nINT. Z - DAY #2#\n\nThe sea comes in over the wall.`
		);
		const cut = compare(begin(both), apart).differences.find(({ kind }) => kind === 'added');
		expect(cut?.from).toBe('1');
		const joined = compare(begin(apart), both).differences.find(({ kind }) => kind === 'removed');
		expect(joined?.from).toBe('1');
	});

	it('leaves episodes alone that the file says nothing about, unless it is the whole script', () => {
		const text = file('rain-money.fountain');
		const third = scriptOf(text.slice(text.indexOf('# Episode 3')));
		const start = begin(RAIN);
		const found = compare(start, third);
		expect(said(found)).toEqual([]);
		expect(found.outside).toBe(6);
		expect(
			said(compare(start, third, { whole: true })).filter((one) => one.startsWith('removed'))
		).toHaveLength(6);
	});

	it('gives new scenes of a script without numbers a letter, and renames nobody', () => {
		const plain = (text: string): string => text.replaceAll(/ #\d+#/g, '');
		const start = begin(scriptOf(plain(script(6))));
		const parts = plain(script(6)).split(/(?=INT\.)/);
		parts.splice(3, 0, 'INT. NEW PLACE - DAY\n\nA stranger reads the meter and leaves.\n\n');
		expect(said(compare(start, scriptOf(parts.join(''))))).toEqual(['added 3A']);
	});
});

describe('what a person made of a scene stays', () => {
	it('where the script says the same as before: set, cast, light, length, number, synopsis, episodes', () => {
		let start = begin(RAIN);
		const extra = [...start.plan.characters.values()].find(({ name }) => name === 'RECEPTIONIST')!.id;
		const third = [...start.plan.episodes.values()].find(({ number }) => number === 3)!.id;
		const scene = sceneOf(start, '4');
		start = change(start, '4', {
			castIds: [...scene.castIds, extra].sort() as CharacterId[],
			episodeIds: [...scene.episodeIds, third].sort() as EpisodeId[],
			time: 'dusk',
			eighths: 7,
			synopsis: 'Ours.',
			estimateMinutes: 35,
			notes: 'Crane'
		});
		expect(said(compare(start, RAIN))).toEqual([]);
		const after = sceneOf(imported(start, BLUE), '5');
		expect(after).toMatchObject({
			time: 'dusk',
			eighths: 7,
			synopsis: 'Ours.',
			estimateMinutes: 35,
			notes: 'Crane'
		});
		expect(after.castIds).toContain(extra);
		expect(after.episodeIds).toContain(third);
	});

	it('and is said where the script changed the same thing', () => {
		const start = change(begin(RAIN), '2', { time: 'dusk' });
		const alley = compare(start, BLUE).differences.find(({ number }) => number === '3');
		expect(alley?.fields.find(({ field }) => field === 'time')).toEqual({
			field: 'time',
			before: 'dusk',
			after: 'night',
			yours: true
		});
	});
});

describe('names a rewrite writes in another way', () => {
	const renamed = scriptOf(file('rain-money.fountain').replaceAll('CHEN MO', 'CHEN YI'));

	it('are offered, with what speaks for it, and joined only when a person says so', () => {
		const start = begin(RAIN);
		const found = compare(start, renamed);
		const offer = found.offers.find(({ name }) => name === 'CHEN YI');
		expect(offer).toMatchObject({ kind: 'character', known: 'CHEN MO', reason: 'place', scenes: 4 });
		const apart = imported(start, renamed);
		expect([...apart.plan.characters.values()].map(({ name }) => name)).toContain('CHEN YI');
		const joined = new Set([offerKey('character', 'CHEN YI', offer!.id)]);
		const together = imported(start, renamed, {}, joined);
		expect(together.plan.characters.size).toBe(start.plan.characters.size);
		expect(together.plan.characters.get(offer!.id as CharacterId)?.aliases).toEqual(['CHEN YI']);
		expect(compare(together, renamed).offers).toEqual([]);
	});

	it('are one without asking where only the case differs', () => {
		const start = begin(RAIN);
		const row = [...start.plan.characters.values()].find(({ name }) => name === 'LIN WAN')!;
		const characters = new Map([...start.plan.characters, [row.id, { ...row, name: 'Lin Wan' }]]);
		expect(said(compare({ ...start, plan: { ...start.plan, characters } }, RAIN))).toEqual([]);
	});
});
