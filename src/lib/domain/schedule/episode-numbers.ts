/** In which order episodes stand, and which numbers new ones get. */
import type { EpisodeId } from '../ids.ts';
import type { Episode } from './records.ts';

type Numbered = Pick<Episode, 'id' | 'number'>;

/** By number; two with one number (made offline by two people) by id, so that every device shows the same order. */
export const byNumber = (a: Numbered, b: Numbered): number =>
	a.number - b.number || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The number after the last. */
export const nextNumber = (episodes: Iterable<Numbered>): number =>
	Math.max(0, ...[...episodes].map(({ number }) => number)) + 1;

/** Numbers that more than one episode has. */
export function numbersTwice(episodes: Iterable<Numbered>): ReadonlySet<number> {
	const seen = new Set<number>();
	const twice = new Set<number>();
	for (const { number } of episodes) (seen.has(number) ? twice : seen).add(number);
	return twice;
}

/** The numbers that change when the episodes given, in this order, are numbered from a first number on. */
export const renumbered = (inOrder: readonly Numbered[], first: number): Map<EpisodeId, number> =>
	new Map(
		inOrder
			.map(({ id }, at) => [id, first + at] as const)
			.filter(([, number], at) => inOrder[at]?.number !== number)
	);
