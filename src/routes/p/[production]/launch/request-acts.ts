import {
	addRequest,
	answerRequest,
	changeRequest,
	hangWork,
	removeRequest,
	restoreRequest,
	settleRequest,
	takePosition,
	type Author
} from '#lib/doc/commands/requests.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { nextNumber } from '#lib/domain/launch/requests/replaced.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import { session } from '#lib/live/session.svelte.ts';
import { did } from '#lib/ui/did.ts';
import { taskName } from '#lib/ui/launch/names.ts';
import type { RequestsActs } from '#lib/ui/requests/types.ts';
import { text } from '#lib/ui/text/index.svelte.ts';
import { toasts } from '#lib/ui/toast.svelte.ts';

/** Whoever is here, as what is done to a request names them: the name in the crew list, else the account's. */
export function nameHere({ personId, plan }: OpenProduction): string {
	const person = personId === null ? null : plan.document.tables.people.rows().get(personId as PersonId);
	return person?.name || session.user?.name || '';
}

/** Who does it, now. */
export const authorHere = (production: OpenProduction): Author => ({
	by: nameHere(production),
	byId: session.user?.id ?? '',
	at: Date.now()
});

/** What is done to requests: each one step of undo, with day, author and cause on record. */
export function requestActs(production: OpenProduction): RequestsActs {
	const plan = production.plan.document;
	const author = (): Author => authorHere(production);
	return {
		add: (asked, scenes, task) => addRequest(plan, asked, author(), { scenes, task }),
		change: (id, values, why) => void changeRequest(plan, id, values, author(), why),
		answer: (id, given, why) => void answerRequest(plan, id, given, author(), why),
		position: (id, taken, why) => void takePosition(plan, id, taken, author(), why),
		hang: (id, { sceneIds, taskIds, scenes, task }, why) => {
			const work = { scenes: { add: sceneIds, make: scenes }, tasks: { add: taskIds, make: task } };
			hangWork(plan, id, { ...work, nameOf: taskName }, author(), why);
		},
		takeOffScene: (id, scene, why) =>
			void hangWork(plan, id, { scenes: { takeOff: [scene] } }, author(), why),
		takeOffTask: (id, task, why) =>
			void hangWork(plan, id, { tasks: { takeOff: [task] }, nameOf: taskName }, author(), why),
		settle: (id, why) => void settleRequest(plan, id, author(), why),
		renumber: (id, why) => {
			const row = plan.tables.requests.rows().get(id);
			if (!row) return;
			const number = nextNumber(plan.tables.requests.rows(), row.from, row.round);
			changeRequest(plan, id, { number }, author(), why);
		},
		remove: (id, why) => void removeRequest(plan, id, author(), why),
		restore: (id) => void restoreRequest(plan, id, author()),
		undo: () => {
			const step = production.plan.undo();
			if (step) toasts.say(text.here.undone(did(step.name, step.count)));
		}
	};
}
