/** Rows of a time sheet that hold no hours: sums, and headings over a person's, a department's or a day's block. */
import { textOf, type Cell, type Row } from '../../cell.ts';
import { departmentOf } from '../../people/crew-values.ts';
import type { Person } from '../../schedule/records.ts';
import { foldWidth, oneSpaced } from '../../scripts/letters.ts';
import { timesheetColumnOf, type TimesheetColumn } from './timesheet-columns.ts';
import { dateOf, type DateContext, type ReadDate } from './timesheet-dates.ts';
import { headerOf } from './timesheet-matching.ts';
import { isBlank, timeOf } from './timesheet-times.ts';

/** Where each meaning stands, columns counted from 0. */
export type Places = ReadonlyMap<TimesheetColumn, number>;

/** Columns that make a row one of hours. */
export const TIMED: readonly TimesheetColumn[] = [
	'call',
	'in',
	'out',
	'wrap',
	'span',
	'travel-from',
	'travel-to',
	'meal-from',
	'meal-to',
	'total'
];
export const hasName = (at: Places): boolean => at.has('name') || at.has('first-name') || at.has('last-name');

const SUMS =
	/^(?:grand |sub|week(?:ly)? |month(?:ly)? |day )?(?:total|totals|sum|subtotal|average)\b|^(?:合计|总计|小计|共计|汇总|平均|本周合计|本月合计)/i;
/** A row of sums: said so in the place of a name or a date, or in any cell of a row without a day. */
export function isTotals(row: Row, at: Places): boolean {
	const says = (cell: Cell | undefined): boolean =>
		typeof cell === 'string' && SUMS.test(foldWidth(cell).trim());
	const named = (['name', 'first-name', 'date', 'department', 'job'] as const).some((column) => {
		const place = at.get(column);
		return place !== undefined && says(row[place]);
	});
	if (named) return true;
	const date = at.get('date');
	return row.some(says) && (date === undefined || isBlank(row[date]));
}

export type Above = {
	readonly name: string;
	readonly department: Person['department'] | null;
	readonly date: ReadDate | null;
};

const LABEL = /^(.{1,20}?)\s*[:：]\s*(.*)$/;
/** What labels in a row say (`Name: Zhao Lei`, `姓名`, then `赵磊` in the cell after): a block's own heading. */
export function saidAbove(row: Row, at: Places, dates: DateContext): Partial<Above> {
	let found: Partial<Above> = {};
	const filled = row.filter((cell) => !isBlank(cell));
	filled.forEach((cell, n) => {
		if (typeof cell !== 'string') return;
		const labelled = LABEL.exec(foldWidth(cell).trim());
		const meaning = timesheetColumnOf(labelled?.[1] ?? cell);
		const next = filled[n + 1];
		const value: Cell | undefined = labelled && labelled[2] !== '' ? labelled[2] : next;
		if (value === undefined || (typeof value === 'string' && timesheetColumnOf(value) !== null)) return;
		if (meaning === 'name' && typeof value === 'string' && /\p{L}/u.test(value) && !hasName(at))
			found = { ...found, name: oneSpaced(foldWidth(value)).slice(0, 100) };
		if (meaning === 'department') {
			const department = departmentOf(textOf(value));
			if (department) found = { ...found, department };
		}
		if (meaning === 'date' && !at.has('date')) {
			const date = dateOf(value, dates);
			if (date) found = { ...found, date };
		}
	});
	return found;
}

/** A row that heads a block and holds no hours: a person's name, a department, or a day, alone or behind its label. */
export function headingRow(
	row: Row,
	at: Places,
	dates: DateContext,
	...below: readonly (Row | undefined)[]
): Partial<Above> | null {
	const filled = row.filter((cell) => !isBlank(cell));
	const timed = TIMED.some((column) => {
		const place = at.get(column);
		return place !== undefined && timeOf(row[place]) !== null;
	});
	if (timed) return null;
	const said = saidAbove(row, at, dates);
	if (Object.keys(said).length > 0) return said;
	const [only] = filled;
	if (filled.length !== 1 || only === undefined) return null;
	if (!at.has('date')) {
		const date = dateOf(only, dates);
		if (date) return { date };
	}
	if (typeof only !== 'string' || /\d/.test(only) || only.length > 60 || SUMS.test(only.trim())) return null;
	const department = departmentHeading(only);
	if (department) return { department };
	// A name alone heads what follows: headings again, or a day.
	const leads = below.some(
		(next) => next !== undefined && (headerOf(next) !== null || startsDay(next, at, dates))
	);
	return !hasName(at) && leads && /\p{L}/u.test(only) ? { name: oneSpaced(foldWidth(only)) } : null;
}

const startsDay = (row: Row, at: Places, dates: DateContext): boolean => {
	const place = at.get('date');
	return place !== undefined && dateOf(row[place], dates) !== null;
};

/** `CAMERA`, `灯光组`, `Grip department`: a row that names a department and nothing else. */
function departmentHeading(text: string): Person['department'] | null {
	const bare = text.replace(/\s*(?:department|dept\.?|team|crew|[:：])\s*$/i, '').trim();
	const isOne = /组$|部门?$/.test(text.trim()) || bare !== text.trim() || bare === bare.toUpperCase();
	return isOne && bare.split(/\s+/).length <= 2 ? departmentOf(bare) : null;
}
