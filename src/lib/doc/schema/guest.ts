import { readDay, type DayKey } from '#lib/domain/calendar/day-key.ts';
import type { EpisodeId, GateId, RequestId, RequestNoteId } from '#lib/domain/ids.ts';
import { GATE_KINDS, REQUEST_ANSWERS } from '#lib/domain/launch/records.ts';
import { choice, record, ref, refs, shaped, text, whole, type RowOf } from '#lib/domain/record.ts';
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

const dayField = shaped<DayKey | null>(readDay, null);

/** What the platform asked for, under the request's own id: its own words and nothing of what we make of them. */
export const guestRequestRecord = record<RequestId>()('request', {
	round: whole(1, 1),
	number: whole(1, 1),
	askedBy: text(),
	text: text(),
	replaces: text(),
	askedOn: dayField
});

/** An answer of ours: added and never changed. One that another names as known no longer holds. */
export const guestAnswerRecord = record<RequestNoteId>()('answer', {
	requestId: ref<RequestId>(),
	answer: choice(REQUEST_ANSWERS, 'open'),
	answerText: text(),
	answeredOn: dayField,
	sawIds: refs<RequestNoteId>()
});

/** A review that is in the platform's hands, under its gate's own id. */
export const guestDecisionRecord = record<GateId>()('decision', {
	kind: choice(GATE_KINDS, 'platform-review'),
	round: whole(1, 1),
	since: dayField,
	plannedOn: dayField
});

export type GuestEpisode = RowOf<typeof guestEpisodeRecord>;
export type GuestRequest = RowOf<typeof guestRequestRecord>;
export type GuestAnswer = RowOf<typeof guestAnswerRecord>;
export type GuestDecision = RowOf<typeof guestDecisionRecord>;

/** The document all members read: what is ready, and when; what the platform asked, and what waits for it. */
export const guestSchema = {
	kind: 'guest',
	format: 1,
	records: {
		productions: guestProductionRecord,
		episodes: guestEpisodeRecord,
		requests: guestRequestRecord,
		answers: guestAnswerRecord,
		decisions: guestDecisionRecord
	},
	retired: [] as readonly string[]
} as const;
