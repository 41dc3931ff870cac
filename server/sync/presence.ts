/** Who is on a document: each connection's own state, name and role stamped by the server. */
import { awarenessFrame, readPresence, wellFormed, type Presence } from './wire.ts';

/** Who a connection is, as the others are told. */
export type Stamp = { id: string; name: string; role: string; personId: string | null };

/** What presence needs of a connection. */
export type Seat = {
	readonly stamp: Stamp;
	/** whether it may write here */
	readonly writes: boolean;
	client: number | null;
	sendPresence(frame: Buffer): void;
};

const MAX_STATE_BYTES = 2048;

export class PresenceBoard<S extends Seat> {
	#states = new Map<number, { clock: number; state: string; seat: S }>();
	#dirty = new Map<number, Presence>();
	#own = new Map<S, Presence>();
	/** the clocks of client ids that their writers took back: what they say next has to be later */
	#before = new Map<number, number>();
	#flushing = false;
	#seats: Iterable<S>;
	#shared: boolean;
	#owner: (client: number) => string | undefined;

	/**
	 * @param shared whether people see each other here; else each connection only hears itself
	 * @param owner the user whose client id this is, as the document knows it
	 */
	constructor(seats: Iterable<S>, shared: boolean, owner: (client: number) => string | undefined) {
		this.#seats = seats;
		this.#shared = shared;
		this.#owner = owner;
	}

	/** Everybody who is here, for a newcomer; null when nobody is. */
	everybody(): Buffer | null {
		if (!this.#shared || this.#states.size === 0) return null;
		return awarenessFrame([...this.#states].map(([client, { clock, state }]) => ({ client, clock, state })));
	}

	/** Whether this client id is shown by another user who may write now. Who only reads keeps no id from a writer. */
	isOthers(client: number, user: string): boolean {
		const holder = this.#states.get(client)?.seat;
		return !!holder && holder.writes && holder.stamp.id !== user;
	}

	/** A client id has become this user's by writing: whoever else shows it, shows it no more. */
	giveBack(client: number, user: string): void {
		const held = this.#states.get(client);
		if (!held || held.seat.stamp.id === user) return;
		this.#states.delete(client);
		this.#before.set(client, held.clock);
		this.#mark(null, { client, clock: held.clock, state: 'null' });
	}

	/**
	 * Takes a presence message. Stock clients repeat what they hear, so entries about others are passed over.
	 * @returns the entry to put up by `show`, or null when the message has none of the sender's own
	 * @throws Malformed when the message is
	 */
	read(seat: S, bytes: Uint8Array): Presence | null {
		for (const entry of readPresence(bytes)) {
			const holder = this.#states.get(entry.client)?.seat;
			const user = this.#owner(entry.client) ?? holder?.stamp.id;
			if (user !== undefined && user !== seat.stamp.id) continue;
			if (seat.client === null && entry.state !== 'null') seat.client = entry.client;
			if (entry.client === seat.client) {
				return { ...entry, state: wellFormed(() => stamped(entry.state, seat.stamp)) };
			}
		}
		// Who isn't shown yet, because another shows its id, would take a silent line for a dead one.
		if (seat.client === null) seat.sendPresence(awarenessFrame([]));
		return null;
	}

	/** Puts up a connection's state; everybody hears it at the end of the turn, the connection itself too. */
	show(seat: S, said: Presence): void {
		const before = this.#before.get(said.client);
		this.#before.delete(said.client);
		// Its own client hears the later clock with its echo, and goes on from there.
		const entry = before === undefined ? said : { ...said, clock: Math.max(said.clock, before + 1) };
		const held = this.#states.get(entry.client);
		if (entry.state === 'null') this.#states.delete(entry.client);
		else if (!held || held.clock <= entry.clock) {
			this.#states.set(entry.client, { clock: entry.clock, state: entry.state, seat });
		} else return;
		this.#mark(seat, entry);
	}

	/** Takes down what a connection showed. */
	leave(seat: S): void {
		this.#own.delete(seat);
		if (seat.client === null) return;
		const held = this.#states.get(seat.client);
		if (held?.seat !== seat) return;
		this.#states.delete(seat.client);
		this.#mark(null, { client: seat.client, clock: held.clock, state: 'null' });
	}

	#mark(seat: S | null, entry: Presence): void {
		if (this.#shared) this.#dirty.set(entry.client, entry);
		else if (seat) this.#own.set(seat, entry);
		if (this.#flushing) return;
		this.#flushing = true;
		setImmediate(() => this.#flush());
	}

	#flush(): void {
		this.#flushing = false;
		if (this.#dirty.size > 0) {
			const frame = awarenessFrame([...this.#dirty.values()]);
			for (const seat of this.#seats) seat.sendPresence(frame);
		}
		for (const [seat, entry] of this.#own) seat.sendPresence(awarenessFrame([entry]));
		this.#dirty.clear();
		this.#own.clear();
	}
}

function stamped(state: string, user: Stamp): string {
	if (Buffer.byteLength(state) > MAX_STATE_BYTES) throw new RangeError('presence too large');
	const value: unknown = JSON.parse(state);
	if (value === null) return 'null';
	if (typeof value !== 'object' || Array.isArray(value)) throw new TypeError('presence is no object');
	return JSON.stringify({ ...value, user });
}
