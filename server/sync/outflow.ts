/** What goes out to one client of a document: changes, answers and presence, no more than it takes. */
import type { Limits } from '../config.ts';
import type { Budget } from './budget.ts';
import type { Line } from './line.ts';
import type { Room } from './room.ts';
import { step2Frame } from './wire.ts';

/** What it asks of the connection it belongs to. */
export type Source = {
	readonly room: Room;
	readonly line: Line;
	readonly budget: Budget;
	readonly limits: Pick<Limits, 'laggingBytes'>;
	/** whether the client may read now: who only drops something in (a station) is told nothing */
	reads(): boolean;
	/** whether the client is over budget, and not read */
	owes(): boolean;
	/** it pays for so many bytes */
	charge(bytes: number): void;
	/** runs what comes later than the message that asked for it */
	guard(work: () => void): void;
};

const NOTHING = new Uint8Array([0, 0]);
const LAG_TIMEOUT_MS = 30_000;
/** As much as a client that catches up takes at least between two pulses. */
const LAG_BYTES = 4_096;
/** So many times what is too much may be queued, for what has to be said all the same, before the socket is ended. */
const HARD_LAG = 4;

export class Outflow {
	#source: Source;
	/** the client was told what there is, and hears what changes */
	#listening = false;
	#sentSeq = 0;
	#laggingSince = 0;
	#taken = 0;
	/** what the client says it has, when it asked for the rest and wasn't answered yet */
	#asked: ReadonlyMap<number, number> | null = null;
	#answeredThisTurn = false;
	/** others' presence changed, or was asked for, while too much was queued */
	#owesPresence = false;

	constructor(source: Source) {
		this.#source = source;
	}

	/** Sends what has to be said, however much is queued. */
	send(frame: Buffer): void {
		const { line } = this.#source;
		if (line.isOpen) line.send(frame);
	}

	/** Passes on what others changed, unless this client is too slow: then it catches up at `drain`. */
	hear(frame: Buffer, seq: number): void {
		if (!this.#listening || this.#lags()) return;
		this.#sentSeq = seq;
		// Rows of one commit go out as one frame: it may be larger than all that may be queued.
		this.#sendAll([frame]);
	}

	/** A commit held only this connection's own rows. */
	heard(seq: number): void {
		if (this.#laggingSince === 0) this.#sentSeq = seq;
	}

	/** Passes on who is here; a client that is too slow is told at `drain`. */
	sendPresence(frame: Buffer): void {
		if (this.#lags()) this.#owesPresence = true;
		else this.send(frame);
	}

	get lagging(): boolean {
		return this.#laggingSince > 0;
	}

	/**
	 * Whether the client has taken too little for too long, or has far too much queued.
	 * @param begins whether what it takes is counted anew from here
	 */
	isStalled(now: number, begins: boolean): boolean {
		const { line, limits, budget } = this.#source;
		const taken = line.takenBytes - this.#taken;
		// Slow isn't stalled: one that takes what is queued gets the rest when it has.
		if (this.lagging && taken >= LAG_BYTES) this.#laggingSince = now;
		if (begins) this.#taken += taken;
		if (line.queuedBytes > HARD_LAG * limits.laggingBytes + budget.flow.largest) return true;
		return this.lagging && now - this.#laggingSince > LAG_TIMEOUT_MS;
	}

	/** The client says what it has and asks for the rest; what it asked before counts no more. */
	ask(have: ReadonlyMap<number, number>): void {
		this.#asked = have;
		this.answer();
	}

	/**
	 * Answers a step 1 with what the client lacks: the latest one, once a turn, and only a client that takes what it is
	 * sent and owes nothing. Asking again is allowed and costs what is read through and sent for it.
	 */
	answer(): void {
		const { room, line, budget, ...source } = this.#source;
		if (!this.#asked || this.#answeredThisTurn || source.owes() || !line.isOpen) return;
		const reads = source.reads();
		if (reads && this.#isFull) return void this.#lags();
		const { frames, cost } = reads
			? room.pieces.answer(this.#asked)
			: { frames: [step2Frame(NOTHING)], cost: 0 };
		this.#asked = null;
		this.#sendAll(frames);
		if (budget.told) source.charge(cost);
		this.#answeredThisTurn = true;
		setImmediate(() => {
			this.#answeredThisTurn = false;
			source.guard(() => this.answer());
		});
		if (!reads) return;
		budget.told = true;
		this.#sentSeq = room.pieces.seq;
		this.#laggingSince = 0;
		this.#listening = true;
	}

	/** The client took all that was queued: it is told what it missed meanwhile. */
	catchUp(): void {
		const { room, line } = this.#source;
		if (!this.lagging || !line.isOpen) return;
		// It does read: the other documents on its socket came first, and the next time it may be this one.
		if (this.#isFull) return void (this.#laggingSince = performance.now());
		this.#laggingSince = 0;
		if (this.#owesPresence) {
			this.#owesPresence = false;
			const everybody = room.presence.everybody();
			if (everybody) this.send(everybody);
		}
		this.answer();
		if (!this.#listening) return;
		this.#sendAll(room.pieces.since(this.#sentSeq));
		this.#sentSeq = room.pieces.seq;
	}

	/** Nobody listens any more. */
	stop(): void {
		this.#asked = null;
	}

	/** Whether the client takes too little for anything more to be sent now. */
	#lags(): boolean {
		if (this.#laggingSince > 0) return true;
		if (!this.#isFull) return false;
		this.#laggingSince = performance.now();
		return true;
	}

	get #isFull(): boolean {
		return this.#source.line.queuedBytes > this.#source.limits.laggingBytes;
	}

	#sendAll(frames: readonly Buffer[]): void {
		const size = frames.reduce((sum, { length }) => sum + length, 0);
		const { flow } = this.#source.budget;
		flow.largest = Math.max(flow.largest, size);
		for (const frame of frames) this.send(frame);
	}
}
