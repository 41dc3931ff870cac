/** The records of the money document: producers only. Sums are whole fen or cents of the production's currency. */
import { readDay, type DayKey } from '../calendar/day-key.ts';
import type { GateId, MilestoneId, MoneyLineId, ProductionId, SpendingId } from '../ids.ts';
import { choice, maybe, record, ref, shaped, text, whole, type RowOf } from '../record.ts';

const dayField = shaped<DayKey | null>(readDay, null);

export const MONEY_CATEGORIES = [
	'script',
	'cast',
	'crew',
	'equipment',
	'locations',
	'art',
	'catering',
	'transport',
	'post',
	'review',
	'marketing',
	'contingency'
] as const;
export type MoneyCategory = (typeof MONEY_CATEGORIES)[number];

/** `fixed`: once; `day`: for every shoot day; `person-day`: for everyone called on a shoot day. */
export const BASES = ['fixed', 'day', 'person-day'] as const;

/** One row a production, under its id. */
export const budgetRecord = record<ProductionId>()('budget', {
	/** all there is; null: not agreed yet */
	total: whole(null)
});

export const moneyLineRecord = record<MoneyLineId>()('money-line', {
	category: choice(MONEY_CATEGORIES, 'contingency'),
	name: text(),
	basis: choice(BASES, 'fixed'),
	/** of the whole line, or for one day or one person's day */
	planned: whole(0),
	/** agreed with somebody, and paid so far: of the whole line, whatever its basis */
	committed: whole(0),
	spent: whole(0),
	note: text(),
	order: text('a0')
});

export const CONTRACT_KINDS = ['work-for-hire', 'licensed', 'co-investment'] as const;

/** The contract with the commissioner: one row a production, under its id. */
export const contractRecord = record<ProductionId>()('contract', {
	kind: maybe(CONTRACT_KINDS),
	/** who commissions it, as it is called */
	party: text(),
	/** our share of the revenue in hundredths of a per cent; null: none agreed */
	share: whole(null),
	/** what we put in ourselves */
	ownPart: whole(0),
	exclusiveUntil: dayField,
	note: text()
});

/** A payment the contract promises. */
export const milestoneRecord = record<MilestoneId>()('milestone', {
	name: text(),
	/** the review it waits for; null: a date alone */
	gateId: ref<GateId>(),
	sum: whole(0),
	dueOn: dayField,
	paidOn: dayField
});

/** Money that went on a shoot day, beside wages. */
export const spendingRecord = record<SpendingId>()('spending', {
	date: dayField,
	category: choice(MONEY_CATEGORIES, 'contingency'),
	amount: whole(0),
	note: text()
});

export type MoneyLine = RowOf<typeof moneyLineRecord>;
export type Contract = RowOf<typeof contractRecord>;
export type Milestone = RowOf<typeof milestoneRecord>;
export type Spending = RowOf<typeof spendingRecord>;
