/** One document that somebody has open: its bytes, its rows on the way to disk, and who hears of them. */
import * as Y from 'yjs';
import { isAddedOnly, type DocumentName, type NamedDocument } from '#lib/domain/people/permissions.ts';
import { offeredAgain, type Loaded, type LogStore, type Place } from '../store/log-store.ts';
import type { Accepted } from './check-update.ts';
import type { Connection } from './connection.ts';
import type { Committed, Entry, GroupCommit } from './group-commit.ts';
import { joinUpdates } from './join-updates.ts';
import { DocumentKnowledge } from './known.ts';
import { Pieces, raise } from './pieces.ts';
import { PresenceBoard } from './presence.ts';
import { encodeClocks, updateFrame } from './wire.ts';

/** Fold when the log since the last fold is over three times its size and a MiB, or has so many rows. */
const FOLD_ROWS = 400;
const FOLD_BYTES = 1_048_576;
/** After a fold, so many times as long without one for the number of rows alone: a busy document has them at once. */
const FOLD_REST = 20;

export class Room {
	readonly document: DocumentName;
	readonly named: NamedDocument;
	readonly connections = new Set<Connection>();
	readonly known: DocumentKnowledge;
	readonly pieces: Pieces;
	readonly presence: PresenceBoard<Connection>;
	/**
	 * `failed`: the store lost rows this room counted on; it is dropped and loaded anew. `gone`: its production was
	 * deleted
	 */
	state: 'open' | 'failed' | 'gone' = 'open';
	/** the last row of the production this room knows to be on disk */
	head: Place;
	/** since when nobody is here, ms on the performance clock */
	emptySince = performance.now();
	folding = false;
	/** a fold went wrong; the rows are what counts, so it is left at that */
	unfoldable = false;
	/** when the number of rows is reason enough for the next fold, ms on the performance clock */
	#restsUntil = 0;
	/** next free clock of each client id, on disk: what a step 1 may say */
	#committed: Map<number, number>;
	#commits: GroupCommit<Connection>;
	#waiting = new Set<Entry<Connection>>();
	#newest: Entry<Connection> | null = null;

	constructor(
		document: DocumentName,
		named: NamedDocument,
		loaded: Loaded,
		commits: GroupCommit<Connection>
	) {
		this.document = document;
		this.named = named;
		this.pieces = new Pieces(loaded.base, loaded.tail);
		this.#committed = this.pieces.clocks();
		this.known = new DocumentKnowledge(this.#committed, loaded.owners, isAddedOnly(named.kind), () =>
			this.#updates()
		);
		this.#commits = commits;
		this.head = loaded.head;
		// Presence is the plan's: everybody who sees it may read the plan. Elsewhere it only keeps the line alive.
		this.presence = new PresenceBoard(this.connections, named.kind === 'plan', (client) =>
			this.known.owner(client)
		);
	}

	/** The last row on its way to disk: all that is known here is there no later than it. Null when nothing waits. */
	get newest(): Entry<Connection> | null {
		return this.#newest;
	}

	get busy(): boolean {
		return this.#waiting.size > 0 || this.folding;
	}

	/** The state vector of what is on disk. @param of only of what this user wrote; null: of everything */
	stateVector(of: string | null = null): Uint8Array {
		if (of === null) return encodeClocks(this.#committed);
		return encodeClocks([...this.#committed].filter(([client]) => this.known.owner(client) === of));
	}

	/**
	 * Queues an accepted update of a connection for the disk.
	 * @param which its number on the connection
	 * @param again it brings back what an older backup lost: a row of its own that says so
	 */
	write(connection: Connection, update: Accepted, which: number, again = false): void {
		const user = connection.stamp.id;
		const open = connection.open.at(-1);
		const device = again ? offeredAgain(connection.session) : connection.session;
		const joins = open?.row.device === device && this.#commits.takesMore(open) && this.#goesOn(open, update);
		this.known.accept(update, user);
		this.#commits.queuedBytes += update.bytes.length;
		if (open && joins) {
			open.parts.push(update.bytes);
			open.clients.push(...update.claims);
			for (const [client, clock] of update.clocks) open.ends.set(client, clock);
			open.first = Math.min(open.first, which);
			return;
		}
		const entry = this.#commits.add({
			owner: connection,
			row: {
				production: this.named.production,
				document: this.document,
				user,
				device,
				at: Date.now()
			},
			parts: [update.bytes],
			clients: [...update.claims],
			first: which,
			sealed: false,
			followers: null,
			ends: new Map(update.clocks)
		});
		connection.open.push(entry);
		this.#waiting.add(entry);
		this.#newest = entry;
	}

	/** Whether a row stays without a hole with this in it: what lies between may have come over another connection. */
	#goesOn({ ends }: Entry<Connection>, { clocks }: Accepted): boolean {
		return clocks.every(
			([client]) => (ends.get(client) ?? this.known.clocks.get(client)) === this.known.clocks.get(client)
		);
	}

	/** Rows of this room are on disk: remember, acknowledge, then tell everybody, in this order. */
	commit(rows: readonly Committed<Connection>[]): void {
		for (const { entry, bytes, place } of rows) {
			this.#waiting.delete(entry);
			if (entry === this.#newest) this.#newest = null;
			raise(this.#committed, entry.ends);
			this.pieces.add(place.seq, bytes, entry.ends);
			this.head = place;
		}
		for (const { entry } of rows) {
			entry.owner.committed(entry);
			for (const follower of entry.followers ?? []) follower.committed(entry);
		}
		const only = rows.every(({ entry }) => entry.owner === rows[0]?.entry.owner)
			? rows[0]?.entry.owner
			: null;
		const frame = updateFrame(joinUpdates(rows.map(({ bytes }) => bytes)));
		for (const connection of this.connections) {
			if (connection !== only) connection.hear(frame, this.head.seq);
			else connection.heard(this.head.seq);
		}
	}

	wantsFold(): boolean {
		if (this.folding || this.unfoldable || this.pieces.rows === 0) return false;
		const many = this.pieces.rows >= FOLD_ROWS && performance.now() >= this.#restsUntil;
		return many || this.pieces.tailBytes > 3 * this.pieces.baseBytes + FOLD_BYTES;
	}

	/**
	 * Folds what is on disk through a Y.Doc that collects garbage, elsewhere, and keeps the result.
	 * @param fold merges updates into one state; runs in a thread of its own
	 */
	async fold(
		store: LogStore,
		fold: (updates: Uint8Array[]) => Promise<{ bytes: Uint8Array; stateVector: Uint8Array }>
	): Promise<void> {
		this.folding = true;
		const start = performance.now();
		try {
			const { seq } = this.pieces;
			const expected = new Map(this.#committed);
			const folded = await fold([...this.pieces.bytes()]);
			const reached = Y.decodeStateVector(folded.stateVector);
			for (const [client, clock] of expected) {
				if (reached.get(client) !== clock) throw new Error(`fold of ${this.document} lost client ${client}`);
			}
			// The id may be another production's by now, brought back from a file.
			if (this.state === 'gone') return;
			await store.fold(this.document, seq, folded.bytes, folded.stateVector);
			this.pieces.fold(seq, folded.bytes, folded.stateVector);
		} catch (error) {
			this.unfoldable = true;
			throw error;
		} finally {
			this.folding = false;
			const now = performance.now();
			this.#restsUntil = now + FOLD_REST * (now - start);
		}
	}

	*#updates(): Iterable<Uint8Array> {
		yield* this.pieces.bytes();
		for (const { parts } of this.#waiting) yield* parts;
	}
}
