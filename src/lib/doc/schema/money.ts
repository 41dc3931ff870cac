import {
	budgetRecord,
	contractRecord,
	milestoneRecord,
	moneyLineRecord,
	spendingRecord
} from '#lib/domain/money/records.ts';
import type { TypedDocument } from '../document.ts';

/** Budget, contract and what was spent: producers only. */
export const moneySchema = {
	kind: 'money',
	format: 1,
	records: {
		budgets: budgetRecord,
		lines: moneyLineRecord,
		contracts: contractRecord,
		milestones: milestoneRecord,
		spendings: spendingRecord
	},
	retired: [] as readonly string[]
} as const;

export type MoneyDocument = TypedDocument<typeof moneySchema>;
