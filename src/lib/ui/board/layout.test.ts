import { describe, expect, test } from 'vitest';
import type { SceneId, SetId, StripId } from '#lib/domain/ids.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { sceneRecord, stripRecord } from '#lib/domain/schedule/records.ts';
import { codeOf, colourOf } from './codes.ts';
import { NO_FILTER, shows } from './filter.ts';
import { columnEdges, gapAt, indexOf, layOut, rowsWithin, settle } from './layout.ts';
import { readPages } from './read-pages.ts';
import { sizesFor } from './sizes.ts';
import { sortBoneyard } from './sort-boneyard.ts';
import type { StripView } from './types.ts';

const strip = (name: string, set: string, order = name): StripView => {
	const scene = newRow(sceneRecord, name as SceneId, {
		number: name,
		setId: set as SetId,
		order,
		eighths: 2
	});
	return {
		id: name as StripId,
		strip: newRow(stripRecord, name as StripId, { sceneId: scene.id }),
		scene,
		setName: set,
		cast: [],
		eighths: 2,
		estimate: { minutes: 13, basis: 'pages' }
	};
};
const DAYS = sizesFor('days', 'laptop', 1000, 4, false);
const WHOLE = sizesFor('whole', 'laptop', 1232, 9, false);
const views = [strip('1-1', 'salon'), strip('1-2', 'salon'), strip('2-1', 'lobby'), strip('3-1', 'salon')];
const none: ReadonlySet<StripId> = new Set();
const ids = (...names: string[]): ReadonlySet<StripId> => new Set(names as StripId[]);

describe('laying a day out', () => {
	test('a run of two or more of one set gets a header; a single scene says its set itself', () => {
		const { rows } = layOut(views, DAYS, none);
		expect(rows.map((row) => row.key)).toEqual(['set 1-1', '1-1', '1-2', '2-1', '3-1']);
		expect(rows.map((row) => row.inSet)).toEqual([false, true, true, false, false]);
	});

	test('a folded set is one line that stands for its strips and their pages', () => {
		const { rows } = layOut(views, DAYS, new Set(['1-1']));
		expect(rows.map((row) => row.key)).toEqual(['set 1-1', '2-1', '3-1']);
		expect(rows[0]?.group).toMatchObject({ ids: ['1-1', '1-2'], eighths: 4, folded: true });
	});

	test('a change to one strip keeps the lines of the others as they are', () => {
		const before = layOut(views, DAYS, none);
		const changed = views.map((view) => (view.id === '2-1' ? { ...view, eighths: 3 } : view));
		const after = settle(before, layOut(changed, DAYS, none));
		expect(after.rows.map((row, i) => row === before.rows[i])).toEqual([true, true, true, false, true]);
	});

	test('nine days fit on a laptop in Whole, beside a rail of 208', () => {
		const edges = columnEdges([true, true, true, true, true, true, true, true, false], WHOLE);
		expect((edges.at(-1) ?? 0) + WHOLE.column).toBeLessThanOrEqual(1232);
	});

	test('only lines that reach into the window are drawn', () => {
		const { rows } = layOut(views, WHOLE, none);
		const second = rows[1];
		expect(rowsWithin(rows, (second?.y ?? 0) + 1, (second?.y ?? 0) + 2)).toEqual([second]);
		expect(rowsWithin(rows, -Infinity, Infinity)).toBe(rows);
	});
});

describe('where a drop goes', () => {
	const { rows } = layOut(views, DAYS, none);
	const top = (key: string): number => rows.find((row) => row.key === key)?.y ?? -1;

	test('the upper half of a strip means before it, the lower half after it', () => {
		expect(gapAt(rows, top('2-1') + 4, none, 6).before).toBe('2-1');
		expect(gapAt(rows, top('2-1') + 28, none, 6).before).toBe('3-1');
	});

	test('below the last strip, and on an empty day, is the end', () => {
		expect(gapAt(rows, 5000, none, 6).before).toBeNull();
		expect(gapAt([], 40, none, 6).before).toBeNull();
	});

	test('strips in the hand are no neighbours: dropping a strip on itself leaves it where it is', () => {
		expect(gapAt(rows, top('1-2') + 4, ids('1-2'), 6).before).toBe('2-1');
		expect(
			indexOf(
				views.map(({ id }) => id),
				'2-1' as StripId,
				ids('1-2')
			)
		).toBe(1);
	});

	test('below a folded set means after all its strips', () => {
		const folded = layOut(views, DAYS, new Set(['1-1'])).rows;
		expect(gapAt(folded, (folded[0]?.y ?? 0) + 27, none, 6).before).toBe('2-1');
	});
});

describe('reading and finding', () => {
	test.each([
		['1 3/8', 11],
		['3/8', 3],
		['2', 16],
		['1.375', 11],
		['1 3/8', 11],
		['', null],
		['0', null],
		['a page', null]
	])('pages typed as “%s” are %s eighths', (typed, eighths) => expect(readPages(typed)).toBe(eighths));

	test('every word of a filter has to be on the strip', () => {
		expect(shows({ ...NO_FILTER, text: 'SALON 1-1' }, views[0] as StripView)).toBe(true);
		expect(shows({ ...NO_FILTER, text: 'lobby 1-1' }, views[0] as StripView)).toBe(false);
	});

	test('the boneyard by number counts 2 before 10', () => {
		const some = [strip('10-1', 'a'), strip('2-1', 'b'), strip('2-10', 'c'), strip('2-2', 'd')];
		expect(sortBoneyard(some, 'number').map(({ id }) => id)).toEqual(['2-1', '2-2', '2-10', '10-1']);
	});

	test('inside and outside counts as outside; Singleton boards swap the two nights', () => {
		expect(codeOf({ intExt: 'int-ext', time: 'night' })).toBe('ne');
		expect(codeOf({ intExt: 'int', time: 'dawn' })).toBe('dawn');
		expect(codeOf({ intExt: null, time: 'day' })).toBeNull();
		expect(colourOf('ni', 'singleton')).toBe('ne');
	});
});
