/**
 * Pages in eighths. A page is 55 lines of formatted script, whatever the file's own line breaks are: action and
 * headings run 61 columns wide, dialogue 35, parentheticals 25; every element has an empty line above it, except
 * inside a speech. A Han character is as wide as two columns. Synopses, notes, sections and boneyard take no room.
 * A scene is rounded up to the next eighth and never under one; a script is the sum of its scenes. 林晚：你好 is
 * counted as the speech it would be in Fountain, so both ways of writing a scene give the same length.
 * Source: 55 lines a page, field-guide 1.10; at least an eighth, field-guide 1.1; columns, the US script page
 * (Courier 12, action 6.1 inches, dialogue 3.5).
 */
const LINES_A_PAGE = 55;
export const ACTION_COLUMNS = 61;
export const DIALOGUE_COLUMNS = 35;
export const PARENTHETICAL_COLUMNS = 25;

/** Lines to eighths, rounded up: 0–6 lines are 1, 7 are 2, 55 are 8. */
export function eighthsOf(lines: number): number {
	return Math.max(1, Math.ceil((lines * 8) / LINES_A_PAGE));
}

/** How many lines a paragraph takes when set in so many columns. One pass; a longer word is cut. */
export function linesWhenSet(text: string, columns: number): number {
	if (text.length * 2 <= columns) return 1;
	let lines = 1;
	let at = 0; // columns used on this line, up to the last whole word
	let word = 0; // columns of the word being read
	let space = 0; // spaces waiting between them
	const place = () => {
		if (at > 0 && at + space + word > columns) {
			lines++;
			at = 0;
			space = 0;
		}
		at += (at > 0 ? space : 0) + word;
		if (at > columns) {
			lines += Math.ceil(at / columns) - 1;
			at = ((at - 1) % columns) + 1;
		}
		word = 0;
		space = 0;
	};
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === 32 || code === 9) {
			if (word) place();
			space++;
		} else if (isWide(code)) {
			if (word) place();
			word = 2;
			place();
		} else word++;
	}
	if (word) place();
	return lines;
}

/** Han, kana, hangul, full-width forms, and the halves of a surrogate pair (one column each, two together). */
function isWide(code: number): boolean {
	return (
		(code >= 0x2e80 && code <= 0xa4cf) ||
		(code >= 0xac00 && code <= 0xd7a3) ||
		(code >= 0xf900 && code <= 0xfaff) ||
		(code >= 0xfe30 && code <= 0xfe4f) ||
		(code >= 0xff00 && code <= 0xff60)
	);
}
