/** Every row of the preset tables that can be reckoned by hand; the arithmetic stands beside it. */
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../calendar/day-key.ts';
import { assessHours } from './assess-hours.ts';
import { PRESET_LIST, ruleSetOn, type PresetId } from './presets/index.ts';
import type { HoursEntry, Json, Result } from './types.ts';

const ZONES: Readonly<Record<string, string>> = {
	cn: 'Asia/Shanghai',
	us: 'America/Los_Angeles',
	uk: 'Europe/London',
	eu: 'Europe/Berlin'
};
type Line = readonly [
	date: string,
	start: string,
	end: string,
	...breaks: (readonly [string, string] | Json)[]
];

const entriesOf = (lines: readonly Line[]): HoursEntry[] =>
	lines.map(([date, start, end, ...breaks], i) => ({
		id: `e${i}`,
		type: 'work',
		status: 'actual',
		date,
		start,
		end,
		breaks: breaks.map((one) =>
			Array.isArray(one)
				? { start: one[0], end: one[1], kind: 'meal' }
				: (one as unknown as { start: string })
		)
	}));
const by = (preset: PresetId, lines: readonly Line[], person?: Json): Result =>
	assessHours({ entries: entriesOf(lines), ruleSet: preset, zone: ZONES[preset.slice(0, 2)]!, person });
/** The same hours on so many dates in a row. */
const inRow = (
	from: string,
	days: number,
	...rest: [string, string, ...(readonly [string, string])[]]
): Line[] => Array.from({ length: days }, (_, i): Line => [addDays(day(from), i), ...rest]);
const buckets = (of: Result) => of.workDays.map((one) => one.buckets);
const said = (of: Result, code?: string): string[] =>
	of.flags.filter((flag) => !code || flag.code === code).map((flag) => `${flag.code} ${flag.date}`);
const LUNCH = ['12:00', '13:00'] as const;
const LATE_SUPPER = ['18:00', '18:30'] as const;

