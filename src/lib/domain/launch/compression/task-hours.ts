/** The people of tasks by the hours rules: writing, casting, editing beside the shoot (compression.md 2). */
import { dayOfNumber, readDayNumber } from '../../calendar/day-number.ts';
import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { ZoneClock } from '../../calendar/zone-clock.ts';
import { paysOvertime, ratePlanned, type PlannedSpan } from '../../hours/rate-planned.ts';
import type { Rules } from '../../hours/rule-set.ts';
import {
	SETTLED_TO,
	type Compression,
	type CompressionInput,
	type SettledTo,
	type TaskOvertime,
	type TaskWork
} from './types.ts';

type Day = CompressionInput['day'];
type Spread = { readonly overtime: Minutes; readonly longestDay: Minutes; readonly unfit: Minutes };

/** More working days than this are never given to a task beyond its own. */
const MOST = 30;
/** The shortest rest where a rule set has none, and what is worked without a meal (`schedule/timeline.ts`). */
const REST = 600;
const MEAL_DUE = 360;

/**
 * Overtime of each task from its first day still to come on, and whose it is.
 *
 * A task's minutes are spread evenly over its people and working days, in whole minutes, the remainder on the first days,
 * from the crew's call on; the production's rules judge each person's days as they judge a shoot's. What a review added
 * is that party's. Of our own tasks: what would vanish had they all days the promised launch leaves them is how the days
 * are packed, what would vanish had they as many as they need is the launch date's, the rest is in the work and rules.
 *
 * Throws a `RangeError` for a date that is none.
 */
export function tasksAhead(
	tasks: readonly TaskWork[],
	rules: Rules,
	clock: ZoneClock,
	day: Day
): Compression['tasks'] {
	const of = [...tasks]
		.filter(({ people, minutes, dates }) => people > 0 && minutes > 0 && dates.length > 0)
		.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
		.map((task) => taskOvertime(task, rules, clock, day));
	const to = nothing();
	for (const one of of) for (const key of SETTLED_TO) to[key] += one.to[key];
	return { overtime: of.reduce((sum, { overtime }) => sum + overtime, 0), to, of };
}

const nothing = (): Record<SettledTo, Minutes> =>
	Object.fromEntries(SETTLED_TO.map((to) => [to, 0])) as Record<SettledTo, Minutes>;

function taskOvertime(task: TaskWork, rules: Rules, clock: ZoneClock, day: Day): TaskOvertime {
	const planned = spread(task, task.dates, rules, clock, day);
	const to = nothing();
	if (task.asked) to[task.asked] = planned.overtime;
	else if (planned.overtime > 0) {
		const slack = task.slackDates;
		const least = (more: readonly DayKey[]): Minutes => {
			let left = planned.overtime;
			for (let n = 1; n <= more.length && left > 0; n++)
				left = Math.min(left, spread(task, [...task.dates, ...more.slice(0, n)], rules, clock, day).overtime);
			return left;
		};
		const inTheWork = least(after(task, MOST));
		const left = slack === null ? inTheWork : Math.max(inTheWork, least(slack.slice(0, MOST)));
		to.packing = planned.overtime - left;
		to.launch = left - inTheWork;
		to.work = inTheWork;
	}
	return { id: task.id, ...planned, to };
}

/** Days after a task's own, as many as it could ever need: the weekdays it works on anyway. */
function after({ dates }: TaskWork, most: number): DayKey[] {
	const numbers = dates.map((date) => numberOf(date));
	const weekdays = new Set(numbers.map((day) => day % 7));
	const days: DayKey[] = [];
	for (let at = numbers.at(-1)! + 1; days.length < most; at++)
		if (weekdays.has(at % 7)) days.push(dayOfNumber(at));
	return days;
}

function spread(
	{ minutes, people, from, contractedMinutes = 600 }: TaskWork,
	dates: readonly DayKey[],
	rules: Rules,
	clock: ZoneClock,
	{ callAt, mealMinutes }: Day
): Spread {
	const rests = rules.limits
		.filter(({ kind }) => kind === 'daily_rest')
		.map(({ is }) => Number(is.minMin ?? 0));
	const room = Math.max(0, 1440 - (rests.length > 0 ? Math.max(...rests) : REST) - mealMinutes);
	// As whole people: who has a minute more than another is one of the first.
	const groups = [
		{ count: minutes % people, each: Math.floor(minutes / people) + 1 },
		{ count: people - (minutes % people), each: Math.floor(minutes / people) }
	].filter(({ count, each }) => count > 0 && each > 0);
	let [overtime, longestDay, unfit] = [0, 0, 0];
	for (const { count, each } of groups) {
		const spans: PlannedSpan[] = [];
		let lost = 0;
		dates.forEach((date, i) => {
			const share = Math.floor(each / dates.length) + (i < each % dates.length ? 1 : 0);
			const work = Math.min(room, share);
			if (date >= from) lost += share - work;
			if (work === 0) return;
			const day = numberOf(date);
			const meal = work > MEAL_DUE ? mealMinutes : 0;
			spans.push({ day, call: clock.instantOf(day * 1440 + callAt).at, length: work + meal, meal });
			if (date >= from) longestDay = Math.max(longestDay, work);
		});
		const plan = ratePlanned([], spans, rules, clock);
		const first = numberOf(from);
		let own = lost;
		if (paysOvertime(rules))
			plan.rated.forEach(({ premium }, i) => {
				if ((plan.days[i]?.day ?? 0) >= first) own += premium;
			});
		else
			for (const shift of plan.shifts)
				if (shift.day >= first) own += Math.max(0, shift.workedMinutes - contractedMinutes);
		overtime += own * count;
		unfit += lost * count;
	}
	return { overtime, longestDay, unfit };
}

function numberOf(date: DayKey): number {
	const day = readDayNumber(date);
	if (day === null) throw new RangeError(`"${date}" is not a day written YYYY-MM-DD`);
	return day;
}
