import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, type DayKey } from '../calendar/day-key.ts';
import { ageOn } from './age.ts';
import { blockedBy, personBlocked, placeBlocked, standing } from './availability.ts';
import { outside, overlap } from './stretches.ts';

type Row = Parameters<typeof blockedBy>[0][number];
const row = (values: Partial<Row>): Row => ({
	from: day('2026-11-10'),
	to: null,
	kind: 'away',
	fromAt: null,
	toAt: null,
	...values
});
const D = (n: number): DayKey => day(`2026-11-${String(n).padStart(2, '0')}`);
const free = (blocked: readonly { from: number; to: number }[], from: number, to: number): boolean =>
	!blocked.some((one) => overlap(one, { from, to }));

describe('when somebody can be had', () => {
	it('without a word about it, always', () => {
		expect(blockedBy([], D(10))).toEqual([]);
	});

	it('away from the 10th to the 12th: these three days, and neither the 9th nor the 13th', () => {
		const rows = [row({ to: D(12) })];
		expect([9, 10, 11, 12, 13].map((n) => blockedBy(rows, D(n)).length)).toEqual([0, 1, 1, 1, 0]);
	});

	it('a last day before the first counts as one day', () => {
		const rows = [row({ to: D(8) })];
		expect([8, 9, 10, 11].map((n) => blockedBy(rows, D(n)).length)).toEqual([0, 0, 1, 0]);
	});

	it('only on two days: every other day is closed', () => {
		const rows = [row({ kind: 'only' }), row({ kind: 'only', from: D(12) })];
		expect(free(blockedBy(rows, D(10)), 420, 1200)).toBe(true);
		expect(blockedBy(rows, D(11))).toEqual([{ from: -Infinity, to: Infinity, reason: 'only' }]);
		expect(free(blockedBy(rows, D(12)), 420, 1200)).toBe(true);
	});

	it('only from 09:00 to 18:00: a call at 08:00 or a wrap at 19:00 is outside', () => {
		const blocked = blockedBy([row({ kind: 'only', fromAt: 540, toAt: 1080 })], D(10));
		expect(free(blocked, 540, 1080)).toBe(true);
		expect(free(blocked, 480, 600)).toBe(false);
		expect(free(blocked, 1000, 1140)).toBe(false);
	});

	it('a flight at 05:00 tomorrow is in the way of a night that ends at 30:00', () => {
		const rows = [row({ from: D(11), kind: 'travel', fromAt: 300, toAt: 480 })];
		const blocked = blockedBy(rows, D(10));
		expect(free(blocked, 1080, 28 * 60)).toBe(true);
		expect(free(blocked, 1080, 30 * 60)).toBe(false);
	});

	it('a whole day away speaks of that shoot day, not of the night before that runs into it', () => {
		expect(blockedBy([row({ from: D(11) })], D(10))).toEqual([]);
	});

	it('an evening that ends the next morning is one stretch', () => {
		const blocked = blockedBy([row({ fromAt: 20 * 60, toAt: 2 * 60 })], D(10));
		expect(free(blocked, 600, 20 * 60)).toBe(true);
		expect(free(blocked, 25 * 60, 27 * 60)).toBe(false);
		expect(free(blocked, 26 * 60, 27 * 60)).toBe(true);
	});

	it('a row nobody gave a day says nothing', () => {
		expect(blockedBy([row({ from: null }), row({ from: null, kind: 'only' })], D(10))).toEqual([]);
	});

	it('a contract from the 10th to the 12th closes the days around it', () => {
		const person = { contractFrom: D(10), contractTo: D(12) };
		expect([9, 10, 12, 13].map((n) => personBlocked(person, [], D(n)).map((one) => one.reason))).toEqual([
			['contract'],
			[],
			[],
			['contract']
		]);
	});
});

describe('when a place is open', () => {
	const bar = { opensAt: 18 * 60, closesAt: 2 * 60 };

	it('18:00 to 02:00: from 18:00 until two in the night, and again tomorrow evening', () => {
		const blocked = placeBlocked(bar, [], D(10));
		expect(free(blocked, 18 * 60, 26 * 60)).toBe(true);
		expect(free(blocked, 26 * 60, 26 * 60 + 1)).toBe(false);
		expect(free(blocked, 17 * 60, 19 * 60)).toBe(false);
		expect(free(blocked, 42 * 60, 50 * 60)).toBe(true);
	});

	it('a shoot day that begins at 00:30 is still within the evening before', () => {
		expect(free(placeBlocked(bar, [], D(10)), 30, 120)).toBe(true);
	});

	it('hours written past midnight, 18:00 to 26:00, are the same', () => {
		expect(placeBlocked({ opensAt: 1080, closesAt: 1560 }, [], D(10))).toEqual(placeBlocked(bar, [], D(10)));
	});

	it('a whole day of 24 hours is never closed', () => {
		expect(free(placeBlocked({ opensAt: 0, closesAt: 1440 }, [], D(10)), 0, 71 * 60)).toBe(true);
	});

	it('fittings and rehearsals are for people: a place takes no notice', () => {
		expect(placeBlocked({ opensAt: null, closesAt: null }, [row({ kind: 'fitting' })], D(10))).toEqual([]);
	});
});

describe('what a calendar shows', () => {
	it('the row of a day; closed where other days are the only ones; nothing else', () => {
		const rows = [row({ kind: 'only' }), row({ kind: 'away', from: D(14) })];
		expect([10, 11, 14].map((n) => standing(rows, D(n))?.kind)).toEqual(['only', 'closed', 'away']);
		expect(standing([], D(10))).toBeNull();
	});

	it('an age on the birthday and the day before; born on 29 February', () => {
		expect(ageOn(day('2012-11-12'), day('2026-11-12'))).toBe(14);
		expect(ageOn(day('2012-11-12'), day('2026-11-11'))).toBe(13);
		expect(ageOn(day('2012-02-29'), day('2026-02-28'))).toBe(13);
		expect(ageOn(day('2012-02-29'), day('2026-03-01'))).toBe(14);
	});

	it('any minute lies either in a stretch or outside all of them', () => {
		const stretch = fc
			.tuple(fc.integer({ min: -2000, max: 4000 }), fc.integer({ min: 1, max: 2000 }))
			.map(([from, length]) => ({ from, to: from + length }));
		fc.assert(
			fc.property(fc.array(stretch), fc.integer({ min: -3000, max: 7000 }), (stretches, at) => {
				const minute = { from: at, to: at + 1 };
				const within = stretches.some((one) => overlap(one, minute));
				expect(outside(stretches).some((one) => overlap(one, minute))).toBe(!within);
			})
		);
	});
});
