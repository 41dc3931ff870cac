/**
 * Sheets with the days side by side: a row a person (or one for in and one for out), a column a day. They are unfolded
 * into rows a person and day, each of which knows the cell it came from.
 */
import { readDay, type DayKey } from '../../calendar/day-key.ts';
import { textOf, type Cell, type Row } from '../../cell.ts';
import { foldWidth } from '../../scripts/letters.ts';
import { timesheetColumnOf, type TimesheetColumn } from './timesheet-columns.ts';
import { dateOf, orderOf, type DateContext } from './timesheet-dates.ts';
import { isBlank, lengthsOf, spanOf, timeOf } from './timesheet-times.ts';

/** Where a grid has what; rows and columns counted from 0. */
export type TimesheetGrid = {
	readonly header: number;
	readonly days: readonly { readonly column: number; readonly day: DayKey }[];
	readonly name: number;
	readonly department: number | null;
	/** the column that says which time a row has, where a person has several */
	readonly label: number | null;
};

const LOOK_AT = 40;
/** Fewer days side by side are a coincidence. */
const FEWEST = 5;
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The grid of a sheet; null where its days don't stand side by side. */
export function gridOf(rows: readonly Row[], context: Omit<DateContext, 'order'>): TimesheetGrid | null {
	for (let header = 0; header < Math.min(LOOK_AT, rows.length); header++) {
		const row = rows[header] ?? [];
		const days = datesIn(row, context) ?? numbersIn(row, monthOf(rows.slice(0, header + 1), context.near));
		if (!days) continue;
		const first = days[0]?.column ?? 0;
		const left = Array.from({ length: first }, (_, column) => column);
		const headed = (meaning: TimesheetColumn): number | undefined =>
			left.find((column) =>
				[header, header - 1, header + 1].some(
					(at) => timesheetColumnOf(textOf(rows[at]?.[column])) === meaning
				)
			);
		const body = rows.slice(header + 1);
		const label = left.find((column) => body.some((one) => isLabel(one[column])));
		const worded = left.find(
			(column) =>
				column !== label && body.some((one) => typeof one[column] === 'string' && /\p{L}/u.test(one[column]))
		);
		const name = headed('name') ?? worded;
		if (name === undefined) continue;
		return { header, days, name, department: headed('department') ?? null, label: label ?? null };
	}
	return null;
}

const isLabel = (cell: Cell | undefined): boolean => {
	const meaning = typeof cell === 'string' ? timesheetColumnOf(cell) : null;
	return meaning === 'in' || meaning === 'out' || meaning === 'wrap' || meaning === 'call';
};

/** Dates that rise from column to column. */
function datesIn(row: Row, context: Omit<DateContext, 'order'>): TimesheetGrid['days'] | null {
	const { order } = orderOf(row, context.near);
	const found = row.flatMap((cell, column) => {
		const read = isBlank(cell) ? null : dateOf(cell, { ...context, order });
		return read ? [{ column, day: read.day }] : [];
	});
	return found.length >= FEWEST && found.every(({ day }, n) => n === 0 || day > (found[n - 1]?.day ?? ''))
		? found
		: null;
}

/** 1, 2, 3 … of a month: `1`, `1日`, `1号`. */
function numbersIn(row: Row, month: string): TimesheetGrid['days'] | null {
	const found = row.flatMap((cell, column) => {
		const match = /^(\d{1,2})\s*[日号]?$/.exec(foldWidth(textOf(cell)));
		return match ? [{ column, date: Number(match[1]) }] : [];
	});
	const run = found.filter(({ date }, n) => n === 0 || date === (found[n - 1]?.date ?? 0) + 1);
	if (run.length < FEWEST || run.length !== found.length) return null;
	const days = run.flatMap(({ column, date }) => {
		const day = readDay(`${month}-${String(date).padStart(2, '0')}`);
		return day ? [{ column, day }] : [];
	});
	return days.length >= FEWEST ? days : null;
}

/** The month a title names, `YYYY-MM`; that of the shoot where none does. */
function monthOf(rows: readonly Row[], near: DayKey): string {
	for (const text of rows.flat().map((cell) => foldWidth(textOf(cell)).toLowerCase())) {
		const named =
			/(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*月/.exec(text) ??
			/(\d{4})[-/.](\d{1,2})(?!\d|[-/.]\d)/.exec(text);
		const worded = new RegExp(`\\b(${MONTH_NAMES.join('|')})[a-z]*\\.?(?:\\s+(\\d{4}))?\\b`).exec(text);
		const month = named ? Number(named[2]) : worded ? MONTH_NAMES.indexOf(worded[1] ?? '') + 1 : 0;
		if (month < 1 || month > 12) continue;
		const year = (named ? named[1] : worded?.[2]) ?? near.slice(0, 4);
		return `${year}-${String(month).padStart(2, '0')}`;
	}
	return near.slice(0, 7);
}

/** The columns of the rows a grid unfolds into. */
export const UNFOLDED = [
	'name',
	'department',
	'date',
	'type',
	'span',
	'in',
	'meal-from',
	'meal-to',
	'meal2-from',
	'meal2-to',
	'wrap',
	'out',
	'total',
	'notes'
] as const satisfies readonly TimesheetColumn[];

export type Unfolded = {
	readonly rows: readonly Row[];
	/** the cell of the sheet a row came from, counted from 0 */
	readonly from: readonly { readonly row: number; readonly column: number }[];
};

/** A row a person and day, in the columns of `UNFOLDED`. */
export function unfold(
	rows: readonly Row[],
	{ header, days, name, department, label }: TimesheetGrid
): Unfolded {
	type Person = {
		readonly name: Cell;
		readonly department: Cell;
		readonly lines: { readonly row: number; readonly of: TimesheetColumn | null }[];
	};
	const people: Person[] = [];
	for (let row = header + 1; row < rows.length; row++) {
		const cells = rows[row] ?? [];
		const own = cells[name] ?? null;
		const of = label === null ? null : timesheetColumnOf(textOf(cells[label]));
		const last = people.at(-1);
		// A name once, or merged down, stands for the rows of its times.
		const isSame =
			last !== undefined &&
			of !== null &&
			(isBlank(own) || textOf(own) === textOf(last.name)) &&
			!last.lines.some((one) => one.of === of);
		if (isSame) last.lines.push({ row, of });
		else if (!isBlank(own))
			people.push({
				name: own,
				department: department === null ? null : (cells[department] ?? null),
				lines: [{ row, of }]
			});
	}
	const unfolded: Row[] = [];
	const from: { row: number; column: number }[] = [];
	for (const { name: who, department: where, lines } of people)
		for (const { column, day } of days) {
			const cells = new Map<TimesheetColumn, Cell>();
			for (const { row, of } of lines) {
				const cell = rows[row]?.[column] ?? null;
				if (!isBlank(cell)) cells.set(of ?? meaningOf(cell), cell);
			}
			if (cells.size === 0) continue;
			unfolded.push(
				UNFOLDED.map((one): Cell =>
					one === 'name'
						? who
						: one === 'department'
							? where
							: one === 'date'
								? day
								: (cells.get(one) ?? null)
				)
			);
			from.push({ row: lines[0]?.row ?? header, column });
		}
	return { rows: unfolded, from };
}

/** What a cell says by itself: in and out, a word for the day, a length, or one time alone. */
function meaningOf(cell: Cell): TimesheetColumn {
	if (spanOf(cell)) return 'span';
	if (lengthsOf(cell).length > 0 && !/[:：]/.test(textOf(cell))) return 'total';
	return timeOf(cell) ? 'in' : 'type';
}
