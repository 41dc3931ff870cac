/** What the load speaks: y-websocket's protocol, and Hocuspocus' for comparison. */
import * as Y from 'yjs';
import { now, RawSocket } from './socket.ts';

const MAGIC = Buffer.from([0xf5, 0x9a, 0xc3, 0xe1]);
/** magic, writer, number, time */
const MARK_BYTES = 20;
const EMPTY_UPDATE = Buffer.from([0, 0]);
/** type of our own durable acknowledgement: `[100][n]…` */
const ACKNOWLEDGEMENT = 100;

export function varUint(value: number): Buffer {
	const bytes: number[] = [];
	for (let left = value; ; left = Math.floor(left / 128)) {
		if (left < 128) {
			bytes.push(left);
			return Buffer.from(bytes);
		}
		bytes.push(128 | (left % 128));
	}
}
function readVarUint(bytes: Buffer, from: number): [value: number, next: number] {
	let value = 0;
	let factor = 1;
	for (let at = from; ; at++) {
		const byte = bytes[at] ?? 0;
		value += (byte & 127) * factor;
		factor *= 128;
		if (byte < 128) return [value, at + 1];
	}
}
export const sized = (bytes: Uint8Array): Buffer => Buffer.concat([varUint(bytes.length), bytes]);
const text = (value: string): Buffer => sized(Buffer.from(value));

/** How a server is reached. */
export type Reach = {
	readonly protocol: 'y-websocket' | 'hocuspocus';
	url(document: string): string;
	readonly headers: Readonly<Record<string, string>>;
};
export type Hears = {
	/** an update with a mark in it */
	mark?: (writer: number, number: number, at: number) => void;
	/** the first state, or later parts of it */
	state?: (update: Buffer) => void;
};

export class Client {
	readonly socket: RawSocket;
	readonly startedAt = now();
	syncedAt = 0;
	/** updates the server says are safe */
	acknowledged = 0;
	/** bytes of the message that said "synced" */
	firstBytes = 0;
	readonly prefix: Buffer;
	#hocuspocus: boolean;
	#hears: Hears;

	constructor(reach: Reach, document: string, hears: Hears = {}, timeoutMs = 20_000) {
		this.#hocuspocus = reach.protocol === 'hocuspocus';
		this.#hears = hears;
		this.prefix = this.#hocuspocus ? text(document) : Buffer.alloc(0);
		this.socket = new RawSocket(
			reach.url(document),
			reach.headers,
			{
				opened: () => {
					if (this.#hocuspocus) this.#send(Buffer.from([2, 0]), text('x'), text('4.7.0'));
					else this.#step1();
				},
				message: (payload) => this.#hear(payload),
				region: (bytes) => this.#count(bytes)
			},
			timeoutMs
		);
	}

	get synced(): boolean {
		return this.syncedAt > 0;
	}

	sendUpdate(update: Uint8Array): void {
		this.#send(Buffer.from([0, 2]), sized(update));
	}

	close(): void {
		this.socket.close();
	}

	#step1(): void {
		this.#send(Buffer.from([0, 0, 1, 0]));
	}

	#send(...parts: Buffer[]): void {
		this.socket.send(Buffer.concat([this.prefix, ...parts]));
	}

	#hear(payload: Buffer): void {
		let at = 0;
		if (this.#hocuspocus) {
			const [length, next] = readVarUint(payload, 0);
			at = length + next;
		}
		const type = payload[at];
		const step = payload[at + 1];
		if (type === 0 || (this.#hocuspocus && type === 4)) {
			if (step === 0) return this.#send(Buffer.from([0, 1]), sized(EMPTY_UPDATE));
			const [length, from] = readVarUint(payload, at + 2);
			this.#hears.state?.(payload.subarray(from, from + length));
			if (step !== 1 || this.synced) return;
			this.syncedAt = now();
			this.firstBytes = length;
		} else if (this.#hocuspocus && type === 2 && step === 2) this.#step1();
		else if (this.#hocuspocus && type === 8) this.acknowledged++;
		else if (type === ACKNOWLEDGEMENT) this.acknowledged = readVarUint(payload, at + 1)[0];
	}

	#count(bytes: Buffer): void {
		const { mark } = this.#hears;
		if (!mark) return;
		for (let at = bytes.indexOf(MAGIC); at >= 0 && at + MARK_BYTES <= bytes.length;) {
			mark(bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8), bytes.readDoubleLE(at + 12));
			at = bytes.indexOf(MAGIC, at + MARK_BYTES);
		}
	}
}

/** Puts a mark at the start of some bytes. */
export function marked(bytes: Buffer, writer: number, number: number): Uint8Array {
	MAGIC.copy(bytes, 0);
	bytes.writeUInt32LE(writer, 4);
	bytes.writeUInt32LE(number, 8);
	bytes.writeDoubleLE(now(), 12);
	return new Uint8Array(bytes);
}

/** Somebody who writes: a real document whose updates are real, and who never applies what others send. */
export class Writer {
	readonly id: number;
	readonly #doc = new Y.Doc();
	/** numbers of the updates so far */
	count = 0;
	#last: Uint8Array = new Uint8Array();
	readonly #keys: number;
	readonly #pad: number;

	/** @param keys how many keys are written over and over; 0: each update has its own */
	constructor(id: number, keys = 64, pad = 24) {
		this.id = id;
		this.#keys = keys;
		this.#pad = pad;
		this.#doc.on('update', (update: Uint8Array) => (this.#last = update));
	}

	next(): Uint8Array {
		const key = `sc${this.id}_${this.#keys ? this.count % this.#keys : this.count}`;
		this.#doc
			.getMap('scenes')
			.set(key, marked(Buffer.alloc(MARK_BYTES + this.#pad, 0x61), this.id, this.count));
		this.count++;
		return this.#last;
	}
}
