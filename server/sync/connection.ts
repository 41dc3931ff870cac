/** One socket on one document: counts, checks and answers what comes in, and paces what goes out. */
import * as Y from 'yjs';
import { mayRead, mayWrite, type Access } from '#lib/domain/people/permissions.ts';
import { CLOSE, type Refusal } from '#lib/domain/sync-protocol.ts';
import type { Limits } from '../config.ts';
import type { Epoch } from '../store/log-store.ts';
import { signedBy, type Bound, type Signed } from './added-only.ts';
import { checkUpdate } from './check-update.ts';
import type { Entry } from './group-commit.ts';
import type { Line } from './line.ts';
import type { Seat, Stamp } from './presence.ts';
import type { Room } from './room.ts';
import { Pace, TokenBucket } from './token-bucket.ts';
import {
	acknowledgementFrame,
	epochFrame,
	readClocks,
	readMessage,
	recordFrame,
	refusalFrame,
	step1Frame,
	step2Frame,
	type Presence
} from './wire.ts';

/** What a connection asks of the hub. */
export type Desk = {
	readonly limits: Limits;
	readonly epoch: Epoch;
	/** the right as it is now; changes are seen at once */
	access(connection: Connection): Access;
	/** the person of the plan, or the station, that whoever is on this socket is now */
	boundTo(connection: Connection): Bound;
	/** the chain's hash of a production at a place; empty where there is none */
	hashAt(production: string, seq: number): Promise<Uint8Array>;
	/** audit and metrics */
	refused(connection: Connection, code: Refusal): void;
	/** somebody brings back what an older backup lost */
	broughtBack(connection: Connection): void;
	/** whether too much waits for the disk */
	full(): boolean;
	left(connection: Connection): void;
};

type Held = { which: number; bytes: Uint8Array };
/** Updates that came before the answer to our step 1 and lean on it: so many are kept for it. */
const MAX_HELD = 500;
/** A board of a month has some thousand client ids of ten bytes each. */
const MAX_STATE_VECTOR = 262_144;
/** All of a plan, and more: a whole month of work is some MB. */
const MAX_APART_BYTES = 33_554_432;
const NOTHING = new Uint8Array([0, 0]);
const LAG_TIMEOUT_MS = 30_000;
/** As much as a client that catches up takes at least between two pulses. */
const LAG_BYTES = 4_096;

/** Parts as one update; null where one of them is none. */
function merged(parts: readonly Uint8Array[]): Uint8Array | null {
	if (parts.length < 2) return parts[0] ?? null;
	try {
		return Y.mergeUpdates([...parts]);
	} catch {
		return null;
	}
}

export class Connection implements Seat {
	readonly room: Room;
	readonly stamp: Stamp;
	readonly session: string;
	/** the right this socket was opened with; when it changes the socket is closed */
	readonly granted: Access;
	client: number | null = null;
	/** rows of this connection on their way to disk, oldest first */
	readonly open: Entry<Connection>[] = [];
	alive = true;
	/** the right as last looked up, and with which version of the rights */
	readonly remembered: { version: number; access: Access };
	refusals = 0;
	readonly line: Line;
	#desk: Desk;
	#received = 0;
	#acknowledged = 0;
	/** updates waiting for the answer to our step 1; null once it came */
	#held: Held[] | null = [];
	/** parts of what comes again that refer to parts that haven't come */
	#apart: Held[] = [];
	/** what told nothing new, and the row that has to be on disk before that is sure; one for all that wait for a row */
	#repeats: { which: number; readonly on: Entry<Connection> }[] = [];
	#listening = false;
	#sentSeq = 0;
	#laggingSince = 0;
	#moved = 0;
	#frames: TokenBucket;
	#bytes: TokenBucket;
	#echoes: TokenBucket;
	#presence: Pace<Presence>;
	#resume: NodeJS.Timeout | null = null;

