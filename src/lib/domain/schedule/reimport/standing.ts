/**
 * Old scenes that keep their place among the others: the longest run of pairs in which both orders agree. The
 * rest has moved; so a scene carried to the end is one move and not a move of all it passed.
 * @param newOf old index → new index
 */
export function standing(newOf: ReadonlyMap<number, number>): Set<number> {
	const pairs = [...newOf].sort(([a], [b]) => a - b);
	/** by length of run: the pair it can end with that leaves most room */
	const ends: number[] = [];
	const before = pairs.map(() => -1);
	pairs.forEach(([, n], at) => {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((pairs[ends[middle] as number]?.[1] ?? 0) < n) low = middle + 1;
			else high = middle;
		}
		before[at] = low > 0 ? (ends[low - 1] as number) : -1;
		ends[low] = at;
	});
	const stays = new Set<number>();
	for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number)
		stays.add((pairs[at] as [number, number])[0]);
	return stays;
}
