import { describe, expect, it } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { addDays, day } from '../../calendar/day-key.ts';
import type { GateId, PersonId, ProductionId, RequestId, TaskId, TaskLinkId } from '../../ids.ts';
import { boardOf } from '../../schedule/columns.ts';
import { newRow } from '../../schedule/new-rows.ts';
import { emptyPlan, type Plan } from '../../schedule/plan.ts';
import { productionRecord } from '../../schedule/records.ts';
import { assessCompression } from '../assess-compression.ts';
import { compressionOfPlan } from '../compression/of-plan.ts';
import { sceneOfWork, workScenes } from '../compression/work-left.ts';
import { gateRecord, requestRecord, taskLinkRecord, taskRecord, type Task } from '../records.ts';
import { gatesInOrder, tierOf } from './gates-in-order.ts';
import { planTimeline } from './of-plan.ts';
import { shootWindow } from './shoot-window.ts';

const task = (id: string, days: number, values: Partial<Task> = {}) =>
	newRow(taskRecord, id as TaskId, { order: id, days, ...values });
const byId = <R extends { id: string }>(rows: R[]) => new Map(rows.map((row) => [row.id, row])) as never;

/** Number, shoot, edit, launch, one after another; rest on Sundays; green light on Monday 2 November. */
function month(tasks: Task[], values: Parameters<typeof newRow<typeof productionRecord>>[2] = {}): Plan {
	return {
		...emptyPlan(
			newRow(productionRecord, 'p' as ProductionId, {
				startsOn: day('2026-11-02'),
				launchesOn: day('2026-12-04'),
				restWeekdays: [7],
				...values
			})
		),
		tasks: byId(tasks),
		taskLinks: byId(
			tasks
				.slice(1)
				.map(({ id }, i) => newRow(taskLinkRecord, `l${i}` as TaskLinkId, { fromId: tasks[i]!.id, toId: id }))
		)
	};
}
const MONTH = [
	task('1', 8, { owner: 'regulator', key: 'planning-number' }),
	task('2', 5, { key: 'shoot' }),
	task('3', 6, { key: 'edit' }),
	task('4', 1, { key: 'launch', owner: 'platform' })
];
const daysOf = (plan: Plan, asOf = day('2026-11-02')) =>
	new Map(
		shootWindow(plan, { asOf, from: asOf, hasBegun: null }).window.map(({ late, days }) => [
			late.join(),
			days
		])
	);

describe('the days there are for shooting', () => {
	// Online on Fri 4 December, so the edit is over on Thu 3 and begins on Fri 27 at the latest: the shoot ends by Thu 26.
	// The number takes 8 office days, until Wed 11: the shoot has Thu 12 to Thu 26, without two Sundays 13 days.
	it('are the working days between what it waits for and what waits for it', () => {
		const window = shootWindow(month(MONTH), {
			asOf: day('2026-11-02'),
			from: day('2026-11-02'),
			hasBegun: null
		});
		expect(window.until).toBe('2026-11-26');
		expect(window.dates[0]).toBe('2026-11-12');
		expect(new Set(window.window.map(({ days }) => days))).toEqual(new Set([13]));
	});

	it('a number four office days late takes four days, and only where the regulator is late', () => {
		const late = MONTH.map((one) =>
			one.id === '1' ? { ...one, startedOn: day('2026-11-02'), finishedOn: day('2026-11-17') } : one
		);
		const days = daysOf(month(late), day('2026-11-18'));
		// From Wed 18 to Thu 26: 8 days. In time it would have begun on Thu 12: 5 working days sooner.
		expect(days.get('regulator')).toBe(8);
		expect(days.get('platform,regulator,slower')).toBe(8);
		expect(days.get('')).toBe(13);
		expect(days.get('platform,slower')).toBe(13);
	});

	it('a task the platform asked for takes its days, and none without the platform', () => {
		const asked = [
			...MONTH.slice(0, 3),
			task('35', 3, { requestId: 'r' as RequestId }),
			{ ...MONTH[3]!, order: '9' }
		];
		const plan = {
			...month(asked),
			requests: byId([newRow(requestRecord, 'r' as RequestId, { from: 'platform' })])
		} as Plan;
		const days = daysOf(plan);
		expect(days.get('platform')).toBe(10);
		expect(days.get('regulator')).toBe(13);
	});

	it('without a promised launch there is no window, and without tasks it ends the day before the launch', () => {
		expect(daysOf(month(MONTH, { launchesOn: null })).size).toBe(0);
		const bare = shootWindow(month([]), { asOf: day('2026-11-30'), from: day('2026-11-30'), hasBegun: null });
		expect(bare).toMatchObject({ until: '2026-12-03', window: [{ late: [], days: 4 }] });
	});
});

