/** What checking an update needs to know about a document, kept up to date as updates are accepted. */
import * as Y from 'yjs';
import type { Accepted, Known, Range } from './check-update.ts';

/** Deleted ranges of each client id, made from the updates when first asked for. */
class Deletions {
	#ranges = new Map<number, Stretch[]>();

	add(deletes: Iterable<Range>): void {
		for (const { client, clock, length } of deletes) {
			const list = this.#ranges.get(client);
			if (list) insert(list, clock, clock + length);
			else this.#ranges.set(client, [{ clock, end: clock + length }]);
		}
	}

	has(client: number, clock: number, length: number): boolean {
		const list = this.#ranges.get(client) ?? [];
		const range = list[after(list, clock) - 1];
		return !!range && clock + length <= range.end;
	}
}

type Stretch = { clock: number; end: number };

/** The place of the first range that begins after a clock. */
function after(list: readonly Stretch[], clock: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((list[middle]?.clock ?? 0) <= clock) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Puts a range among sorted ones that don't touch, and joins it with those it touches. */
function insert(list: Stretch[], clock: number, end: number): void {
	let from = after(list, clock);
	const before = list[from - 1];
	if (before && before.end >= clock) {
		if (before.end >= end) return;
		before.end = end;
		from--;
	} else list.splice(from, 0, { clock, end });
	const joined = list[from] as Stretch;
	let upto = from + 1;
	for (let next = list[upto]; next && next.clock <= joined.end; next = list[++upto]) {
		joined.end = Math.max(joined.end, next.end);
	}
	if (upto > from + 1) list.splice(from + 1, upto - from - 1);
}

type Depths = Map<number, Map<number, number>>;

/** The knowledge about one document; `clocks` and the rest include updates that wait for their commit. */
export class DocumentKnowledge implements Known {
	readonly clocks: Map<number, number>;
	readonly keys: Set<string> | null;
	#owners: Map<number, string>;
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
		this.#depths = new Map();
	}

	owner(client: number): string | undefined {
		return this.#owners.get(client);
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
		return this.#depths.get(client)?.get(clock);
	}

	/** Takes an accepted update into account, before it is on disk: later ones may build on it. */
	accept(update: Accepted, user: string): void {
		for (const [client, clock] of update.clocks) this.clocks.set(client, clock);
		for (const client of update.claims) this.#owners.set(client, user);
		for (const key of update.keys) this.keys?.add(key);
		this.#deletions?.add(update.deletes);
		for (const [client, clock, depth] of update.containers) remember(this.#depths, client, clock, depth);
	}
}

function* deletesIn(bytes: Uint8Array): Iterable<Range> {
	for (const [client, ranges] of Y.decodeUpdate(bytes).ds.clients) {
		for (const { clock, len } of ranges) yield { client, clock, length: len };
	}
}

function remember(depths: Depths | null, client: number, clock: number, depth: number): void {
	if (!depths) return;
	const own = depths.get(client) ?? new Map<number, number>();
	depths.set(client, own.set(clock, depth));
}

/** How deep each container lies, over all updates; those whose place can't be told are left out. */
function depthsIn(updates: Iterable<Uint8Array>): Depths {
	const depths: Depths = new Map();
	let waiting: Y.Item[] = [];
	for (const bytes of updates) {
		for (const struct of Y.decodeUpdate(bytes).structs) {
			if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) waiting.push(struct);
		}
	}
	const of = (id: Y.ID): number | undefined => depths.get(id.client)?.get(id.clock);
	for (let before = -1; waiting.length !== before;) {
		before = waiting.length;
		waiting = waiting.filter((item) => {
			const beside = item.origin ?? item.rightOrigin;
			let depth: number | undefined;
			if (typeof item.parent === 'string') depth = 1;
			else if (item.parent instanceof Y.ID) {
				const parent = of(item.parent);
				depth = parent === undefined ? undefined : parent + 1;
			} else if (beside) depth = of(beside);
			if (depth !== undefined) remember(depths, item.id.client, item.id.clock, depth);
			return depth === undefined;
		});
	}
	return depths;
}
