import type { Ears, Line } from '../../../server/sync/line.ts';

/** Browsers give up a socket that doesn't open; Firefox after so long. */
const OPENING_MS = 20_000;

/** What a network does to one device: cut, held in one direction, slow. */
export type Way = 'up' | 'down';
export type Rng = (below: number) => number;

type Deliver = (bytes: Uint8Array) => void;

/** Bytes in one direction, in order, each message after a delay and its time on the way; held while that is held. */
class Pipe {
	held = false;
	/** a narrow network; a message is there when all of it is */
	bytesPerSecond = Infinity;
	#deliver: Deliver | null = null;
	#queue: Uint8Array[] = [];
	#under: { readonly since: number; readonly bytes: number } | null = null;
	#delivered = 0;
	readonly #delay: () => number;

	constructor(delay: () => number) {
		this.#delay = delay;
	}

	/** bytes that haven't come to the other end yet */
	get queuedBytes(): number {
		return this.#queue.reduce((sum, { length }) => sum + length, 0) - this.#crossed;
	}

	/** bytes that have */
	get movedBytes(): number {
		return this.#delivered + this.#crossed;
	}

	/** of the message under way */
	get #crossed(): number {
		if (!this.#under || this.held) return 0;
		const { since, bytes } = this.#under;
		return Math.min(bytes, Math.floor(((Date.now() - since) / 1000) * Math.min(this.bytesPerSecond, 1e9)));
	}

	to(deliver: Deliver): void {
		this.#deliver = deliver;
	}

	send(bytes: Uint8Array): void {
		// Whoever sends may use the memory again.
		this.#queue.push(Uint8Array.from(bytes));
		this.flow();
	}

	/** Whatever is under way is lost. */
	cut(): void {
		this.#deliver = null;
		this.#queue = [];
		this.#under = null;
	}

	flow(): void {
		const next = this.#queue[0];
		if (this.#under || this.held || !next) return;
		this.#under = { since: Date.now(), bytes: next.length };
		const wait = this.#delay() + (next.length / this.bytesPerSecond) * 1000;
		setTimeout(() => {
			this.#under = null;
			if (this.held) return;
			const bytes = this.#queue.shift();
			if (bytes) {
				this.#delivered += bytes.length;
				this.#deliver?.(bytes);
			}
			this.flow();
		}, wait);
	}
}

/** Who learns at once that a way is gone. */
export type Told = {
	readonly client: boolean;
	readonly server: boolean;
	/**
	 * what the device sent isn't lost but comes so many ms later, to a server that wasn't told. Meanwhile the device
	 * says it all again over another way: each message comes twice, and the older one last
	 */
	readonly late?: number;
};

/** One socket between a device and the server, with both of its ends. */
export class Link {
	readonly up: Pipe;
	readonly down: Pipe;
	readonly line: ServerEnd;
	readonly socket: ClientEnd;
	#alive = true;

	constructor(socket: ClientEnd, delay: () => number) {
		this.socket = socket;
		this.up = new Pipe(delay);
		this.down = new Pipe(delay);
		this.line = new ServerEnd(this);
		this.up.to((bytes) => this.line.heard(bytes));
		this.down.to((bytes) => {
			this.socket.heard(bytes);
			if (this.down.queuedBytes === 0) this.line.drained();
		});
	}

	get alive(): boolean {
		return this.#alive;
	}

	/** The way is gone with all that was under way on it. Each end learns of it, or finds out by itself. */
	cut(told: Told): void {
		if (this.#alive) {
			this.#alive = false;
			if (told.late === undefined) this.up.cut();
			else this.#comesLate(told.late);
			this.down.cut();
		}
		if (told.server) this.line.gone();
		if (told.client) this.socket.ended(1006);
	}

	#comesLate(ms: number): void {
		this.up.held = true;
		setTimeout(() => {
			this.up.held = false;
			this.up.flow();
		}, ms);
	}

	/** One end says goodbye: what it sent before arrives first. */
	closedByServer(code: number): void {
		setTimeout(() => {
			if (!this.#alive) return;
			this.cut({ client: false, server: true });
			this.socket.ended(code);
		}, 30);
	}
	closedByClient(): void {
		this.cut({ client: false, server: true });
	}
}

/** The server's end: what it writes is a stream of WebSocket frames, taken apart here. */
export class ServerEnd implements Line {
	readonly isShared = false;
	isOpen = true;
	isPaused = false;
	/** called before each frame that goes out: where a server may die in the middle of telling */
	onFrame: () => void = () => {};
	readonly #link: Link;
	#ears: Ears | null = null;
	#waiting: Buffer[] = [];
	#stream = Buffer.alloc(0);

	constructor(link: Link) {
		this.#link = link;
	}