	constructor(who: { room: Room; stamp: Stamp; session: string; granted: Access }, line: Line, desk: Desk) {
		this.room = who.room;
		this.stamp = who.stamp;
		this.session = who.session;
		this.granted = who.granted;
		this.remembered = { version: 0, access: 'none' };
		this.line = line;
		this.#desk = desk;
		const now = performance.now();
		this.#frames = new TokenBucket(desk.limits.framesPerSecond, now);
		this.#bytes = new TokenBucket(desk.limits.bytesPerSecond, now);
		this.#echoes = new TokenBucket(desk.limits.framesPerSecond * 20, now);
		this.#presence = new Pace(desk.limits.awarenessPerSecond, now, (entry) =>
			this.room.presence.show(this, entry)
		);
		line.listen({
			heard: (message) => {
				this.alive = true;
				try {
					if (message) this.#handle(message);
					else this.close(CLOSE.badMessage);
				} catch {
					this.close(CLOSE.badMessage);
				}
			},
			drained: () => this.#catchUp(),
			answered: () => (this.alive = true),
			gone: () => this.#gone()
		});
		this.room.connections.add(this);
		// Only who may write is asked for changes; a reader's answer could only be refused.
		if (mayWrite(this.granted)) {
			this.send(epochFrame(desk.epoch.id));
			this.send(step1Frame(this.room.stateVector(mayRead(this.granted) ? null : this.stamp.id)));
		}
		const everybody = mayRead(this.granted) ? this.room.presence.everybody() : null;
		if (everybody) this.send(everybody);
	}

	send(frame: Buffer): void {
		if (this.line.isOpen) this.line.send(frame);
	}

	/** Passes on what others changed, unless this client is too slow: then it catches up at `drain`. */
	hear(frame: Buffer, seq: number): void {
		if (!this.#listening) return;
		if (this.#laggingSince === 0 && this.line.queuedBytes <= this.#desk.limits.laggingBytes) {
			this.#sentSeq = seq;
			this.send(frame);
		} else if (this.#laggingSince === 0) this.#laggingSince = performance.now();
	}

	/** A commit held only this connection's own rows. */
	heard(seq: number): void {
		if (this.#laggingSince === 0) this.#sentSeq = seq;
	}

	get lagging(): boolean {
		return this.#laggingSince > 0;
	}

	/** Closes a socket that has been too slow, or silent, for too long; called every few seconds. */
	checkPulse(now: number, askForPong: boolean): void {
		const moved = this.line.movedBytes - this.#moved;
		// Slow isn't stalled: one that takes what is queued gets the rest when it has.
		if (this.lagging && moved >= LAG_BYTES) this.#laggingSince = now;
		if (this.lagging && now - this.#laggingSince > LAG_TIMEOUT_MS) {
			this.line.close(CLOSE.later);
			this.line.terminate();
		} else if (askForPong) {
			if (!this.alive && moved === 0) return this.line.terminate();
			this.alive = false;
			this.#moved += moved;
			if (this.line.isOpen) this.line.ping();
		}
	}

	/** A row of this connection, or one that it waits for, is on disk. */
	committed(entry: Entry<Connection>): void {
		const index = this.open.indexOf(entry);
		if (index >= 0) this.open.splice(index, 1);
		if (this.#repeats.length > 0) this.#repeats = this.#repeats.filter(({ on }) => on !== entry);
		this.#acknowledge();
	}

	close(code: number): void {
		this.line.close(code);
		// Reading again, or the other side's goodbye would never be heard; nothing more is handled.
		this.line.resume();
	}

	/** The store lost rows: says so for each that waited, and comes to an end. */
	storageFailed(): void {
		const waiting = [
			...this.open.splice(0).map(({ first }) => first),
			...this.#repeats.map((one) => one.which)
		];
		for (const which of waiting) this.send(refusalFrame(which, 'storage'));
		this.#repeats = [];
		this.close(CLOSE.later);
	}

	pause(): void {
		this.line.pause();
	}

	/** Goes on reading, unless this connection is over its own budget. */
	resume(): void {
		if (!this.#resume && this.line.isPaused) this.line.resume();
	}

	#handle(frame: Buffer): void {
		if (!this.line.isOpen) return;
		const message = readMessage(frame);
		if (!message) return this.close(CLOSE.badMessage);
		const now = performance.now();
		if (message.kind === 'awareness') {
			if (message.bytes.length > 65_536) return this.close(CLOSE.tooBig);
			this.#wait(this.#echoes.take(1, now));
			const entry = this.room.presence.read(this, message.bytes);
			if (entry) this.#presence.offer(entry, now);
			return;
		}
		const answer = message.kind === 'step2' && this.#held !== null;
		if (!answer) {
			this.#wait(Math.max(this.#frames.take(1, now), this.#bytes.take(frame.length, now)));
		}
		if (message.kind === 'step1') {
			if (message.stateVector.length > MAX_STATE_VECTOR) return this.close(CLOSE.tooBig);
			return this.#answer(readClocks(message.stateVector), now);
		}
		if (message.kind === 'query') {
			const everybody = this.room.presence.everybody();
			if (everybody) this.send(everybody);
			return;
		}
		if (message.kind === 'record') return void this.#tellRecord(message.seq);
		const which = ++this.#received;
		if (this.#frames.exhausted || this.#bytes.exhausted) {
			this.#refuse(which, 'rate');
			return this.close(CLOSE.later);
		}
		if (!mayWrite(this.#desk.access(this))) {
			// A stock client answers every step 1, so a step 2 that adds nothing is no attempt to write.
			if (message.kind === 'update' || message.bytes[0] !== 0) this.#refuse(which, 'reader');
			return this.#acknowledge();
		}
		// The frame's memory may be shared with others that arrived with it; rows outlive them.
		const bytes = message.bytes.slice();
		if (message.kind === 'again') this.#takeBack(which, bytes, message.own);
		else this.#handleUpdate(which, bytes, answer);
	}

	async #tellRecord(seq: number): Promise<void> {
		const hash = await this.#desk.hashAt(this.room.named.production, seq);
		this.send(recordFrame(this.#desk.epoch.id, { seq, hash }, this.room.head));
	}

	/** What this server had before a backup was restored: taken when it is complete, and logged as what it is. */
	#takeBack(which: number, bytes: Uint8Array, own: ReadonlySet<number>): void {
		const { room, stamp } = this;
		this.#apart.push({ which, bytes });
		const size = this.#apart.reduce((sum, part) => sum + part.bytes.length, 0);
		const whole = merged(this.#apart.map((part) => part.bytes));
		const sender = { user: stamp.id, maxBytes: MAX_APART_BYTES, signed: this.#signed(), again: { own } };
		const verdict = !this.#desk.epoch.restored
			? ({ ok: false, code: 'not-own' } as const)
			: whole
				? checkUpdate(whole, sender, room.known)
				: ({ ok: false, code: 'malformed' } as const);
		const waits = !verdict.ok && verdict.code === 'pending' && size <= MAX_APART_BYTES;
		if (waits) return;
		const parts = this.#apart;
		const first = parts[0]?.which ?? which;
		this.#apart = [];
		// Each of them: what goes without a refusal counts as taken.
		if (!verdict.ok) for (const part of parts) this.#refuse(part.which, verdict.code);
		else if (verdict.bytes) {
			this.#desk.broughtBack(this);
			room.write(this, verdict, first, true);
		} else this.#repeat(first);
		this.#acknowledge();
	}

	#handleUpdate(which: number, bytes: Uint8Array, answer: boolean): void {
		const held = this.#held;
		if (answer) this.#held = null;
		this.#check(which, bytes);
		if (answer) for (const update of held ?? []) this.#check(update.which, update.bytes);
		this.#acknowledge();
	}

	#check(which: number, bytes: Uint8Array): void {
		const user = this.stamp.id;
		const sender = { user, maxBytes: this.#maxBytes(), signed: this.#signed() };
		const verdict = checkUpdate(bytes, sender, this.room.known);
		if (!verdict.ok) {
			// A tablet may type before it has answered our step 1; what that leans on is in the answer.
			if (verdict.code === 'pending' && this.#held && this.#held.length < MAX_HELD) {
				this.#held.push({ which, bytes });
			} else this.#refuse(which, verdict.code);
		} else if (verdict.bytes) {
			const squatted = verdict.claims.some((client) => this.room.presence.isOthers(client, user));
			if (squatted) return this.#refuse(which, 'not-own');
			this.room.write(this, verdict, which);
			if (this.#desk.full()) this.pause();
		} else this.#repeat(which);
	}

	/**
	 * An update told nothing new. What it repeats may be on its way to disk only, from another connection too (a tablet
	 * that came back meanwhile): until it is there, nothing is acknowledged.
	 */
	#repeat(which: number): void {
		const on = this.room.newest;
		if (!on) return;
		const last = this.#repeats.at(-1);
		if (last?.on === on) return void (last.which = Math.min(last.which, which));
		this.#repeats.push({ which, on });
		(on.followers ??= new Set()).add(this);
	}

	#signed(): Signed {
		return signedBy(this.stamp.id, this.#desk.boundTo(this), this.room.named);
	}

	#maxBytes(): number {
		const { planFrameBytes, frameBytes } = this.#desk.limits;
		// A plan is written whole on an import, and a script's texts go with it.
		const whole = this.room.named.kind === 'plan' || this.room.named.kind === 'script';
		return whole ? planFrameBytes : frameBytes;
	}

	#refuse(which: number, code: Refusal): void {
		this.send(refusalFrame(which, code));
		this.#desk.refused(this, code);
	}

	/** Says how many updates are dealt with, when that is more than was said. */
	#acknowledge(): void {
		const waiting = [...(this.#held ?? []), ...this.#apart, ...this.#repeats].map(({ which }) => which);
		const first = Math.min(...waiting, ...this.open.map((entry) => entry.first));
		const count = Math.min(this.#received, first - 1);
		if (count <= this.#acknowledged) return;
		this.#acknowledged = count;
		this.send(acknowledgementFrame(count, this.room.head.seq, this.room.head.hash));
	}

	#answer(have: ReadonlyMap<number, number>, now: number): void {
		// Who only drops something in (a station) is told that this was all.
		if (!mayRead(this.#desk.access(this))) return this.send(step2Frame(NOTHING));
		const frames = this.room.pieces.answer(have);
		for (const frame of frames) this.send(frame);
		// Asking again is allowed and costs what it makes the server send.
		const size = frames.reduce((sum, { length }) => sum + length, 0);
		if (this.#listening) this.#wait(this.#bytes.take(size, now));
		this.#sentSeq = this.room.pieces.seq;
		this.#laggingSince = 0;
		this.#listening = true;
	}

	#catchUp(): void {
		if (!this.lagging || !this.line.isOpen) return;
		this.#laggingSince = 0;
		for (const frame of this.room.pieces.since(this.#sentSeq)) this.send(frame);
		this.#sentSeq = this.room.pieces.seq;
	}

	/** Over budget: stops reading for as long as the debt takes. */
	#wait(ms: number): void {
		if (ms === 0 || this.#resume) return;
		this.pause();
		this.#resume = setTimeout(() => {
			this.#resume = null;
			const now = performance.now();
			const still = [this.#frames, this.#bytes, this.#echoes].map((bucket) => bucket.take(0, now));
			this.#wait(Math.max(...still));
			if (!this.#resume && !this.#desk.full()) this.resume();
		}, ms);
	}

	#gone(): void {
		if (this.#resume) clearTimeout(this.#resume);
		this.#presence.stop();
		this.#held = null;
		this.#apart = [];
		this.room.connections.delete(this);
		this.room.presence.leave(this);
		this.#desk.left(this);
	}
}
