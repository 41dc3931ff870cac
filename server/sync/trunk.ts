/** One socket of a device for all its documents; each is a line of its own (`TRUNK` in `domain/sync-protocol.ts`). */
import { CLOSE, TRUNK } from '#lib/domain/sync-protocol.ts';
import type { Limits } from '../config.ts';
import { log } from '../log.ts';
import type { Session } from '../store/users.ts';
import { Brake, Budget, type Flow } from './budget.ts';
import type { Ears, Line } from './line.ts';
import { TokenBucket } from './token-bucket.ts';
import { payloadOf, readTrunk, trunkFrame, trunkHead, type TrunkMessage } from './wire.ts';

/** The most of a message that goes out in one: 16 s of a network that carries a kilobyte a second. */
const PART_BYTES = 16_384;

/** Opens a document for a session over a line, or says by which close code it isn't. */
export type OpenDocument = (
	session: Session,
	document: string,
	line: Line,
	budget: Budget
) => Promise<number | null>;

type TrunkLimits = Pick<Limits, 'documentsPerSocket' | 'framesPerSecond' | 'bytesPerSecond'>;
/** All documents of a socket may be opened at once; after that a tenth of them a second. */
const OPENING_SECONDS = 10;

export class Trunk {
	readonly session: Session;
	#line: Line;
	#open: OpenDocument;
	#limits: TrunkLimits;
	#branches = new Map<number, Branch>();
	/** the open ones by document: each is open once */
	#documents = new Set<string>();
	/** what is left for each document that was open on this socket */
	#budgets = new Map<string, Budget>();
	#flow: Flow = { largest: 0, held: 0 };
	/** for what belongs to no open document: openings, and messages for what isn't open */
	#stray: TokenBucket;
	#brake: Brake;
	#alive = true;
	#moved = 0;
	#left: () => void;
	/** how many of this socket's documents, and the socket itself, don't want to hear more now */
	#pauses = 0;

	/** @param left called once the socket has gone */
	constructor(session: Session, line: Line, open: OpenDocument, limits: TrunkLimits, left: () => void) {
		this.session = session;
		this.#line = line;
		this.#open = open;
		this.#limits = limits;
		this.#left = left;
		const rate = Math.max(limits.framesPerSecond, limits.documentsPerSocket / OPENING_SECONDS);
		this.#stray = new TokenBucket(rate, performance.now(), OPENING_SECONDS);
		this.#brake = new Brake(
			this,
			(now) => this.#stray.take(0, now),
			() => this.resume()
		);
		line.listen({
			heard: (message) => {
				this.#alive = true;
				const read = message && readTrunk(message);
				if (read) this.#handle(read);
				else this.close(CLOSE.badMessage);
			},
			drained: () => {
				for (const branch of this.#branches.values()) branch.ears?.drained();
			},
			answered: () => (this.#alive = true),
			gone: () => this.#gone()
		});
	}

	get queuedBytes(): number {
		return this.#line.queuedBytes;
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

	/** Holds up the whole socket: the documents on it are all the same person's. */
	pause(): void {
		if (++this.#pauses === 1) this.#line.pause();
	}

	resume(): void {
		if (--this.#pauses === 0) this.#line.resume();
	}

	#handle({ kind, channel, opens, body }: TrunkMessage): void {
		if (!this.#line.isOpen) return;
		const branch = this.#branches.get(channel);
		// One that was closed here may still be spoken to for the length of the line; not for ever.
		if (!branch && this.#isTooMuch()) return;
		if (kind === TRUNK.data) branch?.ears?.heard(body);
		else if (kind === TRUNK.close) branch?.end();
		else if (opens && !branch) void this.#start(channel, opens.document, opens.parts);
		else this.close(CLOSE.badMessage);
	}

	#isTooMuch(): boolean {
		this.#brake.hold(this.#stray.take(1, performance.now()));
		if (!this.#stray.exhausted) return false;
		this.close(CLOSE.later);
		return true;
	}

	async #start(channel: number, document: string, parts: boolean): Promise<void> {
		const full = this.#branches.size >= this.#limits.documentsPerSocket || this.#documents.has(document);
		const branch = new Branch(this.#line, { channel, parts }, this, () => {
			if (this.#branches.delete(channel)) this.#documents.delete(document);
		});
		if (full) return branch.close(CLOSE.later);
		this.#branches.set(channel, branch);
		this.#documents.add(document);
		const budget = this.#budgets.get(document) ?? new Budget(this.#limits, this.#flow);
		try {
			const refused = await this.#open(this.session, document, branch, budget);
			if (refused === null) this.#budgets.set(document, budget);
			else branch.close(refused);
		} catch (error) {
			log.error('opening failed', error);
			branch.close(CLOSE.later);
		}
	}

	#gone(): void {
		this.#brake.stop();
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
	#socket: Pick<Line, 'pause' | 'resume'>;
	#ended: () => void;

	/** @param socket counts who holds the line up */
	constructor(
		trunk: Line,
		{ channel, parts }: { channel: number; parts: boolean },
		socket: Pick<Line, 'pause' | 'resume'>,
		ended: () => void
	) {
		this.#trunk = trunk;
		this.#channel = channel;
		this.#parts = parts;
		this.#socket = socket;
		this.#ended = ended;
	}

	get queuedBytes(): number {
		return this.#trunk.queuedBytes;
	}
	get movedBytes(): number {
		return this.#trunk.movedBytes;
	}
	get takenBytes(): number {
		return this.#trunk.takenBytes;
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

	pause(): void {
		if (this.isPaused) return;
		this.isPaused = true;
		this.#socket.pause();
	}

	resume(): void {
		if (!this.isPaused) return;
		this.isPaused = false;
		this.#socket.resume();
	}
}
