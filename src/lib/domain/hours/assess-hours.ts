/** The hours engine's front door: entries of one person and a rule set in, hours and what rules say of them out. */
import type { DayKey } from '../calendar/day-key.ts';
import { dayOfNumber } from '../calendar/day-number.ts';
import { zoneClock, type ZoneClock } from '../calendar/zone-clock.ts';
import { afterContract, rateDays, rounded, tiersFor, typedDays, type RatedDay } from './buckets.ts';
import { standing } from './corrections.ts';
import { flagsOf, inOrder, type Flagger } from './flagger.ts';
import { checkClocks } from './clocks.ts';
import { checkLimits, weeksOf, type Week } from './limits.ts';
import { checkMeals } from './meals.ts';
import { checkMinor } from './minors.ts';
import { payFor, rateFor, type Rate } from './pay.ts';
import { forcedCall, mealPenalties } from './penalties.ts';
import { readPerson, type Person } from './person.ts';
import { readEntries } from './read-entries.ts';
import type { Overrides, Rules } from './rule-set.ts';
import { shiftsOf, type Shift } from './shifts.ts';
import type {
	HoursEntry,
	HoursFlag,
	HoursPerson,
	Json,
	Penalty,
	Result,
	WorkDay,
	WorkMonth
} from './types.ts';
import {
	byDay,
	together,
	versionOn,
	versionsOf,
	type LaterRules,
	type Part,
	type Version
} from './versions.ts';
import { fixedDayAt, workDaysOf, type Day } from './work-days.ts';

export type HoursInput = Overrides & {
	/** of one person, in any order; those of others are left out where `person` has an id */
	readonly entries: readonly (HoursEntry | Json)[];
	/** a preset's id, a rule set as JSON (camelCase or snake_case), or `readRuleSet`'s answer, once for many people */
	readonly ruleSet: Rules | Json | string;
	/** rules that take over from a work day on, in order of their days (H34) */
	readonly later?: readonly LaterRules[];
	/** the production's IANA zone */
	readonly zone: string;
	readonly person?: HoursPerson | Json | string | null;
	/** the day in that zone: logged hours of later days are flagged; absent: nothing is said of them */
	readonly today?: DayKey | null;
};

/**
 * Judges the hours of one person, logged and planned together (hours-rules 4–8).
 *
 * - `workDays[].buckets` is a map from multiplier to whole minutes, `{ "1": 480, "1.5": 120 }`; its values sum to
 *   `worked`. `payBuckets` is the same after overtime rounding and the deal's threshold.
 * - `flags` are in order of date, code and entries; `minutes` says how much over or short.
 * - `pay` is in whole currency units with two decimals; null without a contract that names a rate.
 *
 * Pure: the same entries in any order give the same result. Bad entries are flagged and left out, never thrown.
 * Throws a `RangeError` for an unknown zone, an unknown preset or a limit of unknown kind.
 *
 * @example
 * assessHours({
 *   entries: [{ id: 'a', type: 'work', status: 'actual', date: '2026-11-12', start: '08:00', end: '20:00',
 *     breaks: [{ start: '12:00', end: '13:00' }] }],
 *   ruleSet: 'cn-standard', zone: 'Asia/Shanghai', person: { id: 'wang' }
 * }).workDays[0].buckets // { "1": 480, "1.5": 180 }
 */
export function assessHours(input: HoursInput): Result {
	const clock = zoneClock(input.zone);
	const person = readPerson(input.person);
	const theirs = (input.entries as readonly Json[]).filter(
		(entry) => person.id === '' || typeof entry.person !== 'string' || entry.person === person.id
	);
	const versions = versionsOf(input);
	const reckoned = versions.map(({ rules }) => reckon(theirs, rules, clock, person, input.today ?? null));
	const results = reckoned.map((own, i) =>
		judge(own, versions.length === 1 ? own.rated : ratedByDay(reckoned, i, versions), clock, person)
	);
	const { contract } = person;
	const parts = byDay(versions, results);
	const rules = versions.at(-1)!.rules;
	const paid = parts.flatMap(({ workDays }, i) => {
		const rate = reckoned[i]!.rate;
		return rate && (workDays.length > 0 || i === parts.length - 1)
			? [{ days: workDays, rate, rules: versions[i]!.rules }]
			: [];
	});
	const { workDays, weeks, flags } = together(parts);
	return {
		workDays,
		weeks,
		months: monthsFor(workDays),
		flags: inOrder([...flags]),
		pay: contract && paid.length > 0 ? payFor(paid, contract) : null,
		ruleSetVersion: rules.version,
		ruleSetVersions: versions.map(({ from, rules: { version } }) => ({ from, version }))
	};
}

