/** How many days the money buys (compression.md 3 and 5, rules M1–M7 of RULES.md). */
import type { DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import { money as inCents } from '../hours/exact.ts';
import { ALL, costOf, daysNeeded, isPaid, outcome, workLeft } from '../launch/compression/causes.ts';
import { leveller, type Leveller } from '../launch/compression/levelled.ts';
import type { CompressionInput } from '../launch/compression/types.ts';
import type { Cents } from '../money.ts';
import { dayCost, dayLines, onceSum, type DayCost } from './day-cost.ts';
import type { MoneyLine } from './records.ts';
import type { ShootLeft } from './shoot-left.ts';

/** One day count: what it costs, and what its overtime is worth that nobody pays. */
export type DayPoint = {
	/** days left, and with those worked before them */
	readonly days: number;
	readonly total: number;
	/** day rates, the day's lines and overtime as the deals pay it */
	readonly paid: Cents;
	/** value of the overtime that deals don't pay */
	readonly unpaid: Cents;
	readonly overtime: Minutes;
	readonly isPaidFor: boolean;
	/** a hard limit breaks, or a day can't hold the work */
	readonly isImpossible: boolean;
};

/** Another day count beside one: what changes. Negative: less. */
export type DayPrice = {
	readonly to: number;
	readonly paid: Cents;
	readonly unpaid: Cents;
	readonly overtime: Minutes;
};

export type DaysBought = {
	/** what was taken once, and what the days worked took */
	readonly once: Cents;
	readonly workedCents: Cents;
	/** what is left for shooting; null: no budget yet */
	readonly left: Cents | null;
	readonly worked: number;
	/** days left on the board */
	readonly planned: number;
	/** the largest number of days left that the money pays for; null: no budget yet */
	readonly paidFor: number | null;
	/** days left of least overtime, of least cost */
	readonly needed: number;
	readonly cheapest: number | null;
	readonly work: Minutes;
	readonly usual: DayCost;
	readonly points: readonly DayPoint[];
	readonly more: DayPrice | null;
	readonly fewer: DayPrice | null;
	/** what the marketing lines take: days they would pay for, and the overtime those would spare */
	readonly marketing: null | { readonly cents: Cents; readonly days: number; readonly overtime: Minutes };
};

/**
 * Judges every number of days the work left could take against what the budget leaves for it. Days worked count as
 * what they took (M5); the plan over the days left is compression's levelled one, so no second model speaks here.
 */
export function daysBought(total: Cents | null, lines: readonly MoneyLine[], shoot: ShootLeft): DaysBought {
	const once = onceSum(lines);
	const workedCents = workedCost(lines, shoot);
	const left = total === null ? null : total - once - workedCents;
	const usual = usualDay(lines, shoot);
	const dayCents = linesOfDay(usual);
	const marketingCents = onceSum(marketingOnce(lines));
	const input: CompressionInput = {
		...shoot.input,
		budget: { leftCents: left ?? 0, dayCents, marketingCents }
	};
	const plan = leveller(input);
	const work = workLeft(input, ALL);
	const paidFor = left === null ? null : work === 0 ? 0 : mostPaid(input, plan, work);
	const needed = daysNeeded(plan, work);
	const planned = shoot.planned.length;
	const upTo =
		work === 0 ? 0 : Math.min(plan.most, Math.max(needed, Math.min(paidFor ?? 0, needed + 3), planned) + 2);
	const points = Array.from({ length: upTo }, (_, i) =>
		pointOf(input, plan, work, i + 1, shoot.worked.length, left !== null)
	);
	const possible = points.filter(({ isImpossible }) => !isImpossible);
	const cheapest = possible.reduce<DayPoint | null>(
		(best, point) => (best === null || point.paid < best.paid ? point : best),
		null
	);
	return {
		once,
		workedCents,
		left,
		worked: shoot.worked.length,
		planned,
		paidFor,
		needed,
		cheapest: cheapest && cheapest.paid > 0 ? cheapest.days : null,
		work,
		usual,
		points,
		more: priceOf(points, planned, planned + 1),
		fewer: priceOf(points, planned, planned - 1),
		marketing: marketingOf(input, plan, work, left, marketingCents, paidFor)
	};
}

/**
 * Shoot days the money pays for, those worked included: what planners are told (compression.md 5). Null without a
 * budget.
 */
export function paidDaysOf(
	total: Cents | null,
	lines: readonly MoneyLine[],
	shoot: ShootLeft
): number | null {
	if (total === null) return null;
	const { leftCents, dayCents } = leftForShooting(total, lines, shoot);
	const input: CompressionInput = { ...shoot.input, budget: { leftCents, dayCents } };
	const work = workLeft(input, ALL);
	// With nothing left to shoot, the days there were are the days it paid for.
	return shoot.worked.length + (work === 0 ? 0 : mostPaid(input, leveller(input), work));
}

/** What compression needs of the money: what is left for shooting, what a day's lines take, what marketing takes. */
export function leftForShooting(
	total: Cents,
	lines: readonly MoneyLine[],
	shoot: ShootLeft
): { readonly leftCents: Cents; readonly dayCents: Cents; readonly marketingCents: Cents } {
	return {
		leftCents: total - onceSum(lines) - workedCost(lines, shoot),
		dayCents: linesOfDay(usualDay(lines, shoot)),
		marketingCents: onceSum(marketingOnce(lines))
	};
}

const marketingOnce = (lines: readonly MoneyLine[]): MoneyLine[] =>
	lines.filter(({ category, basis }) => category === 'marketing' && basis === 'fixed');

/** What the days worked took: the rates of those called, and each day line at its rate or as paid, if that is more (M5). */
function workedCost(lines: readonly MoneyLine[], { worked, calledOn }: ShootLeft): Cents {
	const days = worked.map((date: DayKey) => dayCost(lines, calledOn(date)));
	let sum = 0;
	const byLine = new Map<string, Cents>();
	for (const { parts } of days)
		for (const { lineId, cents } of parts)
			if (lineId === null) sum += cents;
			else byLine.set(lineId, (byLine.get(lineId) ?? 0) + cents);
	for (const { id, spent } of dayLines(lines))
		if (byLine.has(id) || spent > 0) sum += Math.max(byLine.get(id) ?? 0, spent);
	return sum;
}

/** A usual day of those left, or of those worked where none is left: the parts a producer opens. */
function usualDay(lines: readonly MoneyLine[], shoot: ShootLeft): DayCost {
	const dates = shoot.planned.length > 0 ? shoot.planned : shoot.worked;
	const costs = dates.map((date) => dayCost(lines, shoot.calledOn(date))).sort((a, b) => a.cents - b.cents);
	return costs[Math.floor((costs.length - 1) / 2)] ?? dayCost(lines, peopleAsPaid(shoot));
}

const peopleAsPaid = ({ input }: ShootLeft) =>
	input.people.map(({ deal }) => ({ personId: null, isCast: false, rate: deal?.dayCents ?? null }));

/** Equipment, locations, meals of a day; wages come from the levelled plan. */
const linesOfDay = ({ parts }: DayCost): Cents =>
	parts.reduce((sum, { from, cents }) => sum + (from === 'line' ? cents : 0), 0);

function mostPaid(input: CompressionInput, plan: Leveller, work: Minutes): number {
	for (let days = plan.most; days > 0; days--) if (isPaid(input, plan.level(work, days))) return days;
	return 0;
}

function pointOf(
	input: CompressionInput,
	plan: Leveller,
	work: Minutes,
	days: number,
	worked: number,
	hasBudget: boolean
): DayPoint {
	const levelled = plan.level(work, days);
	const cost = costOf(input, levelled);
	return {
		days,
		total: worked + days,
		paid: cost ? inCents(cost, 0) : 0,
		unpaid: inCents(levelled.unpaid, 0),
		overtime: levelled.overtime,
		isPaidFor: !hasBudget || isPaid(input, levelled),
		isImpossible: levelled.unfit > 0 || plan.broken(work, days).length > 0
	};
}

function priceOf(points: readonly DayPoint[], from: number, to: number): DayPrice | null {
	const [here, there] = [points[from - 1], points[to - 1]];
	if (!here || !there) return null;
	return {
		to: there.total,
		paid: there.paid - here.paid,
		unpaid: there.unpaid - here.unpaid,
		overtime: there.overtime - here.overtime
	};
}

function marketingOf(
	input: CompressionInput,
	plan: Leveller,
	work: Minutes,
	left: Cents | null,
	cents: Cents,
	paidFor: number | null
): DaysBought['marketing'] {
	if (left === null || cents === 0 || work === 0 || paidFor === null) return null;
	const now = outcome(input, plan, ALL);
	const then = outcome(input, plan, ALL, { moreCents: cents });
	return {
		cents,
		days: (then.allowed.at(-1) ?? 0) - paidFor,
		overtime: now.best.overtime - then.best.overtime
	};
}
