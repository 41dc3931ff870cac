/** Compression: what budget, launch, changes, events and pace each do to days and hours, as numbers with causes. */
import { fraction, money, type Exact } from '../hours/exact.ts';
import {
	ALL,
	bit,
	costOf,
	daysNeeded,
	isPaid,
	outcome,
	type CauseSet,
	type Outcome
} from './compression/causes.ts';
import { besideOf, withSecondUnit } from './compression/second-unit.ts';
import { leveller, type Leveller } from './compression/levelled.ts';
import { largestRemainder, shapley } from './compression/shapley.ts';
import {
	CAUSES,
	type ByDays,
	type Compression,
	type CompressionInput,
	type TaskWork
} from './compression/types.ts';
import { unfitScenes, waysOut } from './compression/ways-out.ts';

/**
 * Assesses the work left against the days there are (compression.md 3–6): overtime is in whole minutes of all people
 * together, money in whole cents.
 *
 * - `overtime` is O(all), the least overtime the days allowed leave; `inTheWork` is O(none); `shares` add up to the
 *   difference, exactly (`exact`) and as shown (`minutes`).
 * - `ratio` is days needed ÷ days allowed as a fraction; above 1 there is overtime, null means that no day is allowed.
 * - `impossible` says what breaks even then, with the scenes that no day holds.
 *
 * `plan` remembers what was reckoned: a slider that moves budget, launch or scenes hands in one `leveller(input)`,
 * which holds as long as zone, rule set, dates, day and people stay.
 *
 * Pure: the order of scenes and people changes nothing. Throws a `RangeError` for an unknown zone, rule set or date.
 *
 * @example
 * assessCompression({ zone: 'Asia/Shanghai', ruleSet: 'cn-standard', dates, scenes, people,
 *   day: { callAt: 420, overheadMinutes: 75, mealMinutes: 60 },
 *   window: [{ late: [], days: 8 }, { late: ['regulator'], days: 6 }], budget: { paidDays: 7 } }).shares
 */
export function assessCompression(given: CompressionInput, plan: Leveller = leveller(given)): Compression {
	// Beside a second unit the first has less to shoot and less money: everything else is reckoned of that.
	const beside = given.secondUnit ? secondUnitOf(given, plan) : null;
	const input = beside?.input ?? given;
	const outcomes = new Map<CauseSet, Outcome>();
	const of = (set: CauseSet): Outcome => {
		const known = outcomes.get(set) ?? outcome(input, plan, set);
		outcomes.set(set, known);
		return known;
	};
	const all = of(ALL);
	const needed = daysNeeded(plan, all.work);
	const allowed = all.allowed.at(-1) ?? 0;
	const paidDays = paidDaysOf(input, plan, all.work);

	return {
		workLeft: all.work,
		daysNeeded: needed,
		daysAllowed: allowed,
		daysShort: Math.max(0, needed - allowed),
		ratio:
			all.work === 0 ? fraction(0n, 1n) : allowed === 0 ? null : fraction(BigInt(needed), BigInt(allowed)),
		overtime: all.best.overtime,
		days: all.best.days,
		inTheWork: of(0).best.overtime,
		shares: sharesOf(of, plan),
		packing: input.boardOvertime == null ? null : input.boardOvertime - all.best.overtime,
		impossible: impossibleOf(input, plan, all),
		paidDays,
		byDays: byDaysOf(input, plan, all, Math.max(needed, allowed)),
		cheapestDays: cheapestOf(input, plan, all, needed),
		price: hasMoney(input)
			? { paidCents: money(all.best.paid, 0), unpaidCents: money(all.best.unpaid, 0) }
			: null,
		marketing: marketingOf(input, plan, all),
		secondUnit: beside?.took ?? null,
		tasks: plan.tasks(input.tasks ?? NO_TASKS),
		waysOut: waysOut(input, plan, all)
	};
}

const NO_TASKS: readonly TaskWork[] = [];

