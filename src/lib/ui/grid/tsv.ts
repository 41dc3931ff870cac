/** Blocks of cells as spreadsheets put them on the clipboard. */

/**
 * Reads tab-separated text as Excel, WPS and Sheets copy it: rows by line, a cell with a line break or a tab in quotes,
 * a quote inside doubled. A cell that merely begins with a quote is taken as it stands. A last line break ends the
 * last row and begins no other.
 */
export function readTsv(text: string): string[][] {
	const rows: string[][] = [[]];
	let at = 0;
	while (at <= text.length) {
		const quoted = text[at] === '"' ? readQuoted(text, at) : null;
		const end = quoted?.end ?? cellEnd(text, at);
		rows.at(-1)?.push(defused(quoted?.cell ?? text.slice(at, end)));
		if (end >= text.length) break;
		at = end + 1;
		if (text[end] === '\t') continue;
		if (text[end] === '\r' && text[at] === '\n') at += 1;
		if (at >= text.length) break;
		rows.push([]);
	}
	return rows;
}

function cellEnd(text: string, from: number): number {
	let at = from;
	while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at++;
	return at;
}

/** A cell in quotes and where it ends; null where the quote is only a letter. */
function readQuoted(text: string, from: number): { cell: string; end: number } | null {
	let cell = '';
	let at = from + 1;
	while (at < text.length) {
		if (text[at] !== '"') cell += text[at++];
		else if (text[at + 1] === '"') {
			cell += '"';
			at += 2;
		} else {
			const next = text[at + 1];
			const ends = next === undefined || next === '\t' || next === '\n' || next === '\r';
			return ends ? { cell: cell.replaceAll('\r\n', '\n'), end: at + 1 } : null;
		}
	}
	return null;
}

/** Writes a block so that `readTsv` and spreadsheets read it back. */
export const writeTsv = (block: readonly (readonly string[])[]): string =>
	block.map((row) => row.map((cell) => quoted(fused(cell))).join('\t')).join('\r\n');

const quoted = (cell: string): string => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A text that a spreadsheet would run as a formula goes out with an apostrophe before it, as a spreadsheet writes one. */
const FORMULA = /^[=+@-](?!\d*[.,]?\d+$)./s;
const fused = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const defused = (cell: string): string =>
	cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

/** The same block as a table, for those who read no plain text. */
export const writeHtml = (block: readonly (readonly string[])[]): string =>
	`<table>${block
		.map((row) => `<tr>${row.map((cell) => `<td>${escaped(fused(cell))}</td>`).join('')}</tr>`)
		.join('')}</table>`;

const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('\n', '<br style="mso-data-placement:same-cell">');

/**
 * The first table of a clipboard's HTML; null when there is none. Nothing of it is ever put on the page: only texts
 * are taken from a document that runs no script and loads nothing.
 */
export function readHtml(html: string): string[][] | null {
	const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
	if (!table) return null;
	for (const line of table.querySelectorAll('br')) line.replaceWith('\n');
	const rows = [...table.rows].map((row) =>
		[...row.cells].flatMap((cell) => [
			defused((cell.textContent ?? '').trim()),
			...Array.from({ length: Math.min(cell.colSpan, 100) - 1 }, () => '')
		])
	);
	return rows.length > 0 ? rows : null;
}
