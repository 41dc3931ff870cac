import { describe, expect, it } from 'vitest';
import { parseClock } from './clock.ts';
import { day } from './day-key.ts';
import { sunOn } from './sun.ts';

/** Sunrise and sunset as published, or as SunCalc (another formula) has them, to the minute. */
describe('sunrise and sunset', () => {
	it.each([
		// NREL Solar Position Algorithm (Reda and Andreas 2008), example A.5: 06:12:43 and 17:20:19 at UTC−7;
		// summer time made it an hour later on the wall.
		['Golden, Colorado', '2003-10-17', 39.742476, -105.1786, 'America/Denver', '7:13', '18:19'],
		['Shanghai in November', '2026-11-12', 31.23, 121.47, 'Asia/Shanghai', '6:18', '16:58'],
		['Greenwich at midsummer', '2026-06-21', 51.4769, 0, 'Europe/London', '4:43', '21:21'],
		['Xi’an at midwinter', '2026-12-21', 34.26, 108.94, 'Asia/Shanghai', '7:46', '17:38'],
		['Sydney in January', '2026-01-15', -33.87, 151.2, 'Australia/Sydney', '5:59', '20:08']
	])('%s', (_name, on, latitude, longitude, zone, rises, sets) => {
		const sun = sunOn(day(on), latitude, longitude, zone);
		expect(Math.abs((sun.rises ?? 0) - (parseClock(rises) ?? 0))).toBeLessThanOrEqual(1);
		expect(Math.abs((sun.sets ?? 0) - (parseClock(sets) ?? 0))).toBeLessThanOrEqual(1);
	});

	it('in Kashgar, on Beijing time, the midsummer sun sets after 22:00', () => {
		const { sets } = sunOn(day('2026-06-21'), 39.47, 75.99, 'Asia/Shanghai');
		expect(sets).toBeGreaterThan(22 * 60);
		expect(sets).toBeLessThan(23 * 60);
	});

	it('in the far north it doesn’t set at midsummer, nor rise at midwinter', () => {
		const there = [69.65, 18.96, 'Europe/Oslo'] as const;
		expect(sunOn(day('2026-06-21'), ...there)).toEqual({ rises: null, sets: null, upAllDay: true });
		expect(sunOn(day('2026-12-21'), ...there)).toEqual({ rises: null, sets: null, upAllDay: false });
	});

	it('beside the date line the day is the zone’s', () => {
		const { rises, sets } = sunOn(day('2026-03-20'), 1.87, -157.4, 'Pacific/Kiritimati');
		expect(rises).toBeGreaterThan(6 * 60);
		expect(rises).toBeLessThan(7 * 60);
		expect(sets).toBeGreaterThan(18 * 60);
		expect(sets).toBeLessThan(19 * 60);
	});
});
