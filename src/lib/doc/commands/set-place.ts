import type { LocationId, SceneId, SetId } from '#lib/domain/ids.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/** The set of that name, made when there is none (letter case and outer spaces don't matter). */
export function setNamed(plan: PlanDocument, name: string, locationId: LocationId | null = null): SetId {
	const wanted = name.trim();
	for (const set of plan.tables.sets.rows().values()) {
		if (set.name.toLocaleLowerCase() === wanted.toLocaleLowerCase()) return set.id;
	}
	const id = newId<SetId>();
	perform(plan, 'add-set', 1, () => plan.tables.sets.add(id, { name: wanted, locationId }));
	return id;
}

/** Puts a scene into the set of that name, making the set when there is none; an empty name takes it out of any. */
export function nameSceneSet(plan: PlanDocument, sceneId: SceneId, name: string): boolean {
	if (!plan.tables.scenes.get(sceneId)) return false;
	perform(plan, 'change-scenes', 1, () => {
		plan.tables.scenes.set(sceneId, { setId: name.trim() === '' ? null : setNamed(plan, name) });
	});
	return true;
}
