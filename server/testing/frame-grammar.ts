/** For tests: updates that know Yjs' encoding and use it against the reader. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export type Pick = (below: number) => number;

/** Small random numbers from a seed. */
export function randomOf(seed: number): Pick {
	let state = seed >>> 0;
	return (below) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
	};
}

/** Where an attacker aims: client ids that are there, and how far they have come. */
export type Aim = { readonly clients: readonly number[]; clockOf(client: number): number };

const one = <T>(pick: Pick, values: readonly T[]): T => values[pick(values.length)] as T;
const HUGE = [2 ** 31, 2 ** 40, 2 ** 53 - 1];
const number = (pick: Pick, near: number): number =>
	one(pick, [near, near, near, near, 0, near + 1, Math.max(0, near - 1), pick(50), one(pick, HUGE)]);
const client = (pick: Pick, { clients }: Aim): number =>
	one(pick, [one(pick, clients), one(pick, clients), pick(1000), one(pick, HUGE)]);

/** An update of random runs, structs and deletions; most are wrong in one way, some in none. */
export function randomUpdate(pick: Pick, aim: Aim): Uint8Array {
	return encoding.encode((encoder) => {
		const runs = one(pick, [1, 1, 1, 2, 3, 0]);
		encoding.writeVarUint(encoder, pick(40) === 0 ? number(pick, runs) : runs);
		for (let n = 0; n < runs; n++) {
			const structs = one(pick, [1, 1, 2, 3, 5]);
			const of = client(pick, aim);
			encoding.writeVarUint(encoder, pick(40) === 0 ? number(pick, structs) : structs);
			encoding.writeVarUint(encoder, of);
			encoding.writeVarUint(encoder, number(pick, aim.clockOf(of)));
			for (let left = structs; left > 0; left--) writeStruct(encoder, pick, aim);
		}
		writeDeletions(encoder, pick, aim);
	});
}

function writeStruct(encoder: encoding.Encoder, pick: Pick, aim: Aim): void {
	const content = one(pick, [0, 1, 2, 3, 4, 5, 6, 7, 7, 8, 8, 8, 9, 10, 11, 31]);
	const flags = one(pick, [0, 0, 0x20, 0x20, 0x80, 0x40, 0xc0, 0xe0]);
	encoding.writeUint8(encoder, content | flags);
	if (content === 0 || content === 10) return encoding.writeVarUint(encoder, number(pick, 1));
	const id = (): void => {
		const of = client(pick, aim);
		encoding.writeVarUint(encoder, of);
		encoding.writeVarUint(encoder, number(pick, Math.max(0, aim.clockOf(of) - 1)));
	};
	if (flags & 0x80) id();
	if (flags & 0x40) id();
	if ((flags & 0xc0) === 0) {
		const inRoot = pick(3) > 0;
		encoding.writeVarUint(encoder, inRoot ? 1 : 0);
		if (inRoot) encoding.writeVarString(encoder, one(pick, ['scenes', 'entries', 'order', '__proto__', '']));
		else id();
		if (flags & 0x20)
			encoding.writeVarString(encoder, one(pick, ['s1', 'number', '__proto__', 'x'.repeat(300)]));
	}
	writeContent(encoder, pick, content);
}

function writeContent(encoder: encoding.Encoder, pick: Pick, content: number): void {
	const count = one(pick, [1, 1, 1, 2, 0, pick(30) === 0 ? one(pick, HUGE) : 1]);
	const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
	if (content === 1) encoding.writeVarUint(encoder, number(pick, 1));
	else if (content === 2) {
		encoding.writeVarUint(encoder, count);
		encoding.writeVarString(
			encoder,
			one(pick, ['1', 'undefined', '{"a":1}', '{', '[[[[[[[[[[[1]]]]]]]]]]]'])
		);
	} else if (content === 3) encoding.writeVarUint8Array(encoder, new Uint8Array(pick(100)));
	else if (content === 4)
		encoding.writeVarString(encoder, one(pick, ['', 'rain', '\ud83d\ude00'.repeat(pick(50)), '\u0000']));
	else if (content === 5 || content === 6) {
		if (content === 6) encoding.writeVarString(encoder, 'bold');
		encoding.writeVarString(encoder, one(pick, ['1', '{"a":{}}', '{']));
	} else if (content === 7) {
		const type = one(pick, [0, 1, 1, 2, 3, 4, 5, 6, 7, 99]);
		encoding.writeVarUint(encoder, type);
		if (type === 3 || type === 5) encoding.writeVarString(encoder, 'node');
	} else if (content === 8) {
		encoding.writeVarUint(encoder, count);
		const value = one(pick, [
			1,
			'wet',
			null,
			nested(pick(3) ? 3 : 200),
			Array.from({ length: pick(60) }, () => 7)
		]);
		encoding.writeAny(encoder, value as encoding.AnyEncodable);
	} else if (content === 9) {
		encoding.writeVarString(encoder, 'doc');
		encoding.writeAny(encoder, {});
	}
}

function writeDeletions(encoder: encoding.Encoder, pick: Pick, aim: Aim): void {
	const clients = one(pick, [0, 0, 0, 1, 2]);
	encoding.writeVarUint(encoder, pick(60) === 0 ? number(pick, clients) : clients);
	for (let n = 0; n < clients; n++) {
		const of = client(pick, aim);
		const ranges = one(pick, [1, 1, 2, 0]);
		encoding.writeVarUint(encoder, of);
		encoding.writeVarUint(encoder, pick(60) === 0 ? number(pick, ranges) : ranges);
		for (let left = ranges; left > 0; left--) {
			encoding.writeVarUint(encoder, number(pick, Math.max(0, aim.clockOf(of) - 1)));
			encoding.writeVarUint(encoder, number(pick, 1));
		}
	}
}

/** An honest update, spoilt: bits flipped, cut, lengthened, a piece of another put in, or merged with one. */
export function spoilt(pick: Pick, update: Uint8Array, other: Uint8Array): Uint8Array {
	const bytes = update.slice();
	const way = pick(6);
	if (way === 0) for (let n = 1 + pick(4); n > 0; n--) bytes[pick(bytes.length)]! ^= 1 << pick(8);
	else if (way === 1) return bytes.subarray(0, pick(bytes.length));
	else if (way === 2) return Uint8Array.from([...bytes, ...other.subarray(0, pick(20))]);
	else if (way === 3)
		bytes.set(other.subarray(0, Math.min(other.length, bytes.length) >> 1), bytes.length >> 1);
	else if (way === 4) bytes[pick(bytes.length)] = 255;
	else {
		try {
			return Y.mergeUpdates([other, bytes]);
		} catch {
			return other;
		}
	}
	return bytes;
}
