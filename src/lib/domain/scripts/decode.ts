import type { Encoding, OtherFormat } from './types.ts';

type Decoded =
	| { ok: true; text: string; encoding: Encoding; guessed: boolean; damaged: number }
	| { ok: false; looksLike?: OtherFormat };

/** First bytes of files that are no text. */
const MAGIC: readonly (readonly [OtherFormat, readonly number[]])[] = [
	['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['zip', [0x50, 0x4b, 0x03, 0x04]],
	['zip', [0x50, 0x4b, 0x05, 0x06]],
	['word', [0xd0, 0xcf, 0x11, 0xe0]],
	['image', [0x89, 0x50, 0x4e, 0x47]],
	['image', [0xff, 0xd8, 0xff]],
	['image', [0x47, 0x49, 0x46, 0x38]]
];

/**
 * Text from bytes. A byte-order mark decides; else UTF-8 when it is (a few broken characters don't unmake it);
 * else GB18030, which Chinese Windows writes; else Windows-1252, when bytes above 127 stand alone between letters
 * as ’ and é do. Anything that leaves broken characters or control bytes all over is no text.
 */
export function decode(bytes: Uint8Array): Decoded {
	const magic = MAGIC.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
	if (magic) return { ok: false, looksLike: magic[0] };
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return checked(bytes, 'utf-8', false);
	if (a === 0xff && b === 0xfe) return checked(bytes, 'utf-16le', false);
	if (a === 0xfe && b === 0xff) return checked(bytes, 'utf-16be', false);
	const wide = guessWide(bytes);
	if (wide) return checked(bytes, wide, true);

	const text = new TextDecoder('utf-8').decode(bytes);
	const damaged = count(text, /\uFFFD/g);
	if (damaged === 0 || damaged * 10 <= count(text, /[^\0-\x7F\uFFFD]/g)) {
		return isPrinted(text) ? { ok: true, text, encoding: 'utf-8', guessed: false, damaged } : { ok: false };
	}
	return checked(bytes, looksWestern(bytes) ? 'windows-1252' : 'gb18030', true);
}

function checked(bytes: Uint8Array, encoding: Encoding, guessed: boolean): Decoded {
	const text = new TextDecoder(encoding).decode(bytes);
	const damaged = count(text, /\uFFFD/g);
	if (!isPrinted(text) || damaged * 20 > text.length) return { ok: false };
	return { ok: true, text, encoding, guessed, damaged };
}

/** UTF-16 without a mark: every second byte of the beginning is zero. */
function guessWide(bytes: Uint8Array): Encoding | null {
	const most = Math.min(bytes.length & ~1, 4096);
	const zeros: [number, number] = [0, 0];
	for (let i = 0; i < most; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
	const half = most / 2;
	if (half < 8) return null;
	if (zeros[1] > half * 0.6 && zeros[0] < half * 0.05) return 'utf-16le';
	return zeros[0] > half * 0.6 && zeros[1] < half * 0.05 ? 'utf-16be' : null;
}

/** GB18030 writes Han as pairs of high bytes; Western text has single ones, mostly between ASCII letters. */
function looksWestern(bytes: Uint8Array): boolean {
	let alone = 0;
	let paired = 0;
	for (let i = 0; i < bytes.length; i++) {
		if ((bytes[i] ?? 0) < 0x80) continue;
		const next = bytes[i + 1] ?? 0;
		if (next >= 0x80) {
			paired++;
			i++;
		} else alone++;
	}
	return alone > paired * 3;
}

/** Printed text has next to no control characters; a NUL here and there is an accident, one in fifty isn't. */
function isPrinted(text: string): boolean {
	return count(text, /[\0-\x08\x0E-\x1F\x7F]/g) * 50 <= text.length;
}

/** What a text that decoded well, but has no scenes, may be. */
export function otherText(text: string): OtherFormat | undefined {
	const start = text.slice(0, 2000).trimStart();
	if (start.startsWith('{\\rtf')) return 'rtf';
	if (/^<(?:!doctype html|html)/i.test(start) || /^<\?xml[^<]*<(?:!doctype )?html/i.test(start))
		return 'html';
	return /^<(?:\?xml|!doctype)/i.test(start) ? 'xml' : undefined;
}

export function count(text: string, mark: RegExp): number {
	let found = 0;
	mark.lastIndex = 0;
	while (mark.test(text)) found++;
	return found;
}
