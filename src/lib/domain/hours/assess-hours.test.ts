import { describe, expect, it } from 'vitest';
import { assessHours } from './assess-hours.ts';
import { readRuleSet } from './rule-set.ts';
import type { HoursEntry, Json } from './types.ts';

const LUNCH = { start: '12:00', end: '13:00', kind: 'meal' };
let made = 0;
const work = (
	date: string,
	start: string,
	end: string | null,
	more: Partial<HoursEntry> = {}
): HoursEntry => ({
	id: `w${made++}`,
	type: 'work',
	status: 'actual',
	date,
	start,
	end,
	breaks: [],
	...more
});
const cn = (entries: readonly (HoursEntry | Json)[], more: Partial<Parameters<typeof assessHours>[0]> = {}) =>
	assessHours({ entries, ruleSet: 'cn-standard', zone: 'Asia/Shanghai', ...more });
const codes = (of: ReturnType<typeof assessHours>): string[] =>
	of.flags.map(({ code, date }) => `${code} ${date}`);
/** A rule set that judges nothing and pays everything at ×1, for rules of time alone. */
const PLAIN = { id: 'plain', breaks: { min_deduct_min: 20 } };
const plain = (entries: readonly HoursEntry[], ruleSet: Json = PLAIN, zone = 'Asia/Shanghai') =>
	assessHours({ entries, ruleSet, zone });

describe('time', () => {
	it('H1: on the night the clock is put forward a shift of eight hours on the wall is seven', () => {
		const { workDays, flags } = plain([work('2026-03-28', '22:00', '06:00')], PLAIN, 'Europe/London');
		expect(workDays[0]).toMatchObject({ date: '2026-03-28', worked: 420 });
		expect(flags).toEqual([]);
	});

	it('H1: on the night it is put back the same shift is nine', () => {
		expect(plain([work('2026-10-24', '22:00', '06:00')], PLAIN, 'Europe/London').workDays[0]?.worked).toBe(
			540
		);
	});

	it('H1: a time shown twice is the earlier, flagged, unless the fold is given', () => {
		const wrapped = (endFold?: 0 | 1) =>
			plain([work('2026-10-24', '20:00', '01:30', { endFold })], PLAIN, 'Europe/London');
		expect(wrapped().workDays[0]?.worked).toBe(330);
		expect(codes(wrapped())).toEqual(['DST_AMBIGUOUS 2026-10-24']);
		expect(wrapped(0).flags).toEqual([]);
		expect(wrapped(1)).toMatchObject({ workDays: [{ worked: 390 }], flags: [] });
	});

	it('H1: a time the clock skips is moved forward by the gap and flagged', () => {
		// 02:30 does not exist on 8 March in Los Angeles: it is 03:30, four and a half hours after 22:00.
		const one = plain([work('2026-03-07', '22:00', '02:30')], PLAIN, 'America/Los_Angeles');
		expect(one.workDays[0]?.worked).toBe(270);
		expect(codes(one)).toEqual(['DST_GAP 2026-03-07']);
	});

	it('H1: rest over a clock change is the real rest', () => {
		const nights = [work('2026-03-28', '08:00', '20:00'), work('2026-03-29', '07:00', '15:00')];
		// 20:00 to 07:00 is eleven hours on the wall and ten in fact.
		const short = assessHours({ entries: nights, ruleSet: 'eu-wtd', zone: 'Europe/Berlin' }).flags;
		expect(short.find(({ code }) => code === 'REST_SHORT')).toMatchObject({
			date: '2026-03-29',
			minutes: 60
		});
	});

	it('H2: a wrap past midnight may be written 25:30 or 01:30', () => {
		for (const end of ['25:30', '01:30'])
			expect(cn([work('2026-11-12', '14:00', end)]).workDays).toMatchObject([
				{ date: '2026-11-12', worked: 690, call: 840, wrap: 1530 }
			]);
	});

	it.each([
		['no end', { end: null }, 'MISSING_END'],
		['an end at its start', { end: '08:00' }, 'ZERO_LENGTH'],
		['an end date before', { end: '07:00', end_date: '2026-11-12' }, 'NEGATIVE_DURATION'],
		['more than a day', { end: '09:00', end_date: '2026-11-13' }, 'ENTRY_OVER_24H'],
		['a year that is off', { end: '18:00', end_date: '2027-11-12' }, 'ENTRY_OVER_24H'],
		['a time that is none', { end: 'evening' }, 'ENTRY_UNREADABLE'],
		['a date that is none', { date: '2026-02-30', end: '18:00' }, 'ENTRY_UNREADABLE']
	])('H2: an entry with %s is flagged and not counted', (_what, more, code) => {
		const { workDays, flags } = cn([{ id: 'a', type: 'work', date: '2026-11-12', start: '08:00', ...more }]);
		expect(workDays).toEqual([]);
		expect(flags).toMatchObject([{ code, severity: 'error', entries: ['a'] }]);
	});

	it('H2: exactly a day is counted', () => {
		expect(cn([work('2026-11-12', '08:00', '08:00', { endDate: '2026-11-13' })]).workDays[0]?.worked).toBe(
			1440
		);
	});

	it('H3: punches go to the nearest step, a tie goes up, breaks too', () => {
		const ruleSet = { ...PLAIN, rounding: { scope: 'punch', unit_min: 15, mode: 'nearest' } };
		// 07:53 → 08:00 (07:52:30 would tie), 18:07 → 18:00; break 12:08 → 12:15, 12:37 → 12:30: 600 − 15, too short to deduct.
		expect(
			plain([work('2026-11-12', '07:53', '18:07', { breaks: [{ start: '12:08', end: '12:37' }] })], ruleSet)
				.workDays[0]?.worked
		).toBe(600);
		const ten = { ...PLAIN, rounding: { scope: 'punch', unit_min: 10, mode: 'nearest' } };
		expect(plain([work('2026-11-12', '07:55', '17:55')], ten).workDays[0]).toMatchObject({
			call: 480,
			wrap: 1080
		});
	});

	it('H4: travel is worked; a commute is neither worked nor does it cut rest', () => {
		const days = cn([
			work('2026-11-12', '08:00', '09:00', { type: 'travel' }),
			work('2026-11-12', '09:00', '17:00'),
			work('2026-11-12', '17:00', '22:00', { type: 'commute' }),
			work('2026-11-13', '04:00', '08:00', { type: 'commute' }),
			work('2026-11-13', '08:00', '12:00')
		]);
		expect(days.workDays.map(({ worked }) => worked)).toEqual([540, 240]);
		expect(days.workDays[1]?.restBefore).toBe(900);
		expect(codes(days)).toEqual([]);
	});
});

