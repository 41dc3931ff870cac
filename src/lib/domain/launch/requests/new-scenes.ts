import type { EpisodeId } from '../../ids.ts';
import { byOrder, keysBetween, type OrderKey } from '../../order-key.ts';
import type { Plan } from '../../schedule/plan.ts';

/** Where scenes that a request adds come to stand in the script, and what they are called. */
export type NewPlaces = readonly { readonly number: string; readonly order: OrderKey }[];

/**
 * So many new scenes at the end of an episode (null: of the script), with the next free numbers: `34-3` after `34-2`
 * where scenes are numbered by episode, the next whole number otherwise.
 */
export function newScenePlaces(
	{ scenes, episodes }: Pick<Plan, 'scenes' | 'episodes'>,
	episodeId: EpisodeId | null,
	count: number
): NewPlaces {
	const all = [...scenes.values()].sort(byOrder);
	const own = episodeId === null ? all : all.filter(({ episodeIds }) => episodeIds.includes(episodeId));
	const last = (own.length > 0 ? own : all).at(-1);
	const after = last && all.find(({ order }) => order > last.order);
	const orders = keysBetween(last?.order ?? null, after?.order ?? null, count);
	const taken = new Set(all.map(({ number }) => number));
	const episode = episodeId === null ? undefined : episodes.get(episodeId);
	const byEpisode = all.filter(({ number }) => /^\d+-\d+/.test(number)).length * 2 > all.length;
	const prefix = episode && (byEpisode || all.length === 0) ? `${episode.number}-` : '';
	let next = Math.max(
		0,
		...all.flatMap(({ number }) => {
			const found = prefix
				? number.startsWith(prefix) && /^\d+/.exec(number.slice(prefix.length))
				: /^\d+$/.exec(number);
			return found ? [Number(found[0])] : [];
		})
	);
	return orders.map((order) => {
		do next++;
		while (taken.has(prefix + next));
		return { number: prefix + next, order };
	});
}
