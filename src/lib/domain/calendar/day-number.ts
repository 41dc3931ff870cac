/**
 * Days as whole numbers, counted from 1 January 1970, for arithmetic over thousands of days: no `Date` is made.
 * A `DayKey` stays what travels between rooms.
 */
import type { DayKey } from './day-key.ts';

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const DIGIT_0 = 48;

/** The figure written at one place of a text; NaN-free: -1000 spoils any sum it enters. */
const digit = (text: string, at: number): number => {
	const code = text.charCodeAt(at) - DIGIT_0;
	return code >= 0 && code <= 9 ? code : -10_000;
};

/** The number of a civil date (proleptic Gregorian; years begin in March so that leap days come last). */
function numberOf(year: number, month: number, date: number): number {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const ofEra = y - era * 400;
	const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
	const dayOfEra = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
	return era * 146_097 + dayOfEra - 719_468;
}

const written = new Map<number, DayKey>();

/** The day of a number, as `YYYY-MM-DD`. */
export function dayOfNumber(n: number): DayKey {
	const known = written.get(n);
	if (known) return known;
	const z = n + 719_468;
	const era = Math.floor(z / 146_097);
	const ofEra = z - era * 146_097;
	const yearOfEra = Math.floor(
		(ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365
	);
	const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shifted = Math.floor((5 * ofYear + 2) / 153);
	const date = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
	const month = shifted < 10 ? shifted + 3 : shifted - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as DayKey;
	if (written.size > 20_000) written.clear();
	written.set(n, day);
	return day;
}

/** The number of a day written `YYYY-MM-DD`; null for anything else, 30 February included. */
export function readDayNumber(raw: unknown): number | null {
	if (typeof raw !== 'string' || raw.length !== 10 || raw[4] !== '-' || raw[7] !== '-') return null;
	const year = digit(raw, 0) * 1000 + digit(raw, 1) * 100 + digit(raw, 2) * 10 + digit(raw, 3);
	const month = digit(raw, 5) * 10 + digit(raw, 6);
	const date = digit(raw, 8) * 10 + digit(raw, 9);
	if (year < 1 || month < 1 || month > 12 || date < 1 || date > 31) return null;
	const n = numberOf(year, month, date);
	return date <= 28 || dayOfNumber(n) === raw ? n : null;
}

/** The weekday of a day number, 1 for Monday to 7 for Sunday (ISO). 1 January 1970 was a Thursday. */
export const weekdayOfNumber = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1;

/** The first day of the week a day lies in, where weeks begin on `weekStart` (1 Monday … 7 Sunday). */
export const weekOf = (n: number, weekStart: number): number =>
	n - ((weekdayOfNumber(n) - weekStart + 7) % 7);
