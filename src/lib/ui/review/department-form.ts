/** The default of a department's day as it is typed: plain text in, times or what is wrong out. */
import { formatClock, parseClock } from '#lib/domain/calendar/clock.ts';
import type { DayTimes } from '#lib/domain/hours/log/department.ts';

export type TypedTimes = { call: string; wrap: string; mealFrom: string; mealTo: string };
export type TimesJudged = {
	readonly times: DayTimes | null;
	readonly wrong: 'times' | 'mealTimes' | null;
};

/** An end at or before the call is the next day's, as crews say it; so is a meal before the call. */
export function judgeTimes(typed: TypedTimes): TimesJudged {
	const [callAt, wrap] = [parseClock(typed.call), parseClock(typed.wrap)];
	if (callAt === null || wrap === null || callAt >= 1440) return { times: null, wrong: 'times' };
	const wrapAt = wrap <= callAt ? wrap + 1440 : wrap;
	if (typed.mealFrom.trim() === '' && typed.mealTo.trim() === '')
		return { times: { callAt, wrapAt, meals: [] }, wrong: null };
	const [a, b] = [parseClock(typed.mealFrom), parseClock(typed.mealTo)];
	if (a === null || b === null) return { times: null, wrong: 'mealTimes' };
	const from = a < callAt ? a + 1440 : a;
	const to = b < from ? b + 1440 : b;
	if (to <= from || from < callAt || to > wrapAt) return { times: null, wrong: 'mealTimes' };
	return { times: { callAt, wrapAt, meals: [{ from, to }] }, wrong: null };
}

/** Times of the board as they stand in the form. Of several meals the first is the form's; the board's own times keep all. */
export function typedTimes(times: DayTimes | null): TypedTimes {
	const meal = times?.meals[0];
	return {
		call: times ? formatClock(times.callAt) : '',
		wrap: times ? formatClock(times.wrapAt) : '',
		mealFrom: meal ? formatClock(meal.from) : '',
		mealTo: meal ? formatClock(meal.to) : ''
	};
}
