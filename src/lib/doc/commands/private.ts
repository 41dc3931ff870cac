import type { ContactId, LocationId, PersonId } from '#lib/domain/ids.ts';
import { perform } from '../command.ts';
import { markFormat } from '../document.ts';
import { newId } from '../id.ts';
import type { PrivateDocument } from '../plan-document.ts';
import type { Contact, PlaceContact } from '../schema/private.ts';

/** Writes down how to reach somebody. Where two people had made a row each, both say the same from here on. */
export function changeContact(document: PrivateDocument, personId: PersonId, values: Partial<Contact>): void {
	perform(document, 'change-contact', 1, () => writeContact(document, personId, values));
}

/** The same inside a command that does more. */
export function writeContact(document: PrivateDocument, personId: PersonId, values: Partial<Contact>): void {
	const { contacts } = document.tables;
	markFormat(document);
	const own = [...contacts.rows().values()].filter((row) => row.personId === personId);
	if (own.length === 0) contacts.add(newId<ContactId>(), { personId, ...values });
	for (const { id } of own) contacts.set(id, values);
}

/** Writes down whom to call about a location. */
export function changePlaceContact(
	document: PrivateDocument,
	locationId: LocationId,
	values: Partial<PlaceContact>
): void {
	const { places } = document.tables;
	const own = [...places.rows().values()].filter((row) => row.locationId === locationId);
	perform(document, 'change-place-contact', 1, () => {
		markFormat(document);
		if (own.length === 0) places.add(newId<ContactId>(), { locationId, ...values });
		for (const { id } of own) places.set(id, values);
	});
}
