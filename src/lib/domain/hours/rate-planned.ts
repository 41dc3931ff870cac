/** A quick way in for plans: spans that are known to be good → minutes by multiplier, without entries or flags. */
import type { Minutes } from '../calendar/duration.ts';
import type { Instant, ZoneClock } from '../calendar/zone-clock.ts';
import { rateDays, tiersFor, typedDays, type RatedDay } from './buckets.ts';
import { standing } from './corrections.ts';
import { checkLimits, weeksOf } from './limits.ts';
import { readEntries } from './read-entries.ts';
import type { LimitKind, Rules } from './rule-set.ts';
import { shiftsOf, type Shift } from './shifts.ts';
import type { Json } from './types.ts';
import { workDaysOf, type Day } from './work-days.ts';

/** A planned day of one person: call, length with the meal, and the meal in its middle. */
export type PlannedSpan = {
	readonly day: number;
	readonly call: Instant;
	readonly length: Minutes;
	readonly meal: Minutes;
};

/** Whether any minute can lie above ×1 by these rules; by the EU floor none can. */
export const paysOvertime = ({ daily, nthDay, weekly, period, dayTypePay }: Rules): boolean =>
	weekly !== null ||
	period !== null ||
	nthDay.length > 0 ||
	(daily?.tiers.length ?? 0) > 0 ||
	Object.values(dayTypePay).some((multiplier) => (multiplier ?? 1) > 1);

const silent = (): void => {};

/** The shifts of what was already worked, to stand before a plan. Nothing is flagged here. */
export const workedBefore = (entries: readonly Json[], rules: Rules, clock: ZoneClock): Shift[] =>
	shiftsOf(readEntries(standing(entries, silent), rules, clock, silent), rules, silent);

/** One planned day as a shift: the meal is taken off as far as the rule set deducts it. */
export function shiftOf({ day, call, length, meal }: PlannedSpan, { minDeduct, maxDeduct }: Rules): Shift {
	const to = call + length;
	const deducted = meal > 0 && meal >= minDeduct ? Math.min(meal, maxDeduct, length) : 0;
	const mealAt = call + Math.floor((length - meal) / 2);
	const worked = deducted === 0 ? [call, to] : [call, mealAt, mealAt + deducted, to];
	return { day, from: call, to, entries: [], ids: [], worked, gaps: [], workedMinutes: length - deducted };
}

export type RatedPlan = {
	readonly days: readonly Day[];
	readonly rated: readonly RatedDay[];
	readonly shifts: readonly Shift[];
	/** how many of `days` were worked before the plan */
	readonly before: number;
};

/**
 * Rates a plan of one person behind what was worked before. Spans are in order, of different dates, apart by more
 * than the continuation gap, after `before`.
 */
export function ratePlanned(
	before: readonly Shift[],
	plan: readonly PlannedSpan[],
	rules: Rules,
	clock: ZoneClock,
	activity: string | null = null
): RatedPlan {
	const shifts = [...before, ...plan.map((span) => shiftOf(span, rules))];
	const days = workDaysOf(shifts, rules, clock);
	const rated = rateDays(days, typedDays(days, rules, clock), tiersFor(rules, activity), rules.weekStart);
	const first = plan[0]?.day ?? Infinity;
	const planned = days.findIndex(({ day }) => day >= first);
	return { days, rated, shifts, before: planned < 0 ? days.length : planned };
}

/** Codes of the violations a plan makes, among the kinds of limits asked for. */
export function brokenLimits(
	{ days, rated, shifts }: RatedPlan,
	rules: Rules,
	clock: ZoneClock,
	kinds: readonly LimitKind[]
): string[] {
	const codes = new Set<string>();
	const limits = rules.limits.filter(
		({ kind, severity }) => severity === 'violation' && kinds.includes(kind)
	);
	if (limits.length === 0) return [];
	checkLimits(
		{
			shifts,
			days,
			rated,
			weeks: weeksOf(shifts, days, rules),
			rules: { ...rules, limits },
			clock,
			hasOptedOut: () => false,
			onShortRest: () => {}
		},
		(code) => codes.add(code)
	);
	return [...codes].sort();
}
