/** A document as bytes: what was folded, and the rows since. No Y.Doc: sixteen times the memory. */
import * as Y from 'yjs';
import { joinUpdates } from './join-updates.ts';
import { encodeClocks, readClocks, step2Frame, updateFrame } from './wire.ts';

/** One stretch of a document's history; `seq` is the last log row in it. */
type Piece = {
	readonly seq: number;
	readonly bytes: Uint8Array;
	/** next free clock of each client id in it */
	readonly ends: ReadonlyMap<number, number>;
	/** the piece reduced to its deletions, made when first needed */
	deletions?: Uint8Array | null;
};

const EMPTY = new Uint8Array([0, 0]);
/** Rows are merged in groups of this size; merging more at once costs more than it saves. */
const GROUP = 64;

/** What is on disk of one document, in the order of the log. */
export class Pieces {
	#base: Piece | null;
	#tail: Piece[];
	/** log rows and bytes since the base: what folding would save */
	rows: number;
	tailBytes: number;

	constructor(
		base: { seq: number; bytes: Uint8Array; stateVector: Uint8Array } | null,
		tail: readonly { seq: number; bytes: Uint8Array }[]
	) {
		this.#base = base && { seq: base.seq, bytes: base.bytes, ends: readClocks(base.stateVector) };
		this.#tail = tail.map(({ seq, bytes }) => ({ seq, bytes, ends: Y.parseUpdateMeta(bytes).to }));
		this.rows = tail.length;
		this.tailBytes = tail.reduce((sum, { bytes }) => sum + bytes.length, 0);
	}

	get seq(): number {
		return (this.#tail.at(-1) ?? this.#base)?.seq ?? 0;
	}

	get baseBytes(): number {
		return this.#base?.bytes.length ?? 0;
	}

	/** The next free clock of each client id. */
	clocks(): Map<number, number> {
		const clocks = new Map(this.#base?.ends);
		for (const { ends } of this.#tail) raise(clocks, ends);
		return clocks;
	}

	*bytes(): Iterable<Uint8Array> {
		if (this.#base) yield this.#base.bytes;
		for (const piece of this.#tail) yield piece.bytes;
	}

	add(seq: number, bytes: Uint8Array, ends: ReadonlyMap<number, number>): void {
		this.#tail.push({ seq, bytes, ends });
		this.rows++;
		this.tailBytes += bytes.length;
		if (this.#tail.length >= 2 * GROUP) this.#group();
	}

	/** Joins the oldest rows into one piece, so that a newcomer gets tens of frames and not hundreds. */
	#group(): boolean {
		const loose = Math.max(
			0,
			this.#tail.findIndex((piece) => piece.bytes.length < 262_144)
		);
		const group = this.#tail.slice(loose, loose + GROUP);
		if (group.length < 2) return false;
		const ends = new Map<number, number>();
		for (const piece of group) raise(ends, piece.ends);
		const bytes = joinUpdates(group.map((piece) => piece.bytes));
		this.#tail.splice(loose, group.length, { seq: group.at(-1)?.seq ?? 0, bytes, ends });
		return true;
	}

	/** Puts a folded state in the place of everything up to `seq`. */
	fold(seq: number, bytes: Uint8Array, stateVector: Uint8Array): void {
		this.#base = { seq, bytes, ends: readClocks(stateVector) };
		this.#tail = this.#tail.filter((piece) => piece.seq > seq);
		this.rows = this.#tail.length;
		this.tailBytes = this.#tail.reduce((sum, piece) => sum + piece.bytes.length, 0);
	}

	/**
	 * The answer to a step 1: everything the asker lacks, the last part as step 2, so that a client that calls
	 * itself synced has all of it.
	 * @param have the asker's state vector
	 * @returns the frames, and what they cost: bytes that were read through for them and bytes to send
	 */
	answer(have: ReadonlyMap<number, number>): { frames: Buffer[]; cost: number } {
		const parts: Uint8Array[] = [];
		let cost = 0;
		for (const piece of [...(this.#base ? [this.#base] : []), ...this.#tail]) {
			const { bytes, read } = lacking(piece, have);
			cost += read + (bytes?.length ?? 0);
			if (bytes) parts.push(bytes);
		}
		const last = parts.pop() ?? EMPTY;
		return { frames: [...parts.map(updateFrame), step2Frame(last)], cost };
	}

	/** Everything after a place in the log, for a client that was too slow; more than asked does no harm. */
	since(seq: number): Buffer[] {
		const parts = [...(this.#base ? [this.#base] : []), ...this.#tail].filter((piece) => piece.seq > seq);
		return parts.map(({ bytes }) => updateFrame(bytes));
	}
}

/** Takes the later clock of each client id: rows of two connections of one tablet may lie the other way round. */
export function raise(clocks: Map<number, number>, ends: ReadonlyMap<number, number>): void {
	for (const [client, clock] of ends) if ((clocks.get(client) ?? 0) < clock) clocks.set(client, clock);
}

/** @returns what somebody lacks of a piece, and how many bytes had to be read through to tell */
function lacking(
	piece: Piece,
	have: ReadonlyMap<number, number>
): { bytes: Uint8Array | null; read: number } {
	if (have.size === 0) return { bytes: piece.bytes, read: 0 };
	const read = piece.bytes.length;
	const had = [...piece.ends.keys()].map((client) => [client, have.get(client) ?? 0] as const);
	if (had.some(([client, clock]) => clock < (piece.ends.get(client) ?? 0))) {
		return { bytes: Y.diffUpdate(piece.bytes, encodeClocks(had)), read };
	}
	if (piece.deletions !== undefined) return { bytes: piece.deletions, read: 0 };
	const rest = Y.diffUpdate(piece.bytes, encodeClocks(piece.ends));
	piece.deletions = rest.length <= EMPTY.length ? null : rest;
	return { bytes: piece.deletions, read };
}
