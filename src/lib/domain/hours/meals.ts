/** Meals of a shift against the meal clock (H26). */
import { dayOfNumber } from '../calendar/day-number.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { Instant } from '../calendar/zone-clock.ts';
import type { Flagger } from './flagger.ts';
import type { MealRule } from './rule-set.ts';
import type { Shift } from './shifts.ts';

/** A meal that came late, or never. */
export type LateMeal = { readonly code: 'MEAL_LATE' | 'MEAL_MISSED'; readonly late: Minutes };

type Pause = { readonly from: Instant; readonly restartsAt: Instant; readonly isMeal: boolean };

/** Pauses that restart the clock: unpaid breaks and gaps long enough, and a paid breakfast soon after the call. */
function pausesOf(shift: Shift, { minValid, ndb }: MealRule): Pause[] {
	const pauses: Pause[] = [];
	for (const { from, to } of shift.gaps)
		if (to - from >= minValid) pauses.push({ from, restartsAt: to, isMeal: true });
	for (const { breaks } of shift.entries)
		for (const { from, to, paid, kind, deductedTo } of breaks) {
			if (!paid && to - from >= minValid)
				pauses.push({ from, restartsAt: deductedTo > from ? deductedTo : to, isMeal: true });
			else if (ndb && paid && kind === 'ndb' && to - from >= ndb.min && from - shift.from <= ndb.within)
				pauses.push({ from, restartsAt: to, isMeal: false });
		}
	return pauses.sort(
		(a, b) => a.from - b.from || a.restartsAt - b.restartsAt || Number(a.isMeal) - Number(b.isMeal)
	);
}

/**
 * The clock starts at the call and again at the end of the deducted part of each meal. A meal that begins more
 * than the limit after it is late; a wrap more than that after it means one was missed.
 */
export function checkMeals(shift: Shift, meal: MealRule, flag: Flagger): LateMeal[] {
	const late: LateMeal[] = [];
	let clock = shift.from;
	let within = meal.firstWithin;
	const say = (code: LateMeal['code'], at: Instant) => {
		const minutes = at - clock - within;
		if (minutes <= 0) return;
		late.push({ code, late: minutes });
		const figures = { after: at - clock, limit: within, late: minutes };
		flag(code, dayOfNumber(shift.day), meal.severity, minutes, shift.ids, figures, meal.source);
	};
	for (const { from, restartsAt, isMeal } of pausesOf(shift, meal)) {
		if (isMeal) {
			say('MEAL_LATE', from);
			within = meal.nextWithin;
		}
		clock = Math.max(clock, restartsAt);
	}
	say('MEAL_MISSED', shift.to);
	return late;
}
