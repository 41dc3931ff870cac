import { describe, expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import { dayStandings, type DayStanding } from '#lib/domain/hours/log/standing.ts';
import { loggedEntry } from '#lib/domain/hours/testing/logged.ts';
import type { Table } from '#lib/files/index.ts';
import { readSheets, repairsOf, sheetsWithHours, shownLines, troublesOf } from './lines.ts';

const NEAR = day('2026-11-12');
const about = { near: NEAR, shootDays: [] };
const HEAD = ['Date', 'In', 'Out'];
const table = (name: string, rows: Table['rows'], hidden = false): Table => ({ name, rows, hidden });
const TWO = [
	table('Rates', [['a', 'b']]),
	table('Zhao Lei', [HEAD, ['2026-11-11', '7:00', '19:00'], ['2026-11-12', 7.5, '19:00']]),
	table('Li Min', [HEAD, ['2026-11-12', '8:00', 'late']]),
	table('old', [HEAD, ['2026-11-01', '7:00', '19:00']], true)
];
const nothing = (): DayStanding | null => null;

describe('a workbook with a sheet a person', () => {
	test('sheets with known headings are read together, hidden ones and others aren’t', () => {
		expect(sheetsWithHours(TWO, NEAR)).toEqual([1, 2]);
		const sheets = readSheets(TWO, [1, 2], null, about, 'rows');
		expect(sheets.flatMap(({ read }) => read.lines.map(({ name, row }) => `${name} ${row}`))).toEqual([
			'Zhao Lei 2',
			'Zhao Lei 3',
			'Li Min 2'
		]);
		expect(troublesOf(sheets)).toMatchObject([{ sheet: 'Li Min', row: 2, heading: 'Out', code: 'time' }]);
		expect(repairsOf(sheets)).toMatchObject([{ sheet: 'Zhao Lei', code: 'decimal', count: 1, as: '07:30' }]);
	});

	test('columns put right on the first hold for all with the same headings', () => {
		const [first] = readSheets(TWO, [1], null, about, 'rows');
		const corrected = { ...first!.read.matching, columns: ['date', 'out', 'in'] as const };
		const sheets = readSheets(TWO, [1, 2], corrected, about, 'rows');
		expect(sheets[0]?.read.lines[0]?.said).toMatchObject({ start: '19:00', end: '31:00' });
	});
});

describe('what is ticked', () => {
	const sheets = readSheets(TWO, [1], null, about, 'rows');
	const who = (name: string): string | null => (name === 'Zhao Lei' ? 'zhao' : null);
	const when = { today: NEAR, me: 'me' };

	test('what is new, unless somebody unticks it; nothing of a name nobody was chosen for', () => {
		const lines = shownLines(sheets, who, nothing, new Map(), when);
		expect(lines.map(({ taken }) => taken)).toEqual([true, true]);
		const off = new Map([[lines[0]?.key ?? '', false]]);
		expect(shownLines(sheets, who, nothing, off, when).map(({ taken }) => taken)).toEqual([false, true]);
		expect(shownLines(sheets, () => null, nothing, new Map(), when).some(({ taken }) => taken)).toBe(false);
	});

	test('nothing that is logged already, and what is at odds with it only when ticked', () => {
		const days = dayStandings([
			loggedEntry('a', '2026-11-11', { end: '19:00', breaks: [] }),
			loggedEntry('b', '2026-11-12', { end: '18:00', breaks: [] })
		]);
		const dayOf = (_: string, date: DayStanding['date']): DayStanding | null => days.get(date) ?? null;
		const lines = shownLines(sheets, who, dayOf, new Map(), when);
		expect(lines.map(({ match, taken }) => [match?.kind, taken])).toEqual([
			['same', false],
			['differs', false]
		]);
		const all = new Map(lines.map(({ key }) => [key, true]));
		expect(shownLines(sheets, who, dayOf, all, when).map(({ taken }) => taken)).toEqual([false, true]);
	});
});
