/** How deep things lie in a document, so that nobody can build a tower that overturns the readers. */
import * as Y from 'yjs';
import { MAX_DEPTH, type Known, type Run } from './check-update.ts';

/** A container made by an update: its id and how deep it lies (1: in a root). */
export type Container = readonly [client: number, clock: number, depth: number];

/**
 * The containers an update makes; null when something lies too deep, is a document inside the document, or
 * has no place that can be told (our own clients make a container once, under a fresh key).
 */
export function shapeOf(runs: readonly Run[], known: Pick<Known, 'depth'>): Container[] | null {
	const made: Container[] = [];
	const mine = new Map<number, Map<number, number>>();
	const depthOf = (id: Y.ID): number | undefined =>
		mine.get(id.client)?.get(id.clock) ?? known.depth(id.client, id.clock);
	// Runs come with the higher client ids first, so a container may be made in a later run than its content.
	const later: Y.Item[] = [];
	const place = (item: Y.Item): boolean => {
		const depth = depthOfItem(item, depthOf);
		if (depth === undefined) return false;
		const { client, clock } = item.id;
		made.push([client, clock, depth]);
		mine.set(client, (mine.get(client) ?? new Map<number, number>()).set(clock, depth));
		return true;
	};
	for (const { structs } of runs) {
		for (const struct of structs) {
			if (!(struct instanceof Y.Item)) continue;
			const { content } = struct;
			if (content instanceof Y.ContentDoc) return null;
			if (content instanceof Y.ContentAny && content.arr.some((value) => tooDeep(value, 1))) return null;
			if (content instanceof Y.ContentType && !place(struct)) later.push(struct);
		}
	}
	for (let waiting = later; waiting.length > 0;) {
		const still = waiting.filter((item) => !place(item));
		if (still.length === waiting.length) return null;
		waiting = still;
	}
	return made.some(([, , depth]) => depth > MAX_DEPTH) ? null : made;
}

/** Beside a container known already it lies as deep; else its parent says. */
function depthOfItem(item: Y.Item, depthOf: (id: Y.ID) => number | undefined): number | undefined {
	if (typeof item.parent === 'string') return 1;
	if (item.parent instanceof Y.ID) {
		const parent = depthOf(item.parent);
		return parent === undefined ? undefined : parent + 1;
	}
	const beside = item.origin ?? item.rightOrigin;
	return beside ? depthOf(beside) : undefined;
}

function tooDeep(value: unknown, depth: number): boolean {
	if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
	if (depth > MAX_DEPTH) return true;
	return Object.values(value).some((inner) => tooDeep(inner, depth + 1));
}
