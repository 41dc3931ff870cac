import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { TRUNK, UNDERSTANDS_PARTS } from '#lib/domain/sync-protocol.ts';

/** A socket that said nothing for so long is dead, whatever the browser thinks: servers echo presence sooner. */
const SILENCE_MS = 31_000;
/** So long may a socket be silent while a document is being opened before it counts as dead. */
const OPENING_MS = 10_000;
/** The code of a connection that broke without a goodbye. */
const BROKEN = 1006;

/**
 * One socket of a device for all its documents (`TRUNK` in `domain/sync-protocol.ts`). `Socket` is a WebSocket as
 * y-websocket takes one; what is opened through it shares one real socket to the same server. That is opened with
 * the first document and closed with the last; when it breaks, all of them hear it and come back by themselves.
 */
export class Trunk {
	/** Give this to y-websocket in the place of `WebSocket`. */
	readonly Socket: typeof WebSocket;
	#real: WebSocket | null = null;
	readonly #RealSocket: typeof WebSocket;
	readonly #branches = new Map<number, Branch>();
	#channels = 0;
	#heardAt = 0;
	#receivedBytes = 0;
	/** bytes given to the socket, those of them that had left when it was last asked, and whether some were left then */
	#given = 0;
	#gone = 0;
	#queued = false;

	constructor(RealSocket: typeof WebSocket) {
		this.#RealSocket = RealSocket;
		const branch = (url: string): Branch => this.#branch(url);
		class Socket {
			static readonly CONNECTING = 0;
			static readonly OPEN = 1;
			static readonly CLOSING = 2;
			static readonly CLOSED = 3;
			constructor(url: string) {
				// y-websocket only needs what a branch has of a WebSocket.
				return branch(url);
			}
		}
		this.Socket = Socket as unknown as typeof WebSocket;
	}

	/** All that has come, over every socket there was. */
	get receivedBytes(): number {
		return this.#receivedBytes;
	}

	/** @param url `ws(s)://host/sync/{document}` */
	#branch(url: string): Branch {
		const { origin, pathname, search } = new URL(url);
		const cut = pathname.lastIndexOf('/');
		if (this.#real && Date.now() - this.#aliveAt() > SILENCE_MS) this.#break(BROKEN);
		const branch = new Branch(++this.#channels, decodeURIComponent(pathname.slice(cut + 1)), {
			send: (frame) => this.#send(frame),
			ended: (channel) => this.#ended(channel),
			aliveAt: () => this.#aliveAt(),
			late: () => this.#break(BROKEN)
		});
		this.#branches.set(branch.channel, branch);
		if (!this.#real) this.#connect(`${origin}${pathname.slice(0, cut)}${search}`);
		else if (this.#real.readyState === this.#real.OPEN) branch.ask();
		return branch;
	}

	#connect(url: string): void {
		const real = new this.#RealSocket(url);
		real.binaryType = 'arraybuffer';
		this.#real = real;
		this.#heardAt = Date.now();
		this.#given = this.#gone = 0;
		this.#queued = false;
		real.onopen = () => {
			this.#heardAt = Date.now();
			for (const branch of this.#branches.values()) branch.ask();
		};
		real.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
			this.#heardAt = Date.now();
			this.#receivedBytes += data.byteLength;
			this.#hear(new Uint8Array(data));
		};
		real.onerror = () => {};
		real.onclose = ({ code }) => {
			if (this.#real === real) this.#break(code);
		};
	}

	#hear(message: Uint8Array): void {
		const decoder = decoding.createDecoder(message);
		const kind = decoding.readVarUint(decoder);
		const branch = this.#branches.get(decoding.readVarUint(decoder));
		if (kind === TRUNK.open) branch?.opened();
		else if (kind === TRUNK.data) branch?.hear(message.slice(decoder.pos));
		else if (kind === TRUNK.part) branch?.hearPart(message.slice(decoder.pos));
		else if (kind === TRUNK.close) branch?.end(decoding.readVarUint(decoder));
	}

	#send(frame: Uint8Array<ArrayBuffer>): void {
		if (!this.#real || this.#real.readyState !== this.#real.OPEN) return;
		this.#given += frame.length;
		this.#real.send(frame);
	}

