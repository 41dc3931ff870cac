/** What a task becomes when somebody drags it to another day. */
import { addDays, type DayKey } from '../../calendar/day-key.ts';
import type { TaskId } from '../../ids.ts';
import type { Task } from '../records.ts';
import { planTimeline, promisedLaunch, type PlanTimelineOptions, type TimelinePlan } from './of-plan.ts';

/** A task and how many calendar days it is dragged, later or (negative) earlier. */
export type Move = { readonly id: TaskId; readonly days: number };

/** What a drag writes: fields of the task, or another promise where the launch itself is dragged. */
export type Moved =
	| { readonly kind: 'task'; readonly values: Pick<Task, 'fixedStart'> | Pick<Task, 'fixedFinish'> }
	| { readonly kind: 'launch'; readonly launchesOn: DayKey };

/**
 * A task ahead is agreed to begin on the day it is dragged to; back to where what comes before puts it, it is free
 * again. One under way is agreed to end so many days later. The launch's own drag moves the promise. Null where
 * nothing can move: what is done, and the shoot, whose days are the board's.
 */
export function movedTask(
	plan: TimelinePlan,
	options: PlanTimelineOptions,
	{ id, days }: Move
): Moved | null {
	const task = plan.tasks.get(id);
	if (!task || task.key === 'shoot' || days === 0) return null;
	const promised = promisedLaunch(plan);
	if (task.key === 'launch' && promised) return { kind: 'launch', launchesOn: addDays(promised, days) };
	const now = planTimeline(plan, options).byId.get(id);
	if (!now || now.state === 'done') return null;
	if (now.state === 'going') {
		const free = planTimeline(withTask(plan, id, { fixedFinish: null }), options).byId.get(id)!;
		const to = addDays(now.to, days);
		return { kind: 'task', values: { fixedFinish: to > free.to ? to : null } };
	}
	const free = planTimeline(withTask(plan, id, { fixedStart: null }), options).byId.get(id)!;
	const from = addDays(now.from, days);
	return { kind: 'task', values: { fixedStart: from > free.from ? from : null } };
}

/** The same plan with a task changed. */
export function withTask<P extends TimelinePlan>(plan: P, id: TaskId, values: Partial<Task>): P {
	const task = plan.tasks.get(id);
	return task ? { ...plan, tasks: new Map(plan.tasks).set(id, { ...task, ...values }) } : plan;
}
