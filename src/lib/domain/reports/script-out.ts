/** A plan as a script again: what a Final Draft file is written of. */
import type { SceneId } from '../ids.ts';
import { byOrder } from '../order-key.ts';
import type { Plan } from '../schedule/plan.ts';
import type { SceneToWrite, ScriptToWrite } from '../scripts/write-fdx.ts';

/** A scene's text as it was imported; the heading is the writer's own. */
export type SceneWords = { readonly heading: string; readonly body: string };

/**
 * The plan's scenes in script order, with numbers, lengths, cast, elements and what stands in the breakdown. A scene
 * that is in two episodes stands under the first; its text is there where one was imported.
 */
export function scriptOf(plan: Plan, textOf: (scene: SceneId) => SceneWords | null): ScriptToWrite {
	const name = <T extends { name: string }>(rows: ReadonlyMap<unknown, T>, ids: readonly unknown[]): T[] =>
		ids.flatMap((id) => rows.get(id) ?? []);
	const episodes = [...plan.episodes.values()].sort((a, b) => a.number - b.number);
	const scenes = [...plan.scenes.values()].sort(byOrder).map((scene): SceneToWrite => {
		const numbers = scene.episodeIds.flatMap((id) => plan.episodes.get(id)?.number ?? []);
		const set = scene.setId === null ? undefined : plan.sets.get(scene.setId);
		const words = textOf(scene.id);
		const said = (text: string): string | undefined => (text === '' ? undefined : text);
		return {
			number: scene.number,
			heading: words?.heading,
			episode: numbers.length === 0 ? null : Math.min(...numbers),
			intExt: scene.intExt,
			time: scene.time,
			set: set?.name ?? '',
			eighths: scene.eighths,
			synopsis: scene.synopsis,
			cast: name(plan.characters, scene.castIds).map((character) => character.name),
			elements: name(plan.elements, scene.elementIds).map(({ category, name: called }) => ({
				category,
				name: called
			})),
			notes: scene.notes === '' ? [] : [scene.notes],
			text: words?.body ?? '',
			omitted: scene.omitted,
			scriptPage: said(scene.scriptPage),
			scriptDay: said(scene.scriptDay),
			sequence: said(scene.sequence),
			unit: said(scene.unit),
			comments: said(scene.comments)
		};
	});
	return {
		title: plan.production.title,
		episodes: episodes.map(({ number, title }) => ({ number, title })),
		scenes
	};
}
