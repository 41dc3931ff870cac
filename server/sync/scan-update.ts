/** Where things lie in the bytes of an update, found without making Yjs' objects of them. */
import * as decoding from 'lib0/decoding';
import type { Range } from './check-update.ts';

/** The structs of one client id in an update: `count` of them between the bytes `from` and `to`. */
export type Stretch = {
	readonly client: number;
	readonly clock: number;
	/** next free clock after them */
	readonly end: number;
	readonly count: number;
	readonly from: number;
	readonly to: number;
};

const BITS5 = 0x1f;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_KEY = 0x20;
const SKIP = 10;

/**
 * Reads where an update's structs and deletions lie (update encoding 1).
 * @returns null for bytes that aren't an update, and for one with a hole, an empty run or something behind it
 */
export function scanUpdate(bytes: Uint8Array): { runs: Stretch[]; deletes: Range[] } | null {
	const decoder = decoding.createDecoder(bytes);
	try {
		const runs: Stretch[] = [];
		for (let left = decoding.readVarUint(decoder); left > 0; left--) {
			const run = readRun(decoder);
			if (!run) return null;
			runs.push(run);
		}
		const deletes = readDeletes(decoder);
		return decoder.pos === bytes.length ? { runs, deletes } : null;
	} catch {
		return null;
	}
}

function readRun(decoder: decoding.Decoder): Stretch | null {
	const count = decoding.readVarUint(decoder);
	const client = decoding.readVarUint(decoder);
	const clock = decoding.readVarUint(decoder);
	if (count === 0) return null;
	const from = decoder.pos;
	let end = clock;
	for (let left = count; left > 0; left--) {
		const info = decoding.readUint8(decoder);
		if (info === SKIP) return null;
		end += readStruct(decoder, info);
	}
	return { client, clock, end, count, from, to: decoder.pos };
}

/** Passes over one struct and returns how many clocks it takes. */
function readStruct(decoder: decoding.Decoder, info: number): number {
	const content = info & BITS5;
	if (content === 0) return decoding.readVarUint(decoder);
	if (info & HAS_ORIGIN) passId(decoder);
	if (info & HAS_RIGHT_ORIGIN) passId(decoder);
	if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
		if (decoding.readVarUint(decoder) === 1) passBytes(decoder);
		else passId(decoder);
		if (info & HAS_KEY) passBytes(decoder);
	}
	return readContent(decoder, content);
}

function readContent(decoder: decoding.Decoder, content: number): number {
	switch (content) {
		case 1: // deleted
			return decoding.readVarUint(decoder);
		case 2: // JSON
			return times(decoder, passBytes);
		case 3: // bytes
		case 5: // an embedded object
			passBytes(decoder);
			return 1;
		case 4: // text, counted as JavaScript counts it
			return decoding.readVarString(decoder).length;
		case 6: // a format
			passBytes(decoder);
			passBytes(decoder);
			return 1;
		case 7: // a container; two kinds of XML have a name
			if ([3, 5].includes(decoding.readVarUint(decoder))) passBytes(decoder);
			return 1;
		case 8: // plain values
			return times(decoder, passAny);
		default:
			throw new RangeError(`content ${content}`);
	}
}

function times(decoder: decoding.Decoder, pass: (decoder: decoding.Decoder) => void): number {
	const count = decoding.readVarUint(decoder);
	for (let left = count; left > 0; left--) pass(decoder);
	return count;
}

/** Passes over a plain value as lib0 writes it, without making it. */
function passAny(decoder: decoding.Decoder, depth = 0): void {
	// Not for whoever sends brackets only; Yjs says what is too deep for it.
	if (depth > MAX_NESTED) throw new RangeError('too deep');
	const kind = decoding.readUint8(decoder);
	if (kind === 119 || kind === 116) passBytes(decoder);
	else if (kind === 125) decoding.readVarInt(decoder);
	else if (kind === 118) {
		for (let left = decoding.readVarUint(decoder); left > 0; left--) {
			passBytes(decoder);
			passAny(decoder, depth + 1);
		}
	} else if (kind === 117) {
		for (let left = decoding.readVarUint(decoder); left > 0; left--) passAny(decoder, depth + 1);
	} else pass(decoder, ANY_BYTES[kind]);
}

/** Plain values of a fixed size: undefined, null, false and true; numbers of four and of eight bytes. */
const ANY_BYTES: Readonly<Record<number, number>> = {
	127: 0,
	126: 0,
	121: 0,
	120: 0,
	124: 4,
	123: 8,
	122: 8
};
/** Deeper than anything that is accepted. */
const MAX_NESTED = 32;

function passId(decoder: decoding.Decoder): void {
	decoding.readVarUint(decoder);
	decoding.readVarUint(decoder);
}

/** Texts and byte strings both begin with their length. */
function passBytes(decoder: decoding.Decoder): void {
	pass(decoder, decoding.readVarUint(decoder));
}

function pass(decoder: decoding.Decoder, length: number | undefined): void {
	// Also false for what is no number: lib0 makes that of a hundred and fifty zeros in a row.
	const there = length !== undefined && decoder.pos + length <= decoder.arr.length;
	if (!there) throw new RangeError('cut off');
	decoder.pos += length;
}

function readDeletes(decoder: decoding.Decoder): Range[] {
	const deletes: Range[] = [];
	for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
		const client = decoding.readVarUint(decoder);
		for (let ranges = decoding.readVarUint(decoder); ranges > 0; ranges--) {
			const clock = decoding.readVarUint(decoder);
			deletes.push({ client, clock, length: decoding.readVarUint(decoder) });
		}
	}
	return deletes;
}
