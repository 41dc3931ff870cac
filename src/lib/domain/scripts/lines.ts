import { GONE } from './comments.ts';

/** One line of the script: `raw` as it stands, `text` trimmed, `line` counted from 1. */
export type Line = { line: number; raw: string; text: string };

/**
 * One kind of line break; no byte-order mark, zero-width marks, control characters or broken characters. The number
 * of lines is what an editor shows.
 */
export function cleanText(text: string): string {
	const breaks = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
	const visible = /[\uFEFF\u200B\u2060]/.test(breaks) ? breaks.replace(/[\uFEFF\u200B\u2060]/g, '') : breaks;
	const printed = visible
		.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, ' ')
		.replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
	return printed.isWellFormed() ? printed : printed.toWellFormed();
}

/**
 * Reads the lines one after the other, from a position on, and drops those that held nothing but a note or
 * boneyard: they neither end a paragraph nor begin one. Holds one line at a time, whatever the size of the text.
 */
export function* linesOf(text: string, from: number, firstLine: number): Generator<Line> {
	let line = firstLine;
	for (let at = from; at <= text.length; line++) {
		const found = text.indexOf('\n', at);
		const stop = found < 0 ? text.length : found;
		let raw = text.slice(at, stop);
		at = stop + 1;
		if (raw.includes(GONE)) {
			raw = raw.replaceAll(GONE, '');
			if (!raw.trim()) continue;
		}
		yield { line, raw, text: raw.trim() };
	}
}
