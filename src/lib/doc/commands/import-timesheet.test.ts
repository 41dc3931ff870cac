import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { day } from '#lib/domain/calendar/day-key.ts';
import { dayStandings, type DayStanding } from '#lib/domain/hours/log/standing.ts';
import type { SheetSaid } from '#lib/domain/hours/log/timesheet-types.ts';
import { openHours } from '../hours-documents.ts';
import { importTimesheet, takeBackImport, type SheetWrite } from './import-timesheet.ts';
import { addHours, answerHours, correctHours, type Writer } from './log-hours.ts';

const THU = day('2026-11-12');
const writer = (by: string): Writer => ({
	person: 'grip',
	by,
	byName: by,
	self: by === 'wang',
	station: null,
	at: 1_794_000_000_000,
	zone: 'Asia/Shanghai',
	device: 'laptop'
});
const [WANG, HEAD] = [writer('wang'), writer('head')];
const SAID: SheetSaid = { type: 'work', date: THU, start: '07:00', end: '19:00', breaks: [], note: '' };
const line = (row: number, replaces: readonly string[] = [], said: Partial<SheetSaid> = {}): SheetWrite => ({
	said: { ...SAID, ...said },
	replaces,
	source: { file: 'week 46.xlsx', sheet: '', row, batch: 'b1' }
});
const why = ({ source }: SheetWrite): string => `row ${source.row}`;

function grip() {
	const doc = new Y.Doc();
	const hours = openHours(doc);
	const on = (date = THU): DayStanding | null => dayStandings(hours.all()).get(date) ?? null;
	let transactions = 0;
	doc.on('afterTransaction', () => transactions++);
	return { hours, on, transactions: () => transactions };
}

describe('hours from a time sheet', () => {
	test('are entered for the person, who hasn’t answered, and say which file and row', () => {
		const { hours, on, transactions } = grip();
		importTimesheet(hours, HEAD, [line(3), line(4, [], { date: day('2026-11-13') })], why);
		expect(transactions()).toBe(1);
		const [standing] = on()?.standings ?? [];
		expect(standing?.consent).toBe('open');
		expect(standing?.entry.source).toEqual({ file: 'week 46.xlsx', sheet: '', row: 3, batch: 'b1' });
	});

	test('a month of one person stays under what a frame may hold, in parts', () => {
		const { hours, transactions } = grip();
		const note = '场'.repeat(300);
		const lines = Array.from({ length: 90 }, (_, n) =>
			line(n, [], { start: `${String(n % 24).padStart(2, '0')}:0${n % 6}`, note })
		);
		const sizes: number[] = [];
		hours.doc.on('update', (update: Uint8Array) => sizes.push(update.length));
		importTimesheet(hours, HEAD, lines, why);
		expect(transactions()).toBe(3);
		expect(Math.max(...sizes)).toBeLessThan(65_536);
	});

	test('taken back they are out, with the reason, and what the person said of them stays readable', () => {
		const { hours, on } = grip();
		const [key = ''] = importTimesheet(hours, HEAD, [line(3)], why);
		answerHours(hours, WANG, [key], 'disagree', 'I left at six');
		takeBackImport(hours, HEAD, 'b1', 'wrong sheet');
		expect(on()?.standings).toEqual([]);
		expect(on()?.voided[0]?.by.reason).toBe('wrong sheet');
		expect(hours.all().some((one) => one.kind === 'answer')).toBe(true);
	});

	test('what took another entry’s place gives it back', () => {
		const { hours, on } = grip();
		const own = addHours(hours, WANG, { ...SAID, end: '20:00' });
		importTimesheet(hours, HEAD, [line(3, [own])], why);
		expect(on()?.standings.map(({ entry }) => [entry.end, entry.reason])).toEqual([['19:00', 'row 3']]);
		takeBackImport(hours, HEAD, 'b1', 'wrong sheet');
		expect(on()?.standings.map(({ entry, consent }) => [entry.end, consent])).toEqual([['20:00', 'open']]);
		expect(on()?.standings[0]?.replaced.map(({ end }) => end)).toEqual(['19:00', '20:00']);
	});

	test('two lines in the place of one entry are no conflict', () => {
		const { hours, on } = grip();
		const own = addHours(hours, WANG, SAID);
		importTimesheet(hours, HEAD, [line(3, [own], { end: '12:00' }), line(4, [own], { start: '14:00' })], why);
		expect(on()?.conflict).toBe(false);
		expect(on()?.standings).toHaveLength(2);
	});

	test('what the person corrected since is the person’s, and isn’t taken back', () => {
		const { hours, on } = grip();
		const [key = ''] = importTimesheet(hours, HEAD, [line(3)], why);
		correctHours(hours, WANG, [key], { ...SAID, end: '18:00' }, 'I left at six');
		expect(takeBackImport(hours, HEAD, 'b1', 'wrong sheet')).toEqual([]);
		expect(on()?.standings.map(({ entry }) => entry.end)).toEqual(['18:00']);
	});
});