describe('breaks', () => {
	it('H5: a break after midnight is found on the next date', () => {
		const night = plain([
			work('2026-11-12', '20:00', '28:00', { breaks: [{ start: '00:30', end: '01:30' }] })
		]);
		expect(night.workDays[0]?.worked).toBe(420);
	});

	it('H5: a break outside the entry takes nothing off, one past its end is cut, both are flagged', () => {
		const out = plain([work('2026-11-12', '08:00', '12:00', { breaks: [{ start: '14:00', end: '15:00' }] })]);
		expect(out).toMatchObject({ workDays: [{ worked: 240 }], flags: [{ code: 'BREAK_OUTSIDE_SHIFT' }] });
		const past = plain([
			work('2026-11-12', '08:00', '12:00', { breaks: [{ start: '11:30', end: '12:30' }] })
		]);
		expect(past).toMatchObject({
			workDays: [{ worked: 210 }],
			flags: [{ code: 'BREAK_OUTSIDE_SHIFT', minutes: 30 }]
		});
	});

	it('H6: a short meal stays work and says so; a paid break is never taken off; an over-long one up to the cap', () => {
		const ca = (brk: object) =>
			assessHours({
				entries: [{ id: 'a', type: 'work', date: '2026-11-12', start: '08:00', end: '16:00', breaks: [brk] }],
				ruleSet: 'us-ca-crew',
				zone: 'America/Los_Angeles'
			});
		expect(ca({ start: '12:00', end: '12:29', kind: 'meal' })).toMatchObject({ workDays: [{ worked: 480 }] });
		expect(codes(ca({ start: '12:00', end: '12:29', kind: 'meal' }))).toContain('MEAL_SHORT 2026-11-12');
		expect(ca({ start: '12:00', end: '12:30', kind: 'meal' }).workDays[0]?.worked).toBe(450);
		expect(ca({ start: '12:00', end: '12:30', paid: true }).workDays[0]?.worked).toBe(480);
		expect(ca({ start: '12:00', end: '13:45', kind: 'meal' }).workDays[0]?.worked).toBe(420);
	});
});