describe('China, standard hours', () => {
	const cn = (lines: readonly Line[], person?: Json) => by('cn-standard', lines, person);

	it('H13: 12 h on a Thursday: 8 h straight, 4 h at ×1.5', () => {
		expect(buckets(cn([['2026-11-12', '08:00', '21:00', LUNCH]]))).toEqual([{ '1': 480, '1.5': 240 }]);
	});

	it('H12: 12 h on a Saturday are ×2, on 1 October ×3, on a make-up Sunday as on a weekday', () => {
		expect(buckets(cn([['2026-11-14', '08:00', '20:00']]))).toEqual([{ '2': 720 }]);
		expect(buckets(cn([['2026-10-01', '08:00', '20:00']]))).toEqual([{ '3': 720 }]);
		expect(buckets(cn([['2026-09-20', '08:00', '20:00']]))).toEqual([{ '1': 480, '1.5': 240 }]);
	});

	it('H15: a make-up day is not counted to the week’s 40 h', () => {
		// Mon 5 – Fri 9 October: 5 to 7 are days off (×2), so the week has Thu, Fri and the make-up Sat 10.
		const week = cn([
			['2026-10-08', '08:00', '16:00'],
			['2026-10-09', '08:00', '16:00'],
			['2026-10-10', '08:00', '16:00']
		]);
		expect(buckets(week)).toEqual([{ '1': 480 }, { '1': 480 }, { '1': 480 }]);
		// Mon 14 – Sun 20 September with the make-up Sunday: 5 × 480 = 2,400 straight, the Sunday still straight.
		expect(
			buckets(cn(inRow('2026-09-14', 5, '08:00', '16:00').concat([['2026-09-20', '08:00', '16:00']])))[5]
		).toEqual({ '1': 480 });
	});

	it('H18: exactly 9 h and exactly 11 h are not over; a minute more is, and the stronger replaces the weaker', () => {
		expect(said(cn([['2026-11-12', '08:00', '17:00']]))).toEqual([]);
		expect(said(cn([['2026-11-12', '08:00', '17:01']]))).toEqual(['OT_DAY_GT_1H 2026-11-12']);
		expect(said(cn([['2026-11-12', '08:00', '19:00']]))).toEqual(['OT_DAY_GT_1H 2026-11-12']);
		expect(said(cn([['2026-11-12', '08:00', '19:01']]))).toEqual(['OT_DAY_GT_3H 2026-11-12']);
	});

	it('H19: rest-day hours count in the 36', () => {
		// Three Saturdays of 12 h = 36 h: at the limit. One minute over 8 h on Monday 30 November passes it.
		const saturdays: Line[] = ['07', '14', '21'].map((date) => [`2026-11-${date}`, '08:00', '20:00']);
		expect(said(cn(saturdays))).toEqual([]);
		const over = cn([...saturdays, ['2026-11-30', '08:00', '16:01']]);
		expect(said(over)).toEqual(['OT_MONTH_GT_36H 2026-11-30']);
		expect(over.flags[0]?.minutes).toBe(1);
	});

	it('H20: the 7th and 8th date in a row are flagged, over the end of a week too; a free day begins anew', () => {
		expect(said(cn(inRow('2026-11-12', 8, '08:00', '12:00')))).toEqual([
			'CONSECUTIVE_DAYS 2026-11-18',
			'CONSECUTIVE_DAYS 2026-11-19'
		]);
		expect(
			said(cn([...inRow('2026-11-09', 6, '08:00', '12:00'), ...inRow('2026-11-16', 6, '08:00', '12:00')]))
		).toEqual([]);
	});

	it('H21: exactly 10 h of rest is enough; less is advice', () => {
		expect(
			said(
				cn([
					['2026-11-12', '14:00', '22:00'],
					['2026-11-13', '08:00', '12:00']
				])
			)
		).toEqual([]);
		const short = cn([
			['2026-11-12', '14:00', '22:00'],
			['2026-11-13', '07:59', '12:00']
		]);
		expect(short.flags).toMatchObject([
			{ code: 'REST_SHORT', severity: 'advice', date: '2026-11-13', minutes: 1 }
		]);
	});

	it('H29, H30: 12,000 a month: 12,000 ÷ 21.75 ÷ 8 = 68.97 an hour; 10 h are 8 + 2 × 1.5 = 11 hours’ pay', () => {
		const { pay } = cn([['2026-11-12', '08:00', '18:00']], {
			contract: { pay: 'month', amounts: { month: 12000 } }
		});
		// 11 × 12,000 ÷ 174 = 758.6206… → 758.62, rounded once.
		expect(pay).toMatchObject({ currency: 'CNY', hourly: 68.97, total: 758.62 });
	});

	it('H29: 1,200 a day for 12 h is 100 an hour, statutory multipliers from hour nine', () => {
		const { pay } = cn([['2026-11-12', '08:00', '20:00']], {
			contract: { pay: 'day', amounts: 1200, contracted_min: 720 }
		});
		// 8 × 100 + 4 × 150 = 1,400.
		expect(pay).toMatchObject({ hourly: 100, total: 1400 });
	});

	it('H31: under a contract threshold pay begins after the contracted hours, and the statutory flags stay', () => {
		const lines = inRow('2026-11-09', 5, '08:00', '20:00');
		const contract = { pay: 'day', amounts: { day: 1000 }, contracted_min: 600 };
		const result = assessHours({
			entries: entriesOf(lines),
			ruleSet: 'cn-standard',
			overrides: { rate: { day_rate_method: 'threshold' } },
			zone: 'Asia/Shanghai',
			person: { contract }
		});
		expect(result.workDays[0]).toMatchObject({
			buckets: { '1': 480, '1.5': 240 },
			payBuckets: { '1': 600, '1.5': 120 }
		});
		expect(said(result, 'OT_DAY_GT_3H')).toHaveLength(5);
		// 5 days × (10 × 100 + 2 × 150) = 6,500.
		expect(result.pay).toMatchObject({ hourly: 100, total: 6500 });
	});
});