describe('reviews in their order', () => {
	const gate = (kind: 'planning' | 'licence', values = {}) =>
		newRow(gateRecord, kind as GateId, { kind, ...values });
	const findings = (plan: Plan, budget: number | null) =>
		gatesInOrder(plan, planTimeline(plan, { asOf: null, board: null }), {
			firstShootDay: day('2026-11-10'),
			tier: tierOf(plan, budget)
		});
	it('a shoot before its number is red from a million yuan on, the sum itself included', () => {
		const plan = {
			...month([{ ...MONTH[0]!, gateId: 'planning' as GateId }]),
			gates: byId([gate('planning')])
		} as Plan;
		expect(findings(plan, 99_999_999)).toEqual([]);
		expect(findings(plan, 100_000_000)).toMatchObject([{ rule: 'T7', figures: { early: 1, decided: 0 } }]);
	});

	it('a launch before its licence is red by the days it comes too early; a licence on the day is in time', () => {
		const plan = (decidedOn: string): Plan => ({
			...month(MONTH),
			gates: byId([gate('licence', { status: 'approved', decidedOn: day(decidedOn) })])
		});
		expect(findings(plan('2026-12-04'), null)).toEqual([]);
		expect(findings(plan('2026-12-07'), null)).toMatchObject([
			{ rule: 'T8', figures: { early: 3, decided: 1 } }
		]);
	});
});

describe('a demo as input of compression', () => {
	const asOf = day('2026-11-22');
	const plan = demoPlan('B', 1, asOf);
	const board = boardOf(plan);
	const { input } = compressionOfPlan(plan, board, { asOf });

	it('has each minute of work once, and what a review asked for under who asked', () => {
		const left = board.summaries.reduce((sum, { leftMinutes }) => sum + leftMinutes, 0);
		const laid = new Set(board.columns.flatMap(({ strips }) => strips.map(({ sceneId }) => sceneId)));
		const works = workScenes(plan);
		const onDays = works.filter(({ id }) => laid.has(sceneOfWork(id) as never));
		expect(onDays.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(left);
		expect(works.some(({ from }) => from === 'platform')).toBe(true);
	});

	it('shares add up to the minute, and a later launch never adds overtime', () => {
		const now = assessCompression(input);
		expect(now.shares.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(now.overtime - now.inTheWork);
		let before = now.overtime;
		for (const later of [2, 5, 9]) {
			const launchesOn = addDays(plan.production.launchesOn!, later);
			const { overtime } = assessCompression(compressionOfPlan(plan, board, { asOf, launchesOn }).input);
			expect(overtime).toBeLessThanOrEqual(before);
			before = overtime;
		}
	});

	it('a planner reckons with the days paid for, less those worked, and gets no sum; a producer’s deals give both', () => {
		const { workedDays } = compressionOfPlan(plan, board, { asOf });
		expect(workedDays).toBeGreaterThan(0);
		const paid = { ...plan, production: { ...plan.production, paidDays: workedDays + 3 } };
		const planner = assessCompression(compressionOfPlan(paid, board, { asOf }).input);
		expect(planner).toMatchObject({ paidDays: 3, price: null, cheapestDays: null, marketing: null });
		const deal = { dayCents: 60_000, contractedMinutes: 600, paysOvertime: false };
		const deals = new Map([...plan.people.keys()].map((id): [PersonId, typeof deal] => [id, deal]));
		const producer = assessCompression(
			compressionOfPlan(plan, board, {
				asOf,
				budget: { leftCents: 40_000_000, dayCents: 800_000, marketingCents: 0, deals, wholeFen: null }
			}).input
		);
		expect(producer.price?.unpaidCents).toBeGreaterThan(0);
	});
});
