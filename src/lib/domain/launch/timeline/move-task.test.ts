import { expect, test } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { addDays, day } from '../../calendar/day-key.ts';
import { boardOf } from '../../schedule/columns.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { Task } from '../records.ts';
import { movedTask, withTask, type Moved } from './move-task.ts';
import { boardDates, planTimeline } from './of-plan.ts';

const asOf = day('2026-11-22');
const plan = demoPlan('B', 1, asOf);
const options = { asOf, board: boardDates(boardOf(plan)) };
const find = (key: string, of: Plan = plan): Task => [...of.tasks.values()].find((task) => task.key === key)!;
const on = (of: Plan, key: string) => planTimeline(of, options).byId.get(find(key).id)!;
const after = (of: Plan, key: string, moved: Moved | null): Plan =>
	moved?.kind === 'task' ? withTask(of, find(key).id, moved.values) : of;
const drag = (of: Plan, key: string, days: number) => movedTask(of, options, { id: find(key).id, days });

test('a review dragged three days later begins then, and what waits for it goes along', () => {
	const before = on(plan, 'completion-review').from;
	const later = after(plan, 'completion-review', drag(plan, 'completion-review', 3));
	expect(on(later, 'completion-review').from >= addDays(before, 3)).toBe(true);
	expect(on(later, 'licence').from > on(plan, 'licence').from).toBe(true);
});

test('dragged back to where it can begin at the earliest it is free again, and further back it doesn’t go', () => {
	const later = after(plan, 'completion-review', drag(plan, 'completion-review', 3));
	const back = drag(later, 'completion-review', -30);
	expect(back).toEqual({ kind: 'task', values: { fixedStart: null } });
	expect(on(after(later, 'completion-review', back), 'completion-review').from).toBe(
		on(plan, 'completion-review').from
	);
});

test('what is under way is agreed to end later; its beginning has happened', () => {
	const going = [...planTimeline(plan, options).tasks].find(
		({ state, task }) => state === 'going' && task.key === 'edit'
	)!;
	expect(movedTask(plan, options, { id: going.id, days: 2 })).toEqual({
		kind: 'task',
		values: { fixedFinish: addDays(going.to, 2) }
	});
});

test('the launch’s drag moves the promise, not its task', () => {
	expect(drag(plan, 'launch', 2)).toEqual({
		kind: 'launch',
		launchesOn: addDays(plan.production.launchesOn!, 2)
	});
});

test('the shoot, what is done, and no day at all move nothing', () => {
	expect(drag(plan, 'shoot', 2)).toBeNull();
	expect(drag(plan, 'proposal', 2)).toBeNull();
	expect(drag(plan, 'licence', 0)).toBeNull();
});
