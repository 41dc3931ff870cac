import { expect, test } from 'vitest';
import type { MoneyLineId } from '../ids.ts';
import { newRow } from '../schedule/new-rows.ts';
import { moneyLineRecord, type MoneyLine } from './records.ts';
import { trafficRule } from './traffic.ts';

const line = (values: Partial<MoneyLine>): MoneyLine =>
	newRow(moneyLineRecord, (values.category ?? 'x') as MoneyLineId, values);
const LINES = [
	line({ category: 'marketing', planned: 30_000, committed: 50_000 }),
	line({ category: 'post', planned: 40_000 })
];

test('M12: a mini-program drama needs about ten times its production cost in bought traffic', () => {
	// 550,000 in all, 50,000 of them agreed for traffic: 500,000 make the drama.
	expect(trafficRule('mini-program', 550_000, LINES)).toEqual({
		production: 500_000,
		needed: 5_000_000,
		planned: 50_000
	});
	expect(trafficRule('mini-program', 500_000, [])).toMatchObject({ needed: 5_000_000, planned: 0 });
});

test('M12: nothing is said of other commissions, without a budget, or where traffic is all of it', () => {
	expect(trafficRule('platform-original', 550_000, LINES)).toBeNull();
	expect(trafficRule('mini-program', null, LINES)).toBeNull();
	expect(trafficRule('mini-program', 50_000, LINES)).toBeNull();
});
