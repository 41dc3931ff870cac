import { readDay, type DayKey } from '#lib/domain/calendar/day-key.ts';
import type { LocationId, PersonId } from '#lib/domain/ids.ts';
import { record, shaped, text } from '#lib/domain/record.ts';

/** How to reach somebody, and what a crew must know in an emergency. Under the person's own id: one row a person. */
export const contactRecord = record<PersonId>()('contact', {
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

/** Whom to call about a location. Under the location's own id. */
export const placeContactRecord = record<LocationId>()('place-contact', {
	name: text(),
	phone: text(),
	notes: text()
});

/** What producers and planners alone may read and write of people and places. */
export const privateSchema = {
	kind: 'private',
	format: 1,
	records: { contacts: contactRecord, places: placeContactRecord },
	retired: [] as readonly string[]
} as const;
