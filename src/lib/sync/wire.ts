import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE, REFUSALS, SYNC, type Refusal } from '#lib/domain/sync-protocol.ts';
import type { Place } from './record-heads.ts';

/** How frames of the sync protocol are read and written on the device; numbers are in `domain/sync-protocol.ts`. */

/** Answers a server's step 1 with what it lacks (`step2`), or tells it of a change (`update`). */
export function updateFrame(kind: 'step2' | 'update', update: Uint8Array): Uint8Array<ArrayBuffer> {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.sync);
	encoding.writeVarUint(encoder, SYNC[kind]);
	encoding.writeVarUint8Array(encoder, update);
	return encoding.toUint8Array(encoder);
}

/** What the server knew once and lacks now. @param own client ids in it that are this device's own */
export function againFrame(update: Uint8Array, own: readonly number[]): Uint8Array<ArrayBuffer> {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.again);
	encoding.writeVarUint8Array(encoder, update);
	encoding.writeVarUint(encoder, own.length);
	for (const client of own) encoding.writeVarUint(encoder, client);
	return encoding.toUint8Array(encoder);
}

/** The body of an acknowledgement: the first `count` updates of this connection are dealt with. */
export function readAcknowledgement(decoder: decoding.Decoder): {
	count: number;
	/** where the record stood then; null from a server that keeps none */
	head: Place | null;
} {
	const count = decoding.readVarUint(decoder);
	if (!decoding.hasContent(decoder)) return { count, head: null };
	const seq = decoding.readVarUint(decoder);
	return { count, head: { seq, hash: decoding.readVarUint8Array(decoder).slice() } };
}

/** Asks what stands in the record at a place; 0 where none is noted. */
export function askRecordFrame(seq: number): Uint8Array<ArrayBuffer> {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.askRecord);
	encoding.writeVarUint(encoder, seq);
	return encoding.toUint8Array(encoder);
}

/** The body of the answer: the life of the record, what stands at the place asked for, and where it stands now. */
export function readRecord(decoder: decoding.Decoder): { epoch: string; at: Place; head: Place } {
	const epoch = decoding.readVarString(decoder);
	const place = (): Place => ({
		seq: decoding.readVarUint(decoder),
		hash: decoding.readVarUint8Array(decoder).slice()
	});
	return { epoch, at: place(), head: place() };
}

/** The body of a refusal: update `index` of this connection was not taken, and why. */
export function readRefusal(decoder: decoding.Decoder): { index: number; code: Refusal } {
	const index = decoding.readVarUint(decoder);
	const code = decoding.readVarString(decoder);
	return { index, code: REFUSALS.find((known) => known === code) ?? 'malformed' };
}
