/** What the rules of hours allow a day to be: S14. */
import { readDayNumber } from '../../calendar/day-number.ts';
import { rulesFor } from '../../hours/own-rules/index.ts';
import { numberOr } from '../../hours/json.ts';
import type { DaySummary } from '../summarise-day.ts';
import type { Rule } from './view.ts';
import type { Plan } from '../plan.ts';

/**
 * S14: days still to come are longer than the production's rules extend a day (H18), on its own numbers and calendar.
 * One finding for all of them, about the longest: where a whole shoot is agreed past the law, a line a day would hide
 * everything else. Figures: days; worked, limit, over of the longest (min).
 */
export const dayLimit: Rule = ({ summaries, plan }) => {
	const long = summaries.flatMap((day) => {
		const limit = day.wrapped ? null : mostOn(plan, day);
		return limit !== null && day.workedMinutes > limit
			? [{ day, limit, over: day.workedMinutes - limit }]
			: [];
	});
	const worst = long.reduce<(typeof long)[number] | null>((a, b) => (a && a.over >= b.over ? a : b), null);
	if (!worst) return [];
	return [
		{
			rule: 'S14',
			severity: 'warn',
			about: { dayId: worst.day.dayId },
			figures: {
				days: long.length,
				worked: worst.day.workedMinutes,
				limit: worst.limit,
				over: worst.over
			}
		}
	];
};

/** The longest a day of that date may be worked; null where its rules say nothing. */
function mostOn(plan: Plan, { date }: DaySummary): number | null {
	if (date === null) return null;
	const { rules } = rulesFor(plan, null, date);
	const type = rules.dayTypeOf(readDayNumber(date)!);
	const limits = rules.limits.flatMap(({ kind, severity, is }) => {
		const types = Array.isArray(is.dayTypes) ? (is.dayTypes as readonly unknown[]) : ['ordinary', 'makeup'];
		return kind === 'daily_extension' && severity === 'violation' && types.includes(type)
			? [numberOr(is.beyondMin, 480) + numberOr(is.overMin, 0)]
			: [];
	});
	return limits.length === 0 ? null : Math.min(...limits);
}
