import {
	addEpisodes,
	changeEpisodes,
	insertEpisode,
	removeEpisodes,
	renumberEpisodes
} from '#lib/doc/commands/episodes.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import type { Presence } from '#lib/live/presence.svelte.ts';
import type { EpisodesActs } from '#lib/ui/episodes/types.ts';

/** What the Episodes page does, as commands on a plan, each one step of undo. */
export function episodesActs(live: LivePlan, presence: Pick<Presence, 'show'>): EpisodesActs {
	const plan = live.document;
	return {
		change: (changes, added = []) => changeEpisodes(plan, changes, added),
		add: (count) => addEpisodes(plan, count),
		insert: (before) => insertEpisode(plan, before),
		remove: (ids) => removeEpisodes(plan, ids, Date.now()),
		renumber: (inOrder, first) => renumberEpisodes(plan, inOrder, first),
		undo: () => live.undo(),
		redo: () => live.redo(),
		present: (ids) => presence.show(ids)
	};
}
