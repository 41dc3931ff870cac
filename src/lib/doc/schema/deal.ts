import type { PersonId } from '#lib/domain/ids.ts';
import { choice, flag, record, text, whole } from '#lib/domain/record.ts';

/**
 * What one person is paid: producers write it, the person reads it, nobody else sees it. Under the person's own id,
 * one row a document. Sums are whole cents (fen) of the production's currency.
 */
export const dealRecord = record<PersonId>()('deal', {
	/** what the sum is for; a package is for all of the contract's days together */
	pay: choice(['day', 'package', 'month', 'hour'], 'package'),
	/** null: not agreed yet */
	amount: whole(null),
	/** working days a package is for; null: not said */
	packageDays: whole(null, 1),
	/** whether hours beyond the agreed day are paid; a package seldom does */
	paysOvertime: flag(false),
	notes: text()
});

/** The deal of one person. */
export const dealSchema = {
	kind: 'deal',
	format: 1,
	records: { deals: dealRecord },
	retired: [] as readonly string[]
} as const;