	/**
	 * When the socket last gave a sign of life (device clock): something came, or something large is going out. A dead
	 * network takes what is small without a word, so only a queue that is still there and shrinks says anything.
	 */
	#aliveAt(): number {
		const queued = this.#real?.bufferedAmount ?? 0;
		const gone = this.#given - queued;
		if (this.#queued && gone > this.#gone) this.#heardAt = Date.now();
		this.#queued = queued > 0;
		this.#gone = gone;
		return this.#heardAt;
	}

	#ended(channel: number): void {
		this.#branches.delete(channel);
		if (this.#branches.size > 0) return;
		// At once, and not "in case": after a night in a pocket nobody can tell a sleeping socket from a dead one.
		this.#drop();
	}

	/** The socket is gone: so are all documents on it. They open another one when they come back. */
	#break(code: number): void {
		this.#drop();
		for (const branch of [...this.#branches.values()]) branch.end(code);
	}

	#drop(): void {
		const real = this.#real;
		this.#real = null;
		if (!real) return;
		real.onopen = real.onmessage = real.onclose = null;
		real.close();
	}
}

type Ways = {
	send(frame: Uint8Array<ArrayBuffer>): void;
	ended(channel: number): void;
	aliveAt(): number;
	late(): void;
};

/** One document's part of the trunk: as much of a WebSocket as y-websocket uses. */
class Branch {
	readonly CONNECTING = 0;
	readonly OPEN = 1;
	readonly CLOSING = 2;
	readonly CLOSED = 3;
	readonly channel: number;
	readyState = 0;
	binaryType = 'arraybuffer';
	onopen: ((event: Event) => void) | null = null;
	onmessage: ((event: MessageEvent) => void) | null = null;
	onerror: ((event: Event) => void) | null = null;
	onclose: ((event: { code: number; reason: string }) => void) | null = null;
	readonly #document: string;
	readonly #ways: Ways;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#parts: Uint8Array[] = [];

	constructor(channel: number, document: string, ways: Ways) {
		this.channel = channel;
		this.#document = document;
		this.#ways = ways;
		this.#timer = setTimeout(() => this.#look(), OPENING_MS);
	}

	/** When the socket under it last gave a sign of life (device clock): that of one document is that of all. */
	get aliveAt(): number {
		return this.#ways.aliveAt();
	}

	/** Not open yet: the others' messages may be long before its turn comes, but something has to come. */
	#look(): void {
		const silent = Date.now() - this.aliveAt;
		if (silent >= OPENING_MS) this.#ways.late();
		else this.#timer = setTimeout(() => this.#look(), OPENING_MS - silent);
	}

	/** Asks the server for the document. */
	ask(): void {
		const frame = this.#frame(TRUNK.open, (encoder) => {
			encoding.writeVarString(encoder, this.#document);
			encoding.writeVarUint(encoder, UNDERSTANDS_PARTS);
		});
		this.#ways.send(frame);
	}

	opened(): void {
		clearTimeout(this.#timer);
		this.readyState = this.OPEN;
		this.onopen?.(new Event('open'));
	}

	hearPart(bytes: Uint8Array): void {
		this.#parts.push(bytes);
	}

	hear(bytes: Uint8Array<ArrayBuffer>): void {
		const { buffer: data } = this.#parts.length > 0 ? joined([...this.#parts.splice(0), bytes]) : bytes;
		this.onmessage?.(new MessageEvent('message', { data }));
	}

	send(data: Uint8Array): void {
		if (this.readyState !== this.OPEN) return;
		this.#ways.send(this.#frame(TRUNK.data, (encoder) => encoding.writeUint8Array(encoder, data)));
	}

	close(): void {
		if (this.readyState >= this.CLOSING) return;
		this.#ways.send(this.#frame(TRUNK.close, () => {}));
		this.end(1005);
	}

	/** It is over; whoever uses it hears so. */
	end(code: number): void {
		if (this.readyState === this.CLOSED) return;
		clearTimeout(this.#timer);
		this.readyState = this.CLOSED;
		this.#ways.ended(this.channel);
		// As with a real socket, never before the call that ends it has returned.
		queueMicrotask(() => this.onclose?.({ code, reason: '' }));
	}

	#frame(kind: number, rest: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint(encoder, this.channel);
		rest(encoder);
		return encoding.toUint8Array(encoder);
	}
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
