import type { PersonId } from '#lib/domain/ids.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import { perform } from '../command.ts';
import { markFormat, type TypedDocument } from '../document.ts';
import type { dealRecord, dealSchema } from '../schema/deal.ts';

/** Writes what somebody is paid: the first time the whole deal, later the fields that are given. */
export function writeDeal(
	document: TypedDocument<typeof dealSchema>,
	personId: PersonId,
	values: Partial<FieldValues<typeof dealRecord>>
): void {
	const { deals } = document.tables;
	perform(document, 'write-deal', 1, () => {
		markFormat(document);
		if (deals.get(personId)) deals.set(personId, values);
		else deals.add(personId, values);
	});
}