describe('China, comprehensive hours by the month', () => {
	it('H16: 9,922 minutes of the month are straight, the next ×1.5; rest days are no ×2, holidays are ×3', () => {
		// 20 dates × 8 h = 9,600; the 21st: 322 straight, 158 at ×1.5. 1 and 7 November 2026 are weekend days.
		const month = by('cn-comprehensive-month', inRow('2026-11-01', 21, '08:00', '16:00'));
		expect(buckets(month).slice(0, 20)).toEqual(Array.from({ length: 20 }, () => ({ '1': 480 })));
		expect(buckets(month)[20]).toEqual({ '1': 322, '1.5': 158 });
		expect(buckets(by('cn-comprehensive-month', [['2026-10-01', '08:00', '16:00']]))).toEqual([{ '3': 480 }]);
		expect(said(month)).toEqual([]);
	});

	it('H16: the next month begins again', () => {
		const over = by('cn-comprehensive-month', inRow('2026-11-10', 30, '08:00', '16:00'));
		expect(over.months.map(({ premium }) => premium)).toEqual([158, 0]);
	});
});

describe('California', () => {
	const ca = (lines: readonly Line[], person?: Json) => by('us-ca-crew', lines, person);

	it('H13: 14 h: 8 straight, 4 at ×1.5, 2 at ×2', () => {
		expect(buckets(ca([['2026-11-12', '07:00', '22:00', LUNCH]]))).toEqual([
			{ '1': 480, '1.5': 240, '2': 120 }
		]);
	});

	it('H15: six days of 8 h: the sixth is all past 40 h; hours already at ×1.5 aren’t counted twice', () => {
		expect(buckets(ca(inRow('2026-11-08', 6, '08:00', '16:00')))[5]).toEqual({ '1.5': 480 });
		// Four days of 10 h: 32 h straight and 8 h daily overtime; the fifth day of 8 h just reaches 40 h.
		const week = ca([...inRow('2026-11-08', 4, '08:00', '18:00'), ['2026-11-12', '08:00', '16:00']]);
		expect(buckets(week)[4]).toEqual({ '1': 480 });
	});

	it('H15: the week’s start decides: the same six days over two weeks have no weekly overtime', () => {
		expect(buckets(ca(inRow('2026-11-12', 6, '08:00', '16:00'))).flatMap(Object.keys)).toEqual([
			'1',
			'1',
			'1',
			'1',
			'1',
			'1'
		]);
	});

	it('H14, H20: the 7th day of the workweek: 8 h at ×1.5, beyond at ×2, and no day of rest', () => {
		const week = ca(inRow('2026-11-08', 7, '08:00', '18:00', LUNCH));
		// 9 h worked: 480 at ×1.5, 60 at ×2.
		expect(buckets(week)[6]).toEqual({ '1.5': 480, '2': 60 });
		expect(said(week, 'CONSECUTIVE_DAYS')).toEqual(['CONSECUTIVE_DAYS 2026-11-14']);
	});

	it('H20: seven days over two workweeks are lawful', () => {
		expect(said(ca(inRow('2026-11-11', 7, '08:00', '12:00')), 'CONSECUTIVE_DAYS')).toEqual([]);
	});

	it('H26, H27: a meal after exactly 6 h is in time, a minute later costs one hour, once a day', () => {
		expect(said(ca([['2026-11-12', '06:00', '18:30', ['12:00', '12:30']]]))).toEqual([]);
		const late = ca([['2026-11-12', '06:00', '19:00', ['12:01', '12:31']]], {
			contract: { pay: 'hour', amounts: { hour: 40 } }
		});
		expect(said(late)).toEqual(['MEAL_LATE 2026-11-12', 'MEAL_MISSED 2026-11-12']);
		expect(late.workDays[0]?.penalties).toEqual([{ code: 'MEAL_MISSED', hours: 1, minutes: 29 }]);
		// 750 min worked = 8 h + 4 h × 1.5 + 0.5 h × 2 = 15 h × 40 = 600, and one hour's premium of 40.
		expect(late.pay).toMatchObject({ penalties: 40, total: 640 });
	});

	it('H26: the clock starts again where the deducted part ends: of a 90-minute meal 60 are taken off', () => {
		// Meal 12:00–13:30, clock from 13:00: a wrap at 19:00 is in time, at 19:01 it isn't.
		expect(said(ca([['2026-11-12', '07:00', '19:00', ['12:00', '13:30']]]))).toEqual([]);
		expect(said(ca([['2026-11-12', '07:00', '19:01', ['12:00', '13:30']]]))).toEqual([
			'MEAL_MISSED 2026-11-12'
		]);
	});

	it('H29: 12 h for 700 is 700 ÷ (8 + 4 × 1.5 = 14) = 50 an hour; 10 h for 550 is 550 ÷ 11', () => {
		const pay = (amount: number, contracted_min: number) =>
			ca([['2026-11-12', '07:00', '20:00', LUNCH]], {
				contract: { pay: 'day', amounts: { day: amount }, contracted_min }
			}).pay;
		// 12 h worked: 14 × 50 = 700, the rate again; the wrap at 20:00 is 7 h after the meal: one hour of premium.
		expect(pay(700, 720)).toMatchObject({ hourly: 50, penalties: 50, total: 750 });
		expect(pay(550, 600)).toMatchObject({ hourly: 50 });
	});
});

