/** What compression needs of the money, as plain values: the Money page fills it on a producer's device. */
import type { PersonId } from '../../ids.ts';
import type { Cents, Deal } from './types.ts';

export type Budget = {
	/** what the budget leaves for the days still to come: the whole less what other lines take and the days worked took */
	readonly leftCents: Cents;
	/** equipment, locations and meals of a shoot day */
	readonly dayCents: Cents;
	/** the marketing and traffic line */
	readonly marketingCents: Cents;
	/** a person's day, by person; those without a deal cost nothing */
	readonly deals: ReadonlyMap<PersonId, Deal>;
	/** the whole budget in fen, for the review's tier; null: in another currency */
	readonly wholeFen: number | null;
};
