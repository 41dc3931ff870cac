/** The records of the plan that say what has to be done until the launch, and what reviews ask and decide. */
import { readDay, type DayKey } from '../calendar/day-key.ts';
import type { GateId, RequestId, RequestNoteId, TaskId, TaskLinkId } from '../ids.ts';
import { choice, list, record, ref, refs, shaped, text, whole, type RowOf } from '../record.ts';

/** The three stages from green light to launch and what comes back. */
export const STAGES = ['development', 'production', 'circulation'] as const;

const dayField = shaped<DayKey | null>(readDay, null);
const isText = (raw: unknown): raw is string => typeof raw === 'string';

export const GATE_KINDS = ['planning', 'rating', 'platform-review', 'completion-review', 'licence'] as const;

/** A review that must pass. */
export const gateRecord = record<GateId>()('gate', {
	kind: choice(GATE_KINDS, 'platform-review'),
	owner: choice(['platform', 'regulator'], 'platform'),
	round: whole(1, 1),
	plannedOn: shaped<DayKey | null>(readDay, null),
	decidedOn: dayField,
	/** how the platform's evaluation rated it: content manager, marketing, business; what it promised in promotion */
	ratedContent: text(),
	ratedMarketing: text(),
	ratedBusiness: text(),
	promotion: text(),
	/** the number a decision came with: planning filing, licence */
	number: text(),
	status: choice(['open', 'approved', 'changes-asked', 'rejected'], 'open')
});

export const REQUEST_SIDES = ['platform', 'regulator', 'us'] as const;
export const REQUEST_ANSWERS = ['open', 'accepted', 'negotiated', 'refused'] as const;
export const POSITIONS = ['agreed', 'objected', 'none'] as const;

/** What a platform, a regulator or a producer asked to change. Whatever is done to it later is a note as well. */
export const requestRecord = record<RequestId>()('request', {
	from: choice(REQUEST_SIDES, 'platform'),
	round: whole(1, 1),
	number: whole(1, 1),
	/** the person of that side who asked */
	askedBy: text(),
	text: text(),
	/** what it takes the place of: in words, and the request it takes the place of */
	replaces: text(),
	replacesId: ref<RequestId>(),
	askedOn: dayField,
	/** our answer as it holds; each answer given is a note, and two of them may contradict each other */
	answer: choice(REQUEST_ANSWERS, 'open'),
	/** in words that whoever asked may read */
	answerText: text(),
	answeredOn: dayField
});

/**
 * One thing said or done about a request: added, never changed, so that the history can be put on a table. Who
 * agrees and what we answer are notes too: those that no later one knew of hold (`requests/standing.ts`).
 */
export const requestNoteRecord = record<RequestNoteId>()('request-note', {
	requestId: ref<RequestId>(),
	kind: choice(
		['written', 'changed', 'answer', 'position', 'scenes', 'tasks', 'put-away', 'taken-back'],
		'changed'
	),
	/** by the clock of the device, in milliseconds since 1970 */
	at: whole(0),
	/** who did it: the name and the account */
	by: text(),
	byId: text(),
	/** the cause, in the words of whoever did it */
	why: text(),
	/** `changed`: the field, and what it said before and says now, as written */
	field: text(),
	before: text(),
	after: text(),
	/** `answer` */
	answer: choice(REQUEST_ANSWERS, 'open'),
	answerText: text(),
	answeredOn: dayField,
	/** `position`: whose it is; the person of the plan, the account, or the name where there is neither */
	who: text(),
	whoId: text(),
	position: choice(POSITIONS, 'none'),
	/** `scenes`, `tasks`: what was hung on it and what was taken off, by number or name */
	added: list(isText, []),
	removed: list(isText, []),
	/** answers, or positions of the same person, that were known when this one was given */
	sawIds: refs<RequestNoteId>()
});

/**
 * A piece of work between green light and launch (compression.md 1). Durations are working days of whoever owns
 * it; a task whose end is a decision names its gate.
 */
export const taskRecord = record<TaskId>()('task', {
	/** which task of a template it is (`launch/templates`); empty: the production's own */
	key: text(),
	/** what it is called, where a template's word won't do */
	name: text(),
	stage: choice(STAGES, 'production'),
	owner: choice(['producer', 'platform', 'regulator'], 'producer'),
	/** working days: likely and bad case; null bad: as the likely one */
	days: whole(1, 0),
	badDays: whole(null, 0),
	people: whole(0),
	/** minutes of work of all of them together */
	workMinutes: whole(0),
	gateId: ref<GateId>(),
	/** the request of a review that added it */
	requestId: ref<RequestId>(),
	/** first and last number of the episodes it is about; null: all */
	fromEpisode: whole(null),
	toEpisode: whole(null),
	/** agreed dates that don't move with what comes before */
	fixedStart: dayField,
	fixedFinish: dayField,
	startedOn: dayField,
	finishedOn: dayField,
	/** where it lay when the plan was last frozen, to be held against what happens; null: it wasn't there */
	baselineFrom: dayField,
	baselineTo: dayField,
	/** who is qualified, what is agreed, where the papers lie */
	notes: text(),
	order: text('a0')
});

/** One task after another. `lagDays` working days lie between; several links may lead to one task. */
export const taskLinkRecord = record<TaskLinkId>()('task-link', {
	fromId: ref<TaskId>(),
	toId: ref<TaskId>(),
	kind: choice(['finish-start', 'start-start'], 'finish-start'),
	lagDays: whole(0, -366)
});

export type Task = RowOf<typeof taskRecord>;
export type TaskLink = RowOf<typeof taskLinkRecord>;
export type Gate = RowOf<typeof gateRecord>;
export type Request = RowOf<typeof requestRecord>;
export type RequestNote = RowOf<typeof requestNoteRecord>;
