/** The timeline of a plan: its tasks and links, with the shoot on the days its board has. */
import type { NamedDays } from '../../calendar/workdays.ts';
import { datedRules, officeDays, type RuleSource } from '../../hours/own-rules/index.ts';
import { dayOfNumber, readDayNumber } from '../../calendar/day-number.ts';
import type { DayKey } from '../../calendar/day-key.ts';
import type { TaskId } from '../../ids.ts';
import type { Board } from '../../schedule/columns.ts';
import type { Plan } from '../../schedule/plan.ts';
import { timelineOf, type Timeline } from '../critical-path.ts';
import type { Request, Task } from '../records.ts';
import { OFFICE_REST, workCalendar } from './work-calendar.ts';

/** Whose being late can be taken away (compression.md 5). `slower` is ourselves. */
export const PARTIES = ['platform', 'regulator', 'slower'] as const;
export type Party = (typeof PARTIES)[number];

export type TimelinePlan = Pick<Plan, 'production' | 'tasks' | 'taskLinks' | 'requests' | 'ruleChanges'>;
export type BoardDates = { readonly first: DayKey; readonly last: DayKey; readonly dates: readonly DayKey[] };

/** The dates the board shoots on; null where it has none. */
export function boardDates(board: Pick<Board, 'summaries'>): BoardDates | null {
	const dates = [
		...new Set(board.summaries.flatMap(({ date, sceneCount }) => (date && sceneCount > 0 ? [date] : [])))
	].sort();
	const [first, last] = [dates[0], dates.at(-1)];
	return first && last ? { first, last, dates } : null;
}

export type PlanTimelineOptions = {
	readonly asOf: DayKey | null;
	/** null: the board doesn't say when the shoot is, its task does */
	readonly board: BoardDates | null;
	/** something of the shoot is still to be done */
	readonly isShootOpen?: boolean;
	readonly useBadCase?: boolean;
	/** what if it were promised for another day */
	readonly launchesOn?: DayKey | null;
};

/** The timeline as it stands: earliest dates from what happened, latest ones from the promised launch. */
export function planTimeline(plan: TimelinePlan, options: PlanTimelineOptions): Timeline {
	const { production } = plan;
	const { asOf, board, isShootOpen = true, useBadCase } = options;
	const calendar = workCalendar(production.restWeekdays);
	const tasks = [...plan.tasks.values()].map((task): Task => {
		if (task.key !== 'shoot' || !board) return task;
		const begun = asOf !== null && board.first <= asOf;
		const over = begun && !isShootOpen && board.last < asOf;
		return {
			...task,
			fixedStart: begun ? null : board.first,
			fixedFinish: null,
			startedOn: begun ? board.first : null,
			finishedOn: over ? board.last : null
		};
	});
	const shootDays = board && calendar.between(readDayNumber(board.first)!, readDayNumber(board.last)! + 1);
	return timelineOf({
		tasks,
		links: plan.taskLinks.values(),
		asOf,
		startsOn: production.startsOn,
		launchesOn: options.launchesOn === undefined ? promisedLaunch(plan) : options.launchesOn,
		restWeekdays: production.restWeekdays,
		officeDays: officeDaysOf(plan),
		useBadCase,
		// What a refused request asked for isn't done, unless it was begun.
		daysOf: ({ key, requestId, startedOn }) =>
			key === 'shoot' ? shootDays : startedOn === null && isRefused(requestId, plan.requests) ? 0 : null
	});
}

/** Platform and regulator keep the holidays of the production's calendar. */
export const officeDaysOf = (plan: RuleSource): NamedDays => officeDays(datedRules(plan, null).at(-1)!.set);

/** The day that was promised: the production's, else the one its launch is agreed for. */
export const promisedLaunch = ({ production, tasks }: Pick<Plan, 'production' | 'tasks'>): DayKey | null =>
	production.launchesOn ?? [...tasks.values()].find(({ key }) => key === 'launch')?.fixedFinish ?? null;

const isRefused = (id: string | null, requests: ReadonlyMap<string, Pick<Request, 'answer'>>): boolean =>
	id !== null && requests.get(id)?.answer === 'refused';

/** Who asked for a task that a review added; null: nobody did. */
export const askedBy = (
	requestId: string | null,
	requests: ReadonlyMap<string, Pick<Request, 'from' | 'answer'>>
): 'platform' | 'regulator' | null => {
	const from = requestId === null ? null : requests.get(requestId)?.from;
	return from === 'platform' || from === 'regulator' ? from : null;
};

/**
 * The same month with some parties in their planned time: what they were late by is gone, and so are the tasks they
 * asked for. A task that stood idle for its own sake still does.
 *
 * @param actual the timeline as it stands, which says what drove each task
 * @param late parties that stay as late as they are
 */
export function withoutDelay(
	plan: TimelinePlan,
	actual: Timeline,
	late: readonly Party[],
	asOf: DayKey | null
): Timeline {
	const { production } = plan;
	const calendars = {
		producer: workCalendar(production.restWeekdays),
		office: workCalendar(OFFICE_REST, officeDaysOf(plan))
	};
	const calendarOf = ({ owner }: Task) => (owner === 'producer' ? calendars.producer : calendars.office);
	const waits = new Map<TaskId, number>();
	for (const { fromId, toId, kind, lagDays } of plan.taskLinks.values()) {
		const [before, after] = [fromId && actual.byId.get(fromId), toId && actual.byId.get(toId)];
		if (!before || !after) continue;
		const from = readDayNumber(before.from)!;
		const ready = calendarOf(after.task).plus(
			kind === 'start-start' ? from : readDayNumber(before.to)! + 1,
			lagDays
		);
		waits.set(after.id, Math.max(waits.get(after.id) ?? -Infinity, ready));
	}
	const days = new Map<TaskId, number>();
	const tasks = actual.tasks.map(({ id, task, from, to, state }): Task => {
		const start = readDayNumber(from)!;
		const took = calendarOf(task).between(start, readDayNumber(to)! + 1);
		const party: Party = task.owner === 'producer' ? 'slower' : task.owner;
		const asked = askedBy(task.requestId, plan.requests);
		const isLate = late.includes(party);
		const ahead = isRefused(task.requestId, plan.requests) ? 0 : task.days;
		const known = state === 'ahead' ? ahead : took;
		days.set(id, asked && !late.includes(asked) ? 0 : isLate ? known : Math.min(known, task.days));
		const idle = start > (waits.get(id) ?? -Infinity);
		const agreed = state === 'ahead' ? task.fixedStart : null;
		return {
			...task,
			startedOn: null,
			finishedOn: null,
			fixedFinish: state === 'ahead' ? task.fixedFinish : null,
			fixedStart: idle ? from : agreed
		};
	});
	return timelineOf({
		tasks,
		links: plan.taskLinks.values(),
		asOf: null,
		startsOn: production.startsOn ?? asOf,
		launchesOn: promisedLaunch(plan),
		restWeekdays: production.restWeekdays,
		officeDays: officeDaysOf(plan),
		daysOf: ({ id }) => days.get(id) ?? null
	});
}

/** Working days of a production from a day on, in order: so many of them. */
export function workingDates(from: DayKey, count: number, restWeekdays: readonly number[]): DayKey[] {
	const calendar = workCalendar(restWeekdays);
	const dates: DayKey[] = [];
	for (let at = calendar.next(readDayNumber(from)!); dates.length < count; at = calendar.next(at + 1))
		dates.push(dayOfNumber(at));
	return dates;
}