describe('corrections and copies', () => {
	const wrong = { id: 'a', type: 'work', date: '2026-11-12', start: '08:00', end: '23:00' };
	const right = { id: 'b', type: 'work', date: '2026-11-12', start: '08:00', end: '17:00', supersedes: 'a' };

	it('H7: a correction takes the place of what it names; a void leaves nothing', () => {
		expect(cn([wrong, right]).workDays[0]?.worked).toBe(540);
		expect(cn([wrong, { id: 'v', type: 'void', date: '2026-11-12', supersedes: 'a' }])).toMatchObject({
			workDays: [],
			flags: []
		});
		expect(cn([wrong, { id: 'v', status: 'void', date: '2026-11-12', voids: ['a'] }]).workDays).toEqual([]);
	});

	it('H7: the wrap’s one entry names the punches it is made of', () => {
		const wrap = {
			id: 'w',
			type: 'work',
			date: '2026-11-12',
			start: '08:00',
			end: '18:00',
			supersedes: ['p1', 'p2']
		};
		const punches = ['p1', 'p2'].map((id) => ({ id, type: 'work', date: '2026-11-12', start: '08:00' }));
		expect(cn([...punches, wrap])).toMatchObject({ workDays: [{ worked: 600 }] });
		expect(cn([...punches, wrap]).flags.some(({ code }) => code === 'MISSING_END')).toBe(false);
	});

	it('H7: two corrections of one entry both count and are flagged; a third that names both settles it', () => {
		const other = { ...right, id: 'c', end: '18:00' };
		const two = cn([wrong, right, other]);
		expect(two.workDays[0]?.worked).toBe(600);
		expect(two.flags.find(({ code }) => code === 'CORRECTION_CONFLICT')).toMatchObject({
			entries: ['b', 'c']
		});
		const settled = cn([wrong, right, other, { ...right, id: 'd', supersedes: ['b', 'c'] }]);
		expect(settled.workDays[0]?.worked).toBe(540);
		expect(codes(settled)).not.toContain('CORRECTION_CONFLICT 2026-11-12');
	});

	it('H9: the same hours from two devices count once; what differs is a union and flagged', () => {
		const copy = cn([wrong, { ...wrong, id: 'copy' }]);
		expect(copy.workDays[0]?.worked).toBe(900);
		expect(copy.flags.find(({ code }) => code === 'DUPLICATE')).toMatchObject({
			severity: 'info',
			entries: ['a', 'copy']
		});
		const differs = plain([work('2026-11-12', '08:00', '17:00'), work('2026-11-12', '08:30', '18:00')]);
		expect(differs).toMatchObject({
			workDays: [{ worked: 600 }],
			flags: [{ code: 'OVERLAP', severity: 'warn' }]
		});
	});

	it('H9: where two devices disagree on a break it is deducted and flagged', () => {
		const pair = plain([
			work('2026-11-12', '08:00', '17:00', { breaks: [LUNCH] }),
			work('2026-11-12', '08:00', '17:00')
		]);
		expect(pair).toMatchObject({ workDays: [{ worked: 480 }], flags: [{ code: 'OVERLAP' }] });
	});

	it('H8: an actual day replaces the planned one, and only that day', () => {
		const forecast = cn([
			work('2026-11-12', '08:00', '18:00', { status: 'planned' }),
			work('2026-11-12', '08:00', '16:00'),
			work('2026-11-13', '08:00', '18:00', { status: 'planned' })
		]);
		expect(forecast.workDays.map(({ worked, planned }) => [worked, planned])).toEqual([
			[480, false],
			[600, true]
		]);
		expect(codes(forecast)).toEqual(['OT_DAY_GT_1H 2026-11-13', 'PLANNED_OT 2026-11-13']);
	});

	it('H8: hours after midnight do not erase the plan of the next day', () => {
		const late = cn([
			work('2026-11-12', '18:00', '23:50'),
			work('2026-11-13', '00:10', '02:00'),
			work('2026-11-13', '14:00', '20:00', { status: 'planned' })
		]);
		expect(late.workDays.map(({ date, worked }) => [date, worked])).toEqual([
			['2026-11-12', 460],
			['2026-11-13', 360]
		]);
	});
});

