import { isDate, type Cell, type Row } from '#lib/domain/cell.ts';
import { defuseCsv } from './guard.ts';

/**
 * Rows as the bytes of a CSV: UTF-8 with its mark, which Excel needs to see Chinese; commas; CRLF (RFC 4180).
 * Numbers stay numbers, dates are `YYYY-MM-DD`; text that would be run, or made a date of, has an apostrophe.
 */
export function writeCsv(rows: readonly Row[]): Uint8Array {
	const lines = rows.map((row) => row.map((cell) => quote(csvText(cell))).join(','));
	return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}

function csvText(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return defuseCsv(cell);
	if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
	if (isDate(cell)) return cell.day ?? cell.shown;
	return cell ? 'TRUE' : 'FALSE';
}

/** Quoted where it needs to be, and where a bare empty line or a space at the edge would be lost. */
const quote = (text: string): string =>
	/[",;\t|\r\n]|^\s|\s$|^sep=/i.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
