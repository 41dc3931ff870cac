/** What each set of causes leaves: work, days allowed, and the least overtime over them (compression.md 4). */
import type { Minutes } from '../../calendar/duration.ts';
import type { Exact } from '../../hours/exact.ts';
import type { Levelled, Leveller } from './levelled.ts';
import { CAUSES, type Cause, type CompressionInput, type WorkScene } from './types.ts';

/** A set of causes as a bit mask over `CAUSES`. */
export type CauseSet = number;
export const bit = (cause: Cause): CauseSet => 1 << CAUSES.indexOf(cause);
export const ALL: CauseSet = (1 << CAUSES.length) - 1;
const has = (set: CauseSet, cause: Cause): boolean => (set & bit(cause)) !== 0;

export type Outcome = {
	readonly work: Minutes;
	/** day counts allowed, ascending; empty: none is */
	readonly allowed: readonly number[];
	/** the plan of least overtime among them, of the fewest days; without any, that of no day */
	readonly best: Levelled;
};

/** What may be changed in a what-if. */
export type Change = {
	readonly moreCents?: number;
	readonly moreDays?: number;
	readonly without?: ReadonlySet<string>;
};

/** Minutes of shooting left under a set of causes: scenes not added by others, at pace, with what delays took. */
export function workLeft(
	{ scenes, pace, lostMinutes = 0 }: CompressionInput,
	set: CauseSet,
	without: ReadonlySet<string> = new Set()
): Minutes {
	const counts = ({ id, from }: WorkScene): boolean => !without.has(id) && (!from || has(set, from));
	const estimated = scenes.reduce((sum, scene) => sum + (counts(scene) ? scene.minutes : 0), 0);
	const known = has(set, 'slower') && pace && pace.strips >= 3 && pace.estimated > 0;
	const paced = known ? Math.ceil((estimated * pace.actual) / pace.estimated) : estimated;
	return Math.max(0, has(set, 'events') ? paced : paced - lostMinutes);
}

/** Days up to the launch with those late who are in the set; 60 where the launch doesn't hold. */
export function windowDays({ window }: CompressionInput, set: CauseSet, most: number, more = 0): number {
	if (!has(set, 'launch')) return most;
	const days = window.filter(({ late }) => late.every((party) => has(set, party))).map((row) => row.days);
	return Math.max(0, Math.min(most, ...days.map((n) => n + more)));
}

/** d × (day rates + the day's own sum) + paid overtime, in cents; null without money. */
export function costOf({ budget }: CompressionInput, { wagesCents, paid, days }: Levelled): Exact | null {
	if (!budget || 'paidDays' in budget) return null;
	return { over: BigInt(wagesCents + days * budget.dayCents) * paid.under + paid.over, under: paid.under };
}

/** Whether the budget pays for a plan. */
export function isPaid(input: CompressionInput, levelled: Levelled, moreCents = 0): boolean {
	const { budget } = input;
	if (!budget) return true;
	if ('paidDays' in budget) return levelled.days <= budget.paidDays;
	const cost = costOf(input, levelled)!;
	return cost.over <= BigInt(budget.leftCents + moreCents) * cost.under;
}

/** The least overtime a set of causes allows. */
export function outcome(
	input: CompressionInput,
	{ level, most }: Leveller,
	set: CauseSet,
	change: Change = {}
): Outcome {
	const work = workLeft(input, set, change.without);
	const until = windowDays(input, set, most, change.moreDays);
	const allowed: number[] = [];
	let best: Levelled | null = null;
	for (let days = 1; days <= until; days++) {
		const levelled = level(work, days);
		if (has(set, 'budget') && !isPaid(input, levelled, change.moreCents)) continue;
		allowed.push(days);
		if (!best || levelled.overtime < best.overtime) best = levelled;
	}
	return { work, allowed, best: best ?? level(work, 0) };
}

/** The smallest day count, up to 60, at which overtime is least. */
export function daysNeeded({ level, most }: Leveller, work: Minutes): number {
	if (work === 0) return 0;
	let best = level(work, Math.min(1, most));
	for (let days = 2; days <= most; days++) {
		const levelled = level(work, days);
		if (levelled.overtime < best.overtime) best = levelled;
	}
	return best.days;
}
