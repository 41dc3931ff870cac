import type { MilestoneId, MoneyLineId, ProductionId, SpendingId } from '#lib/domain/ids.ts';
import type { Contract, Milestone, MoneyLine, Spending } from '#lib/domain/money/records.ts';
import { perform } from '../command.ts';
import { markFormat } from '../document.ts';
import type { MoneyDocument } from '../schema/money.ts';

type Rows<Row, Id> = readonly (Partial<Omit<Row, 'id' | 'archivedAt'>> & { readonly id: Id })[];

/** The parts of a budget to write. */
export type MoneyParts = {
	readonly total: number | null;
	readonly lines: Rows<MoneyLine, MoneyLineId>;
	readonly contract: Partial<Omit<Contract, 'id' | 'archivedAt'>>;
	readonly milestones: Rows<Milestone, MilestoneId>;
	readonly spendings: Rows<Spending, SpendingId>;
};

/** Fills an empty money document: a demo, a budget begun from what a production is known to need. One transaction. */
export function writeMoney(
	money: MoneyDocument,
	production: ProductionId,
	{ total, lines, contract, milestones, spendings }: MoneyParts
): void {
	const { tables } = money;
	perform(money, 'write-money', 1, () => {
		markFormat(money);
		tables.budgets.add(production, { total });
		tables.contracts.add(production, contract);
		for (const { id, ...values } of lines) tables.lines.add(id, values);
		for (const { id, ...values } of milestones) tables.milestones.add(id, values);
		for (const { id, ...values } of spendings) tables.spendings.add(id, values);
	});
}
