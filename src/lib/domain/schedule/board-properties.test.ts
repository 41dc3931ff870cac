import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/day-key.ts';
import type { ShootDayId, StripId } from '../ids.ts';
import { boardOf, columnsOf } from './columns.ts';
import { conflicts } from './conflicts.ts';
import { byId } from './new-rows.ts';
import { placeFor } from './place.ts';
import type { Plan } from './plan.ts';
import type { Strip } from './records.ts';
import { planOf } from './testing/plan-of.ts';

const DAYS = ['D1', 'D2', 'D3'] as ShootDayId[];
const SETS = { salon: 'villa', kitchen: 'villa', quay: 'harbour', loose: null };

const scene = fc.record({
	eighths: fc.integer({ min: 1, max: 16 }),
	estimateMinutes: fc.option(fc.integer({ min: 1, max: 200 })),
	set: fc.constantFrom('salon', 'kitchen', 'quay', 'loose'),
	cast: fc.subarray(['Lin', 'Qiao', 'Gu'])
});
const plan = fc
	.tuple(
		fc.array(fc.tuple(scene, fc.nat(3), fc.constantFrom<Strip['status']>('todo', 'shot', 'dropped')), {
			maxLength: 24
		}),
		fc.integer({ min: 0, max: 90 }),
		fc.integer({ min: 0, max: 90 })
	)
	.map(([scenes, moveMinutes, setChangeMinutes]): Plan => {
		const lying = (n: number) =>
			scenes.flatMap(([, where, status], i) => (where === n ? [{ scene: `s${i}`, status }] : []));
		return planOf({
			production: { moveMinutes, setChangeMinutes },
			crew: ['Wang', 'Li'],
			sets: SETS,
			scenes: Object.fromEntries(scenes.map(([one], i) => [`s${i}`, one])),
			days: Object.fromEntries(DAYS.map((id, n) => [id, { date: day(`2026-11-1${n}`), strips: lying(n) }])),
			boneyard: lying(3)
		});
	});
const moves = fc.array(
	fc.record({ pick: fc.array(fc.nat(23), { minLength: 1, maxLength: 4 }), to: fc.nat(3), index: fc.nat(24) }),
	{ maxLength: 12 }
);

/** Moves strips the way the command does: new keys for those that move, nobody else touched. */
function moved(from: Plan, { pick, to, index }: { pick: number[]; to: number; index: number }): Plan {
	const { columns, boneyard } = columnsOf(from);
	const all = [...columns.flatMap((column) => column.strips), ...boneyard];
	const moving = new Set(pick.flatMap((n) => all[n % Math.max(1, all.length)]?.id ?? []));
	const dayId = DAYS[to] ?? null;
	const target = (columns.find((column) => column.day.id === dayId)?.strips ?? boneyard).filter(
		(strip) => !moving.has(strip.id)
	);
	const keys = placeFor(
		target.map((strip) => ({ id: strip.id, order: strip.place.order })),
		index,
		moving.size
	);
	let next = 0;
	const strips = all.map((strip) =>
		moving.has(strip.id) ? { ...strip, place: { dayId, order: keys[next++] as string } } : strip
	);
	return { ...from, strips: byId(strips) };
}

const shuffle = <K, V>(map: ReadonlyMap<K, V>): Map<K, V> => new Map([...map].reverse());

describe('what holds for every board', () => {
	it('after any moves each strip is in exactly one place', () => {
		fc.assert(
			fc.property(plan, moves, (start, all) => {
				const end = all.reduce(moved, start);
				const { columns, boneyard } = columnsOf(end);
				const ids = [...columns.flatMap((column) => column.strips), ...boneyard].map((strip) => strip.id);
				expect(ids.toSorted()).toEqual([...start.strips.keys()].toSorted());
			})
		);
	});

	it('eighths and minutes add up to the same after any moves', () => {
		const total = (of: Plan): number[] => {
			const { summaries, boneyard } = boardOf({ ...of, days: of.days });
			const waiting = boneyard.filter((strip) => strip.status !== 'dropped');
			const inBoneyard = waiting.reduce(
				(sum, strip) => sum + (of.scenes.get(strip.sceneId!)?.eighths ?? 0),
				0
			);
			return [
				summaries.reduce((sum, one) => sum + one.eighths, inBoneyard),
				summaries.reduce((sum, one) => sum + one.sceneCount, waiting.length)
			];
		};
		fc.assert(
			fc.property(plan, moves, (start, all) => {
				expect(total(all.reduce(moved, start))).toEqual(total(start));
			})
		);
	});

	it('a day is the sum of its parts', () => {
		fc.assert(
			fc.property(plan, (one) => {
				for (const sum of boardOf(one).summaries) {
					expect(sum.regularMinutes + sum.overtimeMinutes + sum.beyondMinutes).toBe(sum.workedMinutes);
					const changes = sum.timed.reduce((all, strip) => all + strip.changeMinutes, 0);
					const strips = sum.timed.reduce((all, strip) => all + strip.endsAt - strip.startsAt, 0);
					expect(strips).toBe(sum.estimatedMinutes);
					const { firstShotMinutes, mealMinutes, wrapMinutes } = one.production;
					expect(sum.lengthMinutes).toBe(
						sum.called.length === 0 ? 0 : firstShotMinutes + strips + changes + mealMinutes + wrapMinutes
					);
				}
			})
		);
	});

	it('nobody is called before the day nor wraps after it', () => {
		fc.assert(
			fc.property(plan, (one) => {
				for (const { callAt, wrapAt, called } of boardOf(one).summaries)
					for (const person of called) {
						expect(person.callAt).toBeGreaterThanOrEqual(callAt);
						expect(person.wrapAt).toBeLessThanOrEqual(wrapAt);
						expect(person.workedMinutes).toBeGreaterThanOrEqual(0);
					}
			})
		);
	});

	it('taking a strip out never lengthens a day', () => {
		fc.assert(
			fc.property(plan, fc.nat(23), (one, n) => {
				const taken = [...one.strips.keys()][n % Math.max(1, one.strips.size)] as StripId;
				const strips = new Map(one.strips);
				strips.delete(taken);
				const after = boardOf({ ...one, strips }).summaries;
				boardOf(one).summaries.forEach((before, i) =>
					expect(after[i]?.lengthMinutes).toBeLessThanOrEqual(before.lengthMinutes)
				);
			})
		);
	});

	it('the order of rows in the data changes nothing', () => {
		fc.assert(
			fc.property(plan, (one) => {
				const other = {
					...one,
					strips: shuffle(one.strips),
					days: shuffle(one.days),
					scenes: shuffle(one.scenes),
					characters: shuffle(one.characters)
				};
				expect(boardOf(other).summaries).toEqual(boardOf(one).summaries);
				expect(boardOf(other).nights).toEqual(boardOf(one).nights);
				expect(conflicts(other)).toEqual(conflicts(one));
			})
		);
	});
});
