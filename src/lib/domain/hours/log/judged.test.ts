import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import type { PersonId, ProductionId, RuleChangeId } from '../../ids.ts';
import { newRow } from '../../schedule/new-rows.ts';
import { personRecord, productionRecord } from '../../schedule/records.ts';
import { contractOf, overtimeOf } from '../deal.ts';
import { ruleChangeRecord, type RuleChange } from '../own-rules/record.ts';
import { judgeHours, type Judging } from './judged.ts';
import type { Keyed, LoggedEntry } from './logged.ts';
import { dayStandings } from './standing.ts';

const production = newRow(productionRecord, 'p' as ProductionId, {
	zone: 'Asia/Shanghai',
	contractMinutes: 600
});
const grip = newRow(personRecord, 'wang' as PersonId, { name: 'Wang', department: 'camera' });
const entry = (date: string, start: string, end: string): Keyed<LoggedEntry> => ({
	key: date,
	id: date,
	person: 'wang',
	by: 'u',
	byName: 'Wang',
	self: true,
	station: null,
	at: 0,
	zone: '',
	device: 'phone',
	kind: 'entry',
	type: 'work',
	date: day(date),
	start,
	end,
	startFold: null,
	endFold: null,
	breaks: [{ start: '12:00', end: '13:00', paid: false, kind: 'meal' }],
	note: '',
	supersedes: [],
	reason: '',
	punches: []
});
const call = (date: string, callAt: number, wrapAt: number) => ({
	date: day(date),
	callAt,
	wrapAt,
	meals: [{ from: 720, to: 780 }]
});
const judge = (entries: Keyed<LoggedEntry>[], more: Partial<Judging> = {}) =>
	judgeHours({
		person: grip,
		production,
		ruleChanges: new Map(),
		days: dayStandings(entries).values(),
		calls: [],
		today: day('2026-11-12'),
		...more
	});

describe('a week that is half worked and half planned', () => {
	// Mon 9 and Tue 10 Nov 2026: 07:00–20:00 less an hour is 12 h, 4 h of it above eight.
	const worked = [entry('2026-11-09', '07:00', '20:00'), entry('2026-11-10', '07:00', '20:00')];

	test('counts what was logged, and the board for the days to come', () => {
		const judged = judge(worked, {
			calls: [call('2026-11-09', 420, 1500), call('2026-11-12', 420, 1200), call('2026-11-11', 420, 1200)]
		});
		expect(judged.workDays.map(({ date, worked: minutes, planned }) => [date, minutes, planned])).toEqual([
			['2026-11-09', 720, false],
			['2026-11-10', 720, false],
			['2026-11-12', 720, true]
		]);
		expect(judged.weeks[0]).toMatchObject({ worked: 2160, premium: 720 });
	});

	test('says a limit that the plan will break before it is broken', () => {
		const judged = judge(worked, { calls: [call('2026-11-12', 420, 1260)], today: day('2026-11-11') });
		expect(judged.flagsOn.get(day('2026-11-12'))?.map(({ code }) => code)).toContain('OT_DAY_GT_3H');
	});

	test('a wrap past midnight shortens the rest before the next call', () => {
		const judged = judge([entry('2026-11-09', '09:00', '26:00')], {
			calls: [call('2026-11-10', 420, 1080)],
			today: day('2026-11-10')
		});
		const short = judged.flags.find(({ code }) => code === 'REST_SHORT');
		// wrapped at 02:00, called at 07:00: five hours of rest, five short of ten
		expect(short).toMatchObject({ date: '2026-11-10', minutes: 300 });
	});
});

test('a day off and a day without an end count no hours; the second says so', () => {
	const off: Keyed<LoggedEntry> = {
		...entry('2026-11-09', '07:00', '20:00'),
		type: 'off',
		start: null,
		end: null
	};
	const open: Keyed<LoggedEntry> = { ...entry('2026-11-10', '07:00', '20:00'), end: null };
	const judged = judge([off, open]);
	expect(judged.workDays).toEqual([]);
	expect(judged.flags.map(({ code }) => code)).toEqual(['MISSING_END']);
});

