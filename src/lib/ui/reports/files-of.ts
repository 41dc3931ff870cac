/** Reports as files in a language: what a button hands out. */
import type { ReportTable } from '#lib/domain/reports/index.ts';
import { writeCsv, writeXlsx } from '#lib/files/index.ts';
import type { Language } from '../format.ts';
import { cellsOf, type ReportWords } from './cells.ts';

export type FileWords = ReportWords & { readonly [title: string]: unknown };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const nameOf = (table: ReportTable, words: FileWords): string =>
	typeof words[table.title] === 'string' ? (words[table.title] as string) : table.title;

/** A workbook with a sheet a report. */
export const xlsxOf = (tables: readonly ReportTable[], words: FileWords, language: Language): Blob =>
	blob(
		writeXlsx(
			tables.map((table) => ({
				name: nameOf(table, words),
				widths: table.columns.map(({ width }) => width),
				rows: cellsOf(table, words, language)
			}))
		),
		XLSX
	);

/** One report as a CSV. */
export const csvOf = (table: ReportTable, words: FileWords, language: Language): Blob =>
	blob(writeCsv(cellsOf(table, words, language)), 'text/csv;charset=utf-8');

const blob = (bytes: Uint8Array, type: string): Blob =>
	new Blob([bytes as Uint8Array<ArrayBuffer>], { type });

/**
 * `Rain Money – Schedule.xlsx`, without what a file's name may not hold.
 * @param over what it covers, where one production has many of them: `Rain Money – Payroll 2026-11.xlsx`
 */
export const fileName = (
	title: string,
	table: ReportTable,
	words: FileWords,
	ending: string,
	over = ''
): string =>
	`${`${title} – ${nameOf(table, words)} ${over}`
		.replace(/[\\/:*?"<>|\0-\x1F]+/g, ' ')
		.trim()
		.slice(0, 120)}.${ending}`;
