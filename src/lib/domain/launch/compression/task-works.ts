/** The tasks of a plan as people's work still to come. */
import { dayOfNumber, readDayNumber } from '../../calendar/day-number.ts';
import type { DayKey } from '../../calendar/day-key.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { Timeline } from '../critical-path.ts';
import { askedBy } from '../timeline/of-plan.ts';
import { workCalendar } from '../timeline/work-calendar.ts';
import type { TaskWork } from './types.ts';

/**
 * Our own tasks that have people and hours and aren't done; the shoot's people are judged by its board. A task that has
 * begun counts with all its days, those behind it too, so that its weeks are whole.
 *
 * @param from the first day still to come
 */
export function taskWorks(
	{ production, requests }: Pick<Plan, 'production' | 'requests'>,
	{ tasks }: Timeline,
	from: DayKey
): TaskWork[] {
	const calendar = workCalendar(production.restWeekdays);
	const days = (first: number, count: number): DayKey[] => {
		const dates: DayKey[] = [];
		for (let at = calendar.next(first); dates.length < count; at = calendar.next(at + 1))
			dates.push(dayOfNumber(at));
		return dates;
	};
	return tasks.flatMap(({ id, task, state, from: begins, to, slack }): TaskWork[] => {
		const { people, workMinutes, owner, key, requestId } = task;
		if (people < 1 || workMinutes < 1 || owner !== 'producer' || key === 'shoot' || state === 'done')
			return [];
		const [first, end] = [readDayNumber(begins)!, readDayNumber(to)! + 1];
		// A task of no days is done on the day it lies on.
		const dates = days(first, Math.max(1, calendar.between(first, end)));
		return [
			{
				id,
				minutes: workMinutes,
				people,
				dates,
				from,
				slackDates: slack === null ? null : days(readDayNumber(dates.at(-1)!)! + 1, Math.max(0, slack)),
				asked: askedBy(requestId, requests),
				contractedMinutes: production.contractMinutes
			}
		];
	});
}
