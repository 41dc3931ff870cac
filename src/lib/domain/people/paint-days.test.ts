import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type DayKey } from '../calendar/day-key.ts';
import type { AvailabilityId } from '../ids.ts';
import { standing } from './availability.ts';
import { paintDays, type Paint } from './paint-days.ts';

type Row = Parameters<typeof paintDays>[0][number];
const START = day('2026-11-01');
const D = (n: number): DayKey => addDays(START, n - 1);
const AWAY: Paint = { kind: 'away', fromAt: null, toAt: null, note: '' };
const TRAVEL: Paint = { ...AWAY, kind: 'travel' };

/** Does what was answered to the rows. */
function paint(rows: readonly Row[], from: number, to: number, with_: Paint | null): Row[] {
	const { change, gone, add } = paintDays(rows, { from: D(from), to: D(to) }, with_);
	const changed = new Map(change.map((one) => [one.id, one]));
	return [
		...rows.filter(({ id }) => !gone.includes(id)).map((row) => ({ ...row, ...changed.get(row.id) })),
		...add.map((one, i) => ({ ...one, id: `new-${rows.length}-${i}-${Math.random()}` as AvailabilityId }))
	];
}
const spans = (rows: readonly Row[]): string[] =>
	rows.map(({ kind, from, to }) => `${kind} ${from?.slice(8)}–${to?.slice(8)}`).sort();

describe('marking days in a calendar', () => {
	it('a stretch is one row, whichever end was touched first', () => {
		expect(spans(paint([], 12, 10, AWAY))).toEqual(['away 10–12']);
	});

	it('days next to a row of the same mark make it longer; between two, one of both', () => {
		const rows = paint(paint([], 10, 11, AWAY), 14, 15, AWAY);
		expect(spans(paint(rows, 12, 13, AWAY))).toEqual(['away 10–15']);
	});

	it('another mark in the middle splits the row beneath', () => {
		expect(spans(paint(paint([], 10, 15, AWAY), 12, 13, TRAVEL))).toEqual([
			'away 10–11',
			'away 14–15',
			'travel 12–13'
		]);
	});

	it('taking marks off leaves what lies beside', () => {
		expect(spans(paint(paint([], 10, 15, AWAY), 10, 12, null))).toEqual(['away 13–15']);
		expect(paint(paint([], 10, 15, AWAY), 1, 30, null)).toEqual([]);
	});

	it('hours or a note of its own keep a day apart', () => {
		const rows = paint(paint([], 10, 11, AWAY), 12, 12, { ...AWAY, fromAt: 600, toAt: 720 });
		expect(spans(rows)).toEqual(['away 10–11', 'away 12–12']);
	});

	it('after any strokes each day stands as it was marked last, with one row a day', () => {
		const stroke = fc.tuple(
			fc.integer({ min: 1, max: 20 }),
			fc.integer({ min: 1, max: 20 }),
			fc.constantFrom(AWAY, TRAVEL, null)
		);
		fc.assert(
			fc.property(fc.array(stroke, { maxLength: 12 }), (strokes) => {
				let rows: Row[] = [];
				const wanted = new Map<number, string>();
				for (const [a, b, mark] of strokes) {
					rows = paint(rows, a, b, mark);
					for (let n = Math.min(a, b); n <= Math.max(a, b); n++)
						if (mark) wanted.set(n, mark.kind);
						else wanted.delete(n);
				}
				for (let n = 0; n <= 21; n++) {
					expect(standing(rows, D(n))?.kind ?? null).toBe(wanted.get(n) ?? null);
					expect(
						rows.filter(({ from, to }) => from !== null && from <= D(n) && D(n) <= (to ?? from)).length
					).toBeLessThanOrEqual(1);
				}
			})
		);
	});
});