describe('United States, federal minimum', () => {
	it('H15: 1.5 over 40 h, nothing daily', () => {
		// 4 × 12 h: the fourth day 4 h straight, 8 h over.
		expect(buckets(by('us-flsa', inRow('2026-11-08', 4, '08:00', '20:00')))).toEqual([
			{ '1': 720 },
			{ '1': 720 },
			{ '1': 720 },
			{ '1': 240, '1.5': 480 }
		]);
	});
});

describe('IATSE low budget', () => {
	const low = (lines: readonly Line[]) => by('us-iatse-lowbudget', lines);

	it('H13: triple time from 15 h after the call, by elapsed time', () => {
		// 06:00–22:30 less one hour: 930 worked. ×1 480, ×1.5 240; ×2 up to 21:00 = 840 − 720 = 120; ×3 90.
		expect(buckets(low([['2026-11-12', '06:00', '22:30', LUNCH]]))).toEqual([
			{ '1': 480, '1.5': 240, '2': 120, '3': 90 }
		]);
	});

	it('H14: the 6th date worked is ×1.5, the 7th ×2', () => {
		const week = buckets(low(inRow('2026-11-08', 7, '08:00', '12:00')));
		expect(week.slice(4)).toEqual([{ '1': 240 }, { '1.5': 240 }, { '2': 240 }]);
	});

	it('H27: a meal 61 minutes late costs 7.50 + 10 + 12.50 = 30', () => {
		const late = low([['2026-11-12', '06:00', '16:00', ['13:01', '13:31']]]);
		expect(late.workDays[0]?.penalties).toEqual([
			{ code: 'MEAL_LATE', amount: 30, currency: 'USD', minutes: 61 }
		]);
	});

	it('H22: 48 h from a five-day week, 32 h from a six-day week', () => {
		const then = (days: number, next: string, at: string) =>
			said(
				low([...inRow('2026-11-08', days, '08:00', '18:00', LUNCH), [next, at, '23:30']]),
				'WEEKLY_REST_SHORT'
			);
		// Five days end on Thu 12 at 18:00: Sat 14 at 18:00 is 48 h, but makes it a six-day week (32 h): enough.
		expect(then(5, '2026-11-14', '18:00')).toEqual([]);
		// Six days end on Fri 13 at 18:00: 32 h later is Sun 15 at 02:00; a minute earlier is short.
		expect(then(6, '2026-11-15', '02:00')).toEqual([]);
		expect(then(6, '2026-11-15', '01:59')).toEqual(['WEEKLY_REST_SHORT 2026-11-08']);
	});
});

