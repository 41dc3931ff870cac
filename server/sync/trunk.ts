/** One socket of a device for all its documents; each is a line of its own (`TRUNK` in `domain/sync-protocol.ts`). */
import * as decoding from 'lib0/decoding';
import { CLOSE, TRUNK, UNDERSTANDS_PARTS } from '#lib/domain/sync-protocol.ts';
import type { Session } from '../store/users.ts';
import type { Ears, Line } from './line.ts';
import { payloadOf, trunkFrame, trunkHead } from './wire.ts';

/** The most of a message that goes out in one: 16 s of a network that carries a kilobyte a second. */
const PART_BYTES = 16_384;

/** Opens a document for a session over a line, or says by which close code it isn't. */
export type OpenDocument = (session: Session, document: string, line: Line) => Promise<number | null>;

export class Trunk {
	readonly session: Session;
	#line: Line;
	#open: OpenDocument;
	#most: number;
	#branches = new Map<number, Branch>();
	#alive = true;
	#moved = 0;
	#left: () => void;

	/** @param most documents at once @param left called once the socket has gone */
	constructor(session: Session, line: Line, open: OpenDocument, most: number, left: () => void) {
		this.session = session;
		this.#line = line;
		this.#open = open;
		this.#most = most;
		this.#left = left;
		line.listen({
			heard: (message) => {
				this.#alive = true;
				try {
					if (message) this.#handle(message);
					else this.close(CLOSE.badMessage);
				} catch {
					this.close(CLOSE.badMessage);
				}
			},
			drained: () => {
				for (const branch of this.#branches.values()) branch.ears?.drained();
			},
			answered: () => (this.#alive = true),
			gone: () => this.#gone()
		});
	}

	close(code: number): void {
		this.#line.close(code);
		this.#line.resume();
	}

	/** Asks for a sign of life; a socket that gave none since the last time is ended. */
	checkPulse(): void {
		const { movedBytes } = this.#line;
		if (!this.#alive && movedBytes === this.#moved) return this.#line.terminate();
		this.#moved = movedBytes;
		this.#alive = false;
		if (this.#line.isOpen) this.#line.ping();
	}

	#handle(message: Buffer): void {
		const decoder = decoding.createDecoder(message);
		const kind = decoding.readVarUint(decoder);
		const channel = decoding.readVarUint(decoder);
		const branch = this.#branches.get(channel);
		if (kind === TRUNK.data) {
			// One that was closed here may still be spoken to for the length of the line.
			branch?.ears?.heard(message.subarray(decoder.pos));
		} else if (kind === TRUNK.close) branch?.end();
		else if (kind === TRUNK.open && !branch) {
			const document = decoding.readVarString(decoder);
			const parts = decoding.hasContent(decoder) && decoding.readVarUint(decoder) === UNDERSTANDS_PARTS;
			void this.#start(channel, document, parts);
		} else this.close(CLOSE.badMessage);
	}

	async #start(channel: number, document: string, parts: boolean): Promise<void> {
		const branch = new Branch(this.#line, channel, parts, () => this.#branches.delete(channel));
		if (this.#branches.size >= this.#most) return branch.close(CLOSE.later);
		this.#branches.set(channel, branch);
		const refused = await this.#open(this.session, document, branch).catch(() => CLOSE.later);
		if (refused !== null) branch.close(refused);
	}

	#gone(): void {
		for (const branch of [...this.#branches.values()]) branch.end();
		this.#left();
	}
}

/** One document's part of a trunk. */
class Branch implements Line {
	readonly isShared = true;
	ears: Ears | null = null;
	isOpen = true;
	isPaused = false;
	#trunk: Line;
	#channel: number;
	/** whether the client puts a large message together from parts */
	#parts: boolean;
	#ended: () => void;

	constructor(trunk: Line, channel: number, parts: boolean, ended: () => void) {
		this.#trunk = trunk;
		this.#channel = channel;
		this.#parts = parts;
		this.#ended = ended;
	}

	get queuedBytes(): number {
		return this.#trunk.queuedBytes;
	}
	get movedBytes(): number {
		return this.#trunk.movedBytes;
	}

	/** Somebody is here to listen: from now on the client may speak. */
	listen(ears: Ears): void {
		this.ears = ears;
		if (this.isOpen && this.#trunk.isOpen) this.#trunk.send(trunkFrame(TRUNK.open, this.#channel));
	}

	/** The frame's bytes are shared with every other receiver: only the few before them are this line's own. */
	send(frame: Buffer): void {
		if (!this.isOpen || !this.#trunk.isOpen) return;
		let payload = payloadOf(frame);
		while (this.#parts && payload.length > PART_BYTES) {
			this.#pass(payload.subarray(0, PART_BYTES), TRUNK.part);
			payload = payload.subarray(PART_BYTES);
		}
		this.#pass(payload, TRUNK.data);
	}

	#pass(bytes: Buffer, kind: number): void {
		this.#trunk.send(trunkHead(this.#channel, bytes.length, kind));
		this.#trunk.send(bytes);
	}

	close(code: number): void {
		if (!this.isOpen) return;
		if (this.#trunk.isOpen) this.#trunk.send(trunkFrame(TRUNK.close, this.#channel, code));
		this.end();
	}

	/** Nothing more is heard or said; the client knows already, or has gone. */
	end(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.resume();
		this.#ended();
		this.ears?.gone();
	}

	terminate(): void {
		// What is too slow for one document is too slow for all of them.
		this.#trunk.terminate();
	}

	ping(): void {
		this.ears?.answered();
	}

	/** Holds up the whole socket: the other documents on it are the same person's. */
	pause(): void {
		if (this.isPaused) return;
		this.isPaused = true;
		pauses.set(this.#trunk, (pauses.get(this.#trunk) ?? 0) + 1);
		this.#trunk.pause();
	}

	resume(): void {
		if (!this.isPaused) return;
		this.isPaused = false;
		const left = (pauses.get(this.#trunk) ?? 1) - 1;
		pauses.set(this.#trunk, left);
		if (left === 0) this.#trunk.resume();
	}
}

/** How many documents hold each shared socket up. */
const pauses = new WeakMap<Line, number>();
