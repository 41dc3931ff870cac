import { officeDaysOf } from '../timeline/of-plan.ts';
import type { DayKey } from '../../calendar/day-key.ts';
import { addDays } from '../../calendar/day-key.ts';
import type { MakeId } from '../../ids.ts';
import type { Plan } from '../../schedule/plan.ts';
import { tierOf } from '../timeline/gates-in-order.ts';
import { TEMPLATES } from './index.ts';
import { startOf, type StartRows } from './start-of.ts';

/** A launch nobody has promised yet is taken to be a month away: such productions take about that long. */
const MONTH = 30;

/**
 * The tasks a production of this kind usually has, for one that has none yet, dated by what it knows.
 * @param shootDates the dates the board shoots on, in order
 * @param budgetFen the whole budget, which decides who reviews; null where it isn't known
 */
export function usualTasks(
	plan: Pick<Plan, 'production' | 'episodes' | 'ruleChanges'>,
	shootDates: readonly DayKey[],
	today: DayKey,
	budgetFen: number | null,
	makeId: MakeId
): StartRows {
	const { production, episodes } = plan;
	const startsOn = production.startsOn ?? shootDates[0] ?? today;
	const rows = startOf(
		TEMPLATES[production.commission],
		{
			startsOn,
			launchesOn: production.launchesOn ?? addDays(startsOn, MONTH),
			shootDates,
			restWeekdays: production.restWeekdays,
			officeDays: officeDaysOf(plan),
			episodes: episodes.size,
			platformReviews: tierOf(plan, budgetFen)?.tier === 'other'
		},
		makeId
	);
	// A promise is made by somebody, never by a template.
	if (production.launchesOn !== null) return rows;
	return {
		...rows,
		tasks: rows.tasks.map((task) => (task.key === 'launch' ? { ...task, fixedFinish: null } : task))
	};
}
