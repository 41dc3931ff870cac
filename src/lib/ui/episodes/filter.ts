import type { EpisodeWithState, Stretch } from '#lib/domain/schedule/episode-readiness.ts';

export const FILTERS = ['all', 'lacking', 'unlock', 'review'] as const;
export type Filter = (typeof FILTERS)[number];

/** Which episodes a filter shows; undefined: all of them. */
export function passes(
	filter: Filter,
	stretches: readonly Stretch[]
): ((one: EpisodeWithState) => boolean) | undefined {
	if (filter === 'lacking') return ({ state }) => state.lacks.length > 0;
	if (filter === 'review') return ({ state }) => state.marks.review;
	if (filter !== 'unlock') return undefined;
	const last = stretches.find(({ unlocks }) => unlocks)?.to ?? Infinity;
	return ({ episode }) => episode.number <= last;
}
