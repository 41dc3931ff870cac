/**
 * A time sheet of any shape → what it says of each person and day, beside everything that couldn't be read, was
 * repaired or is doubtful, by row and column. Nothing is made up and nothing dropped in silence; never throws.
 */
import { textOf, type Cell, type Row } from '../../cell.ts';
import { departmentOf } from '../../people/crew-values.ts';
import { foldWidth, oneSpaced } from '../../scripts/letters.ts';
import {
	hasName,
	headingRow,
	isTotals,
	saidAbove,
	TIMED,
	type Above,
	type Places
} from './timesheet-blocks.ts';
import type { TimesheetColumn } from './timesheet-columns.ts';
import { dateOf, type DateContext } from './timesheet-dates.ts';
import { UNFOLDED, unfold, type TimesheetGrid } from './timesheet-grid.ts';
import { headerOf, matchTimesheet, type TimesheetMatching } from './timesheet-matching.ts';
import { readSheetRow } from './timesheet-row.ts';
import { isBlank, shortText, timeOf } from './timesheet-times.ts';
import type {
	ReadTimesheet,
	SheetLine,
	SheetRemark,
	SheetTrouble,
	TimesheetContext
} from './timesheet-types.ts';

/** More lines than any production logs: such a file is another list. */
const MOST_LINES = 20_000;
const MOST_TROUBLES = 2000;

/** @param rows a sheet as it was read; cells as plain values */
export function readTimesheet(rows: readonly Row[], context: TimesheetContext): ReadTimesheet {
	const matching = context.matching ?? matchTimesheet(rows, context.near);
	return matching.grid ? readGrid(rows, matching, matching.grid, context) : readRows(rows, matching, context);
}

/** Days side by side are read as rows a day, and what is said of those is said of the cells they came from. */
function readGrid(
	rows: readonly Row[],
	matching: TimesheetMatching,
	grid: TimesheetGrid,
	context: TimesheetContext
): ReadTimesheet {
	const { rows: unfolded, from } = unfold(rows, grid);
	const rowOf = (row: number): number => (from[row - 1]?.row ?? grid.header) + 1;
	const columnOf = (row: number): number | null => from[row - 1]?.column ?? null;
	const read = readRows(
		unfolded,
		{ ...matching, headerRows: [], headings: [], columns: [...UNFOLDED] },
		{
			...context,
			formulaAt: (row) => context.formulaAt?.(rowOf(row), (columnOf(row) ?? 0) + 1) ?? null
		}
	);
	return {
		...read,
		matching,
		lines: read.lines.map((line) => ({
			...line,
			row: rowOf(line.row),
			remarks: line.remarks.map((one) => ({ ...one, column: columnOf(line.row) }))
		})),
		troubles: read.troubles.map((one) => ({
			...one,
			row: rowOf(one.row),
			column: columnOf(one.row),
			...(one.first === undefined ? {} : { first: rowOf(one.first) })
		}))
	};
}

