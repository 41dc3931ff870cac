import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { workdaysFrom } from '../calendar/workdays.ts';
import type { SceneId } from '../ids.ts';
import { boardOf } from './columns.ts';
import { firstSchedule } from './first-schedule.ts';
import { byId } from './new-rows.ts';
import type { Plan } from './plan.ts';
import { datesFor, daysNeeded, shootDates } from './shoot-dates.ts';
import { counting, planOf, production, type PlanIn, type SceneIn } from './testing/plan-of.ts';

const dates = (count: number) => workdaysFrom(day('2026-11-10'), count, []);

function scheduled(given: PlanIn, count: number): Plan {
	const plan = planOf(given);
	const { days, strips } = firstSchedule({
		scenes: plan.scenes.values(),
		sets: plan.sets,
		production: plan.production,
		dates: dates(count),
		makeId: counting()
	});
	return { ...plan, days: byId(days), strips: byId(strips) };
}

const numbers = (plan: Plan) =>
	boardOf(plan).columns.map((column) => column.strips.map((strip) => strip.sceneId as string));

const SETS = { salon: 'villa', kitchen: 'villa', quay: 'harbour', lane: 'harbour' };

describe('a first schedule', () => {
	it('keeps a location together, then a set, and puts its nights last', () => {
		const hour = { estimateMinutes: 60, time: 'day' } as const;
		const plan = scheduled(
			{
				sets: SETS,
				scenes: {
					a: { ...hour, set: 'quay' },
					b: { ...hour, set: 'salon' },
					c: { ...hour, set: 'kitchen' },
					d: { ...hour, set: 'salon', time: 'night', intExt: 'int' },
					e: { ...hour, set: 'salon' },
					f: { ...hour, set: 'lane' },
					g: { ...hour, set: 'kitchen' },
					h: { ...hour, set: 'quay' }
				}
			},
			2
		);
		expect(numbers(plan)).toEqual([
			['b', 'e', 'c', 'g'],
			['a', 'h', 'f', 'd']
		]);
	});

	it('spreads an even load: eight hours of work over two days are four each', () => {
		const scenes = Object.fromEntries(
			Array.from({ length: 16 }, (_, i) => [`s${i}`, { estimateMinutes: 30 }])
		);
		expect(boardOf(scheduled({ scenes }, 2)).summaries.map((one) => one.estimatedMinutes)).toEqual([
			240, 240
		]);
	});

	it('leaves in the boneyard, in script order, what goes beyond the longest day', () => {
		const scenes = Object.fromEntries(
			Array.from({ length: 10 }, (_, i) => [`s${i}`, { estimateMinutes: 200 }])
		);
		const { summaries, boneyard } = boardOf(scheduled({ scenes }, 2));
		expect(summaries.map((one) => [one.sceneCount, one.beyondMinutes])).toEqual([
			[3, 0],
			[3, 0]
		]);
		expect(boneyard.map((strip) => strip.sceneId)).toEqual(['s6', 's7', 's8', 's9']);
	});

	it('begins night exteriors in the dark and leaves the shortest rest behind them', () => {
		const night: SceneIn = { estimateMinutes: 90, intExt: 'ext', time: 'night', set: 'quay' };
		const dayScene: SceneIn = { estimateMinutes: 90, intExt: 'int', time: 'day', set: 'salon' };
		const scenes = Object.fromEntries(
			Array.from({ length: 12 }, (_, i) => [`s${i}`, i < 6 ? night : dayScene])
		);
		const plan = scheduled({ crew: ['Wang'], sets: SETS, scenes }, 2);
		const { columns, summaries, nights } = boardOf(plan);
		expect(columns.map((column) => column.day.callAt)).toEqual([null, 1065]);
		expect(summaries[1]?.timed[0]?.startsAt).toBe(1110);
		expect(nights.flatMap((one) => one.short)).toEqual([]);
	});

	it('gives omitted scenes a strip in the boneyard, so that each scene has exactly one', () => {
		const plan = scheduled({ scenes: { a: { omitted: true, eighths: 0 }, b: {} } }, 1);
		expect(numbers(plan)).toEqual([['b']]);
		expect(boardOf(plan).boneyard.map((strip) => strip.sceneId)).toEqual(['a']);
	});

	it('without dates everything waits in the boneyard', () => {
		expect(boardOf(scheduled({ scenes: { a: {}, b: {} } }, 0)).boneyard).toHaveLength(2);
	});

	const anyScene = fc.record({
		eighths: fc.integer({ min: 1, max: 40 }),
		time: fc.constantFrom('day', 'night', 'dawn', 'dusk', null),
		intExt: fc.constantFrom('int', 'ext', 'int-ext', null),
		set: fc.constantFrom('salon', 'kitchen', 'quay', 'lane', 'loose'),
		omitted: fc.boolean(),
		cast: fc.subarray(['Lin', 'Qiao', 'Gu'])
	});

	it('leaves the rest the rules ask for where that is longer than what was agreed: eleven hours in Britain', () => {
		// Fifteen hours from 07:00: called at 07:00 again, people would rest nine.
		const scenes = Object.fromEntries(
			Array.from({ length: 15 }, (_, i) => [`s${i}`, { estimateMinutes: 150, set: 'salon' }])
		);
		const figures = { contractMinutes: 900, longestMinutes: 1000, restMinutes: 300, callAt: 420 };
		const shortest = (ruleSet: string): number =>
			Math.min(
				...boardOf(
					scheduled({ sets: SETS, scenes, crew: ['Wang'], production: { ...figures, ruleSet } }, 3)
				).nights.map(({ restMinutes }) => restMinutes ?? Infinity)
			);
		expect(shortest('us-flsa')).toBeLessThan(600);
		expect(shortest('uk-tv-drama')).toBeGreaterThanOrEqual(660);
	});

	it('has every scene exactly once, no day beyond the longest, no rest broken, whatever the script', () => {
		fc.assert(
			fc.property(fc.array(anyScene, { maxLength: 60 }), fc.nat(6), (scenes, count) => {
				const plan = scheduled(
					{
						crew: ['Wang'],
						sets: { ...SETS, loose: null },
						scenes: Object.fromEntries(scenes.map((scene, i) => [`s${i}`, scene]))
					},
					count
				);
				const ids = [...plan.strips.values()].map((strip) => strip.sceneId as SceneId);
				expect(ids.toSorted()).toEqual([...plan.scenes.keys()].toSorted());
				const { summaries, nights } = boardOf(plan);
				for (const one of summaries) expect(one.beyondMinutes).toBe(0);
				for (const night of nights) expect(night.short).toEqual([]);
			})
		);
	});

	it('says nothing of the order in which scenes were handed in', () => {
		fc.assert(
			fc.property(fc.array(anyScene, { maxLength: 30 }), fc.integer(), (scenes, seed) => {
				const plan = planOf({
					sets: { ...SETS, loose: null },
					scenes: Object.fromEntries(scenes.map((scene, i) => [`s${i}`, scene]))
				});
				const make = (all: typeof plan.scenes extends ReadonlyMap<string, infer S> ? S[] : never) =>
					firstSchedule({
						scenes: all,
						sets: plan.sets,
						production: plan.production,
						dates: dates(3),
						makeId: counting()
					});
				const shuffled = [...plan.scenes.values()].sort(
					(a, b) => ((a.order.length * 31 + seed) ^ b.eighths) - seed || (a.id > b.id ? -1 : 1)
				);
				expect(make(shuffled)).toEqual(make([...plan.scenes.values()]));
			})
		);
	});
});

describe('shoot dates', () => {
	it('are working days from the first shoot day on', () => {
		// 13 November 2026 is a Friday.
		expect(shootDates(production({ shootsOn: day('2026-11-13'), restWeekdays: [7] }), 3)).toEqual([
			'2026-11-13',
			'2026-11-14',
			'2026-11-16'
		]);
		expect(shootDates(production({ shootsOn: null }), 3)).toEqual([]);
	});

	it('never reach the launch, whatever the scenes need', () => {
		const { scenes } = planOf({ scenes: { all: { eighths: 944 } } });
		const soon = production({ shootsOn: day('2026-11-10'), launchesOn: day('2026-11-13') });
		expect(datesFor(scenes.values(), soon)).toEqual(['2026-11-10', '2026-11-11', '2026-11-12']);
		expect(datesFor(scenes.values(), production(), 2)).toHaveLength(2);
	});

	it('118 pages at 50 minutes need 12 days of 525 minutes', () => {
		const { scenes } = planOf({ scenes: { all: { eighths: 944 } } });
		expect(daysNeeded(scenes.values(), production())).toBe(12);
	});
});
