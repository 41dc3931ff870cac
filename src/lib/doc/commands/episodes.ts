import type { EpisodeId, SceneId } from '#lib/domain/ids.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import { byNumber, nextNumber, renumbered } from '#lib/domain/schedule/episode-numbers.ts';
import type { episodeRecord } from '#lib/domain/schedule/records.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

export type EpisodeValues = Partial<FieldValues<typeof episodeRecord>>;

/** What changes on one episode; `sceneIds` are all scenes it is cut from, kept on the scenes' side. */
export type EpisodeChange = { readonly values: EpisodeValues; readonly sceneIds?: readonly SceneId[] };

/**
 * Changes fields of episodes, and adds new ones below the last: what was typed, pasted or filled in the grid at
 * once is one step of undo. Only fields given are written, so that a colleague's edit in another cell stays.
 *
 * @param changes by episode; those that have gone are left out
 * @param added new episodes in order; without a number they get the next ones
 * @returns the episodes that were changed or added
 */
export function changeEpisodes(
	plan: PlanDocument,
	changes: ReadonlyMap<EpisodeId, EpisodeChange>,
	added: readonly EpisodeChange[] = []
): EpisodeId[] {
	const { episodes } = plan.tables;
	const there = [...changes].filter(([id]) => episodes.rows().has(id));
	if (there.length + added.length === 0) return [];
	const first = nextNumber(episodes.rows().values());
	const made = added.map((one, at) => ({ ...one, id: newId<EpisodeId>(), number: first + at }));
	const name = there.length === 0 ? 'add-episodes' : 'change-episodes';
	perform(plan, name, there.length + made.length, () => {
		for (const [id, { values, sceneIds }] of there) {
			episodes.set(id, values);
			if (sceneIds) setScenes(plan, id, sceneIds);
		}
		for (const { id, number, values, sceneIds } of made) {
			episodes.add(id, { number, ...values });
			if (sceneIds) setScenes(plan, id, sceneIds);
		}
	});
	return [...there.map(([id]) => id), ...made.map(({ id }) => id)];
}

/** Adds episodes after the last, running as long as the one before them. */
export function addEpisodes(plan: PlanDocument, count: number): EpisodeId[] {
	const last = [...plan.tables.episodes.rows().values()].sort(byNumber).at(-1);
	const values: EpisodeValues = last ? { targetSeconds: last.targetSeconds, access: last.access } : {};
	return changeEpisodes(
		plan,
		new Map(),
		Array.from({ length: count }, () => ({ values }))
	);
}

/**
 * Puts a new episode before another: it takes that number, and those from there on move up by one. Scene numbers
 * stay, they are on slates and call sheets.
 * @returns null when the other has gone
 */
export function insertEpisode(plan: PlanDocument, before: EpisodeId): EpisodeId | null {
	const { episodes } = plan.tables;
	const inOrder = [...episodes.rows().values()].sort(byNumber);
	const at = inOrder.findIndex(({ id }) => id === before);
	const next = inOrder[at];
	if (!next) return null;
	const id = newId<EpisodeId>();
	perform(plan, 'insert-episode', 1, () => {
		// Only as far as the numbers run on: a gap takes up the new one.
		let number = next.number;
		for (const episode of inOrder.slice(at)) {
			if (episode.number > number) break;
			number = episode.number + 1;
			episodes.set(episode.id, { number });
		}
		episodes.add(id, { number: next.number, targetSeconds: next.targetSeconds, access: next.access });
	});
	return id;
}

/** Puts episodes away. Their scenes stay in the plan. @param now milliseconds */
export function removeEpisodes(plan: PlanDocument, ids: readonly EpisodeId[], now: number): number {
	const { episodes } = plan.tables;
	const there = ids.filter((id) => episodes.rows().has(id));
	if (there.length === 0) return 0;
	perform(plan, 'remove-episodes', there.length, () => {
		for (const id of there) episodes.archive(id, now);
	});
	return there.length;
}

/** Numbers episodes anew in the order given, from a first number on; writes those only that change. */
export function renumberEpisodes(plan: PlanDocument, inOrder: readonly EpisodeId[], first: number): number {
	const { episodes } = plan.tables;
	const there = inOrder.flatMap((id) => episodes.rows().get(id) ?? []);
	const numbers = renumbered(there, first);
	if (numbers.size === 0) return 0;
	perform(plan, 'renumber-episodes', numbers.size, () => {
		for (const [id, number] of numbers) episodes.set(id, { number });
	});
	return numbers.size;
}

/** Makes exactly these scenes the ones an episode is cut from. Other episodes of a scene keep it. */
function setScenes(plan: PlanDocument, id: EpisodeId, sceneIds: readonly SceneId[]): void {
	const { scenes } = plan.tables;
	const wanted = new Set(sceneIds);
	for (const scene of scenes.rows().values()) {
		const has = scene.episodeIds.includes(id);
		if (has === wanted.has(scene.id)) continue;
		scenes.set(scene.id, {
			episodeIds: has ? scene.episodeIds.filter((one) => one !== id) : [...scene.episodeIds, id]
		});
	}
}