	get queuedBytes(): number {
		return this.#link.down.queuedBytes;
	}
	get takenBytes(): number {
		return this.#link.down.movedBytes;
	}
	get movedBytes(): number {
		const { up, down } = this.#link;
		return up.movedBytes + down.movedBytes;
	}

	listen(ears: Ears): void {
		this.#ears = ears;
		this.#flush();
	}

	drained(): void {
		this.#ears?.drained();
	}

	heard(bytes: Uint8Array): void {
		this.#waiting.push(Buffer.from(bytes));
		this.#flush();
	}

	#flush(): void {
		while (this.#ears && !this.isPaused && this.isOpen) {
			const message = this.#waiting.shift();
			if (!message) return;
			this.#ears.heard(message);
		}
	}

	send(frame: Buffer): void {
		if (!this.isOpen) return;
		this.#stream = Buffer.concat([this.#stream, frame]);
		for (;;) {
			const whole = frameIn(this.#stream);
			if (!whole) return;
			this.#stream = this.#stream.subarray(whole.end);
			this.onFrame();
			if (!this.isOpen) return;
			this.#link.down.send(whole.payload);
		}
	}

	close(code: number): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.#link.closedByServer(code);
	}

	gone(): void {
		this.isOpen = false;
		const ears = this.#ears;
		this.#ears = null;
		ears?.gone();
	}

	terminate(): void {
		this.#link.cut({ client: false, server: true });
	}
	ping(): void {
		// It waits behind everything that is under way, and so does its answer.
		const { up, down } = this.#link;
		const wait = down.queuedBytes / down.bytesPerSecond + up.queuedBytes / up.bytesPerSecond;
		setTimeout(() => this.#link.alive && this.#ears?.answered(), 5 + wait * 1000);
	}
	pause(): void {
		this.isPaused = true;
	}
	resume(): void {
		this.isPaused = false;
		this.#flush();
	}
}

/** The first whole WebSocket frame of a stream (RFC 6455, unmasked, as servers send it); null when it isn't all there. */
function frameIn(stream: Buffer): { payload: Uint8Array; end: number } | null {
	if (stream.length < 2) return null;
	const short = (stream[1] as number) & 127;
	const head = short === 126 ? 4 : short === 127 ? 10 : 2;
	if (stream.length < head) return null;
	const length =
		short === 126 ? stream.readUInt16BE(2) : short === 127 ? Number(stream.readBigUInt64BE(2)) : short;
	if (stream.length < head + length) return null;
	return { payload: stream.subarray(head, head + length), end: head + length };
}

/** Takes a new socket of a device: gives it its link, or null when there is no way to the server now. */
export type Dial = (socket: ClientEnd, document: string | null) => Link | null;

/** The device's end: as much of a WebSocket as the sync modules use. */
export class ClientEnd {
	static readonly CONNECTING = 0;
	static readonly OPEN = 1;
	static readonly CLOSING = 2;
	static readonly CLOSED = 3;
	readonly CONNECTING = 0;
	readonly OPEN = 1;
	readonly CLOSING = 2;
	readonly CLOSED = 3;
	readyState = 0;
	binaryType = 'arraybuffer';
	onopen: ((event: Event) => void) | null = null;
	onmessage: ((event: MessageEvent) => void) | null = null;
	onerror: ((event: Event) => void) | null = null;
	onclose: ((event: CloseEvent) => void) | null = null;
	readonly link: Link | null;
	get bufferedAmount(): number {
		return this.link?.up.queuedBytes ?? 0;
	}

	constructor(url: string, dial: Dial) {
		const path = new URL(url).pathname.split('/');
		this.link = dial(this, path[2] ?? null);
		if (!this.link) setTimeout(() => this.ended(1006), 20);
		setTimeout(() => this.readyState === 0 && this.#givenUp(), OPENING_MS);
	}

	#givenUp(): void {
		this.link?.cut({ client: false, server: false });
		this.ended(1006);
	}

	opened(): void {
		if (this.readyState !== 0) return;
		this.readyState = 1;
		this.onopen?.(new Event('open'));
	}

	heard(bytes: Uint8Array): void {
		if (this.readyState === 1) this.onmessage?.({ data: Uint8Array.from(bytes).buffer } as MessageEvent);
	}

	send(bytes: Uint8Array): void {
		if (this.readyState === 1 && this.link?.alive) this.link.up.send(bytes);
	}

	close(): void {
		if (this.readyState >= 2) return;
		this.readyState = 2;
		this.link?.closedByClient();
		setTimeout(() => this.ended(1005), 1);
	}

	ended(code: number): void {
		if (this.readyState === 3) return;
		this.readyState = 3;
		this.onclose?.({ code, reason: '' } as CloseEvent);
	}
}
