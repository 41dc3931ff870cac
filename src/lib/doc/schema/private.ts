import { readDay, type DayKey } from '#lib/domain/calendar/day-key.ts';
import type { ContactId, LocationId, PersonId } from '#lib/domain/ids.ts';
import { record, ref, shaped, text, type FieldValues } from '#lib/domain/record.ts';

/**
 * How to reach somebody, and what a crew must know in an emergency. Under an id of its own, not the person's: two
 * people who write down a number for one person offline would each make the row, and one of them would be lost. Rows
 * of one person are read as one (`contacts.ts`).
 */
export const contactRecord = record<ContactId>()('contact', {
	personId: ref<PersonId>(),
	phone: text(),
	/** WeChat or another account people are reached by */
	chat: text(),
	email: text(),
	/** kept for minors */
	birthday: shaped<DayKey | null>(readDay, null),
	emergencyName: text(),
	emergencyPhone: text(),
	food: text(),
	notes: text()
});

/** Whom to call about a location. Rows of one location are read as one. */
export const placeContactRecord = record<ContactId>()('place-contact', {
	locationId: ref<LocationId>(),
	name: text(),
	phone: text(),
	notes: text()
});

export type Contact = Omit<FieldValues<typeof contactRecord>, 'personId'>;
export type PlaceContact = Omit<FieldValues<typeof placeContactRecord>, 'locationId'>;

/** What producers and planners alone may read and write of people and places. */
export const privateSchema = {
	kind: 'private',
	format: 1,
	records: { contacts: contactRecord, places: placeContactRecord },
	retired: [] as readonly string[]
} as const;
