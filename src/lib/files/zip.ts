/**
 * Archives, distrusted: the list of contents is judged before a byte is unpacked, and what comes out is counted
 * while it comes, because the sizes in the list are whatever somebody wrote there.
 * Source: PKWARE APPNOTE 6.3, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end), 4.5.3 (zip64).
 */
import { Inflate } from 'fflate';
import { LIMITS } from './limits.ts';
import { Refused } from './types.ts';

/** One file of an archive. Sizes are as the list says, in bytes. */
type Entry = {
	readonly name: string;
	readonly method: number;
	readonly packed: number;
	readonly size: number;
	readonly crc: number;
	/** where its own header begins */
	readonly at: number;
};

export type Archive = {
	readonly names: readonly string[];
	/** Unpacks one file piece by piece; false where there is none of that name. Throws `Refused`. */
	readonly unpack: (name: string, take: (piece: Uint8Array, last: boolean) => void) => boolean;
};

/** Opens an archive, or throws `Refused` when it is damaged, locked, or would do harm unpacked. */
export function openArchive(bytes: Uint8Array): Archive {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const entries = new Map(readDirectory(bytes, view).map((entry) => [entry.name, entry]));
	let unpacked = 0;
	return {
		names: [...entries.keys()],
		unpack(name, take) {
			const entry = entries.get(name);
			if (!entry) return false;
			unpackEntry(bytes, view, entry, (piece, last) => {
				unpacked += piece.length;
				if (unpacked > LIMITS.unpacked) {
					throw new Refused('unsafe-archive', { where: name, limit: LIMITS.unpacked });
				}
				take(piece, last);
			});
			return true;
		}
	};
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
	const end = findEnd(view);
	if (end < 0) throw new Refused('damaged');
	const count = view.getUint16(end + 10, true);
	if (count > LIMITS.entries) throw new Refused('unsafe-archive', { limit: LIMITS.entries });
	let at = view.getUint32(end + 16, true);
	const entries: Entry[] = [];
	const names = new Set<string>();
	let total = 0;
	for (let i = 0; i < count; i++) {
		if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new Refused('damaged');
		const flags = view.getUint16(at + 8, true);
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) =>
			view.getUint16(at + o, true)
		) as [number, number, number];
		const next = at + 46 + nameLength + extraLength + commentLength;
		if (next > end) throw new Refused('damaged');
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
		if (flags & 1) throw new Refused('locked', { where: name });
		const entry: Entry = {
			name,
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			...sizesOf(view, at, at + 46 + nameLength, extraLength)
		};
		total += entry.size;
		if (climbs(name) || names.has(name)) throw new Refused('unsafe-archive', { where: name });
		if (total > LIMITS.unpacked || growsTooMuch(entry.size, entry.packed)) {
			throw new Refused('unsafe-archive', { where: name, limit: LIMITS.unpacked });
		}
		names.add(name);
		entries.push(entry);
		at = next;
	}
	return entries;
}

/** The end of the list stands in the last 64 KB, behind it only a comment. */
function findEnd(view: DataView): number {
	const least = Math.max(0, view.byteLength - 22 - 0xffff);
	for (let at = view.byteLength - 22; at >= least; at--) if (view.getUint32(at, true) === END) return at;
	return -1;
}

/** Sizes and place; some writers put them into a zip64 field even where they are small. */
function sizesOf(view: DataView, at: number, extraAt: number, extraLength: number) {
	const wide = 0xffffffff;
	const said = {
		size: view.getUint32(at + 24, true),
		packed: view.getUint32(at + 20, true),
		at: view.getUint32(at + 42, true)
	};
	for (let field = extraAt; field + 4 <= extraAt + extraLength;) {
		const length = view.getUint16(field + 2, true);
		if (view.getUint16(field, true) === 1) {
			let from = field + 4;
			for (const key of ['size', 'packed', 'at'] as const) {
				if (said[key] !== wide || from + 8 > field + 4 + length || from + 8 > view.byteLength) continue;
				said[key] = Number(view.getBigUint64(from, true));
				from += 8;
			}
		}
		field += 4 + length;
	}
	return said;
}

/** A path out of the folder it is unpacked into, on any system. */
const climbs = (name: string): boolean =>
	/^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)|\0/.test(name) || name === '' || name.length > 1000;

const growsTooMuch = (size: number, packed: number): boolean =>
	size > LIMITS.ratioFloor && size > Math.max(1, packed) * LIMITS.ratio;

/** Small, since a piece can come out a thousand times as long. */
const PIECE = 4096;

function unpackEntry(
	bytes: Uint8Array,
	view: DataView,
	entry: Entry,
	take: (piece: Uint8Array, last: boolean) => void
): void {
	const damaged = new Refused('damaged', { where: entry.name });
	if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) throw damaged;
	const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
	const to = from + entry.packed;
	if (to > bytes.length) throw damaged;
	let size = 0;
	let crc = -1;
	let ended = false;
	const count = (piece: Uint8Array, last: boolean): void => {
		size += piece.length;
		if (size > entry.size || growsTooMuch(size, entry.packed)) {
			throw size > entry.size ? damaged : new Refused('unsafe-archive', { where: entry.name });
		}
		crc = crc32(piece, crc);
		ended = last;
		if (last && (size !== entry.size || ~crc >>> 0 !== entry.crc)) throw damaged;
		take(piece, last);
	};
	if (entry.method === 0) count(bytes.subarray(from, to), true);
	else if (entry.method === 8) {
		const inflate = new Inflate(count);
		for (let at = from; at < to && !ended; at += PIECE) {
			inflate.push(bytes.subarray(at, Math.min(to, at + PIECE)), at + PIECE >= to);
		}
	} else throw new Refused('damaged', { where: entry.name });
	if (!ended) throw damaged;
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
	let c = n;
	for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
	return c;
});

function crc32(piece: Uint8Array, from: number): number {
	let crc = from;
	for (let i = 0; i < piece.length; i++) {
		crc = (CRC[(crc ^ (piece[i] as number)) & 0xff] as number) ^ (crc >>> 8);
	}
	return crc;
}
