import { api } from '#lib/api/api.ts';
import {
	addCast,
	addElements,
	locateSet,
	mergeElements,
	removeElement
} from '#lib/doc/commands/break-down.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { nameSceneSet } from '#lib/doc/commands/set-place.ts';
import { scriptSchema } from '#lib/doc/schema/script.ts';
import { mayDo } from '#lib/domain/people/permissions.ts';
import { links } from '#lib/links.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import type { BreakdownActions, BreakdownBeside } from '#lib/ui/breakdown/types.ts';

/** The breakdown's acts as commands on a plan, each one step of undo. */
export function breakdownActions(live: LivePlan): BreakdownActions {
	const plan = live.document;
	return {
		change: (id, values) => void changeRow(plan, 'scenes', id, values),
		nameSet: (id, name) => void nameSceneSet(plan, id, name),
		locate: (id, name) => void locateSet(plan, id, name),
		addCast: (id, typed) => addCast(plan, id, typed),
		addElements: (id, category, names) => void addElements(plan, id, category, names),
		removeElement: (id, element) => void removeElement(plan, id, element),
		changeElement: (id, values) => void changeRow(plan, 'elements', id, values),
		merge: (kept, gone) => void mergeElements(plan, kept, gone, Date.now())
	};
}

/** What stands beside the plan for a breakdown: the script's own document, the server's log, the printable sheets. */
export function breakdownBeside(production: OpenProduction): BreakdownBeside {
	const { id, role, personId } = production;
	return {
		async openScript() {
			const here = await production.openBeside(scriptSchema);
			return {
				textOf(scene) {
					if (scene.textId === null) return { kind: 'none' };
					const row = here.tables.texts.row(scene.textId);
					return row ? { kind: 'text', heading: row.heading, body: row.body } : { kind: 'absent' };
				},
				close: () => void here.close()
			};
		},
		history: mayDo({ role, personId, keeps: 'none', archived: false }, 'readHistory')
			? async (scene) => {
					const answer = await api.history(id, 'scenes', scene);
					if (answer.ok) return { ok: true, entries: answer.value.changes, more: answer.value.more };
					return answer.offline ? { ok: false, code: answer.code, offline: true } : answer;
				}
			: null,
		sheets: (scene) => links.breakdown(id, scene)
	};
}
