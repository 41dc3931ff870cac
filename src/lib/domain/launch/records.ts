/** The records of the plan that say what has to be done until the launch, and what reviews ask and decide. */
import { readDay, type DayKey } from '../calendar/day-key.ts';
import type { GateId, RequestId, TaskId, TaskLinkId } from '../ids.ts';
import { choice, record, ref, shaped, text, whole, type RowOf } from '../record.ts';

/** The three stages from green light to launch and what comes back. */
export const STAGES = ['development', 'production', 'circulation'] as const;

const dayField = shaped<DayKey | null>(readDay, null);

/** A review that must pass. */
export const gateRecord = record<GateId>()('gate', {
	kind: choice(['planning', 'rating', 'platform-review', 'completion-review', 'licence'], 'platform-review'),
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

/** What a platform or a regulator asked to change. */
export const requestRecord = record<RequestId>()('request', {
	from: choice(['platform', 'regulator', 'us'], 'platform'),
	round: whole(1, 1),
	number: whole(1, 1),
	text: text(),
	/** what it takes the place of */
	replaces: text(),
	askedOn: dayField,
	/** who agreed to it and who spoke against it, by name or role */
	agreed: text(),
	objected: text(),
	/** what we answered, in words a viewer may read, and when */
	answerText: text(),
	answeredOn: dayField,
	answer: choice(['open', 'accepted', 'negotiated', 'refused'], 'open')
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
