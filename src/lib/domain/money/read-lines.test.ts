import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../cell.ts';
import { centsOf, matchLineColumns, readLines } from './read-lines.ts';

const read = (rows: Row[], currency = 'CNY') => readLines(rows, currency);

describe('lines of a budget from a sheet', () => {
	it('reads an English sheet under a title, with groups, sums of its own and a unit', () => {
		const { lines, troubles } = read([
			['Harbour Revenge – budget v3'],
			['Item', 'Budget (CNY)', 'Per', 'Paid so far', 'Notes'],
			['POST', '', '', '', ''],
			['Somebody’s company', '12,500.50', 'flat', 4000, 'two rounds'],
			['Subtotal', 12500.5, '', '', ''],
			['Camera package', 4880, 'per day', '', ''],
			['Meals', '¥35', 'per head', '', '']
		]);
		expect(lines).toMatchObject([
			{ row: 4, name: 'Somebody’s company', category: 'post', planned: 1_250_050, spent: 400_000 },
			{ name: 'Camera package', category: 'equipment', basis: 'day', planned: 488_000 },
			{ name: 'Meals', category: 'catering', basis: 'person-day', planned: 3500 }
		]);
		expect(troubles).toEqual([{ code: 'total', row: 5, value: 'Subtotal' }]);
	});
	it('reads a Chinese sheet', () => {
		const { lines } = read([
			['类别', '名目', '金额', '计法', '备注'],
			['宣发', '信息流', '92400元', '一次性', ''],
			['场地', '影棚', '３０００', '每天', '老城']
		]);
		expect(lines).toMatchObject([
			{ category: 'marketing', planned: 9_240_000, basis: 'fixed' },
			{ category: 'locations', planned: 300_000, basis: 'day', note: '老城' }
		]);
	});
	it('says by row what it couldn’t read, and takes the rest', () => {
		const { lines, troubles } = read([
			['Item', 'Amount', 'Per'],
			['Script', 'to be agreed', ''],
			['Edit', 100, 'fortnight'],
			['Gifts', 20, '']
		]);
		expect(lines).toMatchObject([
			{ name: 'Edit', basis: 'fixed' },
			{ name: 'Gifts', category: 'contingency', isKnown: false }
		]);
		expect(troubles).toEqual([
			{ code: 'sum', row: 2, value: 'to be agreed' },
			{ code: 'basis', row: 3, value: 'fortnight' }
		]);
	});
	it('finds name and amount without headings', () => {
		expect(
			matchLineColumns([
				['Script', 500],
				['Edit', '1,200']
			]).columns
		).toEqual(['name', 'planned']);
	});
	it('counts a currency without decimals in itself', () => {
		expect(centsOf('1,250', 'JPY')).toBe(1250);
		expect(centsOf('1,250', 'CNY')).toBe(125_000);
		expect(centsOf(-5, 'CNY')).toBeNull();
	});
	it('never throws, whatever a sheet holds', () => {
		const cell = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.boolean());
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
				for (const { planned } of read(rows as Row[]).lines) expect(Number.isSafeInteger(planned)).toBe(true);
			})
		);
	});
});
