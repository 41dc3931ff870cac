import { readDayNumber } from '../../calendar/day-number.ts';
import type { TimedTask } from '../critical-path.ts';
import { OFFICE_REST, workCalendar } from './work-calendar.ts';

/** Working days of its owner that a task begun or done takes, and how many it was planned for. */
export function tookOf(
	{ task, from, to }: TimedTask,
	restWeekdays: readonly number[]
): { readonly took: number; readonly planned: number } {
	const { between } = workCalendar(task.owner === 'producer' ? restWeekdays : OFFICE_REST);
	return { took: between(readDayNumber(from)!, readDayNumber(to)! + 1), planned: task.days };
}
