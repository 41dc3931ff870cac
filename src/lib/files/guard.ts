/**
 * Text that a spreadsheet program would run, or turn into something else, goes out behind an apostrophe, and comes
 * in again without it. What is taken off is only what `needsMark` would have put there, so text that began with an
 * apostrophe of its own gets a second one and keeps the first: out and in again is equal.
 */

/** Begins a formula: = + - @, a tab or a line break before them, and their full-width forms (OWASP, CSV injection). */
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;

/** What opening a CSV makes of text: a date of 3-1, a number of 007 and 1E5, a rounded one of a long number. */
const TURNS = new RegExp(
	`^\\s*(?:${[
		'\\d{1,4}\\s*[-/.]\\s*\\d{1,4}(?:\\s*[-/.]\\s*\\d{1,4})?',
		'0\\d+|\\d{16,}|\\d+E\\d+',
		'\\d{1,4}年.*|\\d{1,2}月.*',
		'(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-\\s.]*\\d{1,4}',
		'\\d{1,2}[-\\s](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-\\s]\\d{1,4})?'
	].join('|')})\\s*$`,
	'i'
);

const inner = (text: string): string => text.replace(/^'+/, '');

const runs = (text: string): boolean => RUNS.test(inner(text));
const turns = (text: string): boolean => text.length < 40 && TURNS.test(inner(text));

/** Text as a cell of a workbook: nothing in it is run. */
export const defuse = (text: string): string => (runs(text) ? `'${text}` : text);

/** Text as a cell of a CSV: nothing in it is run, or turned into a date or number. */
export const defuseCsv = (text: string): string => (runs(text) || turns(text) ? `'${text}` : text);

/** The text as it was before `defuse`. */
export const undefuse = (text: string): string => (text.startsWith("'") && runs(text) ? text.slice(1) : text);

/** The text as it was before `defuseCsv`. */
export const undefuseCsv = (text: string): string =>
	text.startsWith("'") && (runs(text) || turns(text)) ? text.slice(1) : text;
