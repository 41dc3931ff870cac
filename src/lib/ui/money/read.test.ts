import { describe, expect, it } from 'vitest';
import { sumOf, writeSum } from './read.ts';

describe('a sum as people type it', () => {
	it.each([
		['1250', 125_000],
		['1,250', 125_000],
		['1,250.50', 125_050],
		['1250,5', 125_050],
		['1.250,50', 125_050],
		['¥ 1 250', 125_000],
		['12.5k', 1_250_000],
		['3万', 3_000_000],
		['３，０００元', 300_000],
		['CNY 40', 4000],
		['0', 0]
	])('"%s"', (typed, cents) => {
		expect(sumOf(typed, 'CNY')).toBe(cents);
	});
	it.each(['', 'soon', '-5', '1.2.3', '12.345', '1e9', '99999999999', '5 %'])('"%s" is none', (typed) => {
		expect(sumOf(typed, 'CNY')).toBeNull();
	});
	it('knows currencies without decimals, and writes what it reads again', () => {
		expect(sumOf('1,250', 'JPY')).toBe(1250);
		expect(sumOf('12.5', 'JPY')).toBeNull();
		for (const [cents, currency] of [
			[125_050, 'CNY'],
			[1250, 'JPY'],
			[0, 'USD']
		] as const)
			expect(sumOf(writeSum(cents, currency), currency)).toBe(cents);
	});
});
