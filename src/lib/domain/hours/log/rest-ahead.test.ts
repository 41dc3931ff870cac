import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import { instantOf } from '../../calendar/zone.ts';
import { restAhead } from './rest-ahead.ts';
import type { Stretch } from './clock.ts';

const WED = day('2026-11-11');
const THU = day('2026-11-12');
const at = (date: string, minutes: number, zone = 'Asia/Shanghai'): number =>
	instantOf(zone, day(date), minutes);
const asked = { stretch: null, workDays: [], calls: [], least: 600, zone: 'Asia/Shanghai' };
const wrapped = (wrap: number) => [{ date: WED, wrap, planned: false }];
const onTheClock: Stretch = { date: WED, punches: [], startedAt: 390, mealSince: null, mealTaken: true };

describe('the rest until the next call', () => {
	test('after a wrap at 21:42 nobody may be called before 07:42, and a call at 07:00 is 42 minutes short', () => {
		expect(
			restAhead({
				...asked,
				workDays: wrapped(1302),
				calls: [{ date: THU, callAt: 420 }],
				now: at('2026-11-11', 1320)
			})
		).toEqual({
			running: false,
			least: 600,
			earliest: { date: THU, at: 462 },
			next: { call: { date: THU, at: 420 }, rest: 558, short: 42 }
		});
	});
	test('while the clock runs it is what a wrap now would mean, and the call of the running day is behind', () => {
		const said = restAhead({
			...asked,
			stretch: onTheClock,
			calls: [
				{ date: WED, callAt: 390 },
				{ date: THU, callAt: 540 }
			],
			// a quarter past midnight: the day is still Wednesday's
			now: at('2026-11-12', 15)
		});
		expect(said).toMatchObject({
			running: true,
			earliest: { date: THU, at: 615 },
			next: { rest: 525, short: 75 }
		});
	});
	test('a night call is said by its own date', () => {
		const said = restAhead({
			...asked,
			workDays: wrapped(1200),
			calls: [{ date: THU, callAt: 1470 }],
			now: at('2026-11-11', 1210)
		});
		expect(said?.next).toEqual({ call: { date: '2026-11-13', at: 30 }, rest: 1710, short: 0 });
	});
	test('once the rest is over and nothing is called soon there is nothing to say', () => {
		const now = at('2026-11-12', 700);
		expect(restAhead({ ...asked, workDays: wrapped(1200), now })).toBeNull();
		expect(restAhead({ ...asked, now })).toBeNull();
		expect(
			restAhead({ ...asked, workDays: wrapped(1200), calls: [{ date: day('2026-11-20'), callAt: 420 }], now })
		).toBeNull();
	});
	test('what is only planned is no wrap', () => {
		expect(
			restAhead({
				...asked,
				workDays: [{ date: WED, wrap: 1200, planned: true }],
				now: at('2026-11-11', 1210)
			})
		).toBeNull();
	});
	test('a night in which the clocks go forward is an hour shorter than it looks', () => {
		const zone = 'Europe/Berlin';
		const said = restAhead({
			...{ ...asked, zone, least: 660 },
			workDays: [{ date: day('2026-03-28'), wrap: 1260, planned: false }],
			calls: [{ date: day('2026-03-29'), callAt: 480 }],
			now: at('2026-03-28', 1300, zone)
		});
		expect(said).toMatchObject({ earliest: { date: '2026-03-29', at: 540 }, next: { rest: 600, short: 60 } });
	});
});
