import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { addDays, day } from '../../calendar/day-key.ts';
import { zoneClock } from '../../calendar/zone-clock.ts';
import { PRESET_LIST } from '../../hours/presets/index.ts';
import { readRuleSet } from '../../hours/rule-set.ts';
import { boardOf } from '../../schedule/columns.ts';
import { assessCompression } from '../assess-compression.ts';
import { compressionOfPlan } from './of-plan.ts';
import { tasksAhead } from './task-hours.ts';
import type { TaskWork } from './types.ts';

const MONDAY = day('2026-11-23');
const week = (from: number, days: number) =>
	Array.from({ length: days }, (_, i) => addDays(MONDAY, from + i));
const clock = zoneClock('Asia/Shanghai');
const DAY = { callAt: 540, overheadMinutes: 75, mealMinutes: 60 };
const judged = (task: Partial<TaskWork>, ruleSet = 'cn-standard') =>
	tasksAhead(
		[{ id: 't', people: 2, minutes: 0, dates: week(0, 5), from: MONDAY, slackDates: [], ...task }],
		readRuleSet(ruleSet),
		clock,
		DAY
	);

describe('the people of a task', () => {
	it('two editors with 100 hours in five days have two hours a day over eight', () => {
		const { overtime, of } = judged({ minutes: 6000 });
		expect(overtime).toBe(2 * 5 * 120);
		expect(of).toMatchObject([{ id: 't', longestDay: 600, unfit: 0 }]);
	});

	it('within the agreed hours there is none', () => {
		expect(judged({ minutes: 2 * 5 * 480 })).toMatchObject({ overtime: 0, of: [{ longestDay: 480 }] });
	});

	it('what a request added belongs to who asked', () => {
		expect(judged({ minutes: 6000, asked: 'platform' }).to).toMatchObject({ platform: 1200, launch: 0 });
	});

	it('of our own, what slack days would take is how the days are packed, the rest the launch date’s', () => {
		// With one more day 500 min a day each: 20 × 6 × 2 = 240 are left; with as many as it needs none.
		expect(judged({ minutes: 6000, slackDates: [addDays(MONDAY, 7)] })).toMatchObject({
			to: { packing: 960, launch: 240, work: 0 }
		});
		expect(judged({ minutes: 6000, slackDates: null }).to).toMatchObject({ packing: 1200, launch: 0 });
	});

	it('days behind are worked, and only what is ahead is told', () => {
		expect(judged({ minutes: 6000, from: addDays(MONDAY, 3) }).overtime).toBe(2 * 2 * 120);
	});

	it('minutes that no day holds are named, and are overtime', () => {
		// 24 h less the shortest rest and the meal hold fewer than 20 h.
		const { overtime, of } = judged({ people: 1, minutes: 20 * 60, dates: week(0, 1) });
		expect(of[0]!.unfit).toBeGreaterThan(0);
		expect(overtime).toBe(12 * 60);
	});

	it('nobody on it, or nothing to do, is no task of people', () => {
		expect(judged({ people: 0, minutes: 600 })).toMatchObject({ overtime: 0, of: [] });
		expect(judged({ minutes: 0 }).of).toEqual([]);
	});

	it('causes add up to the overtime and more people never have more, by every rule set', () => {
		let some = 0;
		fc.assert(
			fc.property(
				fc.constantFrom(...PRESET_LIST.map(({ id }) => id)),
				fc.integer({ min: 1, max: 20_000 }),
				fc.integer({ min: 1, max: 6 }),
				fc.integer({ min: 1, max: 12 }),
				fc.nat(5),
				(ruleSet, minutes, people, days, slack) => {
					const task = { minutes, people, dates: week(0, days), slackDates: week(days, slack) };
					const { overtime, to } = judged(task, ruleSet);
					const parts = Object.values(to);
					expect(parts.reduce((sum, n) => sum + n, 0)).toBe(overtime);
					expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
					// A minute each way, where whole minutes fall on a day that is paid more.
					const shared = judged({ ...task, people: people + 1 }, ruleSet).overtime;
					expect(shared).toBeLessThanOrEqual(overtime + (people + 1) * days);
					if (overtime > 0) some++;
				}
			),
			{ numRuns: 150 }
		);
		expect(some).toBeGreaterThan(20);
	});

	it('of a demo stand beside the shoot, and aren’t part of its overtime', () => {
		const asOf = day('2026-11-22');
		const plan = demoPlan('B', 1, asOf);
		const { input } = compressionOfPlan(plan, boardOf(plan), { asOf });
		expect(input.tasks!.length).toBeGreaterThan(0);
		const { tasks, overtime } = assessCompression(input);
		expect(assessCompression({ ...input, tasks: [] })).toMatchObject({ overtime, tasks: { overtime: 0 } });
		expect(assessCompression({ ...input, tasks: input.tasks!.toReversed() }).tasks).toEqual(tasks);
	});
});