function readRows(
	rows: readonly Row[],
	matching: TimesheetMatching,
	context: TimesheetContext
): ReadTimesheet {
	const dates: DateContext = {
		order: matching.order,
		near: context.near,
		shootDays: context.shootDays ?? []
	};
	const headings = matching.headings.map((heading) => oneSpaced(heading));
	const troubles: SheetTrouble[] = [];
	const trouble = (one: SheetTrouble): void => {
		if (troubles.length < MOST_TROUBLES) troubles.push(one);
	};
	const lines: SheetLine[] = [];
	const seen = new Map<string, number>();
	let [totalsRows, emptyRows] = [0, 0];
	let at = placesOf(matching.columns);
	const first = (matching.headerRows.at(-1) ?? -1) + 1;
	const sparse = {
		name: isSparse(rows, first, at, 'name'),
		date: isSparse(rows, first, at, 'date')
	};
	/** what rows above said for those below: a person's block, a day's */
	let above: Above = { name: '', department: null, date: null };
	for (const above0 of rows.slice(0, first)) above = { ...above, ...saidAbove(above0, at, dates) };

	for (let index = first; index < rows.length; index++) {
		const row = rows[index] ?? [];
		const line = index + 1;
		if (row.every((cell) => isBlank(cell))) continue;
		const again = headerOf(row);
		if (again) {
			at = placesOf(again.map((meaning, column) => correctedMeaning(meaning, column, row, matching)));
			continue;
		}
		const heading = headingRow(row, at, dates, rows[index + 1], rows[index + 2]);
		if (heading) {
			above = { ...above, ...heading };
			continue;
		}
		if (isTotals(row, at)) {
			totalsRows++;
			continue;
		}
		const cell = (column: TimesheetColumn): Cell | undefined => {
			const place = at.get(column);
			return place === undefined ? undefined : row[place];
		};
		const hasTimes = TIMED.some((column) => !isBlank(cell(column)));
		const own = nameOf(cell);
		const name =
			own ||
			(sparse.name || !hasName(at) ? above.name : '') ||
			(hasName(at) ? '' : (context.sheetName ?? ''));
		const dateCell = cell('date');
		const date = isBlank(dateCell)
			? sparse.date || !at.has('date')
				? above.date
				: null
			: dateOf(dateCell, dates);
		if (own !== '') above = { ...above, name: own };
		if (date && !isBlank(dateCell)) above = { ...above, date };
		const department =
			departmentOf(textOf(cell('department'))) ?? above.department ?? departmentOf(textOf(cell('job')));
		const place = (column: TimesheetColumn): number | null => at.get(column) ?? null;
		if (!hasTimes && isBlank(cell('type')) && isBlank(cell('notes'))) {
			emptyRows++;
			continue;
		}
		if (!isBlank(dateCell) && !date) {
			trouble({ code: 'date', row: line, column: place('date'), value: shortText(dateCell), taken: false });
			continue;
		}
		if (name === '') {
			if (hasTimes)
				trouble({ code: 'no-name', row: line, column: place('name'), value: summary(row), taken: false });
			else emptyRows++;
			continue;
		}
		if (!date) {
			if (hasTimes)
				trouble({ code: 'no-date', row: line, column: place('date'), value: summary(row), taken: false });
			else emptyRows++;
			continue;
		}
		const carried: SheetRemark[] = [
			...(own === '' && hasName(at) ? [remark('name-above', place('name'), '', name)] : []),
			...(isBlank(dateCell) && at.has('date') ? [remark('date-above', place('date'), '', date.day)] : []),
			...(date.guessed === null ? [] : [remark(date.guessed, place('date'), shortText(dateCell), date.day)])
		];
		const read = readSheetRow({
			row,
			line,
			at,
			date: date.day,
			headingOf: (column) => headings[at.get(column) ?? -1] ?? '',
			formulaAt: context.formulaAt ?? (() => null),
			trouble
		});
		if (read === 'empty') {
			emptyRows++;
			continue;
		}
		for (const { said, remarks, total } of read) {
			const key = JSON.stringify([name.toLowerCase(), said.date, said.type, said.start, said.end]);
			const before = seen.get(key);
			if (before !== undefined) {
				trouble({ code: 'twice', row: line, column: null, value: name, first: before, taken: false });
				continue;
			}
			seen.set(key, line);
			lines.push({ row: line, name, department, said, remarks: [...carried, ...remarks], total });
		}
		if (lines.length >= MOST_LINES) {
			trouble({ code: 'too-many', row: line, column: null, value: String(MOST_LINES), taken: true });
			break;
		}
	}
	return { matching, lines, troubles, totalsRows, emptyRows };
}

const remark = (
	code: SheetRemark['code'],
	column: number | null,
	value: string,
	as: string
): SheetRemark => ({
	code,
	column,
	value,
	as
});

const placesOf = (columns: readonly (TimesheetColumn | null)[]): Places => {
	const places = new Map<TimesheetColumn, number>();
	columns.forEach((meaning, column) => {
		if (meaning !== null && !places.has(meaning)) places.set(meaning, column);
	});
	return places;
};

/** Headings that come again mean what a person said they mean. */
function correctedMeaning(
	meaning: TimesheetColumn | null,
	column: number,
	row: Row,
	{ headings, columns }: TimesheetMatching
): TimesheetColumn | null {
	const text = textOf(row[column]);
	if (text !== '' && headings[column] === text) return columns[column] ?? null;
	const same = headings.indexOf(text);
	return text !== '' && same >= 0 ? (columns[same] ?? null) : (columns[column] ?? meaning);
}

/** A column that is filled once a block, and stands for the rows below: fewer than six in ten of the timed rows. */
function isSparse(rows: readonly Row[], from: number, at: Places, column: 'name' | 'date'): boolean {
	const place = at.get(column);
	if (place === undefined) return false;
	const timed = rows
		.slice(from)
		.filter((row) => TIMED.some((one) => at.has(one) && timeOf(row[at.get(one) ?? -1]) !== null));
	const filled = timed.filter((row) => !isBlank(row[place])).length;
	return timed.length > 1 && filled < timed.length * 0.6;
}

/** 王 + 丽 is 王丽; Li + Wang is Li Wang. */
function nameOf(cell: (column: TimesheetColumn) => Cell | undefined): string {
	const text = (column: TimesheetColumn): string => {
		const of = cell(column);
		return typeof of === 'string' && !isBlank(of) ? oneSpaced(foldWidth(of)).slice(0, 100) : '';
	};
	const whole = text('name').replace(/^(?:name|姓名)\s*[:]\s*/i, '');
	if (whole !== '') return /\p{L}/u.test(whole) ? whole : '';
	const [first, last] = [text('first-name'), text('last-name')];
	return (/[\u3400-\u9fff]/.test(first + last) ? `${last}${first}` : `${first} ${last}`).trim();
}

const summary = (row: Row): string => {
	const text = row
		.filter((cell) => !isBlank(cell))
		.map(textOf)
		.join(' · ');
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};
