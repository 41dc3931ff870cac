/**
 * From accepted updates to rows on disk: one commit under way, the next takes what queued meanwhile, commits
 * start at least `intervalMs` apart. Nobody hears of an update before it is on disk.
 */
import type { LogStore, Place, Row } from '../store/log-store.ts';
import { joinUpdates } from './join-updates.ts';

/** Updates of one connection to one document that will share a row. */
export type Entry<Owner> = {
	readonly owner: Owner;
	readonly row: Omit<Row, 'bytes' | 'clients'>;
	readonly parts: Uint8Array[];
	readonly clients: number[];
	/** the lowest number among its updates, as the connection counts what it sent */
	first: number;
	/** its commit has started: it takes no more parts */
	sealed: boolean;
	/** who else waits for it to be on disk: they sent what it, or one before it, holds already */
	followers: Set<Owner> | null;
	readonly ends: Map<number, number>;
};
export type Committed<Owner> = {
	readonly entry: Entry<Owner>;
	readonly bytes: Uint8Array;
	readonly place: Place;
};

/** Where Yjs has to merge them, that is superlinear in the number of parts. */
const MAX_PARTS = 64;

export type CommitFigures = {
	commits: number;
	rows: number;
	totalMs: number;
	lastMs: number;
	worstMs: number;
};

export class GroupCommit<Owner> {
	#store: LogStore;
	#intervalMs: number;
	#queue: Entry<Owner>[] = [];
	#busy = false;
	#planned = false;
	#lastStart = 0;
	#idle: (() => void)[] = [];
	queuedBytes = 0;
	readonly figures: CommitFigures = { commits: 0, rows: 0, totalMs: 0, lastMs: 0, worstMs: 0 };
	/** called after each commit with all its rows, in the order of the log */
	onCommit: (rows: readonly Committed<Owner>[]) => void = () => {};
	/** called with entries of productions that were deleted: they are nowhere */
	onDropped: (entries: readonly Entry<Owner>[]) => void = () => {};
	/** called when the store failed; everything that was queued is dropped with it */
	onFailure: (error: unknown) => void = () => {};

	constructor(store: LogStore, intervalMs: number) {
		this.#store = store;
		this.#intervalMs = intervalMs;
	}

	get queued(): number {
		return this.#queue.length;
	}

	/** Queues a new row and returns it, so that the connection can add to it until its commit starts. */
	add(entry: Entry<Owner>): Entry<Owner> {
		this.#queue.push(entry);
		this.#schedule();
		return entry;
	}

	/** Whether an entry still waits and has room for another part. */
	takesMore(entry: Entry<Owner>): boolean {
		return !entry.sealed && entry.parts.length < MAX_PARTS;
	}

	/** Resolves when nothing is queued or under way. */
	async settled(): Promise<void> {
		if (!this.#busy && this.#queue.length === 0) return;
		await new Promise<void>((resolve) => this.#idle.push(resolve));
	}

	#schedule(): void {
		if (this.#busy || this.#planned || this.#queue.length === 0) return;
		this.#planned = true;
		const wait = this.#lastStart + this.#intervalMs - performance.now();
		// Not at once even when the time has come: what arrives in this turn should share the commit.
		if (wait <= 0) setImmediate(() => void this.#commit());
		else setTimeout(() => void this.#commit(), wait);
	}

	async #commit(): Promise<void> {
		this.#planned = false;
		this.#busy = true;
		this.#lastStart = performance.now();
		const entries = this.#queue;
		for (const entry of entries) entry.sealed = true;
		this.#queue = [];
		this.queuedBytes = 0;
		try {
			const rows = entries.map((entry) => ({
				...entry.row,
				clients: entry.clients,
				bytes: joinUpdates(entry.parts)
			}));
			const places = await this.#store.append(rows);
			this.#measure(performance.now() - this.#lastStart, rows.length);
			this.#busy = false;
			const kept: Committed<Owner>[] = [];
			const dropped: Entry<Owner>[] = [];
			entries.forEach((entry, index) => {
				const place = places[index];
				if (place) kept.push({ entry, bytes: rows[index]?.bytes as Uint8Array, place });
				else dropped.push(entry);
			});
			this.onCommit(kept);
			if (dropped.length > 0) this.onDropped(dropped);
		} catch (error) {
			this.#queue = [];
			this.queuedBytes = 0;
			this.onFailure(error);
		} finally {
			this.#busy = false;
			this.#schedule();
			if (this.#queue.length === 0) for (const resolve of this.#idle.splice(0)) resolve();
		}
	}

	#measure(ms: number, rows: number): void {
		this.figures.commits++;
		this.figures.rows += rows;
		this.figures.totalMs += ms;
		this.figures.lastMs = ms;
		this.figures.worstMs = Math.max(this.figures.worstMs, ms);
	}
}
