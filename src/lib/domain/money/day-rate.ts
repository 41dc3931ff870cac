/** What a day of somebody costs by the deal (M3). */
import type { Minutes } from '../calendar/duration.ts';
import type { Deal } from '../hours/deal.ts';
import type { Cents } from '../money.ts';

/** Paid days of a month where the rule set says nothing else: 21.75 (Chinese law, hours-rules 2.1). */
const MONTH_DAYS = 21.75;

/**
 * One day's rate, in whole cents: the day rate, a package or a month by its days, an hour's pay by the agreed day.
 * Null where no sum, or for a package no number of days, was agreed.
 */
export function dayRateOf(deal: Deal | null | undefined, contracted: Minutes): Cents | null {
	if (!deal || deal.amount === null) return null;
	const { pay, amount, packageDays } = deal;
	if (pay === 'day') return amount;
	if (pay === 'month') return Math.round(amount / MONTH_DAYS);
	if (pay === 'hour') return Math.round((amount * contracted) / 60);
	return packageDays === null ? null : Math.round(amount / packageDays);
}
