/** What reading a time sheet answers: lines that can be taken, and what was repaired, is doubtful or couldn't be read. */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { Person } from '../../schedule/records.ts';
import type { LoggedEntry } from './logged.ts';
import type { TimesheetMatching } from './timesheet-matching.ts';

/** What a line says of a day, as an entry takes it. */
export type SheetSaid = Pick<LoggedEntry, 'type' | 'date' | 'start' | 'end' | 'breaks' | 'note'>;

/**
 * What a person has to know of a value that was taken. Repairs: it was read as something it doesn't literally say.
 * Doubts: it is taken as it stands, and looks wrong.
 */
export const SHEET_REPAIRS = [
	'decimal',
	'digits',
	'fraction',
	'seconds',
	'formula',
	'name-above',
	'date-above',
	'year',
	'order',
	'shoot-day'
] as const;
export const SHEET_DOUBTS = [
	'no-end',
	'zero',
	'over-24h',
	'meal-outside',
	'meal-no-end',
	'break-no-time',
	'travel-no-time',
	'two-starts',
	'two-ends',
	'total'
] as const;
export type SheetRemark = {
	readonly code: (typeof SHEET_REPAIRS)[number] | (typeof SHEET_DOUBTS)[number];
	/** counted from 0; null: the row as a whole */
	readonly column: number | null;
	readonly value: string;
	/** what it was read as, or what the sheet's own total is set against */
	readonly as: string;
};

export type SheetLine = {
	/** as a spreadsheet counts, from 1 */
	readonly row: number;
	readonly name: string;
	readonly department: Person['department'] | null;
	readonly said: SheetSaid;
	readonly remarks: readonly SheetRemark[];
	/** the sheet's own total beside what in and out come to; null where it has none that can be read */
	readonly total: { readonly said: Minutes; readonly reckoned: Minutes } | null;
};

/** A row that isn't taken, or a cell of one that is, with where and what. Rows from 1, columns from 0. */
export type SheetTrouble = {
	readonly code:
		| 'no-name'
		| 'no-date'
		| 'no-start'
		| 'no-times'
		| 'date'
		| 'time'
		| 'meal'
		| 'travel'
		| 'total'
		| 'formula'
		| 'error'
		| 'twice'
		| 'too-many';
	readonly row: number;
	readonly column: number | null;
	readonly value: string;
	/** the row it repeats, for `twice` */
	readonly first?: number;
	/** whether the rest of the row was taken all the same */
	readonly taken: boolean;
};

export type ReadTimesheet = {
	readonly matching: TimesheetMatching;
	readonly lines: readonly SheetLine[];
	readonly troubles: readonly SheetTrouble[];
	/** rows that hold sums, and rows of a day on which nothing stands */
	readonly totalsRows: number;
	readonly emptyRows: number;
};

export type TimesheetContext = {
	/** corrected by a person; absent: proposed */
	readonly matching?: TimesheetMatching;
	/** a day near the shoot, for dates without a year */
	readonly near: DayKey;
	/** the dates of the board's shoot days, in order */
	readonly shootDays?: readonly DayKey[];
	/** a sheet a person: its name stands for the name where no column and no heading has one */
	readonly sheetName?: string;
	/** the formula behind a cell whose last value was taken; rows and columns from 1 */
	readonly formulaAt?: (row: number, column: number) => string | null;
};