/** The entries as one set of rules sees them: work days, and what each minute of them takes. */
type Reckoned = {
	readonly rules: Rules;
	readonly shifts: readonly Shift[];
	readonly days: readonly Day[];
	readonly rated: readonly RatedDay[];
	readonly paid: readonly RatedDay[];
	readonly rate: Rate | null;
	readonly flag: Flagger;
	readonly flags: HoursFlag[];
};

function reckon(
	entries: readonly Json[],
	rules: Rules,
	clock: ZoneClock,
	person: Person,
	today: DayKey | null
): Reckoned {
	const { flag, flags } = flagsOf(person.id);
	const stands = standing(entries, flag);
	checkClocks(stands, today, flag);
	const read = readEntries(stands, rules, clock, flag);
	const shifts = shiftsOf(read, rules, flag);
	const days = workDaysOf(shifts, rules, clock);
	const typed = typedDays(days, rules, clock);
	const tiers = tiersFor(rules, person.activity);
	const rated = rateDays(days, typed, tiers, rules.weekStart);
	const contracted = thresholdOf(person, rules);
	const paid =
		contracted === null ? rated : rateDays(days, typed, afterContract(tiers, contracted), rules.weekStart);
	const rate = person.contract && rateFor(person.contract, rules, tiers.daily);
	return { rules, shifts, days, rated, paid, rate, flag, flags };
}

/**
 * What each work day's minutes take by the rules of that day: limits that look back (the month's, the week's) count
 * days before a change of the rules as those were rated.
 */
function ratedByDay(
	reckoned: readonly Reckoned[],
	own: number,
	versions: readonly Version[]
): readonly RatedDay[] {
	const { days, rated } = reckoned[own]!;
	return days.map((day, i) => {
		const other = reckoned[versionOn(versions, dayOfNumber(day.day))]!;
		const at = other.days.findIndex((one) => one.day === day.day && one.entries[0] === day.entries[0]);
		return other.rated[at] ?? rated[i]!;
	});
}

function judge(own: Reckoned, rated: readonly RatedDay[], clock: ZoneClock, person: Person): Part {
	const { rules, shifts, days, paid, rate, flag, flags } = own;
	const weeks = weeksOf(shifts, days, rules);
	const penalties = penaltiesOf({ shifts, days, rated, weeks, rules, clock, person, rate, flag });
	days.forEach((day, i) => {
		const premium = rated[i]!.premium;
		if (day.planned && premium > 0)
			flag('PLANNED_OT', dayOfNumber(day.day), 'info', premium, day.entries, { premium });
		if (rules.knownUntil !== null && day.day > rules.knownUntil)
			flag('CALENDAR_NOT_ENTERED', dayOfNumber(day.day), 'warn', 0, day.entries);
	});
	const workDays = days.map((day, i) =>
		makeWorkDay(
			day,
			rated[i]!,
			{ payBuckets: rounded(paid[i]!.buckets, rules.rounding), penalties: penalties[i]! },
			rules,
			clock
		)
	);
	withRest(workDays, days, shifts);
	return { workDays, weeks: weeksFor(weeks, days, rated), flags };
}

/** The contracted minutes where the deal's overtime begins only after them; null elsewhere. */
function thresholdOf({ contract }: Person, { rate }: Rules): number | null {
	const method = contract?.method ?? rate.method;
	return /threshold/i.test(method) ? (contract?.contractedMin ?? null) : null;
}

type ForPenalties = {
	readonly shifts: readonly Shift[];
	readonly days: readonly Day[];
	readonly rated: readonly RatedDay[];
	readonly weeks: readonly Week[];
	readonly rules: Rules;
	readonly clock: ZoneClock;
	readonly person: Person;
	readonly rate: Rate | null;
	readonly flag: Flagger;
};

