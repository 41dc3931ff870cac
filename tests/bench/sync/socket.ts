/** A light WebSocket client on a bare TCP socket, so that the load generator is not what is measured. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** ms on a clock that all processes share. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** A client frame with an all-zero mask: legal, and masking is the identity. */
export function clientFrame(payload: Uint8Array, opcode = 2): Buffer {
	const { length } = payload;
	const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
	const frame = Buffer.alloc(6 + extra + length);
	frame[0] = 0x80 | opcode;
	frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
	if (extra === 2) frame.writeUInt16BE(length, 2);
	if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
	frame.set(payload, 6 + extra);
	return frame;
}

export type SocketEvents = {
	opened?: () => void;
	/** one data message */
	message?: (payload: Buffer) => void;
	/** bytes of complete frames, as they came */
	region?: (bytes: Buffer) => void;
	closed?: () => void;
};

export class RawSocket {
	readonly tcp: Socket;
	isOpen = false;
	isClosed = false;
	/** the status of the upgrade's answer; 0 while there is none */
	status = 0;
	closeCode = 0;
	bytesIn = 0;
	#events: SocketEvents;
	#waiting: Buffer[] = [];
	#have = 0;
	#want = 0;
	#timer: NodeJS.Timeout;

	constructor(
		url: string,
		headers: Readonly<Record<string, string>>,
		events: SocketEvents,
		timeoutMs = 20_000
	) {
		this.#events = events;
		const { hostname, port, host } = new URL(url);
		const path = url.slice(url.indexOf(host) + host.length) || '/';
		this.tcp = connect({ host: hostname, port: Number(port) });
		this.tcp.setNoDelay(true);
		this.tcp.on('connect', () => {
			const key = randomBytes(16).toString('base64');
			const all = {
				Host: host,
				Upgrade: 'websocket',
				Connection: 'Upgrade',
				'Sec-WebSocket-Key': key,
				'Sec-WebSocket-Version': '13',
				...headers
			};
			const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
			this.tcp.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
		});
		this.tcp.on('data', (bytes) => this.#take(bytes as Buffer));
		this.tcp.on('error', () => {});
		this.tcp.on('close', () => {
			this.isClosed = true;
			this.isOpen = false;
			clearTimeout(this.#timer);
			events.closed?.();
		});
		this.#timer = setTimeout(() => this.isOpen || this.tcp.destroy(), timeoutMs);
	}

	send(payload: Uint8Array): void {
		if (this.isOpen) this.raw(clientFrame(payload));
	}

	raw(bytes: Uint8Array): void {
		if (!this.tcp.destroyed) this.tcp.write(bytes);
	}

	close(): void {
		this.tcp.destroy();
	}

	#take(bytes: Buffer): void {
		this.bytesIn += bytes.length;
		this.#waiting.push(bytes);
		this.#have += bytes.length;
		if (this.#have < this.#want) return;
		const all = this.#waiting.length === 1 ? bytes : Buffer.concat(this.#waiting);
		const used = this.isOpen ? this.#frames(all, 0) : this.#handshake(all);
		const rest = all.subarray(used);
		this.#waiting = rest.length > 0 ? [rest] : [];
		this.#have = rest.length;
	}

	#handshake(bytes: Buffer): number {
		const end = bytes.indexOf('\r\n\r\n');
		if (end < 0) return 0;
		this.status = Number(bytes.toString('latin1', 9, 12));
		if (this.status !== 101) {
			this.tcp.destroy();
			return bytes.length;
		}
		this.isOpen = true;
		clearTimeout(this.#timer);
		this.#events.opened?.();
		return this.#frames(bytes, end + 4);
	}

	#frames(bytes: Buffer, from: number): number {
		let at = from;
		this.#want = 0;
		while (bytes.length - at >= 2) {
			const opcode = (bytes[at] as number) & 15;
			let length = (bytes[at + 1] as number) & 127;
			const head = length === 126 ? 4 : length === 127 ? 10 : 2;
			if (bytes.length - at < head) break;
			if (length === 126) length = bytes.readUInt16BE(at + 2);
			else if (length === 127) length = Number(bytes.readBigUInt64BE(at + 2));
			const end = at + head + length;
			if (end > bytes.length) {
				this.#want = end - at;
				break;
			}
			const payload = bytes.subarray(at + head, end);
			if (opcode === 9) this.tcp.write(clientFrame(payload, 10));
			else if (opcode === 8) {
				this.closeCode = length >= 2 ? payload.readUInt16BE(0) : 1005;
				this.tcp.end();
			} else if (opcode < 3) this.#events.message?.(payload);
			at = end;
		}
		if (at > from) this.#events.region?.(bytes.subarray(from, at));
		return at;
	}
}
