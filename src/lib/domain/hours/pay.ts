/** Hours → money, exactly (H29, H30). */
import type { Minutes } from '../calendar/duration.ts';
import { by, decimal, isLess, money, plus, times, ZERO, type Exact } from './exact.ts';
import { isJson } from './json.ts';
import type { Contract } from './person.ts';
import type { Rules } from './rule-set.ts';
import type { Buckets, Pay, PayLine, Penalty } from './types.ts';

const SIXTY = decimal(60);
const minutesAsHours = (minutes: Minutes): Exact => by(decimal(minutes), SIXTY);

/** A rate as it may be written: 1200, "1200.50", or by its unit `{ day: 1200 }`. Null for none. */
function rateOf(contract: Contract): Exact | null {
	const { amounts, pay } = contract;
	const raw = isJson(amounts)
		? (amounts[pay] ?? amounts[`${pay}Rate`] ?? amounts.amount ?? amounts.rate)
		: (amounts ?? contract.amount);
	if ((typeof raw !== 'number' || !Number.isFinite(raw)) && typeof raw !== 'string') return null;
	try {
		return decimal(raw);
	} catch {
		return null;
	}
}

/** Hours of a contracted day weighted by the daily tiers: 12 h at 8 + 4 × 1.5 are 14 (hours-rules 1.5, 2.1). */
export function payHours(contracted: Minutes, tiers: NonNullable<Rules['daily']>['tiers']): Exact {
	const cuts = [
		...new Set([0, ...tiers.map(({ afterMin }) => Math.min(afterMin, contracted)), contracted])
	].sort((a, b) => a - b);
	return cuts.slice(1).reduce((sum, to, i) => {
		const from = cuts[i]!;
		const multiplier = Math.max(
			1,
			...tiers.filter(({ afterMin }) => afterMin <= from).map(({ multiplier }) => multiplier)
		);
		return plus(sum, times(minutesAsHours(to - from), decimal(multiplier)));
	}, ZERO);
}

export type Rate = { readonly hourly: Exact; readonly day: Exact };

/**
 * One straight hour: month ÷ paid days ÷ hours, or day rate ÷ contracted hours, or day rate ÷ pay-equivalent
 * hours; and a day's pay, for the forced call. Null without a rate.
 */
export function rateFor(contract: Contract, rules: Rules, tiers: Rules['daily']): Rate | null {
	const amount = rateOf(contract);
	if (!amount) return null;
	const { monthPaidDays, hoursPerDay } = rules.rate;
	const contractedHours =
		contract.contractedMin === null ? decimal(hoursPerDay) : minutesAsHours(contract.contractedMin);
	if (contract.pay === 'hour') return { hourly: amount, day: times(amount, contractedHours) };
	if (contract.pay === 'month') {
		const day = by(amount, decimal(monthPaidDays));
		return { hourly: by(day, decimal(hoursPerDay)), day };
	}
	const method = contract.method ?? rules.rate.method;
	const hours =
		method === 'equivalent'
			? payHours(contract.contractedMin ?? hoursPerDay * 60, tiers?.tiers ?? [])
			: contractedHours;
	return hours.over === 0n ? null : { hourly: by(amount, hours), day: amount };
}

/** Pay of the work days together: buckets × multiplier × hour, overtime held between floor and cap, and penalties. */
export function payFor(
	days: readonly { readonly payBuckets: Buckets; readonly penalties: readonly Penalty[] }[],
	{ hourly }: Rate,
	contract: Contract,
	{ rate }: Rules
): Pay {
	const minutes = new Map<number, Minutes>();
	let penalties = ZERO;
	const currency = contract.currency ?? rate.currency;
	for (const day of days) {
		for (const key in day.payBuckets) {
			const multiplier = Number(key);
			minutes.set(multiplier, (minutes.get(multiplier) ?? 0) + day.payBuckets[key]!);
		}
		for (const penalty of day.penalties) {
			if (penalty.hours !== undefined) penalties = plus(penalties, times(hourly, decimal(penalty.hours)));
			else if (penalty.amount !== undefined && (penalty.currency ?? currency) === currency)
				penalties = plus(penalties, decimal(penalty.amount));
		}
	}
	let total = penalties;
	const lines = [...minutes]
		.sort(([a], [b]) => a - b)
		.map(([multiplier, paid]): PayLine => {
			const hour = hourIn(multiplier, hourly, rate);
			const amount = times(minutesAsHours(paid), hour);
			total = plus(total, amount);
			return { multiplier, minutes: paid, hourly: money(hour), amount: money(amount) };
		});
	return { currency, hourly: money(hourly), lines, penalties: money(penalties), total: money(total) };
}

function hourIn(multiplier: number, hourly: Exact, { floor, cap }: Rules['rate']): Exact {
	const hour = times(hourly, decimal(multiplier));
	if (multiplier <= 1) return hour;
	if (cap !== null && isLess(decimal(cap), hour)) return decimal(cap);
	return floor !== null && isLess(hour, decimal(floor)) ? decimal(floor) : hour;
}