describe('work days', () => {
	it('H10: two entries either side of midnight are one work day', () => {
		const one = cn([work('2026-11-12', '16:00', '23:30'), work('2026-11-13', '00:30', '03:00')]);
		expect(one.workDays).toMatchObject([
			{ date: '2026-11-12', worked: 600, buckets: { '1': 480, '1.5': 120 } }
		]);
	});

	it('H10: on one date a gap under eight hours is a split shift, eight hours or more two calls', () => {
		const split = (back: string) =>
			cn([work('2026-11-12', '06:00', '10:00'), work('2026-11-12', back, '23:00')]).workDays.length;
		expect(split('17:59')).toBe(1);
		expect(split('18:00')).toBe(2);
	});

	it('H10: after midnight a gap of four hours opens a new shift', () => {
		const next = (start: string) =>
			cn([work('2026-11-12', '12:00', '22:00'), work('2026-11-13', start, '09:00')]).workDays.length;
		expect(next('01:59')).toBe(1);
		expect(next('02:00')).toBe(2);
	});

	it('H11: the same shift has other overtime by call day and by fixed workday', () => {
		const night = [work('2026-11-12', '18:00', '28:00')];
		const by = (mode: object) =>
			assessHours({
				entries: night,
				ruleSet: 'us-ca-crew',
				overrides: { workday: mode },
				zone: 'America/Los_Angeles'
			}).workDays.map(({ date, buckets }) => [date, buckets]);
		// Ten hours from 18:00: by call day two over eight; cut at midnight six and four, none over.
		expect(by({ mode: 'call' })).toEqual([['2026-11-12', { '1': 480, '1.5': 120 }]]);
		expect(by({ mode: 'fixed', start: '00:00' })).toEqual([
			['2026-11-12', { '1': 360 }],
			['2026-11-13', { '1': 240 }]
		]);
	});
});

describe('day types', () => {
	it('H12: a night into a statutory holiday is ×3 only on the holiday’s own date', () => {
		// 30 September 2026 is an ordinary Wednesday: 20:00–24:00 at ×1, midnight–04:00 on 1 October at ×3.
		expect(cn([work('2026-09-30', '20:00', '28:00')]).workDays[0]?.buckets).toEqual({ '1': 240, '3': 240 });
	});

	it('H12: a night out of a statutory holiday takes the next date’s own type', () => {
		// 3 October is statutory, the 4th a day off: four hours at ×3, four at ×2.
		expect(cn([work('2026-10-03', '20:00', '28:00')]).workDays[0]?.buckets).toEqual({ '2': 240, '3': 240 });
	});

	it('H12: a night into or out of a rest day follows the call date', () => {
		expect(cn([work('2026-11-13', '20:00', '28:00')]).workDays[0]?.buckets).toEqual({ '1': 480 });
		expect(cn([work('2026-11-15', '20:00', '28:00')]).workDays[0]?.buckets).toEqual({ '2': 480 });
	});

	it('H12: a make-up Saturday is an ordinary day, a day off in the week is a rest day', () => {
		expect(cn([work('2026-10-10', '08:00', '18:00')]).workDays[0]).toMatchObject({
			type: 'makeup',
			buckets: { '1': 480, '1.5': 120 }
		});
		expect(cn([work('2026-10-06', '08:00', '18:00')]).workDays[0]).toMatchObject({
			type: 'rest',
			buckets: { '2': 600 }
		});
	});

	it('H33: hours past the known calendar are flagged, and 2027’s statutory days stand', () => {
		const next = cn([work('2027-02-05', '08:00', '16:00', { status: 'planned' })]);
		expect(next.workDays[0]?.buckets).toEqual({ '3': 480 });
		expect(codes(next)).toContain('CALENDAR_NOT_ENTERED 2027-02-05');
		expect(codes(cn([work('2026-12-31', '08:00', '16:00')]))).toEqual([]);
	});

	it('H34: a production’s own days and numbers come before the preset’s', () => {
		const own = cn([work('2026-11-12', '08:00', '18:00')], {
			calendarOverrides: { off: ['2026-11-12'], known_until: '2026-11-30' },
			overrides: { pay_rules: { day_types: { rest: 2.5 } } }
		});
		expect(own.workDays[0]?.buckets).toEqual({ '2.5': 600 });
		expect(readRuleSet('cn-standard').dayTypePay).toEqual({ statutory: 3, rest: 2 });
	});

	it('H34: “as cn-standard” is that calendar; either spelling is read', () => {
		const shared = {
			...PLAIN,
			calendar: 'as cn-standard',
			holiday_basis: 'workday',
			pay_rules: { day_types: { statutory: 3 } }
		};
		const camel = {
			...PLAIN,
			calendar: 'as cn-standard',
			holidayBasis: 'workday',
			payRules: { dayTypes: { statutory: 3 } }
		};
		for (const ruleSet of [shared, camel])
			expect(plain([work('2026-10-01', '08:00', '12:00')], ruleSet).workDays[0]?.buckets).toEqual({
				'3': 240
			});
	});

	it('H34: an unknown preset, kind of limit or zone is refused by name', () => {
		expect(() => cn([], { ruleSet: 'cn-standrad' })).toThrow(/cn-standrad/);
		expect(() => cn([], { ruleSet: { limits: [{ code: 'X', kind: 'mood' }] } })).toThrow(/mood/);
		expect(() => cn([], { zone: 'Asia/Shangri' })).toThrow(/Shangri/);
	});
});

