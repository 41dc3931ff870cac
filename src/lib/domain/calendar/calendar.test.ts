import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { formatClock, onTheWall, parseClock } from './clock.ts';
import { addDays, day, daysBetween, readDay, weekday } from './day-key.ts';
import { formatDuration, formatDurationShort, parseDuration } from './duration.ts';
import { addWorkdays, workdaysFrom, workdaysWithin } from './workdays.ts';
import { clockIn, instantOf, isZone, todayIn, zoneLabel, zones } from './zone.ts';

describe('clock times', () => {
	it.each([
		['07:00', 420],
		['7:00', 420],
		['07：00', 420],
		['7.30', 450],
		['0730', 450],
		['7', 420],
		['25:30', 1530],
		['00:00', 0],
		['71:59', 4319]
	])('%s is read as %i minutes after midnight', (typed, minutes) => {
		expect(parseClock(typed)).toBe(minutes);
	});

	it.each(['', '7:60', '72:00', 'seven', '-1:00', '7:5', '12:00 pm', '123'])(
		'"%s" is no clock time',
		(typed) => {
			expect(parseClock(typed)).toBeNull();
		}
	);

	it('a wrap past midnight is written on its own day, or as the wall shows it', () => {
		expect(formatClock(1530)).toBe('25:30');
		expect(onTheWall(1530)).toEqual({ clock: '01:30', daysLater: 1 });
		expect(onTheWall(420)).toEqual({ clock: '07:00', daysLater: 0 });
		expect(() => formatClock(-1)).toThrow(RangeError);
	});

	it('what is written is read back', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4319 }), (at) => {
				expect(parseClock(formatClock(at))).toBe(at);
			})
		);
	});
});

describe('durations', () => {
	it.each([
		['13 h 20', 800],
		['13h20', 800],
		['13:20', 800],
		['14小时12分', 852],
		['1.5 h', 90],
		['2小时', 120],
		['45 min', 45],
		['45', 45],
		['0', 0]
	])('%s is %i minutes', (typed, minutes) => {
		expect(parseDuration(typed)).toBe(minutes);
	});

	it.each(['', '1:75', 'long', '-5', '1 h 2 h'])('"%s" is no duration', (typed) => {
		expect(parseDuration(typed)).toBeNull();
	});

	it('are written for sentences and for columns, with a real minus', () => {
		expect(formatDuration(800)).toBe('13 h 20');
		expect(formatDuration(-65)).toBe('−1 h 05');
		expect(formatDurationShort(800)).toBe('13:20');
		expect(formatDurationShort(530)).toBe('8:50');
	});
});

describe('working days', () => {
	// 13 November 2026 is a Friday.
	const friday = day('2026-11-13');

	it('leave out the rest weekdays', () => {
		expect(workdaysWithin(friday, day('2026-11-16'), [6, 7])).toEqual(['2026-11-13', '2026-11-16']);
		expect(workdaysWithin(friday, day('2026-11-12'), [])).toEqual([]);
		expect(workdaysFrom(day('2026-11-14'), 2, [6, 7])).toEqual(['2026-11-16', '2026-11-17']);
	});

	it('Friday plus one is Monday, and back again', () => {
		expect(addWorkdays(friday, 1, [6, 7])).toBe('2026-11-16');
		expect(addWorkdays(day('2026-11-16'), -1, [6, 7])).toBe(friday);
		expect(addWorkdays(friday, 0, [1, 2, 3, 4, 5, 6, 7])).toBe(friday);
	});

	it('a week of rest has none, and asking ends', () => {
		expect(workdaysFrom(friday, 3, [1, 2, 3, 4, 5, 6, 7])).toEqual([]);
		expect(() => addWorkdays(friday, 1, [1, 2, 3, 4, 5, 6, 7])).toThrow(RangeError);
	});
});

const home = process.env['TZ'];
afterAll(() => {
	process.env['TZ'] = home;
});

describe.each([
	['UTC', 0],
	['Asia/Shanghai', -480],
	['America/Los_Angeles', 480],
	['Pacific/Kiritimati', -840],
	['Asia/Kolkata', -330]
])('on a device in %s', (zone, offset) => {
	const inZone = <T>(act: () => T): T => {
		process.env['TZ'] = zone;
		expect(new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset()).toBe(offset);
		return act();
	};
	// 16:30 UTC on 12 November is half past midnight on the 13th in Shanghai.
	const instant = Date.UTC(2026, 10, 12, 16, 30);

	it("the day and the clock are the production's, not the device's", () => {
		inZone(() => {
			expect(todayIn('Asia/Shanghai', instant)).toBe('2026-11-13');
			expect(todayIn('America/Los_Angeles', instant)).toBe('2026-11-12');
			expect(clockIn('Asia/Shanghai', instant)).toBe(30);
			expect(clockIn('Asia/Kolkata', instant)).toBe(22 * 60);
		});
	});

	it('24:30 of the 12th is the instant it was', () => {
		inZone(() => {
			expect(instantOf('Asia/Shanghai', day('2026-11-12'), 24 * 60 + 30)).toBe(instant);
			expect(instantOf('Asia/Shanghai', day('2026-11-13'), 30)).toBe(instant);
		});
	});

	it('summer time moves the instant, not the clock', () => {
		inZone(() => {
			// The clocks go back on 1 November 2026 in Los Angeles.
			expect(instantOf('America/Los_Angeles', day('2026-10-31'), 420)).toBe(Date.UTC(2026, 9, 31, 14));
			expect(instantOf('America/Los_Angeles', day('2026-11-01'), 420)).toBe(Date.UTC(2026, 10, 1, 15));
			const at = instantOf('America/Los_Angeles', day('2026-10-31'), 25 * 60 + 420);
			expect(todayIn('America/Los_Angeles', at)).toBe('2026-11-01');
		});
	});

	it('days count the same across summer time and years', () => {
		inZone(() => {
			expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30');
			expect(daysBetween(day('2026-12-31'), day('2027-01-01'))).toBe(1);
			expect(weekday(day('2026-11-13'))).toBe(5);
			expect(readDay('2026-02-30')).toBeNull();
			expect(readDay('2024-02-29')).toBe('2024-02-29');
		});
	});
});

describe('zones', () => {
	it('are known by IANA name only', () => {
		expect(isZone('Asia/Shanghai')).toBe(true);
		expect(isZone('UTC')).toBe(true);
		expect(isZone('CST')).toBe(false);
		expect(isZone('Mars/Olympus')).toBe(false);
		expect(zones()).toContain('Asia/Shanghai');
		expect(zoneLabel('Asia/Shanghai', 0)).toBe('GMT+8');
	});

	it('a name that is none is refused in words', () => {
		expect(() => todayIn('Shanghai', 0)).toThrow('use a name such as Asia/Shanghai');
	});
});
