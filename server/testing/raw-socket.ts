/** For tests: a WebSocket as bytes on a TCP socket, so that thousands of messages can come in one piece. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import * as encoding from 'lib0/encoding';
import type { Person } from './person.ts';

export type RawSocket = {
	readonly socket: Socket;
	/** the code the server closed with, as far as was read; 1006 when it hung up without one; 0 while it is open */
	readonly closeCode: () => number;
};

/** One message of a client as it stands on the wire. @param opcode 2: binary, 9: a ping */
export function wireMessage(payload: Uint8Array, opcode = 2): Buffer {
	const { length } = payload;
	// Masked with zeros: the protocol asks for a mask, not for a secret one.
	const head = length < 126 ? 6 : length < 65_536 ? 8 : 14;
	const bytes = Buffer.alloc(head + length);
	bytes[0] = 0x80 | opcode;
	if (head === 6) bytes[1] = 0x80 | length;
	else if (head === 8) {
		bytes[1] = 0x80 | 126;
		bytes.writeUInt16BE(length, 2);
	} else {
		bytes[1] = 0x80 | 127;
		bytes.writeBigUInt64BE(BigInt(length), 2);
	}
	bytes.set(payload, head);
	return bytes;
}

/** A message made of numbers, texts and byte arrays, each as the protocol writes it. */
export const saying = (...parts: (number | string | Uint8Array)[]): Uint8Array =>
	encoding.encode((encoder) => {
		for (const part of parts) {
			if (typeof part === 'number') encoding.writeVarUint(encoder, part);
			else if (typeof part === 'string') encoding.writeVarString(encoder, part);
			else encoding.writeVarUint8Array(encoder, part);
		}
	});

/**
 * Opens a socket of somebody's. From the answer to the upgrade on it reads nothing, unless `socket.resume()` is called.
 * @param path such as `/sync/{document}`
 */
export async function rawSocket(person: Person, path: string): Promise<RawSocket> {
	const { hostname, port } = new URL(person.base);
	const socket = connect(Number(port), hostname);
	let code = 0;
	socket.on('error', () => {}).on('close', () => (code ||= 1006));
	const head = [
		`GET ${path} HTTP/1.1`,
		`Host: ${hostname}:${port}`,
		`Origin: ${person.base}`,
		`Cookie: ${person.cookie}`,
		'Connection: Upgrade',
		'Upgrade: websocket',
		'Sec-WebSocket-Version: 13',
		`Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`
	];
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', () => socket.write(`${head.join('\r\n')}\r\n\r\n`));
		socket.once('data', (chunk: Buffer) => {
			socket.pause();
			const text = chunk.toString('latin1');
			if (!text.includes(' 101 ')) return reject(new Error(text));
			const frames = framesOf((opcode, payload) => {
				if (opcode !== 8) return;
				code = payload.readUInt16BE(0);
				socket.end();
			});
			frames(chunk.subarray(text.indexOf('\r\n\r\n') + 4));
			socket.on('data', frames);
			resolve();
		});
		socket.once('close', () => reject(new Error('hung up')));
	});
	return { socket, closeCode: () => code };
}

/** Takes a stream of a server's frames apart; large ones are passed over without being kept. */
function framesOf(heard: (opcode: number, start: Buffer) => void): (chunk: Buffer) => void {
	let rest = Buffer.alloc(0);
	let skip = 0;
	return (chunk) => {
		rest = Buffer.concat([rest, chunk.subarray(Math.min(skip, chunk.length))]);
		skip = Math.max(0, skip - chunk.length);
		while (rest.length >= 2) {
			const short = (rest[1] ?? 0) & 0x7f;
			const head = short < 126 ? 2 : short === 126 ? 4 : 10;
			if (rest.length < head) return;
			const length = head === 2 ? short : head === 4 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
			if (length <= 125 && rest.length < head + length) return;
			heard((rest[0] ?? 0) & 0x0f, rest.subarray(head, head + length));
			skip = Math.max(0, head + length - rest.length);
			rest = rest.subarray(head + length);
		}
	};
}
