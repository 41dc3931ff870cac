/**
 * Overtime of thousands of levelled plans: the same rules as `rateDays`, for days that differ in length only. What a
 * day of one length comes to is kept, so a plan costs a few sums a day; `plan-rater.test.ts` holds it to the engine.
 */
import { dayOfNumber, weekOf } from '../calendar/day-number.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { Instant, ZoneClock } from '../calendar/zone-clock.ts';
import { periodOf, runsOf, tiersFor, type TierSet } from './buckets.ts';
import { typedStretches, type Typed } from './day-type.ts';
import { ratePlanned, shiftOf } from './rate-planned.ts';
import type { Rules } from './rule-set.ts';
import type { Shift } from './shifts.ts';
import { workDaysOf } from './work-days.ts';

/** A date somebody may be called on. */
export type PlanDate = { readonly day: number; readonly call: Instant };

/** Where the counting of weeks and periods stands after what was worked before. */
export type RatedSoFar = {
	readonly before: readonly Shift[];
	readonly week: number;
	readonly lastDay: number;
	readonly nth: number;
	readonly weekSum: Minutes;
	readonly period: string;
	readonly periodSum: Minutes;
};

export type PlanRater = {
	readonly soFar: (before: readonly Shift[]) => RatedSoFar;
	/**
	 * Minutes above ×1 by multiplier, of the planned days alone.
	 * @param on places in the list of dates, ascending
	 * @param lengthOf call to wrap with the meal, by place
	 */
	readonly overtime: (
		soFar: RatedSoFar,
		on: readonly number[],
		lengthOf: (place: number) => Minutes
	) => ReadonlyMap<number, Minutes>;
};

/** What one day comes to before weeks and periods are counted. */
type DayRate = {
	/** minutes at ×1 that the week counts, and those it doesn't */
	readonly counted: Minutes;
	readonly uncounted: Minutes;
	readonly premium: readonly (readonly [multiplier: number, minutes: Minutes])[];
};

type Counting = { -readonly [K in keyof Omit<RatedSoFar, 'before'>]: RatedSoFar[K] };

const START: Counting = { week: NaN, lastDay: NaN, nth: 0, weekSum: 0, period: '', periodSum: 0 };
/** Longer than any day with its meal. */
const LENGTHS = 4096;

export function planRater(
	dates: readonly PlanDate[],
	meal: Minutes,
	rules: Rules,
	clock: ZoneClock
): PlanRater {
	const tiers = tiersFor(rules, null);
	const mostNth = Math.max(0, ...tiers.nthDay.map(({ n }) => n)) + 1;
	const kinds = dates.map((date) => kindOf(date, rules, clock));
	const weeks = dates.map(({ day }) => weekOf(day, rules.weekStart));
	const periods = dates.map(({ day }) => (tiers.period ? periodOf(dayOfNumber(day), tiers.period.unit) : ''));
	const known = new Map<number, DayRate>();

	function rate(place: number, length: Minutes, nth: number): DayRate {
		const key = (kinds[place]! * (mostNth + 1) + Math.min(nth, mostNth)) * LENGTHS + length;
		let found = known.get(key);
		if (!found) {
			const shift = shiftOf({ ...dates[place]!, length, meal }, rules);
			const [day] = workDaysOf([shift], rules, clock);
			known.set(key, (found = dayRate(typedStretches(day!, rules, clock), tiers, nth)));
		}
		return found;
	}

	function soFar(before: readonly Shift[]): RatedSoFar {
		const at = { ...START };
		for (const day of workDaysOf(before, rules, clock)) {
			const period = tiers.period ? periodOf(dayOfNumber(day.day), tiers.period.unit) : '';
			enter(at, day.day, weekOf(day.day, rules.weekStart), period);
			count(at, dayRate(typedStretches(day, rules, clock), tiers, at.nth), tiers, () => {});
		}
		return { before, ...at };
	}

	if (rules.workday.fixedAt !== null) return { soFar, overtime: byShifts(dates, meal, rules, clock) };
	return {
		soFar,
		overtime: (from, on, lengthOf) => {
			const at: Counting = { ...from };
			const above = new Map<number, Minutes>();
			const add = (multiplier: number, minutes: Minutes): void => {
				if (minutes > 0) above.set(multiplier, (above.get(multiplier) ?? 0) + minutes);
			};
			for (const place of on) {
				enter(at, dates[place]!.day, weeks[place]!, periods[place]!);
				count(at, rate(place, lengthOf(place), at.nth), tiers, add);
			}
			return above;
		}
	};
}

function enter(at: Counting, day: number, week: number, period: string): void {
	if (week !== at.week) {
		at.week = week;
		at.nth = 0;
		at.weekSum = 0;
		at.lastDay = NaN;
	}
	if (day !== at.lastDay) at.nth++;
	at.lastDay = day;
	if (period !== at.period) {
		at.period = period;
		at.periodSum = 0;
	}
}

/** Within a day the order of straight minutes doesn't matter to how many of them lie past a threshold. */
function count(
	at: Counting,
	{ counted, uncounted, premium }: DayRate,
	{ weekly, period }: TierSet,
	add: (multiplier: number, minutes: Minutes) => void
): void {
	for (const [multiplier, minutes] of premium) add(multiplier, minutes);
	let straight = counted;
	if (weekly) {
		straight = Math.min(counted, Math.max(0, weekly.threshold - at.weekSum));
		at.weekSum += counted;
		add(weekly.multiplier, counted - straight);
	}
	if (period) {
		const left = straight + uncounted;
		const kept = Math.min(left, Math.max(0, period.threshold - at.periodSum));
		at.periodSum += left;
		add(period.multiplier, left - kept);
	}
}

function dayRate(typed: readonly Typed[], tiers: TierSet, nth: number): DayRate {
	const premium = new Map<number, Minutes>();
	let counted = 0;
	let uncounted = 0;
	for (const { minutes, multiplier, type } of runsOf(typed, tiers, nth))
		if (multiplier > 1) premium.set(multiplier, (premium.get(multiplier) ?? 0) + minutes);
		else if (tiers.weekly?.exclude.includes(type)) uncounted += minutes;
		else counted += minutes;
	return { counted, uncounted, premium: [...premium] };
}

const TYPES = ['ordinary', 'rest', 'makeup', 'statutory'];

/** Dates alike for rating share a number: the same type throughout, unless midnight leads into or out of a holiday. */
function kindOf({ day, call }: PlanDate, rules: Rules, clock: ZoneClock): number {
	const type = rules.dayTypeOf(day);
	if (!rules.byCalendarMinute) return TYPES.indexOf(type);
	const last = Math.floor(clock.localOf(call + 1440) / 1440);
	for (let other = day; other <= last; other++)
		if (rules.dayTypeOf(other) === 'statutory') return TYPES.length + day;
	return TYPES.indexOf(type);
}

/** Fixed workdays cut shifts, so that a day's length alone doesn't say what it comes to: the engine itself rates. */
const byShifts =
	(dates: readonly PlanDate[], meal: Minutes, rules: Rules, clock: ZoneClock): PlanRater['overtime'] =>
	({ before }, on, lengthOf) => {
		const spans = on.map((place) => ({ ...dates[place]!, length: lengthOf(place), meal }));
		const plan = ratePlanned(before, spans, rules, clock);
		const above = new Map<number, Minutes>();
		for (const { buckets } of plan.rated.slice(plan.before))
			for (const key in buckets)
				if (key !== '1') above.set(Number(key), (above.get(Number(key)) ?? 0) + buckets[key]!);
		return above;
	};
