/** What an hour is worth by somebody's deal, and what overtime a deal doesn't pay is worth (compression.md 5). */
import type { Minutes } from '../calendar/duration.ts';
import { inUnits, unitsOf, type Cents } from '../money.ts';
import type { KnownDeal } from './log/judged.ts';
import { premiumOf } from './premium.ts';
import type { WorkDay } from './types.ts';

/** A deal as its document has it; sums in the currency's smallest unit. */
export type Deal = {
	readonly pay: 'day' | 'package' | 'month' | 'hour';
	readonly amount: Cents | null;
	readonly packageDays: number | null;
	readonly paysOvertime: boolean;
};

/**
 * The deal in the shape the rules take, in whole currency units; null where no sum, or for a package no number of
 * days, was agreed. A package counts as its sum a day.
 */
export function contractOf(deal: Deal, currency: string): KnownDeal | null {
	const { pay, amount, packageDays } = deal;
	if (amount === null) return null;
	const sum = inUnits(amount, currency);
	if (pay !== 'package') return { pay, currency, amounts: { [pay]: String(sum) } };
	return packageDays === null ? null : { pay: 'day', currency, amounts: { day: String(sum / packageDays) } };
}

/** Overtime of some days: its minutes, and its value where one straight hour's worth is known. */
export type OvertimeValue = {
	readonly minutes: Minutes;
	/** null where the hour's worth isn't known */
	readonly value: Cents | null;
	/** whether the deal pays it */
	readonly paid: boolean;
};

/**
 * Minutes above ×1 and what they are worth: minutes × the hour's worth × the multiplier, each minute once. Rounded
 * half up to the smallest unit at the end.
 * @param hourly one straight hour, in whole currency units; null: not known
 */
export function overtimeOf(
	days: readonly Pick<WorkDay, 'payBuckets' | 'buckets'>[],
	hourly: number | null,
	paid: boolean,
	currency: string
): OvertimeValue {
	let minutes = 0;
	let weighted = 0;
	for (const day of days) {
		minutes += premiumOf(day);
		for (const [multiplier, count] of Object.entries(day.payBuckets)) {
			if (Number(multiplier) > 1) weighted += count * Number(multiplier);
		}
	}
	return {
		minutes,
		value: hourly === null ? null : Math.round((weighted / 60) * hourly * unitsOf(currency)),
		paid
	};
}
