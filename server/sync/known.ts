/** What checking an update needs to know about a document, kept up to date as updates are accepted. */
import * as Y from 'yjs';
import type { Accepted, Known, Range } from './check-update.ts';
import { Depths, findDepths } from './depths.ts';
import { scanUpdate } from './scan-update.ts';
import { Stretches } from './stretches.ts';

/** Deleted ranges of each client id, made from the updates when first asked for. */
class Deletions {
	#clients = new Map<number, Stretches>();

	add(deletes: Iterable<Range>): void {
		for (const { client, clock, length } of deletes) {
			let own = this.#clients.get(client);
			if (!own) this.#clients.set(client, (own = new Stretches()));
			own.add(clock, clock + length);
		}
	}

	has(client: number, clock: number, length: number): boolean {
		return this.#clients.get(client)?.covers(clock, clock + length) ?? false;
	}
}

/** The knowledge about one document; `clocks` and the rest include updates that wait for their commit. */
export class DocumentKnowledge implements Known {
	readonly clocks: Map<number, number>;
	readonly keys: Set<string> | null;
	#owners: Map<number, string>;
	/** client ids of each user, counted when first asked for */
	#owned: Map<string, number> | null = null;
	#updates: () => Iterable<Uint8Array>;
	#deletions: Deletions | null = null;
	#depths: Depths | null = null;

	/**
	 * @param clocks next free clock of each client id
	 * @param updates every update of the document in order, the waiting ones too; asked for at once for an
	 *   added-only document, else when deletions or depths are first needed
	 */
	constructor(
		clocks: ReadonlyMap<number, number>,
		owners: ReadonlyMap<number, string>,
		addedOnly: boolean,
		updates: () => Iterable<Uint8Array>
	) {
		this.clocks = new Map(clocks);
		this.#owners = new Map(owners);
		this.#updates = updates;
		this.keys = addedOnly ? new Set<string>() : null;
		if (!this.keys) return;
		for (const bytes of updates()) {
			for (const struct of Y.decodeUpdate(bytes).structs) {
				if (struct instanceof Y.Item && struct.parentSub !== null) this.keys.add(struct.parentSub);
			}
		}
	}

	/** For a document that is followed from its first update on: nothing has to be looked up in bytes later. */
	followFromTheStart(): void {
		this.#deletions = new Deletions();
		this.#depths = new Depths();
	}

	owner(client: number): string | undefined {
		return this.#owners.get(client);
	}

	ownedBy(user: string): number {
		if (!this.#owned) {
			this.#owned = new Map();
			for (const owner of this.#owners.values()) this.#owned.set(owner, (this.#owned.get(owner) ?? 0) + 1);
		}
		return this.#owned.get(user) ?? 0;
	}

	isDeleted(client: number, clock: number, length: number): boolean {
		if (!this.#deletions) {
			this.#deletions = new Deletions();
			for (const bytes of this.#updates()) this.#deletions.add(deletesIn(bytes));
		}
		return this.#deletions.has(client, clock, length);
	}

	depth(client: number, clock: number): number | undefined {
		this.#depths ??= depthsIn(this.#updates());
		return this.#depths.get(client, clock);
	}

	/** Takes an accepted update into account, before it is on disk: later ones may build on it. */
	accept(update: Accepted, user: string): void {
		for (const [client, clock] of update.clocks) this.clocks.set(client, clock);
		if (update.claims.length > 0) this.#owned?.set(user, this.ownedBy(user) + update.claims.length);
		for (const client of update.claims) this.#owners.set(client, user);
		for (const key of update.keys) this.keys?.add(key);
		this.#deletions?.add(update.deletes);
		for (const [client, clock, depth] of update.containers) this.#depths?.set(client, clock, depth);
	}
}

/** What an update deletes; its structs, often the most of it, are passed over where they can be. */
function* deletesIn(bytes: Uint8Array): Iterable<Range> {
	const scanned = scanUpdate(bytes);
	if (scanned) return yield* scanned.deletes;
	for (const [client, ranges] of Y.decodeUpdate(bytes).ds.clients) {
		for (const { clock, len } of ranges) yield { client, clock, length: len };
	}
}

/** How deep each container lies, over all updates; those whose place can't be told are left out. */
function depthsIn(updates: Iterable<Uint8Array>): Depths {
	const depths = new Depths();
	findDepths(
		containersIn(updates),
		() => undefined,
		({ id }, depth) => depths.set(id.client, id.clock, depth)
	);
	return depths;
}

function* containersIn(updates: Iterable<Uint8Array>): Iterable<Y.Item> {
	for (const bytes of updates) {
		for (const struct of Y.decodeUpdate(bytes).structs) {
			if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) yield struct;
		}
	}
}
