/** What a viewer sees of requests and reviews: what the platform asked, what we answered, what waits for it. */
import type { DayKey } from '../../calendar/day-key.ts';
import type { GateId, RequestId, RequestNoteId } from '../../ids.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { Gate, Request, RequestNote } from '../records.ts';
import { headsOf } from './standing.ts';

export type GuestPlan = Pick<
	Plan,
	'episodes' | 'requests' | 'requestNotes' | 'gates' | 'tasks' | 'taskLinks'
>;

export type ToldRequest = Pick<Request, 'round' | 'number' | 'askedBy' | 'text' | 'replaces' | 'askedOn'>;
export type ToldAnswer = Pick<RequestNote, 'answer' | 'answerText' | 'answeredOn' | 'sawIds'> & {
	readonly requestId: RequestId | null;
};
export type ToldDecision = Pick<Gate, 'kind' | 'round' | 'plannedOn'> & { readonly since: DayKey | null };

/** Whether a request is one of the viewers': theirs is the platform. */
const isTold = ({ from }: Request): boolean => from === 'platform';

/** The viewers' requests, by id. Who agreed, who objected, hours and causes are no part of it. */
export const toldRequests = ({ requests }: GuestPlan): Map<RequestId, ToldRequest> =>
	new Map(
		[...requests.values()]
			.filter(isTold)
			.map(({ id, round, number, askedBy, text, replaces, askedOn }) => [
				id,
				{ round, number, askedBy, text, replaces, askedOn }
			])
	);

/**
 * Our answers to them, each under the id of its note: rows that are only added, so that two devices that answered
 * offline can't leave one thing in the plan and another with the viewers.
 */
export function toldAnswers({ requests, requestNotes }: GuestPlan): Map<RequestNoteId, ToldAnswer> {
	const told = new Map<RequestNoteId, ToldAnswer>();
	const answered = new Set<RequestId>();
	for (const note of requestNotes.values()) {
		const { requestId, answer, answerText, answeredOn, sawIds } = note;
		const request = requestId === null ? undefined : requests.get(requestId);
		if (note.kind !== 'answer' || !request || !isTold(request)) continue;
		answered.add(request.id);
		told.set(note.id, { requestId: request.id, answer, answerText, answeredOn, sawIds });
	}
	// One that no note speaks of stands under the request's own id.
	for (const request of requests.values()) {
		const { id, answer, answerText, answeredOn } = request;
		if (answer === 'open' || answered.has(id) || !isTold(request)) continue;
		told.set(id as string as RequestNoteId, { requestId: id, answer, answerText, answeredOn, sawIds: [] });
	}
	return told;
}

/** Reviews of the platform that are open and in its hands: what comes before them is done, or they have begun. */
export function toldDecisions({ gates, tasks, taskLinks }: GuestPlan): Map<GateId, ToldDecision> {
	const told = new Map<GateId, ToldDecision>();
	for (const task of tasks.values()) {
		const gate = task.gateId === null ? undefined : gates.get(task.gateId);
		if (!gate || gate.owner !== 'platform' || gate.status !== 'open' || task.finishedOn !== null) continue;
		const before = [...taskLinks.values()].flatMap(({ fromId, toId, kind }) =>
			toId === task.id && kind === 'finish-start' && fromId ? (tasks.get(fromId) ?? []) : []
		);
		const isReady = before.length > 0 && before.every(({ finishedOn }) => finishedOn !== null);
		if (task.startedOn === null && !isReady) continue;
		const handedIn = before.flatMap(({ finishedOn }) => finishedOn ?? []).sort();
		const { kind, round, plannedOn } = gate;
		told.set(gate.id, { kind, round, plannedOn, since: task.startedOn ?? handedIn.at(-1) ?? null });
	}
	return told;
}

/** A request as a viewer reads it. */
export type StatusRequest = ToldRequest & {
	readonly id: RequestId;
	/** null: not answered yet, or `isUnclear` */
	readonly answer: ToldAnswer | null;
	/** two answers were given that contradict each other: the crew has to say which holds */
	readonly isUnclear: boolean;
};
export type StatusDecision = ToldDecision & { readonly id: GateId };

type Row<Told> = Told & { readonly id: string };

/** What the viewers' page lists, in order: their requests with our answers, and the decisions that wait for them. */
export function statusOf(
	requests: Iterable<Row<ToldRequest>>,
	answers: Iterable<Row<ToldAnswer>>,
	decisions: Iterable<Row<ToldDecision>>
): { readonly requests: readonly StatusRequest[]; readonly decisions: readonly StatusDecision[] } {
	const given = [...answers];
	return {
		requests: [...requests]
			.map((request): StatusRequest => {
				const own = given.filter(({ requestId }) => requestId === request.id);
				const answer = answerTold(own);
				const isUnclear = new Set(headsOf(own).map((head) => head.answer)).size > 1;
				return { ...request, id: request.id as RequestId, answer, isUnclear };
			})
			.sort((a, b) => a.round - b.round || a.number - b.number || (a.id < b.id ? -1 : 1)),
		decisions: [...decisions]
			.map((decision) => ({ ...decision, id: decision.id as GateId }))
			.sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : a.since === b.since ? a.round - b.round : 1))
	};
}

/** The same from the plan itself, for a member who comes by and may read it. */
export function statusOfPlan(plan: GuestPlan): ReturnType<typeof statusOf> {
	const rows = <Told>(told: ReadonlyMap<string, Told>): Row<Told>[] =>
		[...told].map(([id, values]) => ({ ...values, id }));
	return statusOf(rows(toldRequests(plan)), rows(toldAnswers(plan)), rows(toldDecisions(plan)));
}

/** Our answer as a viewer may read it: null while there is none, or while we have said two different things. */
export function answerTold<A extends Row<ToldAnswer>>(answers: readonly A[]): A | null {
	const heads = headsOf(answers);
	const [first] = heads;
	if (!first || first.answer === 'open') return null;
	return heads.every(({ answer }) => answer === first.answer) ? first : null;
}
