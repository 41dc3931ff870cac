import { foldWidth } from './letters.ts';

/** Pairs of words of one text: hashed, sorted, each once. What two scenes have in common is counted on these. */
export type Marks = Uint32Array;

const WORDS = /[\p{sc=Han}]|[\p{L}\p{N}]+/gu;
/** A longer scene is no scene; likeness is judged by its beginning. */
const WORDS_MOST = 20_000;

/**
 * A text without what a file's format adds: forcing marks, emphasis, spaces, empty lines. Two texts with one key
 * read the same aloud. Punctuation and case stay: `Stop!` is not `Stop.`.
 */
export function textKey(text: string): string {
	const lines: string[] = [];
	for (const line of foldWidth(text).split('\n')) {
		const plain = line
			.replace(/^[\s@!~>.△▲∆]+|[<^\s]+$/g, '')
			.replace(/[*_\\]/g, '')
			.replace(/\s+/g, ' ');
		if (plain) lines.push(plain);
	}
	return lines.join('\n');
}

/** The pairs of neighbouring words of a text, of a short one the words as well; a Han character is a word. */
export function marksOf(text: string): Marks {
	const found = new Set<number>();
	const folded = foldWidth(text).toLowerCase();
	let before = 0;
	let count = 0;
	const words: number[] = [];
	for (const [word] of folded.matchAll(WORDS)) {
		if (++count > WORDS_MOST) break;
		const hash = hashOf(word);
		if (words.length < 12) words.push(hash);
		if (count > 1) found.add((Math.imul(before, 31) + hash) >>> 0);
		before = hash;
	}
	if (count < 12) for (const hash of words) found.add(hash);
	return Uint32Array.from(found).sort();
}

function hashOf(word: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}

/** How many marks two texts share. */
export function shared(a: Marks, b: Marks): number {
	let [i, j, both] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const [left, right] = [a[i] as number, b[j] as number];
		if (left === right) both++;
		if (left <= right) i++;
		if (right <= left) j++;
	}
	return both;
}

/** From 0 (nothing in common) to 1 (the same pairs of words): Dice's coefficient. */
export const likeness = (a: Marks, b: Marks): number =>
	a.length + b.length === 0 ? 0 : (2 * shared(a, b)) / (a.length + b.length);

/** How much of the first lies in the second, 0 to 1. */
export const heldIn = (part: Marks, whole: Marks): number =>
	part.length === 0 ? 0 : shared(part, whole) / part.length;