describe('SAG-AFTRA day performer', () => {
	const sag = (lines: readonly Line[], person?: Json) => by('us-sag-performer', lines, person);

	it('H13, H17: ×1.5 for hours 9 and 10, ×2 beyond, in tenths of an hour', () => {
		// 07:00–18:10 less 30 = 640: 480, 120, 40; paid in steps of 6 min: 120 stays, 40 → 42.
		const one = sag([['2026-11-12', '07:00', '18:10', LATE_SUPPER, ['12:00', '12:30']]]);
		// The late supper is cut at the wrap: 10 min, too short to deduct.
		expect(one.workDays[0]).toMatchObject({
			worked: 640,
			buckets: { '1': 480, '1.5': 120, '2': 40 },
			payBuckets: { '1': 480, '1.5': 120, '2': 42 }
		});
	});

	it('H26: a paid breakfast within two hours of the call restarts the clock', () => {
		const breakfast = (at: string, to: string): Json => ({ start: at, end: to, paid: true, kind: 'ndb' });
		// Call 06:00. Breakfast 07:45–08:00, lunch at 14:00 is 6 h after it; without it two hours late.
		expect(
			said(sag([['2026-11-12', '06:00', '18:00', breakfast('07:45', '08:00'), ['14:00', '14:30']]]))
		).toEqual([]);
		const without = sag([['2026-11-12', '06:00', '18:00', ['14:00', '14:30']]]);
		// 120 min late: 25 + 35 + 50 + 50 = 160.
		expect(without.workDays[0]?.penalties).toMatchObject([{ code: 'MEAL_LATE', amount: 160 }]);
		expect(
			said(sag([['2026-11-12', '06:00', '18:00', breakfast('08:01', '08:16'), ['14:00', '14:30']]]))
		).toHaveLength(1);
		expect(
			said(sag([['2026-11-12', '06:00', '18:00', breakfast('07:45', '07:59'), ['14:00', '14:30']]]))
		).toHaveLength(1);
	});

	it('H21, H28: 12 h of rest, or a forced call: the lesser of a day’s pay and 900', () => {
		const two: Line[] = [
			['2026-11-12', '10:00', '20:00', ['14:00', '15:00']],
			['2026-11-13', '07:59', '12:00']
		];
		const forced = (amount: number) =>
			sag(two, { contract: { pay: 'day', amounts: { day: amount }, contracted_min: 480 } });
		expect(said(forced(700), 'REST_SHORT')).toEqual(['REST_SHORT 2026-11-13']);
		expect(forced(700).workDays[1]?.penalties).toEqual([
			{ code: 'FORCED_CALL', amount: 700, currency: 'USD', minutes: 1 }
		]);
		expect(forced(1204).workDays[1]?.penalties).toMatchObject([{ amount: 900 }]);
		expect(sag([two[0]!, ['2026-11-13', '08:00', '12:00']]).flags).toEqual([]);
	});

	it('H22: 56 h, or 54 h where the next call isn’t before 06:00, or 36 h after six days', () => {
		const rest = (next: string, at: string) =>
			said(
				sag([...inRow('2026-11-09', 5, '13:00', '23:00', ['18:00', '19:00']), [next, at, '12:00']]),
				'WEEKLY_REST_SHORT'
			);
		// Friday 13 at 23:00 + 54 h = Monday 16 at 05:00: before 06:00, so 56 h are due; 06:00 is 55 h and enough.
		expect(rest('2026-11-16', '05:00')).toEqual(['WEEKLY_REST_SHORT 2026-11-08']);
		expect(rest('2026-11-16', '05:59')).toEqual(['WEEKLY_REST_SHORT 2026-11-08']);
		expect(rest('2026-11-16', '06:00')).toEqual([]);
		expect(rest('2026-11-16', '07:00')).toEqual([]);
		// Six dates in the week: from Friday 23:00, 36 h later is Sunday 11:00.
		const six = (at: string) =>
			said(
				sag([...inRow('2026-11-08', 6, '13:00', '23:00', ['18:00', '19:00']), ['2026-11-15', at, '16:00']]),
				'WEEKLY_REST_SHORT'
			);
		expect(six('11:00')).toEqual([]);
		expect(six('10:59')).toEqual(['WEEKLY_REST_SHORT 2026-11-08']);
	});
});

