import { readDay } from '#lib/domain/calendar/day-key.ts';
import type { Cell } from '#lib/domain/cell.ts';
import { undefuse } from './guard.ts';
import { LIMITS } from './limits.ts';
import { isElapsed, toDateCell } from './number-format.ts';
import { Refused, type Table, type TableNote, type TablesRead } from './types.ts';
import { readWorkbook, unescapeText, type SheetPart, type Workbook } from './workbook.ts';
import { readPart } from './xml.ts';
import type { Archive } from './zip.ts';

/**
 * All sheets of a workbook. A formula comes in as the value last worked out for it, or as its own text where there
 * is none: nothing is ever evaluated. Throws `Refused`.
 */
export function readXlsx(archive: Archive): TablesRead {
	const workbook = readWorkbook(archive);
	const notes: TableNote[] = [];
	const count = { cells: 0, places: 0, text: 0 };
	const tables = workbook.sheets.flatMap((sheet) => readSheet(archive, workbook, sheet, notes, count) ?? []);
	if (tables.length === 0) throw new Refused('damaged', { where: 'xl/workbook.xml' });
	if (tables.every(({ rows }) => rows.length === 0)) throw new Refused('empty');
	return { ok: true, format: 'xlsx', tables, encoding: null, separator: null, notes };
}

const MOST_FORMULAS = 50_000;

type Count = { cells: number; places: number; text: number };
/** A cell while it is read. */
type Raw = {
	row: number;
	column: number;
	type: string;
	style: number;
	value: string;
	formula: string;
	computed: boolean;
};
type Merge = { row: number; column: number; lastRow: number };

function readSheet(
	archive: Archive,
	workbook: Workbook,
	sheet: SheetPart,
	notes: TableNote[],
	count: Count
): Table | null {
	const rows: Cell[][] = [];
	const merges: Merge[] = [];
	const formulas = new Map<string, string>();
	const said = new Set<string>();
	const note = (code: 'columns-cut' | 'text-cut', row: number, limit: number): void => {
		if (!said.has(code)) notes.push({ code, sheet: sheet.name, row: row + 1, limit });
		said.add(code);
	};
	let row = -1;
	let column = -1;
	let raw: Raw | null = null;
	let into: 'value' | 'formula' | null = null;
	let reading = false;
	const found = readPart(archive, sheet.path, {
		open(name, attributes) {
			if (name === 'row') {
				row = attributes.r ? Number(attributes.r) - 1 : row + 1;
				column = -1;
			} else if (name === 'c') {
				const at = attributes.r ? placeOf(attributes.r) : null;
				column = at?.column ?? column + 1;
				row = Math.max(0, at?.row ?? row);
				raw = {
					row,
					column,
					type: attributes.t ?? 'n',
					style: Number(attributes.s ?? 0),
					value: '',
					formula: '',
					computed: false
				};
			} else if (name === 'rPh') reading = true;
			else if (name === 'v' || (name === 't' && !reading)) into = 'value';
			else if (name === 'f') {
				into = 'formula';
				// A formula shared with the cells above has no text of its own.
				if (raw) raw.computed = true;
			} else if (name === 'mergeCell' && merges.length < LIMITS.rows) {
				const [first, last] = (attributes.ref ?? '').split(':').map(placeOf);
				if (first && last) merges.push({ ...first, lastRow: last.row });
			}
		},
		text(text) {
			if (raw && into && raw[into].length <= LIMITS.cellText) raw[into] += text;
		},
		close(name) {
			if (name === 'rPh') reading = false;
			else if (name === 'v' || name === 't' || name === 'f') into = null;
			else if (name === 'c' && raw) {
				keep(raw, valueOf(raw, workbook));
				if (raw.computed && raw.value !== '' && formulas.size < MOST_FORMULAS)
					formulas.set(`${raw.row + 1}:${raw.column + 1}`, raw.formula.slice(0, 200));
				raw = null;
			}
		}
	});
	if (!found) return null;

	function keep(at: Raw, value: Cell): void {
		if (value === null) return;
		if (!(at.row < LIMITS.rows))
			throw new Refused('too-many-rows', { where: sheet.name, limit: LIMITS.rows });
		if (!(at.column < LIMITS.columns)) return note('columns-cut', at.row, LIMITS.columns);
		let cell = value;
		if (typeof cell === 'string') {
			if (cell.length > LIMITS.cellText) {
				note('text-cut', at.row, LIMITS.cellText);
				cell = cell.slice(0, LIMITS.cellText);
			}
			count.text += cell.length;
		}
		while (rows.length <= at.row) rows.push([]);
		const cells = rows[at.row] as Cell[];
		const before = cells.length;
		while (cells.length < at.column) cells.push(null);
		cells[at.column] = cell;
		count.cells++;
		count.places += cells.length - before;
		if (count.cells > LIMITS.cells || count.places > LIMITS.places || count.text > LIMITS.text) {
			throw new Refused('too-many-cells', { where: sheet.name, limit: LIMITS.cells });
		}
	}

	/** A cell merged down stands in each of its rows: an episode written once beside its scenes. */
	function fillMerges(): void {
		for (const { row: top, column: at, lastRow } of merges) {
			const value = rows[top]?.[at] ?? null;
			if (value === null || lastRow - top > 5000) continue;
			for (let below = top + 1; below <= Math.min(lastRow, rows.length - 1); below++) {
				const taken = rows[below]?.[at] ?? null;
				if (taken === null && rows[below]?.length) {
					keep(
						{ row: below, column: at, type: '', style: 0, value: '', formula: '', computed: false },
						value
					);
				}
			}
		}
	}
	fillMerges();
	return { name: sheet.name, hidden: sheet.hidden, rows, ...(formulas.size > 0 ? { formulas } : {}) };
}

function valueOf(raw: Raw, { strings, styles, from1904 }: Workbook): Cell {
	const { type, value } = raw;
	if (value === '') return raw.formula === '' ? null : `=${raw.formula}`;
	if (type === 's') return blank(undefuse(strings[Number(value)] ?? ''));
	if (type === 'inlineStr' || type === 'str') return blank(undefuse(unescapeText(value)));
	if (type === 'b') return value === '1' || value === 'true';
	if (type === 'e') return value;
	if (type === 'd') {
		const day = readDay(value.slice(0, 10));
		return day ? { kind: 'date', day, minutes: 0, shown: value } : value;
	}
	const number = Number(value);
	if (!Number.isFinite(number)) return value;
	const format = styles[raw.style];
	if (!format) return number;
	// A time alone, or a length, has no day for the other calendar to move.
	const moved = from1904 && number >= 1 && !isElapsed(format) ? number + 1462 : number;
	return toDateCell(moved, format) || number;
}

const blank = (text: string): string | null => (text === '' ? null : text);

/** `AB12` as row and column from 0; null for anything else. */
function placeOf(reference: string): { row: number; column: number } | null {
	const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
	if (!match) return null;
	let column = 0;
	for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
	return { row: Math.max(1, Number(match[2])) - 1, column: column - 1 };
}
