import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { MilestoneId, MoneyLineId, ProductionId, SpendingId } from '#lib/domain/ids.ts';
import type { Contract, Milestone, MoneyLine, Spending } from '#lib/domain/money/records.ts';
import { keysBetween } from '#lib/domain/order-key.ts';
import { perform } from '../command.ts';
import { markFormat } from '../document.ts';
import { newId } from '../id.ts';
import { productionOf, type PlanDocument } from '../plan-document.ts';
import type { MoneyDocument } from '../schema/money.ts';

/** The command that tells the plan how many days are paid for. */
export const PAID_DAYS = 'paid-days';

/** Days the budget pays for, those worked included; when that was reckoned, and who had changed the money. */
export type PaidDays = { readonly days: number | null; readonly date: DayKey; readonly by: string };

type Values<Row> = Partial<Omit<Row, 'id' | 'archivedAt'>>;

/**
 * Tells the plan how many days the budget pays for: all that planners ever learn of the money. Called by whoever
 * changed it, never on opening; writes nothing where the same was said by the same person that day.
 */
export function writePaidDays(plan: PlanDocument, { days, date, by }: PaidDays): void {
	const production = productionOf(plan);
	if (!production) return;
	const { paidDays, paidDaysOn, paidDaysBy } = production;
	if (paidDays === days && paidDaysOn === date && paidDaysBy === by) return;
	perform(plan, PAID_DAYS, 1, () =>
		plan.tables.productions.set(production.id, { paidDays: days, paidDaysOn: date, paidDaysBy: by })
	);
}

/** Sets what there is in all; null: not agreed. */
export function setBudget(money: MoneyDocument, id: ProductionId, total: number | null): void {
	const { budgets } = money.tables;
	perform(money, 'set-budget', 1, () => {
		markFormat(money);
		if (budgets.get(id)) budgets.set(id, { total });
		else budgets.add(id, { total });
	});
}

/** Changes lines of the budget and adds others below them, as one step. Lines that have gone are left out. */
export function changeLines(
	money: MoneyDocument,
	changes: ReadonlyMap<MoneyLineId, Values<MoneyLine>>,
	added: readonly Values<MoneyLine>[] = [],
	name: 'change-lines' | 'import-lines' = 'change-lines'
): MoneyLineId[] {
	const { lines } = money.tables;
	const there = [...changes].filter(([id]) => lines.rows().has(id));
	const last = [...lines.rows().values()].reduce<string | null>(
		(most, { order }) => (most === null || order > most ? order : most),
		null
	);
	const orders = keysBetween(last, null, added.length);
	const ids = added.map(() => newId<MoneyLineId>());
	if (there.length + added.length === 0) return [];
	perform(money, name, there.length + added.length, () => {
		markFormat(money);
		for (const [id, values] of there) lines.set(id, values);
		added.forEach((values, n) => lines.add(ids[n] as MoneyLineId, { order: orders[n], ...values }));
	});
	return ids;
}

/** Puts lines away. */
export function removeLines(money: MoneyDocument, ids: readonly MoneyLineId[], at: number): number {
	const { lines } = money.tables;
	const there = ids.filter((id) => lines.rows().has(id));
	if (there.length === 0) return 0;
	perform(money, 'remove-lines', there.length, () => {
		for (const id of there) lines.archive(id, at);
	});
	return there.length;
}

/** Writes what the contract says: the first time its row, later the fields that are given. */
export function changeContract(money: MoneyDocument, id: ProductionId, values: Values<Contract>): void {
	const { contracts } = money.tables;
	perform(money, 'change-contract', 1, () => {
		markFormat(money);
		if (contracts.get(id)) contracts.set(id, values);
		else contracts.add(id, values);
	});
}

/** Adds a payment the contract promises, or changes one. */
export function putMilestone(
	money: MoneyDocument,
	id: MilestoneId | null,
	values: Values<Milestone>
): MilestoneId {
	const { milestones } = money.tables;
	const row = id ?? newId<MilestoneId>();
	perform(money, id ? 'change-milestone' : 'add-milestone', 1, () => {
		markFormat(money);
		if (id) milestones.set(row, values);
		else milestones.add(row, values);
	});
	return row;
}

export function removeMilestone(money: MoneyDocument, id: MilestoneId, at: number): void {
	perform(money, 'remove-milestone', 1, () => money.tables.milestones.archive(id, at));
}

/** Writes down what a shoot day cost beside wages. */
export function addSpending(money: MoneyDocument, values: Values<Spending>): SpendingId {
	const id = newId<SpendingId>();
	perform(money, 'add-spending', 1, () => {
		markFormat(money);
		money.tables.spendings.add(id, values);
	});
	return id;
}

export function removeSpending(money: MoneyDocument, id: SpendingId, at: number): void {
	perform(money, 'remove-spending', 1, () => money.tables.spendings.archive(id, at));
}
