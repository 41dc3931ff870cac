import type * as Y from 'yjs';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { Command } from './command.ts';
import { entryKey, fitsKey } from './entry-key.ts';

/** What every entry of an added-only document says, whatever else it says. */
export type Added = {
	readonly id: string;
	/** the user, or the station, that wrote it: the server takes an entry under the writer's own name only */
	readonly by: string;
	/** when, in milliseconds since 1970 by the device's clock: never used to decide an order between devices */
	readonly at: number;
};

/** An entry with the key that names exactly this one. */
export type Kept<E> = E & { readonly key: string };

/**
 * The entries of a document in which entries are only ever added (hours, decisions, talk): immutable JSON values in
 * one root map, under a key made of id and hash. Reading writes nothing; what isn't an entry, or doesn't fit its
 * key, is left out and counted.
 */
export class Entries<E extends Added> {
	readonly doc: Y.Doc;
	readonly #map: Y.Map<unknown>;
	readonly #read: (raw: unknown) => E | null;
	readonly #known = new Map<string, Kept<E> | null>();
	#all: readonly Kept<E>[] | null = null;

	/** @param read makes an entry of a raw value; null for anything that isn't one */
	constructor(doc: Y.Doc, read: (raw: unknown) => E | null) {
		this.doc = doc;
		this.#map = doc.getMap(ADDED_ONLY_ROOT);
		this.#read = read;
		this.#map.observe(() => (this.#all = null));
	}

	/** All entries, by id and then key, so that every device has them in one order. The same array until one is added. */
	all(): readonly Kept<E>[] {
		this.#all ??= [...this.#map.keys()]
			.flatMap((key) => this.get(key) ?? [])
			.sort((a, b) => (a.key < b.key ? -1 : 1));
		return this.#all;
	}

	/** The entry under a key; null where there is none, or nothing this version can read. */
	get(key: string): Kept<E> | null {
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		const raw = this.#map.get(key);
		if (raw === undefined) return null;
		const entry = fitsKey(key, raw) ? this.#read(raw) : null;
		const kept = entry && Object.freeze({ ...entry, key });
		this.#known.set(key, kept);
		return kept;
	}

	/** How many values are there that this version can't read: a newer Daybreak's, or damaged. */
	get unread(): number {
		return this.#map.size - this.all().length;
	}

	/**
	 * Adds entries in one transaction, each under its own key; one that is there already is not written again.
	 * @returns their keys
	 */
	add(name: string, entries: readonly E[]): string[] {
		const keyed = entries.map((entry) => [entryKey(entry), entry] as const);
		this.doc.transact(
			() => {
				for (const [key, entry] of keyed) if (!this.#map.has(key)) this.#map.set(key, entry);
			},
			new Command(name, entries.length)
		);
		return keyed.map(([key]) => key);
	}

	/** Calls back once a transaction that added entries. Returns the way to stop. */
	observe(listener: () => void): () => void {
		this.#map.observe(listener);
		return () => this.#map.unobserve(listener);
	}
}
