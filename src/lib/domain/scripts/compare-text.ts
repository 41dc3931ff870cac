/** A piece of a text beside another: in both, in the old one only, or in the new one only. */
export type Piece = { readonly kind: 'same' | 'old' | 'new'; readonly text: string };

/** More edits than this between two texts and one simply stands in the place of the other. */
const EDITS_MOST = 500;

/**
 * What became of a text, by words (a Han character is a word): the pieces in reading order. Old pieces and same
 * ones together are the old text, new ones and same ones the new text, to the letter.
 */
export function diffText(before: string, after: string): Piece[] {
	const lines = diff(linesOf(before), linesOf(after));
	const pieces: Piece[] = [];
	for (let i = 0; i < lines.length; i++) {
		const [one, next] = [lines[i] as Piece, lines[i + 1]];
		if (one.kind === 'old' && next?.kind === 'new') {
			pieces.push(...whole(diff(wordsOf(one.text), wordsOf(next.text)), one.text, next.text));
			i++;
		} else pieces.push(one);
	}
	return pieces;
}

/** Where next to nothing was kept, single words in common only make both sides hard to read. */
function whole(pieces: Piece[], before: string, after: string): Piece[] {
	const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0);
	if (kept * 4 >= Math.min(before.length, after.length)) return pieces;
	return [
		{ kind: 'old', text: before },
		{ kind: 'new', text: after }
	];
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
const wordsOf = (text: string): string[] => text.match(/\p{sc=Han}|[\p{L}\p{N}'’]+\s*|[^\p{L}\p{N}]/gu) ?? [];

/**
 * The shortest way from one list to another (E. W. Myers, "An O(ND) Difference Algorithm", 1986), joined into
 * pieces, what went before what came.
 */
function diff(a: readonly string[], b: readonly string[]): Piece[] {
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start++;
	let end = 0;
	while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	const middle = walk(a.slice(start, a.length - end), b.slice(start, b.length - end));
	const joined: { kind: Piece['kind']; text: string }[] = [];
	let [gone, come] = ['', ''];
	const flush = (): void => {
		if (gone) joined.push({ kind: 'old', text: gone });
		if (come) joined.push({ kind: 'new', text: come });
		[gone, come] = ['', ''];
	};
	const same = (text: string): void => {
		if (!text) return;
		flush();
		const last = joined.at(-1);
		if (last?.kind === 'same') last.text += text;
		else joined.push({ kind: 'same', text });
	};
	same(a.slice(0, start).join(''));
	for (const { kind, text } of middle) {
		if (kind === 'same') same(text);
		else if (kind === 'old') gone += text;
		else come += text;
	}
	flush();
	same(a.slice(a.length - end).join(''));
	return joined;
}

function walk(a: readonly string[], b: readonly string[]): Piece[] {
	const [n, m] = [a.length, b.length];
	const most = Math.min(n + m, EDITS_MOST);
	const trace: Map<number, number>[] = [];
	const reach = new Map<number, number>([[1, 0]]);
	for (let edits = 0; edits <= most; edits++) {
		trace.push(new Map(reach));
		for (let k = -edits; k <= edits; k += 2) {
			const down = k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
			let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
			while (x < n && x - k < m && a[x] === b[x - k]) x++;
			reach.set(k, x);
			if (x >= n && x - k >= m) return back(a, b, trace);
		}
	}
	return [
		...a.map((text) => ({ kind: 'old' as const, text })),
		...b.map((text) => ({ kind: 'new' as const, text }))
	];
}

function back(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): Piece[] {
	const pieces: Piece[] = [];
	let [x, y] = [a.length, b.length];
	for (let edits = trace.length - 1; edits >= 0; edits--) {
		const reach = trace[edits] as Map<number, number>;
		const k = x - y;
		const down = k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
		const from = down ? k + 1 : k - 1;
		const fromX = reach.get(from) ?? 0;
		while (x > fromX && y > fromX - from && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
			pieces.push({ kind: 'same', text: a[--x] as string });
			y--;
		}
		if (edits === 0) break;
		if (down) pieces.push({ kind: 'new', text: b[--y] as string });
		else pieces.push({ kind: 'old', text: a[--x] as string });
	}
	return pieces.reverse();
}
