import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SceneId, StripId } from '../ids.ts';
import { byOrder } from '../order-key.ts';
import { groupBySet } from './group-by-set.ts';
import { placeFor, type Placed } from './place.ts';
import { columnsOf } from './columns.ts';
import { planOf } from './testing/plan-of.ts';

const list = (...orders: string[]): Placed[] =>
	orders.map((order, i) => ({ id: `old-${i}` as StripId, order }));

const after = (there: readonly Placed[], index: number, count: number): string[] => {
	const added = placeFor(there, index, count).map((order, i) => ({ id: `new-${i}` as StripId, order }));
	return [...there, ...added].sort(byOrder).map(({ id }) => id);
};

describe('where strips land', () => {
	it('between two strips, in the order they were given', () => {
		expect(after(list('a0', 'a1'), 1, 2)).toEqual(['old-0', 'new-0', 'new-1', 'old-1']);
	});

	it('first, last and in an empty day', () => {
		expect(after(list('a0'), 0, 1)).toEqual(['new-0', 'old-0']);
		expect(after(list('a0'), 9, 1)).toEqual(['old-0', 'new-0']);
		expect(after([], 0, 2)).toEqual(['new-0', 'new-1']);
	});

	it('between two that were put at one place offline: behind both, without touching either', () => {
		expect(after(list('a0', 'a1', 'a1', 'a2'), 2, 1)).toEqual(['old-0', 'old-1', 'old-2', 'new-0', 'old-3']);
	});

	it('at any index of any list the strips stand together, in their order', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(5), { maxLength: 12 }),
				fc.nat(14),
				fc.integer({ min: 1, max: 5 }),
				(picks, index, count) => {
					const there = list(...picks.map((n) => `a${n}`).sort());
					const order = after(there, index, count);
					const first = order.indexOf('new-0');
					expect(order.slice(first, first + count)).toEqual(
						Array.from({ length: count }, (_, i) => `new-${i}`)
					);
					expect(order.filter((id) => id.startsWith('old'))).toEqual(there.map(({ id }) => id));
				}
			)
		);
	});
});

describe('set headers', () => {
	it('fold consecutive strips of one set; a banner and another set end the run', () => {
		const plan = planOf({
			sets: { salon: null, lobby: null },
			scenes: {
				a: { set: 'salon', eighths: 3 },
				b: { set: 'salon', eighths: 4 },
				c: { set: 'lobby' },
				d: { set: 'salon' },
				e: { set: 'salon' }
			},
			days: {
				D: {
					strips: [
						{ scene: 'a' },
						{ scene: 'b' },
						{ scene: 'c' },
						{ scene: 'd' },
						{ minutes: 10 },
						{ scene: 'e' }
					]
				}
			}
		});
		const groups = groupBySet(columnsOf(plan).columns[0]!.strips, (id: SceneId) => plan.scenes.get(id));
		expect(groups.map((group) => [group.kind, group.setId, group.strips.length, group.eighths])).toEqual([
			['set', 'salon', 2, 7],
			['set', 'lobby', 1, 1],
			['set', 'salon', 1, 1],
			['banner', null, 1, 0],
			['set', 'salon', 1, 1]
		]);
	});
});
