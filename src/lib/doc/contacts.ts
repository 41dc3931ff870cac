/** Private rows as they are read: one contact a person, one a place, whoever wrote them down. */
import type { LocationId, PersonId } from '#lib/domain/ids.ts';
import type { RowOf } from '#lib/domain/record.ts';
import type { Contact, contactRecord, PlaceContact, placeContactRecord } from './schema/private.ts';

type Row = { readonly id: string };

/** Rows of one owner as one: each field from the first row, in order of id, in which something stands. */
function merged<R extends Row>(rows: Iterable<R>, ownerOf: (row: R) => string | null): Map<string, R> {
	const found = new Map<string, R>();
	for (const row of [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))) {
		const owner = ownerOf(row);
		if (owner === null) continue;
		const first = found.get(owner);
		if (!first) found.set(owner, row);
		else {
			const missing = Object.entries(row).filter(([key]) => !first[key as keyof R]);
			found.set(owner, { ...first, ...Object.fromEntries(missing) });
		}
	}
	return found;
}

/** What is known of each person. */
export const contactsOf = (rows: Iterable<RowOf<typeof contactRecord>>): ReadonlyMap<PersonId, Contact> =>
	merged(rows, (row) => row.personId) as ReadonlyMap<string, Contact> as ReadonlyMap<PersonId, Contact>;

/** Whom to call about each place. */
export const placeContactsOf = (
	rows: Iterable<RowOf<typeof placeContactRecord>>
): ReadonlyMap<LocationId, PlaceContact> =>
	merged(rows, (row) => row.locationId) as ReadonlyMap<string, PlaceContact> as ReadonlyMap<
		LocationId,
		PlaceContact
	>;
