/** What a broken meal or rest costs: money or credited hours, never worked minutes (H27, H28). */
import type { Minutes } from '../calendar/duration.ts';
import { isJson, listOf, numberOr } from './json.ts';
import type { LateMeal } from './meals.ts';
import { decimal, isLess, money, plus, times, ZERO, type Exact } from './exact.ts';
import type { Limit, MealRule } from './rule-set.ts';
import type { Json, Penalty } from './types.ts';

/** Penalties of the meals of one work day. An hour's premium is once a day; steps run on each meal's minutes. */
export function mealPenalties(late: readonly LateMeal[], { penalty }: MealRule): Penalty[] {
	if (!penalty || late.length === 0) return [];
	if (penalty.type === 'hours_per_day') {
		const worst = late.reduce((a, b) => (b.late > a.late ? b : a));
		return [{ code: worst.code, hours: numberOr(penalty.hours, 1), minutes: worst.late }];
	}
	const currency = typeof penalty.currency === 'string' ? { currency: penalty.currency } : {};
	return late.map(({ code, late: minutes }) => ({
		code,
		amount: money(stepsFor(minutes, penalty)),
		...currency,
		minutes
	}));
}

/** Each step is owed for its minutes or part of them; the last repeats. */
function stepsFor(minutes: Minutes, penalty: Json): Exact {
	let left = minutes;
	let sum = ZERO;
	for (const step of listOf(penalty.steps)) {
		if (left <= 0) return sum;
		sum = plus(sum, decimal(numberOr(step.amount, 0)));
		left -= numberOr(step.min, 30);
	}
	const last = isJson(penalty.thereafter) ? penalty.thereafter : null;
	if (left <= 0 || !last) return sum;
	const steps = Math.ceil(left / numberOr(last.min, 30));
	return plus(sum, times(decimal(numberOr(last.amount, 0)), decimal(steps)));
}

/**
 * The penalty of a call that comes too early: the lesser of a day's pay and the amount named. Without a known day
 * rate the amount stands, which is the most it can be.
 */
export function forcedCall({ is, code }: Limit, short: Minutes, dayRate: Exact | null): Penalty | null {
	const penalty = is.penalty;
	if (!isJson(penalty)) return null;
	const named = decimal(numberOr(penalty.amount, 0));
	const lesser = dayRate !== null && isLess(dayRate, named) ? dayRate : named;
	return {
		code: typeof penalty.code === 'string' ? penalty.code : code,
		amount: money(lesser),
		...(typeof penalty.currency === 'string' ? { currency: penalty.currency } : {}),
		minutes: short
	};
}
