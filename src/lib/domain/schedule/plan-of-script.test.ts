import { describe, expect, it } from 'vitest';
import { readSheet } from '../scripts/index.ts';
import { planOfImport, type ScriptParts } from './plan-of-script.ts';
import { counting } from './testing/plan-of.ts';

const scene = (values: Partial<ScriptParts['scenes'][number]>): ScriptParts['scenes'][number] => ({
	number: '1',
	episode: null,
	intExt: 'int',
	time: 'day',
	set: '',
	synopsis: '',
	firstLine: '',
	eighths: 4,
	cast: [],
	notes: [],
	omitted: false,
	...values
});
const SCRIPT: ScriptParts = {
	episodes: [{ number: 2, title: 'The Witness', synopsis: '', line: 40 }],
	cast: [
		{ name: 'QIAO', scenes: 1, lines: 9 },
		{ name: 'LIN', scenes: 2, lines: 4 },
		{ name: 'GUARD', scenes: 1, lines: 1 }
	],
	sets: [
		{ name: 'VILLA - SALON', scenes: 1 },
		{ name: 'QUAY', scenes: 1 }
	],
	scenes: [
		scene({ number: '1-1', episode: 1, set: 'VILLA - SALON', cast: ['LIN', 'QIAO'], synopsis: 'They meet.' }),
		scene({
			number: '2-1',
			episode: 2,
			set: 'VILLA - KITCHEN',
			cast: ['LIN', 'LIN'],
			firstLine: 'Lin waits.',
			notes: ['rain', 'late']
		}),
		scene({ number: '2-2', episode: 2, set: 'QUAY', cast: ['GUARD', 'STRANGER'], eighths: 0 }),
		scene({ number: '2-3', omitted: true, eighths: 3 })
	]
};
const plan = planOfImport(SCRIPT, counting());
const scenes = [...plan.scenes.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
const named = <R extends { name: string }>(rows: ReadonlyMap<string, R>, name: string): R =>
	[...rows.values()].find((row) => row.name === name)!;

describe('a script turned into a plan', () => {
	it('keeps the scenes in the order of the script, each at least an eighth unless omitted', () => {
		expect(scenes.map((one) => [one.number, one.eighths, one.omitted])).toEqual([
			['1-1', 4, false],
			['2-1', 4, false],
			['2-2', 1, false],
			['2-3', 0, true]
		]);
	});

	it('keeps what a writer tagged: each thing one row, and the fields of the breakdown sheet', () => {
		const tagged = planOfImport(
			{
				...SCRIPT,
				scenes: [
					scene({
						number: '1',
						elements: [{ category: 'props', name: 'Ledger' }],
						scriptPage: '5',
						unit: 'B'
					}),
					scene({
						number: '2',
						elements: [
							{ category: 'props', name: 'LEDGER' },
							{ category: 'vehicles', name: 'Black car' }
						],
						comments: 'wet floor'
					})
				]
			},
			counting()
		);
		expect([...tagged.elements.values()].map(({ category, name }) => [category, name])).toEqual([
			['props', 'Ledger'],
			['vehicles', 'Black car']
		]);
		const [first, second] = [...tagged.scenes.values()];
		expect([first?.scriptPage, first?.unit, second?.comments]).toEqual(['5', 'B', 'wet floor']);
		expect(second?.elementIds).toContain(first?.elementIds[0]);
	});

	it('makes a row for every episode, also one that only a scene number names', () => {
		const episodes = [...plan.episodes.values()];
		expect(episodes.map((one) => [one.number, one.title])).toEqual([
			[1, ''],
			[2, 'The Witness']
		]);
		expect(scenes[0]?.episodeIds).toEqual([episodes[0]?.id]);
		expect(scenes[3]?.episodeIds).toEqual([]);
	});

	it('numbers the cast by scenes: Lin with two is 1; ties stay as read', () => {
		const numbers = [...plan.characters.values()].map((one) => [one.boardNumber, one.name, one.kind]);
		expect(numbers).toEqual([
			[1, 'LIN', 'lead'],
			[2, 'QIAO', 'lead'],
			[3, 'GUARD', 'lead'],
			[4, 'STRANGER', 'lead']
		]);
		expect(scenes[1]?.castIds).toEqual([named(plan.characters, 'LIN').id]);
	});

	it('puts the rooms of one place at one location and guesses none for a set by itself', () => {
		expect([...plan.locations.values()].map((one) => one.name)).toEqual(['VILLA']);
		const villa = named(plan.locations, 'VILLA').id;
		expect(named(plan.sets, 'VILLA - SALON').locationId).toBe(villa);
		expect(named(plan.sets, 'VILLA - KITCHEN').locationId).toBe(villa);
		expect(named(plan.sets, 'QUAY').locationId).toBeNull();
	});

	it('takes the first line where the writer left no synopsis, and keeps notes', () => {
		expect(scenes.map((one) => one.synopsis)).toEqual(['They meet.', 'Lin waits.', '', '']);
		expect(scenes[1]?.notes).toBe('rain\nlate');
	});
});

it('what a sheet says of a scene becomes fields of its row: props, minutes', () => {
	const parts = planOfImport(
		readSheet([
			['Scene', 'Set', 'Pages', 'Cast', 'Props', 'Minutes'],
			['1', 'QUAY', '3/8', 'LIN', 'Rope; Lamp', 40],
			['2', 'QUAY', '1', 'LIN', 'Rope', null]
		]),
		counting()
	);
	expect([...parts.elements.values()].map(({ category, name }) => `${category} ${name}`)).toEqual([
		'props Rope',
		'props Lamp'
	]);
	const [one, two] = [...parts.scenes.values()];
	expect(one).toMatchObject({ eighths: 3, estimateMinutes: 40 });
	expect(one?.elementIds).toHaveLength(2);
	expect(one?.elementIds).toEqual(expect.arrayContaining([...(two?.elementIds ?? [])]));
});
