import type { Minutes } from '#lib/domain/calendar/duration.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { RequestId } from '#lib/domain/ids.ts';
import type { Reckoned } from '#lib/domain/launch/compression/reckoner.ts';
import { REQUEST_SIDES, type Request, type RequestNote } from '#lib/domain/launch/records.ts';
import { requestFindings } from '#lib/domain/launch/requests/findings.ts';
import { replacedBy, requestsInOrder } from '#lib/domain/launch/requests/replaced.ts';
import { notesInOrder, standingOf, whoIdOf } from '#lib/domain/launch/requests/standing.ts';
import { turnRequest } from '#lib/domain/launch/requests/turn.ts';
import { worksOf, type RequestWork } from '#lib/domain/launch/requests/work.ts';
import { byOrder } from '#lib/domain/order-key.ts';
import { byNumber } from '#lib/domain/schedule/episode-numbers.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import { taskName } from '#lib/ui/launch/names.ts';
import type { LogLine, RequestShown, RequestsView, Side } from '#lib/ui/requests/types.ts';
import { text } from '#lib/ui/text/index.svelte.ts';

/** Who looks at the requests. */
type Looker = {
	readonly name: string;
	readonly personId: string | null;
	readonly userId: string | null;
	readonly hasMoney: boolean;
	/** compression can't be reckoned */
	readonly failed: boolean;
};

/** Requests as their page shows them. @param away those that were put away @param reckoned null while compression is being reckoned, or can't be */
export function requestsView(
	plan: Plan,
	away: readonly Request[],
	today: DayKey,
	reckoned: Reckoned | null,
	looker: Looker
): RequestsView {
	const { production } = plan;
	const works = worksOf(plan);
	const later = replacedBy(plan.requests);
	const notes = notesInOrder(plan.requestNotes.values());
	const requests = requestsInOrder(plan.requests).map((request): RequestShown => {
		const { id, replacesId } = request;
		return {
			request,
			standing: standingOf(request, notes),
			work: works.get(id)!,
			consequence: reckoned?.requests.each.get(id) ?? null,
			taskOvertime: overtimeOf(works.get(id)!, reckoned),
			log: logOf(id, plan, notes),
			replaces: (replacesId && plan.requests.get(replacesId)) || null,
			replacedBy: later.get(id) ?? null,
			turns: {
				out: turnRequest(plan, id, 'out', 0).scenes.size,
				in: turnRequest(plan, id, 'in', 0).scenes.size
			}
		};
	});
	return {
		title: production.title,
		today,
		zone: production.zone,
		currency: production.currency,
		me: { name: looker.name, whoId: whoIdOf(looker) },
		requests,
		away: away
			.map((request) => ({
				request,
				note: notes.filter((one) => one.requestId === request.id && one.kind === 'put-away').at(-1) ?? null
			}))
			.sort((a, b) => (b.note?.at ?? 0) - (a.note?.at ?? 0)),
		sides: sidesOf(requests, reckoned),
		findings: requestFindings(plan, today),
		overtime: reckoned?.requests.together ?? null,
		reckoning: !reckoned
			? looker.failed
				? 'failed'
				: 'going'
			: reckoned.input.people.length === 0
				? 'nobody'
				: 'done',
		hasMoney: looker.hasMoney,
		episodes: [...plan.episodes.values()].sort(byNumber),
		scenes: [...plan.scenes.values()]
			.filter(({ requestId, omitted }) => requestId === null && !omitted)
			.sort(byOrder)
			.map(({ id, number, synopsis }) => ({
				id,
				name: `${text.requests.scene(number)} ${synopsis}`.trim().slice(0, 80)
			})),
		tasks: [...plan.tasks.values()]
			.filter(({ requestId }) => requestId === null)
			.sort(byOrder)
			.map((task) => ({ id: task.id, name: taskName(task) })),
		people: [...plan.people.values()].map(({ id, name }) => ({ id, name })),
		taskName: (id) => {
			const task = plan.tasks.get(id);
			return task ? taskName(task) : '';
		}
	};
}

function overtimeOf({ tasks }: RequestWork, reckoned: Reckoned | null): Minutes {
	const own = new Set<string>(tasks.map(({ id }) => id));
	return (reckoned?.result.tasks.of ?? []).reduce(
		(sum, { id, overtime }) => sum + (own.has(id) ? overtime : 0),
		0
	);
}

function logOf(id: RequestId, plan: Plan, notes: readonly RequestNote[]): LogLine[] {
	const lines: LogLine[] = [
		...notes
			.filter(({ requestId }) => requestId === id)
			.map((note): LogLine => ({ kind: 'note', at: note.at, note })),
		...[...plan.imports.values()]
			.filter(({ requestId }) => requestId === id)
			.map((rewrite): LogLine => ({ kind: 'rewrite', at: rewrite.at, rewrite }))
	];
	// Notes keep the order they know of; a rewrite stands where its clock puts it.
	const place = new Map(notes.map((note, n) => [note.id, n]));
	return lines.sort((a, b) =>
		a.kind === 'note' && b.kind === 'note'
			? (place.get(a.note.id) ?? 0) - (place.get(b.note.id) ?? 0)
			: a.at - b.at
	);
}

function sidesOf(requests: readonly RequestShown[], reckoned: Reckoned | null): Side[] {
	return REQUEST_SIDES.flatMap((from) => {
		const own = requests.filter(({ request }) => request.from === from);
		if (own.length === 0) return [];
		return [
			{
				from,
				all: own.length,
				open: own.filter(({ request }) => request.answer === 'open').length,
				share: reckoned?.result.shares.find(({ cause }) => cause === from)?.minutes ?? null
			}
		];
	});
}
