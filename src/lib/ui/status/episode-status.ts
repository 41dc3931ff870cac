import { EPISODE_STATUSES, type Episode } from '#lib/domain/schedule/records.ts';

/** What a viewer sees of an episode. */
export type EpisodeShown = Pick<Episode, 'id' | 'number' | 'title' | 'status'>;

/** How many episodes stand where, the furthest first; where none stands is left out. */
export function countedByStatus(
	episodes: Iterable<Pick<Episode, 'status'>>
): { readonly status: Episode['status']; readonly count: number }[] {
	const counts = new Map<Episode['status'], number>();
	for (const { status } of episodes) counts.set(status, (counts.get(status) ?? 0) + 1);
	return [...EPISODE_STATUSES].reverse().flatMap((status) => {
		const count = counts.get(status);
		return count === undefined ? [] : [{ status, count }];
	});
}
