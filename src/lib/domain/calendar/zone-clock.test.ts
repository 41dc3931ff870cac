import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, readDay, weekday } from './day-key.ts';
import { dayOfNumber, readDayNumber, weekdayOfNumber, weekOf } from './day-number.ts';
import { clockIn, instantOf, todayIn } from './zone.ts';
import { zoneClock } from './zone-clock.ts';

const ZONES = [
	'Asia/Shanghai',
	'America/Los_Angeles',
	'Europe/London',
	'Australia/Lord_Howe',
	'America/Santiago',
	'Africa/Casablanca',
	'UTC'
];
const anyDay = fc.integer({ min: -20_000, max: 40_000 });

describe('day numbers', () => {
	it('are the days between, whatever the century', () => {
		fc.assert(
			fc.property(anyDay, (n) => {
				const key = addDays(day('1970-01-01'), n);
				expect(dayOfNumber(n)).toBe(key);
				expect(readDayNumber(key)).toBe(daysBetween(day('1970-01-01'), key));
				expect(weekdayOfNumber(n)).toBe(weekday(key));
			})
		);
	});

	it.each([
		'2026-02-29',
		'2026-04-31',
		'2026-13-01',
		'2026-00-10',
		'26-01-01',
		'2026-1-01x',
		'yesterday  ',
		'2026/01/01',
		'2026-0a-01'
	])('"%s" is no day, here as elsewhere', (raw) => {
		expect(readDayNumber(raw)).toBeNull();
		expect(readDay(raw)).toBeNull();
	});

	it('a week begins on the weekday it is told', () => {
		const thursday = readDayNumber('2026-11-12')!;
		expect(dayOfNumber(weekOf(thursday, 1))).toBe('2026-11-09');
		expect(dayOfNumber(weekOf(thursday, 7))).toBe('2026-11-08');
		expect(dayOfNumber(weekOf(thursday, 4))).toBe('2026-11-12');
	});
});

describe('a zone’s clock', () => {
	it('shows what the zone shows at any instant, with changes of the clock', () => {
		fc.assert(
			fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 26_000_000, max: 32_000_000 }), (zone, at) => {
				const local = zoneClock(zone).localOf(at);
				expect(dayOfNumber(Math.floor(local / 1440))).toBe(todayIn(zone, at * 60_000));
				expect(local % 1440).toBe(clockIn(zone, at * 60_000));
			})
		);
	});

	it('finds the instant of a local time, and a repeated time by its fold', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...ZONES),
				fc.integer({ min: 26_000_000, max: 32_000_000 }),
				(zone, local) => {
					const clock = zoneClock(zone);
					const first = clock.instantOf(local);
					if (first.skipped) expect(clock.localOf(first.at)).toBeGreaterThan(local);
					else expect(clock.localOf(first.at)).toBe(local);
					if (first.ambiguous) {
						const second = clock.instantOf(local, 1);
						expect(second.at).toBeGreaterThan(first.at);
						expect(clock.localOf(second.at)).toBe(local);
					} else if (!first.skipped)
						expect(first.at * 60_000).toBe(
							instantOf(zone, dayOfNumber(Math.floor(local / 1440)), local % 1440)
						);
				}
			)
		);
	});

	it('knows the nights the clock is changed', () => {
		const london = zoneClock('Europe/London');
		const at = (date: string, minutes: number) => readDayNumber(date)! * 1440 + minutes;
		expect(london.instantOf(at('2026-10-25', 90))).toMatchObject({ ambiguous: true, skipped: false });
		expect(london.instantOf(at('2026-03-29', 90))).toMatchObject({ ambiguous: false, skipped: true });
		expect(london.localOf(london.instantOf(at('2026-03-29', 90)).at)).toBe(at('2026-03-29', 150));
	});

	it('refuses what is no zone by name', () => {
		expect(() => zoneClock('CST')).toThrow(/CST/);
	});
});
