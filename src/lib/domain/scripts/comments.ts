import type { Warn } from './warnings.ts';

export type Note = { line: number; text: string };

/** Stands where a comment was, so that a line that held nothing else can be told from an empty one. */
export const GONE = '\0';

/**
 * Takes the boneyard and the [[notes]] out of a text and leaves every line where it was. A boneyard may run over
 * anything; a note ends at an empty line (two spaces make a line that isn't empty). What is never closed is kept
 * as text and said, so that a slip of the keyboard can't swallow half a script. One pass: positions of what closes
 * are looked for once and remembered.
 */
export function withoutComments(text: string, warn: Warn): { text: string; notes: Note[] } {
	if (!text.includes('/*') && !text.includes('[[')) return { text, notes: [] };
	const find = { boneyard: finder(text, '/*'), closed: finder(text, '*/'), note: finder(text, '[[') };
	const findEnd = finder(text, ']]');
	const findEmpty = emptyLineFinder(text);
	const lineAt = lineCounter(text);
	const out: string[] = [];
	const notes: Note[] = [];
	let kept = 0;
	let at = 0;
	for (;;) {
		const boneyard = find.boneyard(at);
		const note = find.note(at);
		if (boneyard === Infinity && note === Infinity) break;
		const isNote = note < boneyard;
		const start = isNote ? note : boneyard;
		const end = isNote ? findEnd(start + 2) : find.closed(start + 2);
		if (end === Infinity || (isNote && findEmpty(start) < end)) {
			const words = text.slice(start, start + 200).split('\n', 1)[0];
			warn(isNote ? 'note-unclosed' : 'boneyard-unclosed', lineAt(start), words);
			at = start + 2;
			continue;
		}
		const inside = text.slice(start + 2, end);
		if (isNote) {
			const words = inside.replace(/\s+/g, ' ').trim();
			if (words) notes.push({ line: lineAt(start), text: words });
		}
		out.push(text.slice(kept, start), inside.includes('\n') ? onlyLines(inside) : GONE);
		kept = at = end + 2;
	}
	out.push(text.slice(kept));
	return { text: out.join(''), notes };
}

function onlyLines(inside: string): string {
	let breaks = 0;
	for (let i = inside.indexOf('\n'); i >= 0; i = inside.indexOf('\n', i + 1)) breaks++;
	return GONE + `\n${GONE}`.repeat(breaks);
}

/** Where `mark` is next, from a position that only grows; Infinity when it isn't, found out once. */
function finder(text: string, mark: string): (from: number) => number {
	let next = -1;
	return (from) => {
		if (next < from) {
			const found = text.indexOf(mark, from);
			next = found < 0 ? Infinity : found;
		}
		return next;
	};
}

/** Where the next empty line begins: a line break, at most one blank, and another break. */
function emptyLineFinder(text: string): (from: number) => number {
	const empty = /\n[ \t]?\n/g;
	let next = -1;
	return (from) => {
		if (next < from) {
			empty.lastIndex = from;
			next = empty.exec(text)?.index ?? Infinity;
		}
		return next;
	};
}

/** The line of a position that only grows. */
function lineCounter(text: string): (position: number) => number {
	let line = 1;
	let at = text.indexOf('\n');
	return (position) => {
		while (at >= 0 && at < position) {
			line++;
			at = text.indexOf('\n', at + 1);
		}
		return line;
	};
}
