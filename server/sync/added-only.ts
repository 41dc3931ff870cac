import * as Y from 'yjs';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { fitsKey } from '#lib/doc/entry-key.ts';
import type { NamedDocument } from '#lib/domain/people/permissions.ts';
import type { Run } from './check-update.ts';

/** Whether a sender may add a value under a key: it says truly who wrote it, and the key is its own. */
export type Signed = (key: string, value: unknown) => boolean;

/** Who a sender is in a production: the person of the plan, or the station (by its name), or neither. */
export type Bound = { readonly personId: string | null; readonly station: string | null };

/**
 * What the server vouches for in entries, so that every device may rely on it offline: the key holds the content's
 * hash, `by` is the sender, and in a person's documents `person` is that person, `self` says whether the sender is,
 * and `station` names the station it came from: hours of a station count as the person's own, so nobody else may
 * say that theirs are. Everything else an entry says is the sender's word.
 */
export const signedBy =
	(user: string, { personId, station }: Bound, { personId: of }: NamedDocument): Signed =>
	(key, value) => {
		const entry = value as { by?: unknown; person?: unknown; self?: unknown; station?: unknown };
		if (entry.by !== user || !fitsKey(key, value)) return false;
		if (of === null) return true;
		const self = (entry.self ?? false) === (personId === of);
		return self && entry.person === of && (entry.station ?? null) === station;
	};

/**
 * The keys an update adds to an added-only document (hours, decisions, talk); null when it does anything else
 * than set free keys of the one root map, each to one immutable JSON value; `not-own` when an entry says something
 * untrue about who wrote it.
 * @param held keys the document has
 */
export function addedOnlyKeys(
	runs: readonly Run[],
	held: ReadonlySet<string>,
	signed: Signed
): string[] | 'not-own' | null {
	const keys = new Set<string>();
	let own = true;
	for (const { structs } of runs) {
		for (const item of structs) {
			if (!(item instanceof Y.Item) || item.origin || item.rightOrigin) return null;
			// While decoding, Yjs keeps the name of the root in `parent`; it is a type only once integrated.
			const root: unknown = item.parent;
			const key = item.parentSub;
			if (root !== ADDED_ONLY_ROOT || key === null || held.has(key) || keys.has(key)) return null;
			if (!(item.content instanceof Y.ContentAny) || item.content.arr.length !== 1) return null;
			const value: unknown = item.content.arr[0];
			if (typeof value !== 'object' || value === null || !isJson(value)) return null;
			own &&= signed(key, value);
			keys.add(key);
		}
	}
	return own ? [...keys] : 'not-own';
}

/** Without bytes, that is: each of them would be a line of the text that is hashed. */
const isJson = (value: unknown): boolean =>
	typeof value !== 'object' ||
	value === null ||
	(!(value instanceof Uint8Array) && Object.values(value).every(isJson));
