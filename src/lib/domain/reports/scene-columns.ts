/** What breakdown and schedule both say of a scene, in the columns the sheet's reader knows. */
import type { ElementId } from '../ids.ts';
import { ELEMENT_CATEGORIES } from '../schedule/element-categories.ts';
import type { Plan } from '../schedule/plan.ts';
import type { Character, Element, Scene } from '../schedule/records.ts';
import type { SheetColumn } from '../scripts/sheet-columns.ts';
import type { ColumnOf } from './table.ts';

export type SceneColumn = ColumnOf<Scene, SheetColumn>;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Scenes as the script has them. */
export const inScriptOrder = (plan: Pick<Plan, 'scenes'>): Scene[] =>
	[...plan.scenes.values()].sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id));

/** By number on the board; those without one last, by name. */
export const inBoardOrder = (characters: readonly Character[]): Character[] =>
	[...characters].sort(
		(a, b) => (a.boardNumber ?? Infinity) - (b.boardNumber ?? Infinity) || compare(a.name, b.name)
	);

export function sceneColumns(plan: Plan) {
	const cast = (scene: Scene): string[] =>
		inBoardOrder(scene.castIds.flatMap((id) => plan.characters.get(id) ?? [])).map(({ name }) => name);
	const set = (scene: Scene) => (scene.setId ? plan.sets.get(scene.setId) : undefined);
	const episodes = (scene: Scene): string =>
		scene.episodeIds
			.flatMap((id) => plan.episodes.get(id)?.number ?? [])
			.sort((a, b) => a - b)
			.join(', ');
	const number: SceneColumn = { key: 'scene', kind: 'text', width: 9, of: (scene) => scene.number };
	const episode: SceneColumn = { key: 'episode', kind: 'text', width: 8, of: episodes };
	const where: SceneColumn[] = [
		{ key: 'int-ext', kind: 'word', width: 8, of: (scene) => scene.intExt },
		{ key: 'time', kind: 'word', width: 8, of: (scene) => scene.time },
		{ key: 'set', kind: 'text', width: 26, of: (scene) => set(scene)?.name ?? null },
		{
			...{ key: 'location', kind: 'text', width: 18, ifAny: true },
			of: (scene) => plan.locations.get(set(scene)?.locationId ?? ('' as never))?.name ?? null
		},
		{ key: 'synopsis', kind: 'text', width: 44, of: (scene) => scene.synopsis }
	];
	const people: SceneColumn = { key: 'cast', kind: 'names', width: 28, of: cast };
	const needs = ELEMENT_CATEGORIES.map((category): SceneColumn => ({
		...{ key: category, kind: 'names', width: 22, ifAny: true },
		of: (scene) =>
			elementsOf(plan, scene.elementIds).flatMap((one) => (one.category === category ? one.name : []))
	}));
	return { number, episode, where, people, needs };
}

const elementsOf = (plan: Plan, ids: readonly ElementId[]): Element[] =>
	ids
		.flatMap((id) => plan.elements.get(id) ?? [])
		.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
