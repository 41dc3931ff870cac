/** Dates of tasks that can't all be true (rules T2–T6 of RULES.md). */
import { readDayNumber } from '../../calendar/day-number.ts';
import type { Finding } from '../../finding.ts';
import type { TaskId } from '../../ids.ts';
import type { TimedTask, TimelineInput } from '../critical-path.ts';
import type { TaskLink } from '../records.ts';
import { OFFICE_REST, workCalendar } from './work-calendar.ts';

type Wait = { readonly on: TaskId; readonly by: TaskId; readonly kind: TaskLink['kind'] };

export function datesThatDisagree(
	timed: readonly TimedTask[],
	waits: readonly Wait[],
	{ restWeekdays, officeDays, asOf }: Pick<TimelineInput, 'restWeekdays' | 'officeDays' | 'asOf'>
): Finding[] {
	const byId = new Map(timed.map((one) => [one.id, one]));
	const own = workCalendar(restWeekdays);
	const office = workCalendar(OFFICE_REST, officeDays);
	const findings: Finding[] = [];
	const say = (
		rule: string,
		severity: Finding['severity'],
		about: Finding['about'],
		figures: Finding['figures']
	): void => void findings.push({ rule, severity, about, figures });

	for (const { id, task, days, state, from, to } of timed) {
		const [start, finish] = [readDayNumber(task.fixedStart), readDayNumber(task.fixedFinish)];
		const [began, ended] = [readDayNumber(task.startedOn), readDayNumber(task.finishedOn)];
		const calendar = task.owner === 'producer' ? own : office;
		if (state !== 'done' && start !== null && finish !== null) {
			const room = Math.max(0, calendar.between(start, finish + 1));
			if (room < days) say('T2', 'bad', { taskId: id }, { room, days });
		}
		if (began !== null && ended !== null && ended < began) say('T3', 'bad', { taskId: id }, {});
		if (state === 'ahead' && task.key !== 'launch') {
			const late = Math.max(
				start === null ? 0 : calendar.between(start, readDayNumber(from)!),
				finish === null ? 0 : calendar.between(finish + 1, readDayNumber(to)! + 1)
			);
			if (late > 0) say('T4', 'bad', { taskId: id }, { late });
		}
		for (const day of [task.startedOn, task.finishedOn])
			if (day !== null && asOf !== null && day > asOf) {
				say('T5', 'warn', { taskId: id }, {});
				break;
			}
	}
	for (const { on, by, kind } of waits) {
		const [before, after] = [byId.get(on), byId.get(by)];
		if (!before || !after || kind !== 'finish-start' || after.task.startedOn === null) continue;
		if (before.state !== 'done') say('T6', 'warn', { taskId: by, beforeId: on }, {});
	}
	return findings;
}
