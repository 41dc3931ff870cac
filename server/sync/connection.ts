/** One socket on one document: counts, charges, checks and acknowledges what comes in; what goes out is `outflow.ts`. */
import { mayRead, mayWrite, type Access } from '#lib/domain/people/permissions.ts';
import { CLOSE, type Refusal } from '#lib/domain/sync-protocol.ts';
import type { Limits } from '../config.ts';
import { log } from '../log.ts';
import type { Epoch } from '../store/log-store.ts';
import { signedBy, type Bound, type Signed } from './added-only.ts';
import { Brake, Budget } from './budget.ts';
import { checkUpdate } from './check-update.ts';
import type { Entry } from './group-commit.ts';
import type { Line } from './line.ts';
import { Outflow } from './outflow.ts';
import { Parts, type Part } from './parts.ts';
import type { Seat, Stamp } from './presence.ts';
import type { Room } from './room.ts';
import { Pace } from './token-bucket.ts';
import {
	acknowledgementFrame,
	epochFrame,
	Malformed,
	readClocks,
	readMessage,
	recordFrame,
	refusalFrame,
	step1Frame,
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

/** Updates that came before the answer to our step 1 and lean on it: so many are kept for it. */
const MAX_HELD = 500;
/** And no more of them, on all documents of a socket, than so many of the largest. */
const HELD_FRAMES = 2;
/** A board of a month has some thousand client ids of ten bytes each; a document that has more is asked with more. */
const MAX_STATE_VECTOR = 262_144;
const CLIENT_BYTES = 10;
const MAX_PRESENCE = 65_536;
/** All of a plan, and more: a whole month of work is some MB. */
const MAX_APART_BYTES = 33_554_432;
/** All documents of a socket that bring something back at once. */
const MAX_HELD_BYTES = 67_108_864;

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
	readonly line: Line;
	#desk: Desk;
	#received = 0;
	#acknowledged = 0;
	/** updates waiting for the answer to our step 1; null once it came */
	#held: Part[] | null = [];
	/** parts of what comes again that refer to parts that haven't come */
	#apart = new Parts();
	/** what told nothing new, and the row that has to be on disk before that is sure; one for all that wait for a row */
	#repeats: { which: number; readonly on: Entry<Connection> }[] = [];
	#moved = 0;
	/** the answers about the record, one after the other */
	#records: Promise<void> = Promise.resolve();
	#budget: Budget;
	#brake: Brake;
	#out: Outflow;
	#presence: Pace<Presence>;

	/** @param budget what the socket has left for this document */
	constructor(
		who: { room: Room; stamp: Stamp; session: string; granted: Access },
		line: Line,
		desk: Desk,
		budget = new Budget(desk.limits)
	) {
		this.room = who.room;
		this.stamp = who.stamp;
		this.session = who.session;
		this.granted = who.granted;
		this.remembered = { version: 0, access: 'none' };
		this.line = line;
		this.#desk = desk;
		this.#budget = budget;
		this.#brake = new Brake(
			line,
			(now) => budget.debt(now),
			() => this.#guard(() => this.#released())
		);
		this.#out = new Outflow({
			room: this.room,
			line,
			budget,
			limits: desk.limits,
			reads: () => mayRead(desk.access(this)),
			owes: () => this.#brake.on,
			charge: (bytes) => this.#brake.hold(budget.takeAnswer(bytes, performance.now())),
			guard: (work) => this.#guard(work)
		});
		this.#presence = new Pace(desk.limits.awarenessPerSecond, performance.now(), (entry) =>
			this.room.presence.show(this, entry)
		);
		line.listen({
			heard: (message) => {
				this.alive = true;
				if (message) this.#guard(() => this.#handle(message));
				else this.close(CLOSE.badMessage);
			},
			drained: () => this.#guard(() => this.#out.catchUp()),
			answered: () => (this.alive = true),
			gone: () => this.#gone()
		});
		this.room.connections.add(this);
		// Only who may write is asked for changes; a reader's answer could only be refused.
		if (mayWrite(this.granted)) {
			this.send(epochFrame(desk.epoch.id));
			const asks = step1Frame(this.room.stateVector(mayRead(this.granted) ? null : this.stamp.id));
			if (budget.told) this.#brake.hold(budget.takeAnswer(asks.length, performance.now()));
			this.send(asks);
		}
		const everybody = mayRead(this.granted) ? this.room.presence.everybody() : null;
		if (everybody) this.sendPresence(everybody);
	}

	get writes(): boolean {
		return mayWrite(this.granted);
	}

	send(frame: Buffer): void {
		this.#out.send(frame);
	}

	sendPresence(frame: Buffer): void {
		this.#out.sendPresence(frame);
	}

	/** Others changed something. */
	hear(frame: Buffer, seq: number): void {
		this.#out.hear(frame, seq);
	}

	/** A commit held only this connection's own rows. */
	heard(seq: number): void {
		this.#out.heard(seq);
	}

	get lagging(): boolean {
		return this.#out.lagging;
	}

	/** Closes a socket that has been too slow, or silent, for too long; called every few seconds. */
	checkPulse(now: number, askForPong: boolean): void {
		const moved = this.line.movedBytes - this.#moved;
		if (this.#out.isStalled(now, askForPong)) {
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
		if (!this.#brake.on && this.line.isPaused) this.line.resume();
	}

	/** What isn't the protocol is the client's fault and ends its tries; what goes wrong here is ours: it comes again. */
	#guard(work: () => void): void {
		try {
			work();
		} catch (error) {
			if (error instanceof Malformed) return this.close(CLOSE.badMessage);
			log.error('message failed', error, { document: this.room.document });
			this.close(CLOSE.later);
		}
	}

	#handle(frame: Buffer): void {
		if (!this.line.isOpen) return;
		const message = readMessage(frame);
		if (!message) return this.close(CLOSE.badMessage);
		const now = performance.now();
		const { kind } = message;
		const counted = kind === 'step2' || kind === 'update' || kind === 'again';
		const which = counted ? ++this.#received : 0;
		const answer = kind === 'step2' && this.#held !== null;
		if (kind === 'awareness') this.#brake.hold(this.#budget.takePresence(frame.length, now));
		else if (!answer) this.#brake.hold(this.#budget.takeMessage(frame.length, now));
		// What came in one piece with what was too much is already here: to stop reading doesn't stop it.
		if (this.#budget.exhausted) {
			if (counted) this.#refuse(which, 'rate');
			return this.close(CLOSE.later);
		}
		if (kind === 'awareness') {
			if (message.bytes.length > MAX_PRESENCE) return this.close(CLOSE.tooBig);
			const entry = this.room.presence.read(this, message.bytes);
			if (entry) this.#presence.offer(entry, now);
			return;
		}
		if (kind === 'step1') {
			const most = MAX_STATE_VECTOR + CLIENT_BYTES * this.room.known.clocks.size;
			if (message.stateVector.length > most) return this.close(CLOSE.tooBig);
			return this.#out.ask(readClocks(message.stateVector));
		}
		if (kind === 'query') return this.#tellPresence();
		if (kind === 'record') {
			this.#records = this.#records.then(() => this.#tellRecord(message.seq));
			return;
		}
		if (!mayWrite(this.#desk.access(this))) {
			// A stock client answers every step 1, so a step 2 that adds nothing is no attempt to write.
			if (kind === 'update' || message.bytes[0] !== 0) this.#refuse(which, 'reader');
			return this.#acknowledge();
		}
		// The frame's memory may be shared with others that arrived with it; rows outlive them.
		const bytes = message.bytes.slice();
		if (kind === 'again') this.#takeBack(which, bytes, message.own);
		else this.#handleUpdate(which, bytes, answer);
	}

	async #tellRecord(seq: number): Promise<void> {
		if (!this.line.isOpen) return;
		try {
			const hash = await this.#desk.hashAt(this.room.named.production, seq);
			this.send(recordFrame(this.#desk.epoch.id, { seq, hash }, this.room.head));
		} catch (error) {
			log.error('record not read', error, { document: this.room.document });
			this.close(CLOSE.later);
		}
	}

	/** What this server had before a backup was restored: taken when it is complete, and logged as what it is. */
	#takeBack(which: number, bytes: Uint8Array, own: ReadonlySet<number>): void {
		const { room, stamp } = this;
		const { flow } = this.#budget;
		const apart = this.#apart;
		flow.held += bytes.length;
		apart.add({ which, bytes });
		if (flow.held > MAX_HELD_BYTES) {
			this.#refuse(which, 'rate');
			return this.close(CLOSE.later);
		}
		const { restored } = this.#desk.epoch;
		const tooMuch = apart.isTooMany || apart.bytes > MAX_APART_BYTES;
		if (restored && !tooMuch && !apart.isWhole(room.known.clocks)) return;
		const sender = { user: stamp.id, maxBytes: MAX_APART_BYTES, signed: this.#signed(), again: { own } };
		const whole = apart.merged();
		const verdict = !restored
			? ({ ok: false, code: 'not-own' } as const)
			: whole
				? checkUpdate(whole, sender, room.known)
				: ({ ok: false, code: 'malformed' } as const);
		const parts = apart.list;
		const first = parts[0]?.which ?? which;
		this.#apart = new Parts();
		flow.held -= apart.bytes;
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
		if (answer) this.#letGo();
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
			if (verdict.code !== 'pending' || !this.#keepBack({ which, bytes })) this.#refuse(which, verdict.code);
		} else if (verdict.bytes) {
			const squatted = verdict.claims.some((client) => this.room.presence.isOthers(client, user));
			if (squatted) return this.#refuse(which, 'not-own');
			this.room.write(this, verdict, which);
			for (const client of verdict.claims) this.room.presence.giveBack(client, user);
			if (this.#desk.full()) this.pause();
		} else this.#repeat(which);
	}

	#keepBack(update: Part): boolean {
		const { flow } = this.#budget;
		const bytes = flow.held + update.bytes.length;
		if (!this.#held || this.#held.length >= MAX_HELD) return false;
		if (bytes > HELD_FRAMES * this.#desk.limits.planFrameBytes) return false;
		flow.held = bytes;
		this.#held.push(update);
		return true;
	}

	/** Keeps nothing back for the answer to our step 1 any more. */
	#letGo(): void {
		for (const { bytes } of this.#held ?? []) this.#budget.flow.held -= bytes.length;
		this.#held = null;
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
		const waiting = [...(this.#held ?? []), ...this.#apart.list, ...this.#repeats].map(({ which }) => which);
		const first = Math.min(...waiting, ...this.open.map((entry) => entry.first));
		const count = Math.min(this.#received, first - 1);
		if (count <= this.#acknowledged) return;
		this.#acknowledged = count;
		this.send(acknowledgementFrame(count, this.room.head.seq, this.room.head.hash));
	}

	#tellPresence(): void {
		const everybody = this.room.presence.everybody();
		if (!everybody) return;
		this.sendPresence(everybody);
		this.#brake.hold(this.#budget.takeAnswer(everybody.length, performance.now()));
	}

	/** Nothing is owed any more: reads on. */
	#released(): void {
		if (!this.#desk.full()) this.resume();
		this.#out.answer();
	}

	#gone(): void {
		this.#brake.stop();
		this.#out.stop();
		this.#presence.stop();
		this.#letGo();
		this.#budget.flow.held -= this.#apart.bytes;
		this.#apart = new Parts();
		this.room.connections.delete(this);
		this.room.presence.leave(this);
		this.#desk.left(this);
	}
}
