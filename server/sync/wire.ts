/** Frames in and out: the y-websocket protocol as bytes. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE, SYNC, TRUNK, UNDERSTANDS_PARTS, type Refusal } from '#lib/domain/sync-protocol.ts';
import type { Place } from '../store/log-store.ts';

/** Bytes that aren't what the protocol says: the client's fault, and nobody else's. */
export class Malformed extends Error {}

/** @throws Malformed where what is read isn't what it should be */
export function wellFormed<T>(read: () => T): T {
	try {
		return read();
	} catch (cause) {
		throw new Malformed(String(cause), { cause });
	}
}

export type Message =
	| { readonly kind: 'step1'; readonly stateVector: Uint8Array }
	| { readonly kind: 'step2' | 'update'; readonly bytes: Uint8Array }
	| { readonly kind: 'again'; readonly bytes: Uint8Array; readonly own: ReadonlySet<number> }
	| { readonly kind: 'awareness'; readonly bytes: Uint8Array }
	| { readonly kind: 'record'; readonly seq: number }
	| { readonly kind: 'query' };

/** Reads one frame; null for anything the protocol doesn't know. */
export function readMessage(frame: Uint8Array): Message | null {
	try {
		const decoder = decoding.createDecoder(frame);
		const type = decoding.readVarUint(decoder);
		if (type === MESSAGE.sync) {
			const step = decoding.readVarUint(decoder);
			const bytes = decoding.readVarUint8Array(decoder);
			if (step === SYNC.step1) return { kind: 'step1', stateVector: bytes };
			if (step === SYNC.step2) return { kind: 'step2', bytes };
			if (step === SYNC.update) return { kind: 'update', bytes };
			return null;
		}
		if (type === MESSAGE.awareness) {
			return { kind: 'awareness', bytes: decoding.readVarUint8Array(decoder) };
		}
		if (type === MESSAGE.again) return readAgain(decoder);
		if (type === MESSAGE.askRecord) return { kind: 'record', seq: decoding.readVarUint(decoder) };
		return type === MESSAGE.queryAwareness ? { kind: 'query' } : null;
	} catch {
		return null;
	}
}

export type TrunkMessage = {
	readonly kind: number;
	readonly channel: number;
	/** the document to open, and whether the client puts large messages together from parts */
	readonly opens: { readonly document: string; readonly parts: boolean } | null;
	/** the document's message */
	readonly body: Buffer;
};

/** Reads a message on a shared socket; null for what isn't one. */
export function readTrunk(message: Buffer): TrunkMessage | null {
	try {
		const decoder = decoding.createDecoder(message);
		const kind = decoding.readVarUint(decoder);
		const channel = decoding.readVarUint(decoder);
		if (kind !== TRUNK.open) return { kind, channel, opens: null, body: message.subarray(decoder.pos) };
		const document = decoding.readVarString(decoder);
		const parts = decoding.hasContent(decoder) && decoding.readVarUint(decoder) === UNDERSTANDS_PARTS;
		return { kind, channel, opens: { document, parts }, body: message.subarray(decoder.pos) };
	} catch {
		return null;
	}
}

/** Client ids of its own that a device may name: it makes one each time the app opens. */
const MAX_OWN = 10_000;

function readAgain(decoder: decoding.Decoder): Message {
	const bytes = decoding.readVarUint8Array(decoder);
	const count = decoding.readVarUint(decoder);
	if (count > MAX_OWN) throw new RangeError('too many client ids');
	const own = new Set(Array.from({ length: count }, () => decoding.readVarUint(decoder)));
	return { kind: 'again', bytes, own };
}

/**
 * Reads a state vector: next free clock of each client id.
 * @throws Malformed when the bytes aren't one
 */
export function readClocks(bytes: Uint8Array): Map<number, number> {
	return wellFormed(() => {
		const decoder = decoding.createDecoder(bytes);
		const clocks = new Map<number, number>();
		for (let left = decoding.readVarUint(decoder); left > 0; left--) {
			const client = decoding.readVarUint(decoder);
			clocks.set(client, decoding.readVarUint(decoder));
		}
		return clocks;
	});
}

/** A state vector in Yjs' encoding. */
export function encodeClocks(clocks: Iterable<readonly [number, number]>): Uint8Array {
	const entries = [...clocks];
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, entries.length);
		for (const [client, clock] of entries) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock);
		}
	});
}

/** Where the payload of a ready frame begins. */
const headLength = (frame: Buffer): number => ((frame[1] ?? 0) < 126 ? 2 : frame[1] === 126 ? 4 : 10);
/** The message in a ready frame, without the WebSocket header before it. */
export const payloadOf = (ready: Buffer): Buffer => ready.subarray(headLength(ready));

