import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { MoneyLineId, ProductionId } from '#lib/domain/ids.ts';
import { productionRecord } from '#lib/domain/schedule/records.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { openDocument } from '../document.ts';
import { History } from '../history.ts';
import { openPlan, productionOf } from '../plan-document.ts';
import { moneySchema } from '../schema/money.ts';
import { changeLines, PAID_DAYS, removeLines, setBudget, writePaidDays } from './money.ts';
import { writePlan } from './write-plan.ts';

const id = 'p'.repeat(22) as ProductionId;
const open = () => {
	const plan = openPlan(new Y.Doc());
	writePlan(plan, { production: newRow(productionRecord, id, { title: 'Rain' }) });
	return { plan, money: openDocument(new Y.Doc(), moneySchema) };
};
const told = { days: 9, date: day('2026-11-25'), by: 'Mei' };

test('opening the money writes nothing', () => {
	const doc = new Y.Doc();
	const money = openDocument(doc, moneySchema);
	expect([...money.tables.lines.rows()]).toEqual([]);
	expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
});

test('the plan is told days, a date and who, and no sum; the same is not told twice a day', () => {
	const { plan } = open();
	let updates = 0;
	plan.doc.on('update', () => updates++);
	writePaidDays(plan, told);
	writePaidDays(plan, told);
	expect(updates).toBe(1);
	expect(productionOf(plan)).toMatchObject({ paidDays: 9, paidDaysOn: '2026-11-25', paidDaysBy: 'Mei' });
	// The money was changed and the number held: planners see that it is of today.
	writePaidDays(plan, { ...told, date: day('2026-11-26'), by: 'Lin' });
	expect(productionOf(plan)).toMatchObject({ paidDays: 9, paidDaysOn: '2026-11-26', paidDaysBy: 'Lin' });
});

test('undo on the board leaves the days paid for as they are', () => {
	const { plan } = open();
	const history = new History(plan, ({ name }) => name !== PAID_DAYS);
	writePaidDays(plan, told);
	expect(history.undo()).toBeNull();
	expect(productionOf(plan)?.paidDays).toBe(9);
});

test('a budget set twice is one row, lines come in order, a line put away can be had again', () => {
	const { money } = open();
	const history = new History(money);
	setBudget(money, id, 100);
	setBudget(money, id, 200);
	expect([...money.tables.budgets.rows().values()]).toMatchObject([{ total: 200 }]);
	const [one, two] = changeLines(money, new Map(), [{ name: 'a' }, { name: 'b', planned: 5 }]);
	const [last] = changeLines(money, new Map(), [{ name: 'c' }]);
	const order = (line: MoneyLineId | undefined): string => money.tables.lines.get(line ?? '')?.order ?? '';
	expect(order(one) < order(two) && order(two) < order(last)).toBe(true);
	expect(removeLines(money, [two as MoneyLineId, 'gone' as MoneyLineId], 1)).toBe(1);
	expect(history.undo()).toMatchObject({ name: 'remove-lines', count: 1 });
	expect(money.tables.lines.rows().get(two as MoneyLineId)).toMatchObject({ name: 'b', planned: 5 });
	expect(changeLines(money, new Map([['gone' as MoneyLineId, { planned: 1 }]]))).toEqual([]);
});
