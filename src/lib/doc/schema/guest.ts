import { readDay, type DayKey } from '#lib/domain/calendar/day-key.ts';
import type { EpisodeId } from '#lib/domain/ids.ts';
import { choice, record, shaped, text, whole, type RowOf } from '#lib/domain/record.ts';
import { EPISODE_STATUSES } from '#lib/domain/schedule/records.ts';

/** What a viewer may see of a production: its title and dates. Grows with the launch page; never holds hours, slack, causes or comments. */
export const guestProductionRecord = record()('production', {
	title: text(),
	startsOn: shaped<DayKey | null>(readDay, null),
	shootsOn: shaped<DayKey | null>(readDay, null),
	launchesOn: shaped<DayKey | null>(readDay, null)
});

/** What a viewer may see of an episode, under the episode's own id: nothing of its story, money or scenes. */
export const guestEpisodeRecord = record<EpisodeId>()('episode', {
	number: whole(1, 0),
	title: text(),
	status: choice(EPISODE_STATUSES, 'outline')
});

export type GuestEpisode = RowOf<typeof guestEpisodeRecord>;

/** The document all members read: the answer to "what is ready, and when". */
export const guestSchema = {
	kind: 'guest',
	format: 1,
	records: { productions: guestProductionRecord, episodes: guestEpisodeRecord },
	retired: [] as readonly string[]
} as const;