/** The header of a binary WebSocket frame, with room for so many bytes of message behind it in the same buffer. */
function header(length: number, room: number): Buffer {
	const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
	const buffer = Buffer.allocUnsafe(head + room);
	buffer[0] = 0x82;
	if (head === 2) buffer[1] = length;
	else if (head === 4) {
		buffer[1] = 126;
		buffer.writeUInt16BE(length, 2);
	} else {
		buffer[1] = 127;
		buffer.writeBigUInt64BE(BigInt(length), 2);
	}
	return buffer;
}

/**
 * What goes before a document's message on a shared socket: the frame's header, that it is data (or a part of some),
 * and whose.
 */
export function trunkHead(channel: number, payload: number, kind: number = TRUNK.data): Buffer {
	const prefix = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint(encoder, channel);
	});
	const buffer = header(prefix.length + payload, prefix.length);
	buffer.set(prefix, buffer.length - prefix.length);
	return buffer;
}

/** A document was opened, or closed with a code, on a shared socket. */
export const trunkFrame = (kind: number, channel: number, code?: number): Buffer =>
	frame((encoder) => {
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint(encoder, channel);
		if (code !== undefined) encoding.writeVarUint(encoder, code);
	});

/**
 * A server-to-client WebSocket frame with the whole message in it. Made once for all receivers: the same
 * buffer goes to every socket, which is what makes a full room cheap.
 */
function frame(write: (encoder: encoding.Encoder) => void): Buffer {
	const encoder = encoding.createEncoder();
	write(encoder);
	const length = encoding.length(encoder);
	const buffer = header(length, length);
	buffer.set(encoding.toUint8Array(encoder), buffer.length - length);
	return buffer;
}

/** A document is copied once, to its place behind the header: these are the largest frames, and the most. */
function sync(step: number, bytes: Uint8Array): Buffer {
	const prefix = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.sync);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint(encoder, bytes.length);
	});
	const length = prefix.length + bytes.length;
	const buffer = header(length, length);
	buffer.set(prefix, buffer.length - length);
	buffer.set(bytes, buffer.length - bytes.length);
	return buffer;
}

export const step1Frame = (stateVector: Uint8Array): Buffer => sync(SYNC.step1, stateVector);
export const step2Frame = (bytes: Uint8Array): Buffer => sync(SYNC.step2, bytes);
export const updateFrame = (bytes: Uint8Array): Buffer => sync(SYNC.update, bytes);

/** The first `count` updates of a connection are on disk or refused; the log stood at `seq` and `head`. */
export const acknowledgementFrame = (count: number, seq: number, head: Uint8Array): Buffer =>
	frame((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.acknowledgement);
		encoding.writeVarUint(encoder, count);
		encoding.writeVarUint(encoder, seq);
		encoding.writeVarUint8Array(encoder, head);
	});

export const refusalFrame = (which: number, code: Refusal): Buffer =>
	frame((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.refusal);
		encoding.writeVarUint(encoder, which);
		encoding.writeVarString(encoder, code);
	});

/** Which life of the log this is: after a restored backup another one. */
export const epochFrame = (epoch: string): Buffer =>
	frame((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.epoch);
		encoding.writeVarString(encoder, epoch);
	});

/** What stands in the record at the place a client asked about, and where it stands now. */
export const recordFrame = (epoch: string, at: Place, head: Place): Buffer =>
	frame((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.record);
		encoding.writeVarString(encoder, epoch);
		for (const { seq, hash } of [at, head]) {
			encoding.writeVarUint(encoder, seq);
			encoding.writeVarUint8Array(encoder, hash);
		}
	});

/** One client's presence: `state` is JSON, `null` when it left. */
export type Presence = { readonly client: number; readonly clock: number; readonly state: string };

export const awarenessFrame = (entries: readonly Presence[]): Buffer =>
	frame((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.awareness);
		const inner = encoding.createEncoder();
		encoding.writeVarUint(inner, entries.length);
		for (const { client, clock, state } of entries) {
			encoding.writeVarUint(inner, client);
			encoding.writeVarUint(inner, clock);
			encoding.writeVarString(inner, state);
		}
		encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
	});

/** Entries a presence message may carry; a stock client repeats what it heard about everybody. */
const MAX_ENTRIES = 500;

/** Beyond this a client can't have counted its changes, and nobody could follow it. */
const MAX_PRESENCE_CLOCK = 2 ** 40;

/**
 * Reads a presence message.
 * @throws Malformed when the bytes aren't one
 */
export function readPresence(bytes: Uint8Array): Presence[] {
	return wellFormed(() => {
		const decoder = decoding.createDecoder(bytes);
		const count = decoding.readVarUint(decoder);
		if (!(count <= MAX_ENTRIES)) throw new RangeError('too many presence entries');
		return Array.from({ length: count }, () => {
			const client = decoding.readVarUint(decoder);
			const clock = decoding.readVarUint(decoder);
			// Put so that it fails for what is no number: lib0 reads that out of a row of zeros.
			if (!(Number.isSafeInteger(client) && clock <= MAX_PRESENCE_CLOCK))
				throw new RangeError('no such clock');
			return { client, clock, state: decoding.readVarString(decoder) };
		});
	});
}
