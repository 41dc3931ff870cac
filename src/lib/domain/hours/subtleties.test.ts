import { describe, expect, it } from 'vitest';
import { addDays, day } from '../calendar/day-key.ts';
import { assessHours } from './assess-hours.ts';
import { PRESET_LIST } from './presets/index.ts';
import type { HoursEntry, Json, Result } from './types.ts';

/** Those of hours-rules 4 that no rule's own test is about; the others stand in assess-hours.test and presets.test. */
let made = 0;
const work = (date: string, start: string, end: string, more: Partial<HoursEntry> = {}): HoursEntry => ({
	id: `s${made++}`,
	type: 'work',
	status: 'actual',
	date,
	start,
	end,
	breaks: [],
	...more
});
const judge = (
	entries: readonly (HoursEntry | Json)[],
	ruleSet: Json | string,
	zone = 'Asia/Shanghai'
): Result => assessHours({ entries, ruleSet, zone });
const codes = ({ flags }: Result): string[] => flags.map(({ code }) => code);

describe('dates and days', () => {
	it('H1: the date is the production’s, whatever zone the tablet or the server is in', () => {
		const shift = { ...work('2026-11-12', '23:30', '02:30', { breaks: [] }), zone: 'America/Los_Angeles' };
		for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'Europe/London'])
			expect(judge([shift], 'eu-wtd', zone).workDays).toMatchObject([{ date: '2026-11-12', worked: 180 }]);
	});

	it('H12: a holiday beats the weekend it falls on, a day off in the week is a rest day, the rest of a long holiday is no ×3', () => {
		const typeOf = (date: string): unknown => {
			const [one] = judge([work(date, '09:00', '12:00')], 'cn-standard').workDays;
			return [one?.type, Object.keys(one?.buckets ?? {})];
		};
		expect(typeOf('2026-10-03')).toEqual(['statutory', ['3']]); // a Saturday
		expect(typeOf('2026-10-05')).toEqual(['rest', ['2']]); // a Monday, off
		expect(typeOf('2026-10-10')).toEqual(['makeup', ['1']]); // a Saturday, worked instead
	});

	it('H20: worked dates with one free between are not in a row, whatever the hours', () => {
		const dates = Array.from({ length: 9 }, (_, n) => addDays(day('2026-11-02'), n));
		const worked = (of: readonly string[]): string[] =>
			codes(
				judge(
					of.map((date) => work(date, '08:00', '10:00')),
					'cn-standard'
				)
			);
		expect(worked(dates).filter((code) => code === 'CONSECUTIVE_DAYS')).toHaveLength(3);
		expect(worked(dates.filter((_, n) => n !== 4))).not.toContain('CONSECUTIVE_DAYS');
	});
});

describe('limits', () => {
	it('H19: exactly 36 h of overtime a month is not over, a minute more is', () => {
		// 12 weekdays with 3 h past 8: 36 h; the meal is taken off.
		const month = (extra: string): Result =>
			judge(
				Array.from({ length: 12 }, (_, n) =>
					work(addDays(day('2026-11-02'), n + 2 * Math.floor(n / 5)), '08:00', n === 11 ? extra : '20:00', {
						breaks: [{ start: '12:00', end: '13:00', kind: 'meal' }]
					})
				),
				// Weekly overtime apart: it would add to the sum.
				{ extends: 'cn-standard', pay_rules: { weekly: null } }
			);
		expect(month('20:00').months[0]?.premium).toBe(2160);
		expect(codes(month('20:00'))).not.toContain('OT_MONTH_GT_36H');
		expect(codes(month('20:01'))).toContain('OT_MONTH_GT_36H');
	});

	it('H22: a free calendar day is no weekly rest where the gap around it is short', () => {
		// Monday to Saturday, Sunday free: 23:00 on Saturday to 05:00 on Monday are 30 h, of 35.
		const week = Array.from({ length: 6 }, (_, n) => work(addDays(day('2026-11-02'), n), '13:00', '23:00'));
		expect(codes(judge([...week, work('2026-11-09', '05:00', '12:00')], 'eu-wtd'))).toContain(
			'WEEKLY_REST_SHORT'
		);
		expect(codes(judge([...week, work('2026-11-09', '10:00', '15:00')], 'eu-wtd'))).not.toContain(
			'WEEKLY_REST_SHORT'
		);
	});

	it('H27, H28: penalties are money, never worked minutes', () => {
		const long = [work('2026-11-12', '08:00', '21:00'), work('2026-11-13', '06:00', '13:00')];
		const { workDays } = judge(long, 'us-sag-performer', 'America/Los_Angeles');
		expect(workDays.flatMap(({ penalties }) => penalties).length).toBeGreaterThan(1);
		expect(workDays.map(({ worked }) => worked)).toEqual([13 * 60, 7 * 60]);
	});
});