describe('forecast', () => {
	it('H19: a small planned day can break the month', () => {
		// Twelve weekdays of 11 h are 36 h over eight: exactly at the limit. One planned day of 8 h 10 breaks it.
		const dates = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13', '16', '17'];
		const actual = dates.map((date) => work(`2026-11-${date}`, '08:00', '20:00', { breaks: [LUNCH] }));
		expect(codes(cn(actual)).filter((code) => code.startsWith('OT_MONTH'))).toEqual([]);
		const planned = work('2026-11-18', '08:00', '16:10', { status: 'planned' });
		expect(cn([...actual, planned]).flags.find(({ code }) => code === 'OT_MONTH_GT_36H')).toMatchObject({
			date: '2026-11-18',
			minutes: 10
		});
	});

	it('H19: the month’s sum starts again, and a shift over month end stays whole', () => {
		const over = cn([work('2026-11-30', '14:00', '26:00')]);
		expect(over.months).toEqual([{ month: '2026-11', worked: 720, premium: 240 }]);
	});

	it('every flag carries person, rule, source and entries', () => {
		const [flag] = cn([work('2026-11-12', '08:00', '18:00', { id: 'x' })], { person: { id: 'wang' } }).flags;
		expect(flag).toMatchObject({
			person: 'wang',
			rule: 'H18',
			code: 'OT_DAY_GT_1H',
			date: '2026-11-12',
			severity: 'warn',
			minutes: 60,
			source: 'Labour Law (劳动法) Art. 41',
			entries: ['x']
		});
	});

	it('entries of others are left out', () => {
		const mine = cn(
			[
				work('2026-11-12', '08:00', '12:00', { person: 'li' }),
				work('2026-11-12', '08:00', '10:00', { person: 'wang' })
			],
			{ person: { id: 'wang' } }
		);
		expect(mine.workDays[0]?.worked).toBe(120);
	});

	it('H32: a minor’s latest wrap and hours on set are as typed', () => {
		const child = cn([work('2026-11-14', '10:00', '22:30')], {
			person: { id: 'kid', minor: { latest_wrap: '22:00', hours_on_set: 8 } }
		});
		expect(child.flags.filter(({ rule }) => rule === 'H32')).toMatchObject([
			{ code: 'MINOR_HOURS', minutes: 270 },
			{ code: 'MINOR_LATE_WRAP', minutes: 30 }
		]);
	});
});
