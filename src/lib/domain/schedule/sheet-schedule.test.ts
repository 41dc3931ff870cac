import { describe, expect, it } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { readSheet } from '../scripts/index.ts';
import { planOfImport } from './plan-of-script.ts';
import { placesStrips, sheetSchedule } from './sheet-schedule.ts';
import { counting } from './testing/plan-of.ts';

const HEAD = ['Scene', 'Set', 'Pages', 'Cast', 'Props', 'Shoot day', 'Order', 'Status', 'Minutes'];
const DATES = [day('2026-11-10'), day('2026-11-11'), day('2026-11-12')];
function laid(rows: (string | number | null)[][]): {
	board: Record<string, string[]>;
	status: Record<string, string>;
} {
	const script = readSheet([HEAD, ...rows]);
	const makeId = counting();
	const scenes = [...planOfImport(script, makeId).scenes.values()];
	expect(placesStrips(script)).toBe(true);
	const { days, strips } = sheetSchedule({ script, scenes, dates: DATES, makeId });
	const number = new Map(scenes.map((scene) => [scene.id, scene.number]));
	const board: Record<string, string[]> = { boneyard: [] };
	const name = new Map<string | null, string>([[null, 'boneyard']]);
	for (const { id, date } of days) {
		name.set(id, date ?? 'no date');
		board[date ?? 'no date'] = [];
	}
	const status: Record<string, string> = {};
	for (const strip of [...strips].sort((a, b) => (a.place.order < b.place.order ? -1 : 1))) {
		board[name.get(strip.place.dayId) as string]?.push(number.get(strip.sceneId!) as string);
		status[number.get(strip.sceneId!) as string] = strip.status;
	}
	return { board, status };
}

describe('a schedule that stands in a sheet', () => {
	it('comes in as it is: days by number on the shoot dates, in the sheet’s order, with what is shot', () => {
		const { board, status } = laid([
			['1', 'QUAY', '1/8', 'LIN', 'Rope', 2, 2, '', null],
			['2', 'QUAY', '2/8', 'LIN', '', 2, 1, 'shot', 25],
			['3', 'VILLA', '1', 'QIAO', '', 1, 1, '', null],
			['4', 'VILLA', '1', 'QIAO', '', '', null, '', null]
		]);
		expect(board).toEqual({
			'2026-11-10': ['3'],
			'2026-11-11': ['2', '1'],
			'2026-11-12': [],
			boneyard: ['4']
		});
		expect(status['2']).toBe('shot');
	});

	it('takes dates as they stand, and no other days with them', () => {
		const { board } = laid([
			['1', 'QUAY', '1/8', '', '', '2026-12-02', null, '', null],
			['2', 'QUAY', '1/8', '', '', '2026-12-01', null, '', null]
		]);
		expect(board).toEqual({ '2026-12-01': ['2'], '2026-12-02': ['1'], boneyard: [] });
	});

	it('gives a day beyond the shoot dates no date rather than dropping it', () => {
		expect(laid([['1', 'QUAY', '1/8', '', '', 9, null, '', null]]).board['no date']).toEqual(['1']);
	});
});

it('what a sheet says of a scene becomes fields of its row: props, minutes', () => {
	const parts = planOfImport(
		readSheet([
			HEAD,
			['1', 'QUAY', '3/8', 'LIN', 'Rope; Lamp', 1, null, '', 40],
			['2', 'QUAY', '1', 'LIN', 'Rope', 1, null, '', null]
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
