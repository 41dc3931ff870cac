import { requestRecord, type Request } from '#lib/domain/launch/records.ts';
import type { RequestId, SceneId, StripId } from '#lib/domain/ids.ts';
import { byOrder, keysBetween } from '#lib/domain/order-key.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/** What a person writes down when somebody asks for a change. */
export type AskedFor = Partial<
	Pick<FieldValues<typeof requestRecord>, 'from' | 'round' | 'text' | 'askedOn' | 'replaces'>
>;

/** A request as a row, with the next number of its round and side; not written yet. */
export function newRequest(requests: Plan['requests'], asked: AskedFor): Request {
	const [from, round] = [asked.from ?? 'platform', asked.round ?? 1];
	const before = [...requests.values()].filter((one) => one.from === from && one.round === round);
	const number = Math.max(0, ...before.map((one) => one.number)) + 1;
	return newRow(requestRecord, newId<RequestId>(), { ...asked, from, round, number });
}

/** Writes down what a platform or a regulator asks to change. */
export function addRequest(plan: PlanDocument, asked: AskedFor): RequestId {
	const { id, archivedAt: _none, ...values } = newRequest(plan.tables.requests.rows(), asked);
	perform(plan, 'add-request', 1, () => plan.tables.requests.add(id, values));
	return id;
}

/**
 * Adds scenes that a request asks for: at the end of the script, waiting in the boneyard, each with its request, so
 * that their hours belong to who asked.
 */
export function addRequestedScenes(
	plan: PlanDocument,
	requestId: RequestId,
	scenes: readonly { readonly number: string; readonly eighths: number }[]
): void {
	const { scenes: all, strips } = plan.tables;
	const last = [...all.rows().values()].sort(byOrder).at(-1)?.order ?? null;
	const end = [...strips.rows().values()]
		.filter(({ place }) => place.dayId === null)
		.map(({ place }) => place.order)
		.sort()
		.at(-1);
	const orders = keysBetween(last, null, scenes.length);
	const places = keysBetween(end ?? null, null, scenes.length);
	perform(plan, 'add-requested-scenes', scenes.length, () =>
		scenes.forEach(({ number, eighths }, n) => {
			const sceneId = newId<SceneId>();
			all.add(sceneId, { number, eighths, requestId, order: orders[n] as string });
			strips.add(newId<StripId>(), {
				kind: 'scene',
				sceneId,
				place: { dayId: null, order: places[n] as string }
			});
		})
	);
}

/** Puts a request away that was written down by mistake; scenes and tasks that name it keep the name. */
export function removeRequest(plan: PlanDocument, id: RequestId, now: number): boolean {
	if (!plan.tables.requests.rows().has(id)) return false;
	perform(plan, 'remove-request', 1, () => plan.tables.requests.archive(id, now));
	return true;
}
