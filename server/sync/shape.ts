/** How deep things lie in a document, so that nobody can build a tower that overturns the readers. */
import * as Y from 'yjs';
import { MAX_DEPTH, type Known, type Run } from './check-update.ts';
import { findDepths } from './depths.ts';

/** A container made by an update: its id and how deep it lies (1: in a root). */
export type Container = readonly [client: number, clock: number, depth: number];

/**
 * The containers an update makes; null when something lies too deep, is a document inside the document, or
 * has no place that can be told (our own clients make a container once, under a fresh key).
 */
export function shapeOf(runs: readonly Run[], known: Pick<Known, 'depth'>): Container[] | null {
	const made: Container[] = [];
	const containers: Y.Item[] = [];
	for (const { structs } of runs) {
		for (const struct of structs) {
			if (!(struct instanceof Y.Item)) continue;
			const { content } = struct;
			if (content instanceof Y.ContentDoc) return null;
			if (content instanceof Y.ContentAny && content.arr.some((value) => tooDeep(value, 1))) return null;
			if (content instanceof Y.ContentType) containers.push(struct);
		}
	}
	if (containers.length === 0) return made;
	let deepest = 0;
	const found = ({ id: { client, clock } }: Y.Item, depth: number): void => {
		made.push([client, clock, depth]);
		deepest = Math.max(deepest, depth);
	};
	const all = findDepths(containers, (client, clock) => known.depth(client, clock), found);
	return all && deepest <= MAX_DEPTH ? made : null;
}

function tooDeep(value: unknown, depth: number): boolean {
	if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
	if (depth > MAX_DEPTH) return true;
	return Object.values(value).some((inner) => tooDeep(inner, depth + 1));
}