/** Checks limits, meals and a minor's own numbers; answers the penalties of each work day. */
function penaltiesOf({
	shifts,
	days,
	rated,
	weeks,
	rules,
	clock,
	person,
	rate,
	flag
}: ForPenalties): Penalty[][] {
	const penalties = days.map((): Penalty[] => []);
	const { fixedAt } = rules.workday;
	/** the work day a shift was called on */
	const dayIndex = (shift: Shift): number =>
		fixedAt === null
			? shifts.indexOf(shift)
			: days.findIndex(({ day }) => day === fixedDayAt(shift.from, fixedAt, clock));
	checkLimits(
		{
			shifts,
			days,
			rated,
			weeks,
			rules,
			clock,
			hasOptedOut: person.hasOptedOut,
			onShortRest: (limit, later, short) => {
				const penalty = forcedCall(limit, short, rate?.day ?? null);
				if (penalty) penalties[dayIndex(later)]?.push(penalty);
			}
		},
		flag
	);
	if (rules.meal) {
		const lateOn = new Map<number, ReturnType<typeof checkMeals>>();
		for (const shift of shifts) {
			const late = checkMeals(shift, rules.meal, flag);
			if (late.length === 0) continue;
			const index = dayIndex(shift);
			lateOn.set(index, [...(lateOn.get(index) ?? []), ...late]);
		}
		for (const [index, late] of lateOn) penalties[index]?.push(...mealPenalties(late, rules.meal));
	}
	if (person.minor) for (const shift of shifts) checkMinor(shift, person.minor, clock, flag);
	return penalties;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function makeWorkDay(
	day: Day,
	{ buckets }: RatedDay,
	paid: Pick<WorkDay, 'payBuckets' | 'penalties'>,
	rules: Rules,
	clock: ZoneClock
): Mutable<WorkDay> {
	const midnight = day.day * 1440;
	const inCallMode = rules.workday.fixedAt === null;
	const from = inCallMode ? day.shifts[0]!.from : day.worked[0]!;
	const to = inCallMode ? day.shifts[0]!.to : day.worked.at(-1)!;
	return {
		date: dayOfNumber(day.day),
		worked: day.workedMinutes,
		buckets,
		payBuckets: paid.payBuckets,
		penalties: paid.penalties,
		type: rules.dayTypeOf(day.day),
		planned: day.planned,
		call: clock.localOf(from) - midnight,
		wrap: clock.localOf(to) - midnight,
		restBefore: null,
		entries: day.entries
	};
}

/** Rest lies between shifts; a work day has the rest before the shift it begins with, if it begins one. */
function withRest(workDays: Mutable<WorkDay>[], days: readonly Day[], shifts: readonly Shift[]): void {
	const restBefore = new Map(
		shifts.map((shift, i) => [shift, i === 0 ? null : shift.from - shifts[i - 1]!.to])
	);
	days.forEach((day, i) => {
		const own =
			day.shifts.find((shift) => day.worked.length === 0 || shift.from >= day.worked[0]!) ?? day.shifts[0];
		workDays[i]!.restBefore = (own && restBefore.get(own)) ?? null;
	});
}

function weeksFor(weeks: readonly Week[], days: readonly Day[], rated: readonly RatedDay[]): Result['weeks'] {
	const premium = new Map<number, number>();
	days.forEach((day, i) => {
		const week = weeks.findLast(({ start }) => start <= day.day)!.start;
		premium.set(week, (premium.get(week) ?? 0) + rated[i]!.premium);
	});
	return weeks.map(({ start, worked, dates, gaps }) => {
		const longest = Math.max(-Infinity, ...gaps.map(({ minutes }) => minutes));
		return {
			start: dayOfNumber(start),
			worked,
			premium: premium.get(start) ?? 0,
			days: dates.size,
			longestRest: Number.isFinite(longest) ? longest : null
		};
	});
}

function monthsFor(workDays: readonly WorkDay[]): WorkMonth[] {
	const months = new Map<string, Mutable<WorkMonth>>();
	for (const { date, worked, buckets } of workDays) {
		const key = date.slice(0, 7);
		const month = months.get(key) ?? { month: key, worked: 0, premium: 0 };
		months.set(key, month);
		month.worked += worked;
		for (const multiplier in buckets) if (Number(multiplier) > 1) month.premium += buckets[multiplier]!;
	}
	return [...months.values()];
}
