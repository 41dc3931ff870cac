/**
 * A cell of a spreadsheet as plain values. Numbers stay numbers and text stays text; a date keeps how the sheet
 * showed it beside what it is, because spreadsheet programs make dates of `1/8` and `3-1`, and only the look tells
 * what was typed.
 */
import { addDays, day as asDay, daysBetween, type DayKey } from './calendar/day-key.ts';
import type { Minutes } from './calendar/duration.ts';

export type DateCell = {
	readonly kind: 'date';
	/** null for a time of day alone */
	readonly day: DayKey | null;
	/** minutes after midnight; 0 for a date alone */
	readonly minutes: Minutes;
	/** as the sheet showed it: `8-Jan`, `1月8日`, `2026-01-08` */
	readonly shown: string;
};

export type Cell = string | number | boolean | null | DateCell;

/** A row of a sheet; what is missing at its end is empty. */
export type Row = readonly Cell[];

export const isDate = (cell: Cell | undefined): cell is DateCell => typeof cell === 'object' && cell !== null;

/** The cell in words, without spaces around. */
export function textOf(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'string') return cell.trim();
	if (typeof cell === 'object') return cell.shown;
	return String(cell);
}

/** A date as a cell, shown as `YYYY-MM-DD`. */
export const dateCell = (of: DayKey): DateCell => ({ kind: 'date', day: of, minutes: 0, shown: of });

/** Day 0 of spreadsheets; their day 60, 29 February 1900, never was, so that later days fit and earlier don't matter. */
const DAY_ZERO = asDay('1899-12-30');
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** The day a spreadsheet counts as `serial` (46030 is 2026-01-08); null before 1900 and after 9999. */
export const dayOfSerial = (serial: number): DayKey | null =>
	serial >= 1 && serial < LAST_SERIAL + 1 ? addDays(DAY_ZERO, Math.floor(serial)) : null;

export const serialOf = (of: DayKey): number => daysBetween(DAY_ZERO, of);