describe('bad input as it was logged is counted as the rules say, and flagged', () => {
	const on = (more: Partial<LoggedEntry>): readonly string[] =>
		judge([{ ...entry('2026-11-10', '08:00', '16:00'), ...more }], { today: day('2026-11-30') }).flags.map(
			({ code }) => code
		);
	const meal = (start: string, end: string): Partial<LoggedEntry> => ({
		breaks: [{ start, end, paid: false, kind: 'meal' }]
	});

	test.each([
		['H2: no end', { end: null }, 'MISSING_END'],
		['H2: no start', { start: null }, 'ENTRY_UNREADABLE'],
		['H2: zero length', { end: '08:00' }, 'ZERO_LENGTH'],
		['H2: an end before the start', { end: '07:00' }, 'NEGATIVE_DURATION'],
		['H2: more than a day', { end: '33:00' }, 'ENTRY_OVER_24H'],
		['H5: a meal outside the shift', meal('06:00', '06:40'), 'BREAK_OUTSIDE_SHIFT'],
		['H5: a meal past the wrap', meal('15:30', '16:30'), 'BREAK_OUTSIDE_SHIFT'],
		['H35: a clock a year ahead of the server', { clock: { by: 'server', minutes: 525_600 } }, 'CLOCK_OFF'],
		['H35: a clock that was set', { clock: { by: 'jump', minutes: -90 } }, 'CLOCK_JUMPED'],
		['H35: written a year before its day', { at: Date.UTC(2025, 10, 10) }, 'CLOCK_STRANGE'],
		['H35: written a year after its day', { at: Date.UTC(2027, 10, 10) }, 'CLOCK_STRANGE'],
		['H36: a day that hasn’t come', { date: day('2027-11-10') }, 'ENTRY_AHEAD']
	] as readonly (readonly [string, Partial<LoggedEntry>, string])[])('%s', (_what, more, code) => {
		expect(on(more)).toContain(code);
	});

	test('H35: hours written on their day, the night after, and weeks later say nothing', () => {
		for (const at of [Date.UTC(2026, 10, 9, 23), Date.UTC(2026, 10, 11, 2), Date.UTC(2026, 11, 20)])
			expect(on({ at })).toEqual([]);
	});

	test('H1: a time that doesn’t exist when the clock goes forward is moved on and flagged, one that comes twice is said', () => {
		const london = { production: { ...production, zone: 'Europe/London', ruleSet: 'eu-wtd' } };
		const night = (date: string, start: string): readonly string[] =>
			judge([entry(date, start, '09:00')], london).flags.map(({ code }) => code);
		expect(night('2026-03-29', '01:30')).toContain('DST_GAP');
		expect(night('2026-10-25', '01:30')).toContain('DST_AMBIGUOUS');
	});

	test('H9: two devices that overlap count once, and say so', () => {
		const twice = [
			{ ...entry('2026-11-10', '08:00', '14:00'), breaks: [] },
			{ ...entry('2026-11-10', '12:00', '16:00'), breaks: [], key: 'other', id: 'other', device: 'tablet' }
		];
		const { workDays, flags } = judge(twice);
		expect(workDays[0]?.worked).toBe(480);
		expect(flags.map(({ code }) => code)).toContain('OVERLAP');
	});
});

test('four hours of overtime of a package are worth what an hour of it is worth, times the law’s multiplier', () => {
	// A package of 6,000 for 10 days is 600 a day; the agreed ten hours make 60 an hour; 4 h × 1.5 × 60 = 360.
	const deal = { pay: 'package', amount: 600_000, packageDays: 10, paysOvertime: false } as const;
	const judged = judge([entry('2026-11-09', '07:00', '20:00')], { deal: contractOf(deal, 'CNY') });
	expect(judged.pay?.hourly).toBe(60);
	expect(overtimeOf(judged.workDays, judged.pay?.hourly ?? null, deal.paysOvertime, 'CNY')).toEqual({
		minutes: 240,
		value: 36_000,
		paid: false
	});
	expect(contractOf({ ...deal, packageDays: null }, 'CNY')).toBeNull();
	expect(contractOf({ ...deal, pay: 'day', amount: 9000 }, 'JPY')?.amounts).toEqual({ day: '9000' });
});

describe('whose rules judge a person', () => {
	const changed = (values: Partial<RuleChange>): Partial<Judging> => {
		const row = newRow(ruleChangeRecord, 'c' as RuleChangeId, { ruleSet: 'cn-standard', at: 1, ...values });
		return { ruleChanges: new Map([[row.id, row]]) };
	};
	const worked = [entry('2026-11-09', '07:00', '20:00'), entry('2026-11-10', '07:00', '20:00')];
	const premium = (more: Partial<Judging>): number => judge(worked, more).months[0]?.premium ?? 0;

	test('the production’s own number counts, for what is planned too', () => {
		expect(premium({})).toBe(480);
		expect(premium(changed({ what: 'tier.1.afterMin', value: 600 }))).toBe(240);
		const limit = changed({ what: 'limit.OT_DAY_GT_3H.overMin', value: 300 });
		const planned = { calls: [call('2026-11-12', 420, 1260)], today: day('2026-11-11') };
		const codes = (more: Partial<Judging>) =>
			judge(worked, { ...planned, ...more })
				.flagsOn.get(day('2026-11-12'))
				?.map(({ code }) => code);
		expect(codes({})).toContain('OT_DAY_GT_3H');
		expect(codes(limit)).not.toContain('OT_DAY_GT_3H');
	});
	test('a person’s own set counts for that person, from the day it was chosen for', () => {
		const own = changed({
			personId: grip.id,
			ruleSet: '',
			what: 'set',
			value: 'eu-wtd',
			from: day('2026-11-10')
		});
		expect(premium(own)).toBe(240);
		expect(judge(worked, own).ruleSetVersions).toEqual([
			{ from: null, version: 'cn-standard@2026-1' },
			{ from: '2026-11-10', version: 'eu-wtd@2026-1' }
		]);
	});
});
