/** What a device brings back in parts that lean on each other: kept until all of them are here. */
import * as Y from 'yjs';
import { Stretches } from './stretches.ts';

export type Part = { readonly which: number; readonly bytes: Uint8Array };

/** A month of work in parts of 48 kB, and several times as many. */
const MAX_PARTS = 2000;

/**
 * The parts so far. Each is looked into once, when it comes: whether they are whole can be told without merging them,
 * which is done once, at the end.
 */
export class Parts {
	readonly list: Part[] = [];
	bytes = 0;
	/** clocks of each client id that the parts bring */
	#brought = new Map<number, { clocks: Stretches; end: number }>();
	/** next clock after the latest of each client id that the parts refer to or delete */
	#needed = new Map<number, number>();
	#readable = true;

	add(part: Part): void {
		this.list.push(part);
		this.bytes += part.bytes.length;
		try {
			this.#lookInto(part.bytes);
		} catch {
			this.#readable = false;
		}
	}

	/** There is no use in waiting for more. */
	get isTooMany(): boolean {
		return this.list.length >= MAX_PARTS || !this.#readable;
	}

	/**
	 * Whether nothing is missing any more.
	 * @param known next free clock of each client id the document has
	 */
	isWhole(known: ReadonlyMap<number, number>): boolean {
		const reaches = (client: number, end: number): boolean => {
			const next = known.get(client) ?? 0;
			return end <= next || !!this.#brought.get(client)?.clocks.covers(next, end);
		};
		for (const [client, { end }] of this.#brought) if (!reaches(client, end)) return false;
		for (const [client, end] of this.#needed) if (!reaches(client, end)) return false;
		return true;
	}

	/** All of them as one update; null where one of them is none. */
	merged(): Uint8Array | null {
		if (!this.#readable) return null;
		let parts = this.list.map(({ bytes }) => bytes);
		try {
			// Two by two: merging many at once looks at all of them for each change.
			while (parts.length > 1) {
				const pairs: Uint8Array[] = [];
				for (let n = 0; n < parts.length; n += 2) {
					const pair = parts.slice(n, n + 2);
					pairs.push(pair.length > 1 ? Y.mergeUpdates(pair) : (pair[0] as Uint8Array));
				}
				parts = pairs;
			}
			return parts[0] ?? null;
		} catch {
			return null;
		}
	}

	#lookInto(bytes: Uint8Array): void {
		const { structs, ds } = Y.decodeUpdate(bytes);
		for (const struct of structs) {
			if (struct instanceof Y.Skip) continue;
			const { client, clock } = struct.id;
			const end = clock + struct.length;
			const brought = this.#brought.get(client) ?? { clocks: new Stretches(), end: 0 };
			brought.clocks.add(clock, end);
			brought.end = Math.max(brought.end, end);
			this.#brought.set(client, brought);
			if (!(struct instanceof Y.Item)) continue;
			for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
				if (id instanceof Y.ID) this.#need(id.client, id.clock + 1);
			}
		}
		for (const [client, ranges] of ds.clients) {
			for (const { clock, len } of ranges) this.#need(client, clock + len);
		}
	}

	#need(client: number, end: number): void {
		if ((this.#needed.get(client) ?? 0) < end) this.#needed.set(client, end);
	}
}
