import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateCell, type Cell } from '#lib/domain/cell.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import { readTables } from './read-tables.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const csvText = (cell: Cell): string => strFromU8(writeCsv([[cell]])).replace(/^\uFEFF|\r\n$/g, '');
const back = (bytes: Uint8Array) => {
	const read = readTables(bytes, 'x');
	if (!read.ok) throw new Error(read.reason);
	return read.tables.map(({ rows }) => rows);
};
const xlsx = (rows: readonly (readonly Cell[])[]) => writeXlsx([{ name: 'Sheet', widths: [10], rows }]);

describe('nothing that goes out is run by a spreadsheet program', () => {
	test.each(['=1+1', '+1', '-2', '@SUM(A1)', '\tx', '\r=1', '＝1', "'=1"])('%j', (text) => {
		expect(csvText(text).replace(/^"/, '')).toMatch(/^'/);
		const sheet = unzipSync(xlsx([[text]]));
		expect(strFromU8(sheet['xl/sharedStrings.xml'] as Uint8Array)).toMatch(/<t[^>]*>(?:'|&#39;|&apos;)/);
		expect(strFromU8(sheet['xl/worksheets/sheet1.xml'] as Uint8Array)).not.toContain('<f>');
	});
	test('numbers stay numbers', () => {
		expect(csvText(-2.5)).toBe('-2.5');
		expect(csvText(12)).toBe('12');
	});
});

describe('what Excel would make a date of goes out as text', () => {
	test.each([
		'1/8',
		'3-1',
		'3-1-2',
		'2026/1/8',
		'1E5',
		'007',
		'Mar 1',
		'8-Jan',
		'3月1日',
		'123456789012345678'
	])('%s in a CSV', (text) => expect(csvText(text)).toBe(`'${text}`));
	test.each(['12', '12A', '1 3/8', 'May', 'Scene 3-1', 'Villa', '1,3,7'])('%s needs nothing', (text) =>
		expect(csvText(text).replaceAll('"', '')).toBe(text)
	);
	test('in a workbook it is text in a text cell', () => {
		const files = unzipSync(xlsx([['Pages'], ['1/8']]));
		expect(strFromU8(files['xl/styles.xml'] as Uint8Array)).toContain('numFmtId="49"');
		expect(strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array)).toMatch(/<c r="A2" s="\d+" t="s">/);
	});
});

test('a CSV begins with the mark that makes Excel read Chinese', () => {
	expect([...writeCsv([['场次']]).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
test('a workbook has a bold heading that stays, and columns as wide as asked', () => {
	const files = unzipSync(writeXlsx([{ name: 'a/b', widths: [8, 40], rows: [['A', 'B']] }]));
	const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array);
	expect(sheet).toContain('state="frozen"');
	expect(sheet).toContain('<col min="2" max="2" width="40"');
	expect(strFromU8(files['xl/styles.xml'] as Uint8Array)).toContain('<b/>');
	expect(strFromU8(files['xl/workbook.xml'] as Uint8Array)).toContain('name="a b"');
});

const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.constantFrom(
		"'=x",
		"''=x",
		"'",
		"'1/8",
		'1/8',
		'=1',
		'\t',
		'"',
		'""',
		' a ',
		'_x0041_',
		'a\nb',
		'sep=;',
		"'a"
	)
);
/** What XML or a text file can't hold is not asked of it: control characters, halves of a pair. */
const plain = text.map((raw) => raw.replace(/[\0-\x08\x0B-\x1F\x7F\uFEFF\uFFFD-\uFFFF]/g, ''));
const cells: fc.Arbitrary<Cell> = fc.oneof(
	plain.map((raw) => raw || null),
	fc.integer(),
	fc.constantFrom(dateCell(day('2026-01-08')), 1.375, -0.5)
);
const sheet = fc
	.array(fc.array(cells, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 })
	// The reader drops what is empty at the end of a row, and rows at the end of a sheet.
	.map((rows) => rows.map((row) => ['a', ...row, 'z'] as Cell[]));
const RUNS = { numRuns: Number(process.env.FUZZ ?? 200), seed: 20261125 };

test('any table written as a workbook is read back equal', { timeout: 600_000 }, () => {
	fc.assert(
		fc.property(sheet, (rows) => {
			expect(back(xlsx(rows))).toEqual([rows]);
		}),
		RUNS
	);
});
test('any table written as a CSV is read back equal, in text', { timeout: 600_000 }, () => {
	const said = (cell: Cell): Cell =>
		typeof cell === 'object' && cell ? cell.day : cell === null ? null : String(cell);
	fc.assert(
		fc.property(sheet, (rows) => {
			expect(back(writeCsv(rows))).toEqual([rows.map((row) => row.map(said))]);
		}),
		RUNS
	);
});
