import { readDay, type DayKey } from '#lib/domain/calendar/day-key.ts';
import { record, shaped, text } from '#lib/domain/record.ts';

/** What a viewer may see of a production: its title and dates. Grows with the launch page; never holds hours, slack, causes or comments. */
export const guestProductionRecord = record()('production', {
	title: text(),
	startsOn: shaped<DayKey | null>(readDay, null),
	shootsOn: shaped<DayKey | null>(readDay, null),
	launchesOn: shaped<DayKey | null>(readDay, null)
});

/** The document all members read: the answer to "what is ready, and when". */
export const guestSchema = {
	kind: 'guest',
	format: 1,
	records: { productions: guestProductionRecord },
	retired: [] as readonly string[]
} as const;
