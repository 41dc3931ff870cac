import { describe, expect, it } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { day } from '../../calendar/day-key.ts';
import { boardOf } from '../../schedule/columns.ts';
import { planOf, type SceneIn, type StripIn } from '../../schedule/testing/plan-of.ts';
import { launchCases, workCases } from './cases.ts';
import { paceOf } from './work-left.ts';

/** Scenes of an hour: night scenes outside that took the minutes given, and what is still to shoot. */
function shot(took: readonly number[], left: Record<string, SceneIn>) {
	const done = took.map((_, i) => [`n${i}`, { intExt: 'ext', time: 'night', estimateMinutes: 60 }] as const);
	const strips: StripIn[] = took.map((actualMinutes, i) => ({
		scene: `n${i}`,
		status: 'shot',
		actualMinutes
	}));
	return planOf({
		scenes: { ...Object.fromEntries(done), ...left } as Record<string, SceneIn>,
		days: { d1: { date: day('2026-11-10'), strips } },
		boneyard: Object.keys(left).map((scene) => ({ scene }))
	});
}
const night = (estimateMinutes: number): SceneIn => ({ intExt: 'ext', time: 'night', estimateMinutes });
const inside = (estimateMinutes: number): SceneIn => ({ intExt: 'int', time: 'day', estimateMinutes });

describe('the likely and the bad case', () => {
	it('from five shot on a class has its own median and P80', () => {
		// Ratios 0.5, 1, 1.5, 2, 3: median 1.5, and 2 is the smallest that four of five don't exceed.
		const cases = workCases(shot([90, 30, 180, 60, 120], { a: night(100) }));
		expect(cases).toEqual({ estimated: 100, likely: 150, bad: 200, classes: 1, shot: 5 });
	});

	it('four of a class say nothing, and five in all stand for a class that has fewer', () => {
		expect(workCases(shot([120, 120, 120, 120], { a: night(100) }))).toMatchObject({ likely: 100, bad: 100 });
		expect(workCases(shot([90, 90, 90, 90, 90], { a: inside(100) }))).toMatchObject({
			likely: 150,
			classes: 1
		});
	});

	it('of six the median lies between the middle two', () => {
		// 0.5, 1, 1.5 | 2, 2.5, 3: 1.75; the fifth of six is P80.
		expect(workCases(shot([30, 60, 90, 120, 150, 180], { a: night(100) }))).toMatchObject({
			likely: 175,
			bad: 250
		});
	});

	it('plays no part in pace, which is the sums', () => {
		const plan = shot([90, 30, 180, 60, 120], { a: night(100) });
		expect(paceOf(plan)).toEqual({ strips: 5, actual: 480, estimated: 300 });
	});

	it('the bad case is never online before the likely one, in every demo', () => {
		const asOf = day('2026-11-22');
		for (const which of ['A', 'B', 'C'] as const) {
			const plan = demoPlan(which, 1, asOf);
			const { likely, bad, work } = launchCases(plan, boardOf(plan), asOf, asOf);
			expect(likely).not.toBeNull();
			expect(bad! >= likely!).toBe(true);
			expect(work.bad).toBeGreaterThanOrEqual(work.likely);
			expect(work.shot).toBeGreaterThan(5);
		}
	});
});
