/** A report as cells, in a language: what a CSV, a workbook and later a printed table are made of. */
import { dateCell, type Cell } from '#lib/domain/cell.ts';
import { readDay } from '#lib/domain/calendar/day-key.ts';
import type { ColumnKind, ReportTable, ReportValue } from '#lib/domain/reports/index.ts';
import type { HoursFlag } from '#lib/domain/hours/types.ts';
import { date as dateText, eighths, type Language } from '../format.ts';
import { hoursFlagText } from '../hours-flag-text.ts';

/** The words a report needs, by key. */
export type ReportWords = {
	readonly columns: Readonly<Record<string, string>>;
	readonly values: Readonly<Record<string, string>>;
};

/** The rows of a report below its headings. Text stays text and numbers numbers. */
export const cellsOf = (table: ReportTable, words: ReportWords, language: Language): Cell[][] => [
	table.columns.map(({ key }) => words.columns[key] ?? key),
	...table.rows.map(({ values }) =>
		table.columns.map(({ kind }, c) => cellOf(kind, values[c] ?? null, words, language))
	)
];

function cellOf(kind: ColumnKind, value: ReportValue, words: ReportWords, language: Language): Cell {
	if (value === null) return null;
	if (typeof value === 'number') return kind === 'eighths' ? eighths(value) : value;
	const wordOf = (key: string): string => words.values[key] ?? key;
	if (typeof value !== 'string') {
		const names = value.map((one) =>
			typeof one !== 'string' ? sentenceOf(one, language) : kind === 'words' ? wordOf(one) : one
		);
		return kind === 'flags' ? names.join('\n') : joined(names, language);
	}
	if (kind === 'word') return wordOf(value);
	const day = kind === 'day' ? readDay(value) : null;
	return day ? dateCell(day) : value;
}

/** What a rule says of a day, under the rule's number. */
const sentenceOf = (flag: HoursFlag, language: Language): string =>
	`${flag.rule}: ${hoursFlagText(flag, dateText(flag.date, language))}`;

/** Names in one cell, divided so that they come apart again: by what none of them holds. */
function joined(names: readonly string[], language: Language): string {
	const usual = language === 'zh-Hans' ? '、' : ', ';
	const holds = (mark: string): boolean => names.some((name) => name.includes(mark.trim()));
	return names.join(holds(usual) ? '\n' : usual);
}
