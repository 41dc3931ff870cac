import * as Y from 'yjs';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import type { Run } from './check-update.ts';

/**
 * The keys an update adds to an added-only document (hours, decisions, talk); null when it does anything else
 * than set free keys of the one root map, each to one immutable JSON value.
 * @param held keys the document has
 */
export function addedOnlyKeys(runs: readonly Run[], held: ReadonlySet<string>): string[] | null {
	const keys = new Set<string>();
	for (const { structs } of runs) {
		for (const item of structs) {
			if (!(item instanceof Y.Item) || item.origin || item.rightOrigin) return null;
			// While decoding, Yjs keeps the name of the root in `parent`; it is a type only once integrated.
			const root: unknown = item.parent;
			const key = item.parentSub;
			if (root !== ADDED_ONLY_ROOT || key === null || held.has(key) || keys.has(key)) return null;
			if (!(item.content instanceof Y.ContentAny) || item.content.arr.length !== 1) return null;
			const value: unknown = item.content.arr[0];
			if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null;
			keys.add(key);
		}
	}
	return [...keys];
}
