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

/** Work days that are paid by one set of rules, with the hour that follows from it. */
export type PaidBy = {
	readonly days: readonly { readonly payBuckets: Buckets; readonly penalties: readonly Penalty[] }[];
	readonly rate: Rate;
	readonly rules: Rules;
};

/**
 * Pay of the work days together: buckets × multiplier × hour, overtime held between floor and cap, and penalties.
 * Days before and after a change of the rules are parts of their own, the latest last; one total is rounded once.
 */
export function payFor(parts: readonly PaidBy[], contract: Contract): Pay {
	const latest = parts.at(-1)!;
	const currency = contract.currency ?? latest.rules.rate.currency;
	let penalties = ZERO;
	let total = ZERO;
	const lines: PayLine[] = [];
	for (const part of parts) {
		const own = payOfPart(part, currency);
		penalties = plus(penalties, own.penalties);
		total = plus(total, own.total);
		for (const line of own.lines) {
			const same = lines.findIndex(
				({ multiplier, hourly }) => multiplier === line.multiplier && hourly === line.hourly
			);
			const before = lines[same];
			if (!before) lines.push(line.said);
			else {
				const minutes = before.minutes + line.minutes;
				lines[same] = { ...before, minutes, amount: money(times(minutesAsHours(minutes), line.hour)) };
			}
		}
	}
	lines.sort((a, b) => a.multiplier - b.multiplier);
	return {
		currency,
		hourly: money(latest.rate.hourly),
		lines,
		penalties: money(penalties),
		total: money(total)
	};
}

type PartLine = Pick<PayLine, 'multiplier' | 'minutes' | 'hourly'> & {
	readonly said: PayLine;
	readonly hour: Exact;
};

function payOfPart(
	{ days, rate: { hourly }, rules: { rate } }: PaidBy,
	currency: string
): { readonly lines: PartLine[]; readonly penalties: Exact; readonly total: Exact } {
	const minutes = new Map<number, Minutes>();
	let penalties = ZERO;
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
		.map(([multiplier, paid]): PartLine => {
			const hour = hourIn(multiplier, hourly, rate);
			const amount = times(minutesAsHours(paid), hour);
			total = plus(total, amount);
			const said = { multiplier, minutes: paid, hourly: money(hour), amount: money(amount) };
			return { ...said, said, hour };
		});
	return { lines, penalties, total };
}

function hourIn(multiplier: number, hourly: Exact, { floor, cap }: Rules['rate']): Exact {
	const hour = times(hourly, decimal(multiplier));
	if (multiplier <= 1) return hour;
	if (cap !== null && isLess(decimal(cap), hour)) return decimal(cap);
	return floor !== null && isLess(hour, decimal(floor)) ? decimal(floor) : hour;
}
