/**
 * The one shape of every report: columns that say what they hold, and rows of plain values. A page, a print, a CSV
 * and a workbook are made from it, in the reader's language: nothing here is a word on screen but people's own.
 */
import type { DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { HoursFlag } from '../hours/types.ts';

/** What a column holds: how it is written, aligned and added up follows. */
export type ValueOf = {
	text: string;
	/** a count, or a number that is a name (scene 12 isn't: that is text) */
	number: number;
	/** whole eighths of a page */
	eighths: number;
	/** a length of time */
	minutes: Minutes;
	/** seconds on screen */
	seconds: number;
	day: DayKey;
	/** names in a row */
	names: readonly string[];
	/** one of a few words, by its key in the dictionary; several of them */
	word: string;
	words: readonly string[];
	/** what the rules say, each written as the sentence of its rule */
	flags: readonly HoursFlag[];
};
export type ColumnKind = keyof ValueOf;

export type ReportColumn<Key extends string = string> = {
	/** the heading, by its key in the dictionary */
	readonly key: Key;
	readonly kind: ColumnKind;
	/** in characters, as a spreadsheet counts them */
	readonly width: number;
};

/** A value of its column's kind; null where there is none. */
export type ReportValue = ValueOf[ColumnKind] | null;

export type ReportRow = {
	/** a value a column */
	readonly values: readonly ReportValue[];
	/** a sum, or the beginning of a group, which a page sets apart; left out: an ordinary row */
	readonly as?: 'total' | 'group';
};

export type ReportTable<Key extends string = string> = {
	/** by its key in the dictionary */
	readonly title: string;
	readonly columns: readonly ReportColumn<Key>[];
	readonly rows: readonly ReportRow[];
};

/** One column of a report about things of a kind: what it is, and where its value comes from. */
export type ColumnOf<Thing, Key extends string = string> = {
	readonly [Kind in ColumnKind]: ReportColumn<Key> & {
		readonly kind: Kind;
		readonly of: (thing: Thing) => ValueOf[Kind] | null;
		/** leave the column out where nothing has a value */
		readonly ifAny?: boolean;
	};
}[ColumnKind];

/** A report of one row a thing. An empty text and an empty list are no value. */
export function tableOf<Thing, Key extends string>(
	title: string,
	things: readonly Thing[],
	columns: readonly ColumnOf<Thing, Key>[]
): ReportTable<Key> {
	const filled = columns.map((column) => things.map((thing) => blankToNull(column.of(thing))));
	const kept = columns.map(({ ifAny }, c) => !ifAny || (filled[c] ?? []).some((value) => value !== null));
	const only = <T>(list: readonly T[]): T[] => list.filter((_, c) => kept[c]);
	return {
		title,
		columns: only(columns.map(({ key, kind, width }) => ({ key, kind, width }))),
		rows: things.map((_, r) => ({ values: only(filled.map((values) => values[r] ?? null)) }))
	};
}

const blankToNull = (value: ReportValue): ReportValue =>
	value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
