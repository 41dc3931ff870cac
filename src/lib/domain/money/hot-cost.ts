/** Hot cost: what a shoot day took, from logged hours, deals and spending, against what the budget says (M8). */
import type { DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { Deal } from '../hours/deal.ts';
import type { WorkDay } from '../hours/types.ts';
import type { Cents } from '../money.ts';
import type { DayCost } from './day-cost.ts';
import { dayRateOf } from './day-rate.ts';
import type { Spending } from './records.ts';

/** One person's logged days, and what an hour is paid. */
export type Worked = {
	readonly deal: Deal | null;
	readonly contracted: Minutes;
	/** logged, not planned */
	readonly days: readonly Pick<WorkDay, 'date' | 'worked' | 'payBuckets' | 'planned'>[];
};

export type HotCost = {
	readonly date: DayKey;
	readonly budgeted: Cents;
	/** day rates of those who logged the day, and their overtime as the deals pay it */
	readonly wages: Cents;
	readonly overtimePaid: Cents;
	/** value of overtime that deals don't pay */
	readonly overtimeUnpaid: Cents;
	readonly overtime: Minutes;
	/** what was written down, and day lines as budgeted where nothing of their kind was */
	readonly spent: Cents;
	readonly assumed: Cents;
	readonly actual: Cents;
	/** logged people, and those of them whose deal isn't known */
	readonly people: number;
	readonly withoutDeal: number;
};

const PREMIUM = 1;

/**
 * @param budgeted what the day costs by the plan: rates of those called and the day's lines
 */
export function hotCost(
	date: DayKey,
	budgeted: DayCost,
	worked: readonly Worked[],
	spendings: Iterable<Spending>
): HotCost {
	let [wages, overtimePaid, overtimeUnpaid, overtime, people, withoutDeal] = [0, 0, 0, 0, 0, 0];
	for (const { deal, contracted, days } of worked) {
		const own = days.filter((day) => day.date === date && !day.planned);
		if (own.length === 0) continue;
		people++;
		const rate = dayRateOf(deal, contracted);
		let [minutes, weighed, straight] = [0, 0, 0];
		for (const { payBuckets } of own)
			for (const [multiplier, count] of Object.entries(payBuckets))
				if (Number(multiplier) > PREMIUM) {
					minutes += count;
					weighed += count * Number(multiplier);
				} else straight += count;
		overtime += minutes;
		if (deal === null || rate === null) {
			withoutDeal++;
			continue;
		}
		wages += deal.pay === 'hour' ? Math.round((rate * straight) / Math.max(1, contracted)) : rate;
		const worth = contracted > 0 ? Math.round((rate * weighed) / contracted) : 0;
		if (deal.paysOvertime) overtimePaid += worth;
		else overtimeUnpaid += worth;
	}
	const told = [...spendings].filter((spending) => spending.date === date);
	const spent = told.reduce((sum, { amount }) => sum + amount, 0);
	const kinds = new Set(told.map(({ category }) => category));
	const assumed = budgeted.parts.reduce(
		(sum, { from, category, cents }) => sum + (from === 'line' && !kinds.has(category) ? cents : 0),
		0
	);
	return {
		date,
		budgeted: budgeted.cents,
		wages,
		overtimePaid,
		overtimeUnpaid,
		overtime,
		spent,
		assumed,
		actual: wages + overtimePaid + spent + assumed,
		people,
		withoutDeal
	};
}
