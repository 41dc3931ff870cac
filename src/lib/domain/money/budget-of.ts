/** The budget as compression takes it, on a device that may know the sums. */
import type { Deal } from '../hours/deal.ts';
import type { PersonId } from '../ids.ts';
import type { Budget } from '../launch/compression/budget.ts';
import type { Cents } from '../money.ts';
import type { Plan } from '../schedule/plan.ts';
import { dayRateOf } from './day-rate.ts';
import { leftForShooting } from './days-bought.ts';
import type { MoneyLine } from './records.ts';
import type { ShootLeft } from './shoot-left.ts';

/**
 * What is left for shooting, what a day takes, and everybody's day. People without a deal cost nothing.
 * @param total the whole budget, in the smallest unit of the production's currency
 */
export function budgetOf(
	total: Cents,
	lines: readonly MoneyLine[],
	shoot: ShootLeft,
	{ production, people }: Pick<Plan, 'production' | 'people'>,
	dealOf: (id: PersonId) => Deal | null
): Budget {
	const deals = new Map<PersonId, { dayCents: Cents; contractedMinutes: number; paysOvertime: boolean }>();
	for (const { id, contractMinutes } of people.values()) {
		const deal = dealOf(id);
		const contractedMinutes = contractMinutes ?? production.contractMinutes;
		const dayCents = dayRateOf(deal, contractedMinutes);
		if (deal && dayCents !== null)
			deals.set(id, { dayCents, contractedMinutes, paysOvertime: deal.paysOvertime });
	}
	return {
		...leftForShooting(total, lines, shoot),
		deals,
		wholeFen: production.currency === 'CNY' ? total : null
	};
}
