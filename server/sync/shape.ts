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
			if (!valuesOf(content).every((value) => isPlain(value, 1))) return null;
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

const NONE: readonly unknown[] = [];

/** The plain values in a struct's content. */
function valuesOf(content: Y.Item['content']): readonly unknown[] {
	if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr as unknown[];
	if (content instanceof Y.ContentEmbed) return [content.embed];
	return content instanceof Y.ContentFormat ? [content.value] : NONE;
}

/**
 * Whether a value is what JSON could say, bytes and `undefined` aside, and not too deep. What is too deep can be read
 * in a loop but not written again, and under the key `__proto__` a value hides from whoever lists an object's own.
 */
function isPlain(value: unknown, depth: number): boolean {
	if (typeof value === 'bigint') return false;
	if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true;
	if (depth > MAX_DEPTH) return false;
	if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
	return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
