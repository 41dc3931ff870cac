import { describe, expect, test } from 'vitest';
import { viewOrder } from './order.ts';
import { fillLines, takeBlock, type Range } from './take.ts';
import { jumpFrom, keyAct } from './keys.ts';
import { rowsInView } from './window.ts';
import type { GridColumn } from './types.ts';

type Row = { number: number; title: string; share: number };
const columns: GridColumn<Row>[] = [
	{
		key: 'number',
		name: 'No.',
		width: 60,
		kind: 'figure',
		show: (row) => String(row.number),
		sort: (row) => row.number,
		read: (typed) =>
			/^\d+$/.test(typed) ? { ok: true, value: Number(typed) } : { ok: false, why: 'A whole number.' }
	},
	{
		key: 'title',
		name: 'Title',
		width: 100,
		kind: 'text',
		show: (row) => row.title,
		read: (typed) => ({ ok: true, value: typed })
	},
	{
		key: 'share',
		name: 'Shot',
		width: 60,
		kind: 'figure',
		show: (row) => `${row.share} %`,
		sort: (row) => row.share
	}
];
const rows: Record<string, Row> = {
	a: { number: 1, title: 'Ferry', share: 10 },
	b: { number: 2, title: 'Safe', share: 9 },
	c: { number: 3, title: '', share: 100 }
};
const cells = { columns, ids: Object.keys(rows), row: (id: string) => rows[id] ?? null };
const at = (top: number, left: number, bottom = top, right = left): Range => ({ top, left, bottom, right });
const take = (block: string[][], into: Range, mayAdd = true) =>
	takeBlock(block, into, cells, mayAdd, (column) => `${column.name} is reckoned.`);

describe('a block that is pasted', () => {
	test('goes down from the first selected cell, however large it is', () => {
		const { changes, range } = take(
			[
				['5', 'Five'],
				['6', 'Six']
			],
			at(0, 0)
		);
		expect(changes).toEqual([
			{ id: 'a', key: 'number', value: 5 },
			{ id: 'a', key: 'title', value: 'Five' },
			{ id: 'b', key: 'number', value: 6 },
			{ id: 'b', key: 'title', value: 'Six' }
		]);
		expect(range).toEqual(at(0, 0, 1, 1));
	});
	test('of one cell fills every selected cell', () => {
		expect(take([['x']], at(0, 1, 2, 1)).changes.map(({ value }) => value)).toEqual(['x', 'x', 'x']);
	});
	test('is repeated where the selection holds it a whole number of times, and once where not', () => {
		expect(take([['x'], ['y']], at(0, 1, 1, 1)).changes).toHaveLength(2);
		expect(take([['x']], at(0, 1, 1, 1)).changes).toHaveLength(2);
		expect(take([['x'], ['y']], at(0, 1, 2, 1)).changes).toHaveLength(2);
	});
	test('makes rows below the last one, a gap between them an empty row', () => {
		const { added, changes } = take([['Third'], ['Fourth'], [''], ['Sixth'], ['']], at(2, 1));
		expect(changes).toEqual([{ id: 'c', key: 'title', value: 'Third' }]);
		expect(added.map((row) => row.get('title'))).toEqual(['Fourth', undefined, 'Sixth']);
	});
	test('makes no rows where a view hides some, and counts what had no place', () => {
		const { added, outside } = take(
			[
				['x', 'y', 'z'],
				['x', '', '']
			],
			at(2, 1),
			false
		);
		expect(added).toEqual([]);
		expect(outside).toBe(2);
	});
	test('leaves a cell that can’t take its value as it was, and says why', () => {
		const { changes, refused } = take([['seven', 'Seven']], at(0, 0));
		expect(changes).toEqual([{ id: 'a', key: 'title', value: 'Seven' }]);
		expect(refused).toEqual([{ id: 'a', key: 'number', typed: 'seven', why: 'A whole number.' }]);
	});
	test('says once of a reckoned column that it takes nothing, and not at all where it says the same', () => {
		expect(take([['50 %'], ['60 %']], at(0, 2)).refused).toHaveLength(1);
		expect(take([['10 %'], ['9 %']], at(0, 2)).refused).toEqual([]);
	});
	test('writes nothing where a cell says the same already', () => {
		expect(take([['1', 'Ferry']], at(0, 0)).changes).toEqual([]);
	});
});

test('filling down repeats the lines, and goes on counting where figures count', () => {
	expect(
		fillLines(
			[
				['1', 'a'],
				['2', 'b']
			],
			3
		)
	).toEqual([
		['3', 'a'],
		['4', 'b'],
		['5', 'a']
	]);
	expect(fillLines([['5']], 2)).toEqual([['5'], ['5']]);
	expect(fillLines([['3'], ['4']], -2)).toEqual([['2'], ['1']]);
	expect(fillLines([['1'], ['4'], ['5']], 1)).toEqual([['1']]);
});

test('sorting and finding change the view, what is empty comes last either way', () => {
	const view = (sort: { key: string; down: boolean } | null, words = '') =>
		viewOrder(cells.ids, cells.row, columns, { sort, words, locale: 'en' });
	expect(view({ key: 'share', down: false })).toEqual(['b', 'a', 'c']);
	expect(view({ key: 'title', down: true })).toEqual(['b', 'a', 'c']);
	expect(view({ key: 'title', down: false })).toEqual(['a', 'b', 'c']);
	expect(view(null, 'fer 1')).toEqual(['a']);
	expect(view(null)).toBe(cells.ids);
});

test('Ctrl and an arrow stop at the edge of what is filled in', () => {
	const filled = [true, true, false, false, true, false];
	const jump = (from: number, step: 1 | -1) => jumpFrom(from, step, filled.length, (n) => filled[n] ?? false);
	expect([jump(0, 1), jump(1, 1), jump(4, 1), jump(5, -1), jump(4, -1), jump(0, -1)]).toEqual([
		1, 4, 5, 4, 1, 0
	]);
});

test('letters are typed, not commands, and Ctrl+D fills', () => {
	const key = (key: string, more: Partial<KeyboardEvent> = {}) =>
		keyAct({ key, ctrlKey: false, shiftKey: false, metaKey: false, altKey: false, ...more });
	expect(key('d')).toBeNull();
	expect(key('d', { ctrlKey: true })).toEqual({ do: 'fill' });
	expect(key('Z', { metaKey: true, shiftKey: true })).toEqual({ do: 'redo' });
	expect(key('c', { ctrlKey: true })).toBeNull();
});

test('of 500 rows only those near the window are drawn, and the active one', () => {
	const drawn = rowsInView(28 * 200, 600, 28, 500, 3);
	expect(drawn.length).toBeLessThan(60);
	expect(drawn[0]).toBe(3);
	expect(drawn).toContain(200);
	expect(drawn).toContain(222);
	expect(rowsInView(0, 600, 28, 2, null)).toEqual([0, 1]);
});