describe('the record', () => {
	it('H3: rounding never touches the entries, and no preset rounds punches where that is unlawful', () => {
		const entry = Object.freeze(work('2026-11-12', '07:53', '18:07'));
		const before = JSON.stringify(entry);
		judge([entry], { rounding: { scope: 'punch', unit_min: 15, mode: 'nearest' } });
		expect(JSON.stringify(entry)).toBe(before);
		for (const { rounding } of PRESET_LIST as readonly { rounding?: { scope?: string } | null }[])
			expect(rounding?.scope).not.toBe('punch');
	});
});

describe('clocks', () => {
	const made11 = work('2026-11-12', '08:00', '18:00');
	const flagged = (clock: Json): Result['flags'][number] | undefined =>
		judge([{ ...made11, clock } as Json], 'eu-wtd').flags.find(({ code }) => code.startsWith('CLOCK'));

	it('H35: an entry of a clock that is a year out, was set or went back is flagged, and counts as it stands', () => {
		expect(flagged({ by: 'server', minutes: 525_600 })).toMatchObject({
			code: 'CLOCK_OFF',
			rule: 'H35',
			severity: 'warn',
			minutes: 525_600,
			figures: { days: 365, ahead: 1 }
		});
		expect(flagged({ by: 'jump', minutes: -180 })).toMatchObject({
			code: 'CLOCK_JUMPED',
			figures: { ahead: 0 }
		});
		expect(flagged({ by: 'back', minutes: -180 })?.code).toBe('CLOCK_JUMPED');
		expect(flagged({ by: 'day', minutes: -2000 })?.code).toBe('CLOCK_STRANGE');
		const { workDays } = judge([{ ...made11, clock: { by: 'server', minutes: 525_600 } } as Json], 'eu-wtd');
		expect(workDays).toMatchObject([{ date: '2026-11-12', worked: 600 }]);
	});

	it('H35: nothing is said of a clock nothing speaks against, nor of one that says nonsense', () => {
		for (const clock of [
			{},
			{ by: 'server', minutes: 0 },
			{ by: 'else', minutes: 9 },
			{ by: 'jump', minutes: 'x' }
		])
			expect(flagged(clock)).toBeUndefined();
	});

	it('H35: an entry that can’t be counted says it too', () => {
		const open = { ...made11, end: null, clock: { by: 'jump', minutes: 60 } } as Json;
		expect(codes(judge([open], 'eu-wtd'))).toEqual(['CLOCK_JUMPED', 'MISSING_END']);
	});

	it('H36: hours of a day that hasn’t come are counted and flagged; planned ones and today’s are not flagged', () => {
		const on = (date: string, more: Partial<HoursEntry> = {}): string[] => {
			const result = assessHours({
				entries: [work(date, '08:00', '14:00', more)],
				ruleSet: 'eu-wtd',
				zone: 'Asia/Shanghai',
				today: day('2026-11-12')
			});
			expect(result.workDays).toHaveLength(1);
			return codes(result);
		};
		expect(on('2027-11-12')).toEqual(['ENTRY_AHEAD']);
		expect(on('2026-11-12')).toEqual([]);
		expect(on('2026-11-20', { status: 'planned' })).toEqual([]);
	});
});
