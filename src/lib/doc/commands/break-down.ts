/** What a breakdown writes beside a scene's own fields: its elements, its cast, where its set is. */
import type { CharacterId, ElementId, LocationId, SceneId, SetId } from '#lib/domain/ids.ts';
import { nameKey } from '#lib/domain/schedule/breakdown/name-key.ts';
import { readCast } from '#lib/domain/schedule/breakdown/read-cast.ts';
import type { ElementCategory } from '#lib/domain/schedule/element-categories.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/**
 * Gives a scene elements of these names. A name the category has already is that element; any other is made.
 * @returns how many of them the scene didn't have
 */
export function addElements(
	plan: PlanDocument,
	sceneId: SceneId,
	category: ElementCategory,
	names: readonly string[]
): number {
	const { scenes, elements } = plan.tables;
	const scene = scenes.get(sceneId);
	if (!scene) return 0;
	const known = new Map<string, ElementId>();
	for (const element of elements.rows().values())
		if (element.category === category) known.set(nameKey(element.name), element.id);
	const made: { id: ElementId; name: string }[] = [];
	const wanted = new Set<ElementId>();
	for (const said of names) {
		const name = said.trim();
		if (name === '') continue;
		let id = known.get(nameKey(name));
		if (!id) {
			id = newId<ElementId>();
			known.set(nameKey(name), id);
			made.push({ id, name });
		}
		if (!scene.elementIds.includes(id)) wanted.add(id);
	}
	if (wanted.size === 0) return 0;
	perform(plan, 'add-elements', wanted.size, () => {
		for (const { id, name } of made) elements.add(id, { name, category });
		scenes.set(sceneId, { elementIds: [...scene.elementIds, ...wanted] });
	});
	return wanted.size;
}

/** Takes an element off one scene. Elements no scene needs stay, to be offered again. */
export function removeElement(plan: PlanDocument, sceneId: SceneId, id: ElementId): boolean {
	const scene = plan.tables.scenes.get(sceneId);
	if (!scene?.elementIds.includes(id)) return false;
	perform(plan, 'remove-element', 1, () =>
		plan.tables.scenes.set(sceneId, { elementIds: scene.elementIds.filter((one) => one !== id) })
	);
	return true;
}

/**
 * Makes one element of several: every scene that needs one of `gone` needs `kept` instead, and `gone` are put away.
 * @returns how many scenes changed
 */
export function mergeElements(
	plan: PlanDocument,
	kept: ElementId,
	gone: readonly ElementId[],
	now: number
): number {
	const { scenes, elements } = plan.tables;
	const away = new Set(gone.filter((id) => id !== kept && elements.rows().has(id)));
	if (!elements.rows().has(kept) || away.size === 0) return 0;
	const touched = [...scenes.rows().values()].filter((scene) => scene.elementIds.some((id) => away.has(id)));
	perform(plan, 'merge-elements', away.size, () => {
		for (const scene of touched)
			scenes.set(scene.id, {
				elementIds: [...new Set([...scene.elementIds.filter((id) => !away.has(id)), kept])]
			});
		for (const id of away) elements.archive(id, now);
	});
	return touched.length;
}

/**
 * Adds cast to a scene as typed: board numbers and names (`readCast`). Names nobody has become characters with the
 * next free board numbers.
 * @returns board numbers nobody has: nothing is written for those
 */
export function addCast(plan: PlanDocument, sceneId: SceneId, typed: string): readonly number[] {
	const { scenes, characters } = plan.tables;
	const scene = scenes.get(sceneId);
	if (!scene) return [];
	const read = readCast(typed, characters.rows().values());
	const joining = read.ids.filter((id) => !scene.castIds.includes(id));
	const count = joining.length + read.names.length;
	if (count === 0) return read.numbers;
	const numbers = [...characters.rows().values()].map(({ boardNumber }) => boardNumber ?? 0);
	let next = Math.max(0, ...numbers);
	perform(plan, 'add-cast', count, () => {
		const made = read.names.map((name) => {
			const id = newId<CharacterId>();
			characters.add(id, { name, boardNumber: ++next });
			return id;
		});
		scenes.set(sceneId, { castIds: [...scene.castIds, ...joining, ...made] });
	});
	return read.numbers;
}

/** Says at which location a set is; one nobody named before is made. An empty name: not known. */
export function locateSet(plan: PlanDocument, setId: SetId, name: string): boolean {
	const { sets, locations } = plan.tables;
	if (!sets.get(setId)) return false;
	const wanted = name.trim();
	let id: LocationId | null = null;
	for (const location of locations.rows().values())
		if (wanted !== '' && nameKey(location.name) === nameKey(wanted)) id = location.id;
	const isNew = wanted !== '' && id === null;
	perform(plan, 'locate-set', 1, () => {
		if (isNew) locations.add((id = newId<LocationId>()), { name: wanted });
		sets.set(setId, { locationId: id });
	});
	return true;
}
