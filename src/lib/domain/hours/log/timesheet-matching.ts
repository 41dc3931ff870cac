/** Which row of a sheet has the headings, and what each column means: proposed here, put right by a person. */
import type { DayKey } from '../../calendar/day-key.ts';
import { isDate, textOf, type Cell, type Row } from '../../cell.ts';
import { timesheetColumnOf, type TimesheetColumn } from './timesheet-columns.ts';
import { isWeekday, orderOf, type DateOrder } from './timesheet-dates.ts';
import { gridOf, type TimesheetGrid } from './timesheet-grid.ts';
import { isBlank, lengthsOf, shortText, spanOf, timeOf } from './timesheet-times.ts';

/** What each column means; null: left out. Columns and rows are counted from 0. */
export type TimesheetMatching = {
	/** rows of headings: none, one, or two of which the upper stands over several columns */
	readonly headerRows: readonly number[];
	readonly columns: readonly (TimesheetColumn | null)[];
	/** headings as written, and the first values under each, for whoever corrects the matching */
	readonly headings: readonly string[];
	readonly samples: readonly (readonly string[])[];
	readonly order: DateOrder;
	/** whether the dates themselves say that order */
	readonly orderSure: boolean;
	/** where the days stand side by side; null: a row a day */
	readonly grid: TimesheetGrid | null;
};

const LOOK_AT = 40;
const TIMES: ReadonlySet<TimesheetColumn> = new Set(['call', 'in', 'wrap', 'out', 'span', 'total']);

/** What the headings of a row, or of two rows together, mean by column. */
export function headingsOf(rows: readonly Row[], at: readonly number[]): string[] {
	const [upper, lower] =
		at.length === 2 ? [rows[at[0] ?? 0] ?? [], rows[at[1] ?? 0] ?? []] : [[], rows[at[0] ?? -1] ?? []];
	const width = Math.max(upper.length, lower.length);
	let over = '';
	return Array.from({ length: width }, (_, column) => {
		const above = textOf(upper[column]);
		const below = textOf(lower[column]);
		if (above !== '') over = above;
		if (below === '') return above;
		return over === '' || over === below ? below : `${over} ${below}`;
	});
}

/** A heading of two rows: `Out` is what stands over it (a meal, travel), any other word is itself. */
function meaningOf(heading: string, lower: string): TimesheetColumn | null {
	const own = timesheetColumnOf(lower);
	return own !== null && own !== 'in' && own !== 'out' ? own : (timesheetColumnOf(heading) ?? own);
}

function columnsOf(rows: readonly Row[], at: readonly number[]): (TimesheetColumn | null)[] {
	const headings = headingsOf(rows, at);
	const lower = rows[at.at(-1) ?? -1];
	return headings.map((heading, column) => meaningOf(heading, textOf(lower?.[column])));
}

const different = (columns: readonly (TimesheetColumn | null)[]): Set<TimesheetColumn> =>
	new Set(columns.filter((one) => one !== null));

/** Whether what is known of a row makes it one of headings: a time among them and something else. */
const isHeader = (known: ReadonlySet<TimesheetColumn>): boolean =>
	known.size > 1 && [...known].some((one) => TIMES.has(one));

/** Whether a row is made of headings, with what they mean; null for a row of values. */
export function headerOf(row: Row): (TimesheetColumn | null)[] | null {
	const filled = row.filter((cell) => !isBlank(cell));
	// Headings are words: a row with a time or a date in it is none.
	const isValue = (cell: Cell): boolean =>
		typeof cell === 'number' ||
		isDate(cell) ||
		(typeof cell === 'string' && /^\s*\d+\s*[:：.\-/年月点]/.test(cell));
	if (filled.length < 2 || filled.some(isValue)) return null;
	const columns = row.map((cell) => (isBlank(cell) ? null : timesheetColumnOf(textOf(cell))));
	const known = different(columns);
	return isHeader(known) && known.size * 2 >= filled.length ? columns : null;
}