/** The days of the first unit beside which a second works are those the plan as it stands allows. */
function secondUnitOf(
	input: CompressionInput,
	plan: Leveller
): { input: CompressionInput; took: NonNullable<Compression['secondUnit']> } {
	const days = outcome(input, plan, ALL).allowed.at(-1) ?? 0;
	return {
		input: withSecondUnit(input, days),
		took: besideOf(input, days)(input.secondUnit?.days ?? 0)
	};
}

const hasMoney = ({ people }: CompressionInput): boolean => people.some(({ deal }) => deal);

function sharesOf(of: (set: CauseSet) => Outcome, plan: Leveller): Compression['shares'] {
	const exact = shapley(CAUSES.length, (set) => of(set).best.overtime);
	const needs = new Map<number, number>();
	const short = (set: CauseSet): number => {
		const { work, allowed } = of(set);
		const needed = needs.get(work) ?? daysNeeded(plan, work);
		needs.set(work, needed);
		return Math.max(0, needed - (allowed.at(-1) ?? 0));
	};
	const daysShort = shapley(CAUSES.length, short);
	const shown = largestRemainder(exact);
	return CAUSES.map((cause, i) => ({
		cause,
		exact: exact[i]!,
		minutes: shown[i]!,
		without: of(ALL).best.overtime - of(ALL & ~bit(cause)).best.overtime,
		daysShort: daysShort[i]!
	}));
}

/** The largest day count the budget pays for; null where every one is. */
function paidDaysOf(input: CompressionInput, plan: Leveller, work: number): number | null {
	if (!input.budget) return null;
	for (let days = plan.most; days > 0; days--) if (isPaid(input, plan.level(work, days))) return days;
	return 0;
}

function byDaysOf(
	input: CompressionInput,
	plan: Leveller,
	{ work, allowed }: Outcome,
	upTo: number
): ByDays[] {
	const isAllowed = new Set(allowed);
	return Array.from({ length: Math.min(plan.most, upTo) }, (_, i) => {
		const levelled = plan.level(work, i + 1);
		const cost = costOf(input, levelled);
		return {
			days: i + 1,
			overtime: levelled.overtime,
			cents: cost && money(cost, 0),
			isAllowed: isAllowed.has(i + 1)
		};
	});
}

function cheapestOf(input: CompressionInput, plan: Leveller, { work }: Outcome, upTo: number): number | null {
	let best: { days: number; cost: Exact } | null = null;
	for (let days = 1; days <= upTo; days++) {
		const levelled = plan.level(work, days);
		const cost = costOf(input, levelled);
		if (!cost || levelled.unfit > 0) continue;
		if (!best || cost.over * best.cost.under < best.cost.over * cost.under) best = { days, cost };
	}
	return best?.days ?? null;
}

/** A hard limit that breaks even with the least overtime allowed, or no day allowed at all. */
function impossibleOf(
	input: CompressionInput,
	plan: Leveller,
	{ work, allowed, best }: Outcome
): Compression['impossible'] {
	if (work === 0) return null;
	const noDayAllowed = allowed.length === 0;
	const brokenLimits = noDayAllowed ? [] : plan.broken(work, best.days);
	if (!noDayAllowed && best.unfit === 0 && brokenLimits.length === 0) return null;
	return { noDayAllowed, brokenLimits, sceneIds: unfitScenes(input, best.unfit), minutes: best.unfit };
}

/** What the marketing and traffic line takes: the days it would pay for, and the overtime without it. */
function marketingOf(input: CompressionInput, plan: Leveller, { best }: Outcome): Compression['marketing'] {
	const { budget } = input;
	if (!budget || 'paidDays' in budget || !budget.marketingCents) return null;
	const without = outcome(input, plan, ALL, { moreCents: budget.marketingCents });
	return {
		days: without.allowed.at(-1) ?? 0,
		overtime: without.best.overtime,
		removed: best.overtime - without.best.overtime
	};
}
