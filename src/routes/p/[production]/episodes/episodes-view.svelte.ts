import { byOrder } from '#lib/domain/order-key.ts';
import { LiveEpisodes } from '#lib/live/episodes.svelte.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import type { Presence } from '#lib/live/presence.svelte.ts';
import type { EpisodesView } from '#lib/ui/episodes/types.ts';

/** A live plan as the Episodes page takes it. Each answer depends on the rows it reads and no others. */
export function episodesView(plan: LivePlan, presence: Pick<Presence, 'on'>): EpisodesView {
	const live = new LiveEpisodes(plan);
	const { tables } = plan;
	return {
		get production() {
			return live.production;
		},
		get ids() {
			return live.ids;
		},
		get all() {
			return live.all;
		},
		get stretches() {
			return live.stretches;
		},
		get contract() {
			return live.contract;
		},
		get undoable() {
			return plan.undoable;
		},
		get redoable() {
			return plan.redoable;
		},
		view: (id) => live.view(id),
		scenes: () => [...tables.scenes.table.rows().values()].sort(byOrder),
		episodeNumber: (id) => {
			const row = tables.episodes.row(id);
			return row && row.archivedAt === null ? row.number : null;
		},
		characterName: (id) => tables.characters.row(id)?.name ?? '',
		present: (id) =>
			presence.on(id).map(({ name, hue, at }) => ({
				name,
				hue,
				key: at.find((one) => one.startsWith(`${id}/`))?.slice(id.length + 1) ?? null
			}))
	};
}