/** Proposes which rows are the headings and what each column means. */
export function matchTimesheet(rows: readonly Row[], near: DayKey): TimesheetMatching {
	let best: { at: readonly number[]; known: number } = { at: [], known: 0 };
	for (let row = 0; row < Math.min(LOOK_AT, rows.length); row++) {
		// Two rows only where they know more than one: the title above the headings is none.
		for (const at of row > 0 ? [[row], [row - 1, row]] : [[row]]) {
			if (at.some((one) => (rows[one] ?? []).some((cell) => isDate(cell) || typeof cell === 'number')))
				continue;
			const known = different(columnsOf(rows, at));
			if (isHeader(known) && known.size > best.known) best = { at, known: known.size };
		}
	}
	const { at } = best;
	const from = (at.at(-1) ?? -1) + 1;
	const body = rows.slice(from, from + 400);
	const width = Math.max(0, ...rows.slice(0, from + LOOK_AT).map((row) => row.length));
	const found = at.length > 0 ? columnsOf(rows, at) : guessed(body, width);
	const headings = headingsOf(rows, at);
	const columns = settle(
		Array.from({ length: width }, (_, column) => found[column] ?? null),
		body
	);
	const dates = columns.indexOf('date');
	const { order, sure } = orderOf(
		(dates < 0 ? [] : body.map((row) => row[dates])).filter((cell) => cell !== undefined),
		near
	);
	return {
		headerRows: at,
		columns,
		headings: Array.from({ length: width }, (_, column) => headings[column] ?? ''),
		samples: Array.from({ length: width }, (_, column) =>
			body
				.map((row) => shortText(row[column]))
				.filter(Boolean)
				.slice(0, 3)
		),
		order,
		orderSure: sure,
		grid: columns.includes('date') ? null : gridOf(rows, { near, shootDays: [] })
	};
}

const values = (body: readonly Row[], column: number): Cell[] =>
	body.map((row) => row[column] ?? null).filter((cell) => !isBlank(cell));

const share = (cells: readonly Cell[], is: (cell: Cell) => boolean): number =>
	cells.length === 0 ? 0 : cells.filter(is).length / cells.length;

const looksDated = (cell: Cell): boolean =>
	(isDate(cell) && cell.day !== null) ||
	(typeof cell === 'number' && cell > 20_000) ||
	(typeof cell === 'string' && /\d/.test(cell) && !isWeekday(cell));

/** Values speak where headings don't: weekdays are no dates, times in pairs no total, and each meaning stands once. */
function settle(columns: (TimesheetColumn | null)[], body: readonly Row[]): (TimesheetColumn | null)[] {
	const settled = columns.map((meaning, column): TimesheetColumn | null => {
		const cells = values(body, column);
		if (meaning === 'date' && share(cells, isWeekday) > 0.6) return null;
		if (meaning === 'total' && share(cells, (cell) => spanOf(cell) !== null) > 0.6) return 'span';
		if (meaning === 'span' && cells.length > 0 && share(cells, (cell) => spanOf(cell) !== null) < 0.3)
			return share(cells, (cell) => lengthsOf(cell).length > 0) > 0.6 ? 'total' : null;
		return meaning;
	});
	return settled.map((meaning, column) => {
		if (meaning === null) return null;
		const rivals = settled.flatMap((other, n) => (other === meaning ? [n] : []));
		if (rivals.length === 1) return meaning;
		const fits = (n: number): number => {
			const cells = values(body, n);
			return cells.length === 0 ? 0 : meaning === 'date' ? share(cells, looksDated) + 0.01 : 1;
		};
		const best = rivals.reduce((first, n) => (fits(n) > fits(first) ? n : first));
		return best === column ? meaning : null;
	});
}

/** Without headings: the first words are the name, the first dates the date, then times as in and out. */
function guessed(body: readonly Row[], width: number): (TimesheetColumn | null)[] {
	const columns: (TimesheetColumn | null)[] = Array.from({ length: width }, () => null);
	const take = (meaning: TimesheetColumn, column: number): void => {
		if (!columns.includes(meaning)) columns[column] = meaning;
	};
	const times: number[] = [];
	for (let column = 0; column < width; column++) {
		const cells = values(body, column);
		if (cells.length === 0 || share(cells, isWeekday) > 0.6) continue;
		if (share(cells, (cell) => spanOf(cell) !== null) > 0.6) take('span', column);
		else if (
			share(
				cells,
				(cell) =>
					(isDate(cell) && cell.day !== null) ||
					(typeof cell === 'string' && /\d.*[-/.月].*\d/.test(cell) && timeOf(cell) === null)
			) > 0.6
		)
			take('date', column);
		else if (share(cells, (cell) => timeOf(cell) !== null) > 0.6) times.push(column);
		else if (share(cells, (cell) => typeof cell === 'string' && /\p{L}/u.test(cell)) > 0.6)
			take(columns.includes('name') ? 'notes' : 'name', column);
	}
	// Two are in and out, four have a meal between; with any other number only a person can say.
	const meanings: Readonly<Record<number, readonly TimesheetColumn[]>> = {
		2: ['in', 'out'],
		3: ['in', 'out', 'total'],
		4: ['in', 'meal-from', 'meal-to', 'out'],
		5: ['in', 'meal-from', 'meal-to', 'out', 'total']
	};
	(meanings[times.length] ?? []).forEach((meaning, n) => take(meaning, times[n] ?? 0));
	return columns;
}
