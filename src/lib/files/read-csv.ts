import Papa from 'papaparse';
import type { Cell } from '#lib/domain/cell.ts';
import { decode } from '#lib/domain/scripts/decode.ts';
import { undefuseCsv } from './guard.ts';
import { LIMITS } from './limits.ts';
import { byText } from './recognise.ts';
import { Refused, type Separator, type TableNote, type TablesRead } from './types.ts';

const SEPARATORS: readonly Separator[] = [',', '\t', ';', '|'];
/** `sep=;` on the first line, as spreadsheet programs write and hide it. */
const SAID = /^sep=([,;\t|])\r?\n/i;

/**
 * A text of rows, in any of the encodings such files come in, separated by commas, tabs, semicolons or strokes.
 * Every cell is text: what a number or a date of it means is the reader's to say. Throws `Refused`.
 */
export function readCsv(bytes: Uint8Array, name: string): TablesRead {
	const decoded = decode(bytes);
	if (!decoded.ok) throw new Refused('not-a-table');
	const { encoding } = decoded;
	const notes: TableNote[] = [];
	let text = decoded.text.replace(/^\uFEFF/, '');
	if (!/\S/.test(text)) throw new Refused('empty');
	const looksLike = byText(text);
	if (looksLike) throw new Refused('not-a-table', { looksLike });
	if (decoded.guessed) notes.push({ code: 'encoding-guessed', encoding });
	if (decoded.damaged > 0) notes.push({ code: 'text-damaged', count: decoded.damaged });
	const said = SAID.exec(text);
	if (said) text = text.slice(said[0].length);
	// A lone CR ends a line in files of old Macs; mixed endings are what pasting makes.
	text = text.replace(/\r\n?/g, '\n');
	const separator = (said?.[1] as Separator | undefined) ?? guessSeparator(text);
	const rows = parse(text, separator, name, notes);
	return { ok: true, format: 'csv', tables: [{ name, hidden: false, rows }], encoding, separator, notes };
}

function parse(text: string, separator: Separator, name: string, notes: TableNote[]): Cell[][] {
	const rows: Cell[][] = [];
	let places = 0;
	let cut: TableNote | null = null;
	const noteOnce = (code: 'columns-cut' | 'text-cut', limit: number): void => {
		const known = notes.some((note) => note.code === code);
		if (!known) notes.push({ code, row: rows.length + 1, limit });
	};
	let why: Refused | null = null;
	Papa.parse<string[]>(text, {
		delimiter: separator,
		newline: '\n',
		step: ({ data, errors }, parser) => {
			if (errors.some(({ code }) => code === 'MissingQuotes')) {
				cut ??= { code: 'quote-unclosed', row: rows.length + 1 };
			}
			if (data.length > LIMITS.columns) noteOnce('columns-cut', LIMITS.columns);
			const row = data.slice(0, LIMITS.columns).map((raw): Cell => {
				if (raw.length > LIMITS.cellText) noteOnce('text-cut', LIMITS.cellText);
				const cell = undefuseCsv(raw.slice(0, LIMITS.cellText));
				return cell === '' ? null : cell;
			});
			while (row.length > 0 && row.at(-1) === null) row.pop();
			places += row.length;
			rows.push(row);
			const full = rows.length > LIMITS.rows && row.length > 0;
			if (!full && places <= LIMITS.places) return;
			why = full
				? new Refused('too-many-rows', { where: name, limit: LIMITS.rows })
				: new Refused('too-many-cells', { where: name, limit: LIMITS.places });
			parser.abort();
		}
	});
	if (why) throw why as Refused;
	if (cut) notes.push(cut);
	while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
	if (rows.length === 0) throw new Refused('empty');
	if (rows.length > LIMITS.rows) throw new Refused('too-many-rows', { where: name, limit: LIMITS.rows });
	return rows;
}

/**
 * The separator by which the first rows agree best on their number of columns; of two that agree alike, the one
 * that makes more. `1;3;7` in the cast column of a file of commas differs from row to row, so it doesn't win.
 */
function guessSeparator(text: string): Separator {
	const start = text.slice(0, 200_000);
	let best: { separator: Separator; score: number } = { separator: ',', score: 0 };
	for (const separator of SEPARATORS) {
		if (!start.includes(separator)) continue;
		const { data, errors } = Papa.parse<string[]>(start, {
			delimiter: separator,
			newline: '\n',
			preview: 60
		});
		const counts = data.map((row) => row.length).filter((count) => count > 1);
		const usual = mostCommon(counts);
		const agree = counts.filter((count) => count === usual).length / Math.max(1, data.length);
		// A quote that stands wrong between two of these stands right between two others.
		const quoted = errors.some(({ type }) => type === 'Quotes') ? 0.25 : 1;
		const score = agree * Math.log2(1 + usual) * quoted;
		if (score > best.score) best = { separator, score };
	}
	return best.separator;
}

function mostCommon(counts: readonly number[]): number {
	const times = new Map<number, number>();
	for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
	return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}
