import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTsv, writeTsv } from './tsv.ts';

test('a block from Excel is read row by row, its last line break begins no row', () => {
	expect(readTsv('1\tThe Ferry\r\n2\tThe Safe\r\n')).toEqual([
		['1', 'The Ferry'],
		['2', 'The Safe']
	]);
});

test('a cell with line breaks, tabs and quotes is one cell', () => {
	expect(readTsv('"She says ""no"".\nHe goes."\tnext\n"a\tb"')).toEqual([
		['She says "no".\nHe goes.', 'next'],
		['a\tb']
	]);
});

test('a cell that merely begins with a quote is taken as it stands', () => {
	expect(readTsv('"My client" speaks\tx\n"Open')).toEqual([['"My client" speaks', 'x'], ['"Open']]);
});

test('empty cells and empty lines keep their place', () => {
	expect(readTsv('\tb\n\nc\t')).toEqual([['', 'b'], [''], ['c', '']]);
});

test('what a spreadsheet would run as a formula goes out defused and comes back as it was', () => {
	expect(writeTsv([['=HYPERLINK("x")', '-12.5', '+1']])).toBe(`"'=HYPERLINK(""x"")"\t-12.5\t+1`);
	expect(readTsv(writeTsv([['=1+1', '@now', '-a']]))).toEqual([['=1+1', '@now', '-a']]);
});

test('any block of cells is the same after copying it out and pasting it in', () => {
	const cell = fc.string({ unit: fc.constantFrom('a', '7', '"', '\t', '\n', "'", '=', '-', '集', ' ') });
	const block = fc
		.integer({ min: 1, max: 4 })
		.chain((width) =>
			fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })
		);
	fc.assert(
		fc.property(block, (rows) => {
			// A last row of one empty cell is no row to any spreadsheet.
			fc.pre(rows.at(-1)?.join('') !== '' && rows.flat().every((text) => !/^'[=+@-]/.test(text)));
			expect(readTsv(writeTsv(rows))).toEqual(rows);
		})
	);
});
