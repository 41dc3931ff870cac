import { expect, test } from 'vitest';
import { day } from '../calendar/day-key.ts';
import type { Cell } from '../cell.ts';
import { readSheet } from '../scripts/index.ts';
import { planOfImport } from './plan-of-script.ts';
import { scheduleOfSheet } from './schedule-of-sheet.ts';
import { counting } from './testing/plan-of.ts';

const rowsOf = (text: string): Cell[][] =>
	text
		.trim()
		.split('\n')
		.map((line) => line.split('|').map((cell) => cell.trim() || null));
const DATES = ['2026-11-10', '2026-11-11', '2026-11-13'].map((date) => day(date));

/** A schedule as a first AD would read it out: per day its scenes with part and state. */
function boardOf(text: string, dates = DATES) {
	const sheet = readSheet(rowsOf(text));
	const makeId = counting();
	const plan = planOfImport(sheet, makeId);
	const { days, strips } = scheduleOfSheet({ sheet, scenes: plan.scenes.values(), dates, makeId });
	const said = (dayId: string | null) =>
		strips
			.filter(({ place }) => place.dayId === dayId)
			.sort((a, b) => (a.place.order < b.place.order ? -1 : 1))
			.map(({ sceneId, part, status }) =>
				[sceneId && plan.scenes.get(sceneId)?.number, part ? `part ${part}` : '', status]
					.filter(Boolean)
					.join(' ')
			);
	return { days: days.map(({ id, date }) => [date, said(id)]), boneyard: said(null), plan, strips };
}

test('strips lie on the days and in the order the sheet says; a scene without a day waits in the boneyard', () => {
	const { days, boneyard } = boardOf(`
Scene|Set|Shoot day|Order|Status|Pages
1|VILLA|2|2|shot|1/8
2|VILLA|1|1||1/8
3|VILLA|2|1|dropped|1/8
4|STREET||||1/8`);
	expect(days).toEqual([
		['2026-11-10', ['2 todo']],
		['2026-11-11', ['3 dropped', '1 shot']]
	]);
	expect(boneyard).toEqual(['4 todo']);
});

test('a date in the sheet holds; day 3 without one is the third date, and days beyond the dates have none', () => {
	const { days } = boardOf(`
Scene|Set|Shoot day|Date|Pages
1|A|1|2026-12-01|1/8
2|A|3||1/8
3|A|9||1/8`);
	expect(days).toEqual([
		['2026-12-01', ['1 todo']],
		['2026-11-13', ['2 todo']],
		[null, ['3 todo']]
	]);
	expect(boardOf('Scene|Set|Shoot day|Pages\n1|A|1|1/8\n2|A|2|1/8', []).days.map(([date]) => date)).toEqual([
		null,
		null
	]);
});

test('a scene in parts has a strip for each, with its own eighths, on its own day', () => {
	const { days, strips } = boardOf('Scene|Set|Part|Shoot day|Pages\n12|VILLA|1|1|3/8\n12|VILLA|2|2|5/8');
	expect(days).toEqual([
		['2026-11-10', ['12 part 1 todo']],
		['2026-11-11', ['12 part 2 todo']]
	]);
	expect(strips.map(({ eighths }) => eighths)).toEqual([3, 5]);
});

test('characters keep the numbers of the sheet, estimates come along', () => {
	const { plan } = boardOf('Scene|Set|Cast|Pages|Minutes|Setups\n1|A|5. LIN, CHEN|1/8|40|3\n2|A|CHEN|1/8||');
	expect([...plan.characters.values()].map(({ name, boardNumber }) => [name, boardNumber])).toEqual([
		['CHEN', 1],
		['LIN', 5]
	]);
	expect([...plan.scenes.values()][0]).toMatchObject({ estimateMinutes: 40, setups: 3 });
});