describe('United Kingdom, TV drama', () => {
	const uk = (lines: readonly Line[], person?: Json) => by('uk-tv-drama', lines, person);

	it('H13, H17: ×1.5 after 10 h, paid in quarters', () => {
		// 08:00–19:20 less 1 h = 620: 600 straight, 20 over, paid as 30.
		expect(uk([['2026-11-12', '08:00', '19:20', LUNCH]]).workDays[0]).toMatchObject({
			buckets: { '1': 600, '1.5': 20 },
			payBuckets: { '1': 600, '1.5': 30 }
		});
	});

	it('H12: a bank holiday is ×2 and follows the call date', () => {
		expect(buckets(uk([['2026-12-25', '20:00', '27:00']]))).toEqual([{ '2': 420 }]);
		expect(buckets(uk([['2026-12-24', '20:00', '27:00']]))).toEqual([{ '1': 420 }]);
	});

	it('H30: an overtime hour is held between 35 and 70', () => {
		const pay = (amount: number) =>
			uk([['2026-11-12', '08:00', '20:00', LUNCH]], {
				contract: { pay: 'day', amounts: { day: amount }, contracted_min: 600 }
			}).pay;
		// 600 a day: 60 an hour, ×1.5 = 90, capped at 70: 600 + 70. 200 a day: ×1.5 = 30, raised to 35. 300: 45.
		expect(pay(600)).toMatchObject({ currency: 'GBP', hourly: 60, total: 670 });
		expect(pay(200)).toMatchObject({ hourly: 20, total: 235 });
		expect(pay(300)).toMatchObject({ total: 345 });
	});

	it('H21, H23: 11 h of rest; a break of 20 minutes over 6 h', () => {
		expect(
			said(
				uk([
					['2026-11-12', '12:00', '20:00', ['15:00', '15:20']],
					['2026-11-13', '07:00', '13:00']
				])
			)
		).toEqual([]);
		const short = uk([
			['2026-11-12', '12:00', '20:00', ['15:00', '15:19']],
			['2026-11-13', '06:59', '13:00']
		]);
		expect(said(short)).toEqual([
			'BREAK_MISSING 2026-11-12',
			'MEAL_SHORT 2026-11-12',
			'BREAK_MISSING 2026-11-13',
			'REST_SHORT 2026-11-13'
		]);
	});

	it('H22: 35 h of weekly rest, by the week that begins on Monday', () => {
		const rest = (at: string) =>
			said(
				uk([...inRow('2026-11-09', 6, '08:00', '20:00', LUNCH), ['2026-11-16', at, '12:00']]),
				'WEEKLY_REST_SHORT'
			);
		// Saturday 14 at 20:00 + 35 h = Monday 16 at 07:00.
		expect(rest('07:00')).toEqual([]);
		expect(rest('06:59')).toEqual(['WEEKLY_REST_SHORT 2026-11-09']);
	});

	it('H24: 48 h exactly is not over; short service is averaged over its own weeks; an opt-out is the person’s', () => {
		const week = (from: string, end: string) => inRow(from, 6, '08:00', end, ['12:00', '12:30']);
		// Six days of 8 h = 48 h; of 8 h 10 = 49 h.
		expect(said(uk(week('2026-11-09', '16:30')), 'WEEK_AVG_GT_48H')).toEqual([]);
		const over = uk(week('2026-11-09', '16:40'));
		expect(over.flags.find(({ code }) => code === 'WEEK_AVG_GT_48H')).toMatchObject({
			date: '2026-11-09',
			minutes: 60
		});
		// A second week of 47 h brings the average to 48 h.
		expect(
			said(uk([...week('2026-11-09', '16:40'), ...week('2026-11-16', '16:20')]), 'WEEK_AVG_GT_48H')
		).toEqual(['WEEK_AVG_GT_48H 2026-11-09']);
		expect(
			said(uk(week('2026-11-09', '16:40'), { contract: { opt_out_48: true } }), 'WEEK_AVG_GT_48H')
		).toEqual([]);
	});

	it('H25: 3 h at night and more than 8 h worked', () => {
		// 17:00–26:00 less 20 min = 520 worked, 23:00–02:00 = 180 at night.
		expect(said(uk([['2026-11-12', '17:00', '26:00', ['20:00', '20:20']]]))).toEqual([
			'NIGHT_OVER_8H 2026-11-12'
		]);
		expect(said(uk([['2026-11-12', '16:59', '25:59', ['20:00', '20:20']]]))).toEqual([]);
	});

	it('H13: tiers of one activity hold for it alone (the 2018 film agreement’s camera overtime)', () => {
		const film = {
			extends: 'uk-tv-drama',
			id: 'uk-film-2018',
			pay_rules: {
				daily: {
					tiers: [
						{ after_min: 660, multiplier: 2, activity: 'camera' },
						{ after_min: 660, multiplier: 1.5, activity: 'non-camera' }
					]
				}
			}
		};
		const day12 = (activity: string) =>
			assessHours({
				entries: entriesOf([['2026-11-12', '08:00', '21:00', LUNCH]]),
				ruleSet: film,
				zone: 'Europe/London',
				person: { contract: { activity } }
			}).workDays[0]?.buckets;
		expect(day12('camera')).toEqual({ '1': 660, '2': 60 });
		expect(day12('non-camera')).toEqual({ '1': 660, '1.5': 60 });
	});
});

