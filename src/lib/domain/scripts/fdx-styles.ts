/**
 * Bold, italic and underlined runs of Final Draft as Fountain's marks, and back. What can't be said the other way
 * without loss stays as it is: a run of plain text with its asterisks.
 */
export type Run = { text: string; style: Style; tags: readonly string[] };

/** Fountain's mark for the style: `*`, `**`, `***`, `_`, `_*` …; empty for plain. */
type Style = string;

/** `Bold+Italic`, `AllCaps`, as an attribute has it. */
export function readStyle(attribute: string | undefined): { style: Style; capitals: boolean } {
	const words = new Set((attribute ?? '').toLowerCase().split(/[+,\s]+/));
	const stars = (words.has('bold') ? 2 : 0) + (words.has('italic') ? 1 : 0);
	return { style: (words.has('underline') ? '_' : '') + '*'.repeat(stars), capitals: words.has('allcaps') };
}

/** The style's attribute: `Bold+Italic`; empty for plain. */
export function styleAttribute(style: Style): string {
	const stars = style.replace('_', '').length;
	return [stars >= 2 && 'Bold', stars % 2 === 1 && 'Italic', style.startsWith('_') && 'Underline']
		.filter(Boolean)
		.join('+');
}

/** Runs as one text with marks. Spaces at the ends of a run stand outside its marks, as Fountain needs them. */
export function markedText(runs: readonly Run[]): string {
	let text = '';
	for (let i = 0; i < runs.length;) {
		const style = runs[i]?.style ?? '';
		let words = '';
		// Tags and revisions cut a run in pieces: they are one stretch of bold.
		while (i < runs.length && runs[i]?.style === style) words += runs[i++]?.text ?? '';
		text += style ? mark(words, style) : words;
	}
	return text;
}

function mark(words: string, style: Style): string {
	// Marks don't reach over a line break.
	return words
		.split('\n')
		.map((line) => {
			const inner = line.trim();
			if (!inner) return line;
			const start = line.indexOf(inner);
			const end = [...style].reverse().join('');
			return line.slice(0, start) + style + inner + end + line.slice(start + inner.length);
		})
		.join('\n');
}

/** Longer lines are paragraphs without emphasis, or made to be slow. */
const LINE_MOST = 1000;
const MARKED = /(\*{1,3}|_(?=[^_*])|_\*{1,3})(?=[^\s*_])([^*_]{1,400})(?<=\S)(\*{1,3}_|\*{1,3}|_)/g;

/** A line with Fountain's marks as runs, where reading them again gives the same line; else one plain run. */
export function runsOf(line: string): Run[] {
	const whole = [{ text: line, style: '', tags: [] }];
	if (line.length > LINE_MOST || !/[*_]/.test(line)) return whole;
	const runs: Run[] = [];
	let at = 0;
	for (const match of line.matchAll(MARKED)) {
		if ([...(match[3] ?? '')].reverse().join('') !== match[1]) continue;
		if (match.index > at) runs.push({ text: line.slice(at, match.index), style: '', tags: [] });
		runs.push({ text: match[2] ?? '', style: match[1] ?? '', tags: [] });
		at = match.index + match[0].length;
	}
	if (at < line.length) runs.push({ text: line.slice(at), style: '', tags: [] });
	return markedText(runs) === line ? runs : whole;
}