describe('European Union', () => {
	it('H13: the Directive sets limits, not pay: everything is ×1', () => {
		const week = by('eu-wtd', inRow('2026-11-09', 7, '08:00', '20:00', LUNCH));
		expect(week.weeks).toMatchObject([{ worked: 7 * 660, premium: 0, days: 7 }]);
		// Seven days: no day of rest, no 35 h, and 77 h on average.
		expect(said(week)).toEqual(['WEEK_AVG_GT_48H 2026-11-09', 'CONSECUTIVE_DAYS 2026-11-15']);
	});
});

describe('rule sets as data', () => {
	it('H34: each has a name, a version, a date it holds from, and says which sources were not verified', () => {
		expect(PRESET_LIST).toHaveLength(8);
		for (const one of PRESET_LIST) {
			expect(one).toMatchObject({
				editable: true,
				version: expect.any(String),
				effective_from: expect.any(String)
			});
			expect(one.sources.length).toBeGreaterThan(0);
			for (const source of one.sources) expect(source.verified ? source.url : 'none').not.toBe('');
			for (const limit of one.limits) expect(limit.source).not.toBe('');
		}
	});

	it('H34: closed days are judged by the rules of their day', () => {
		const versions = [
			{ version: '1', effective_from: '2024-01-01', effective_to: '2024-12-31' },
			{ version: '2', effective_from: '2025-01-01' }
		];
		expect(ruleSetOn(versions, day('2024-12-31'))?.version).toBe('1');
		expect(ruleSetOn(versions, day('2025-01-01'))?.version).toBe('2');
		expect(ruleSetOn(versions, day('2023-12-31'))).toBeNull();
	});
});
