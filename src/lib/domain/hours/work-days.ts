/** Shifts → work days: one a shift (call mode), or cut at a fixed time of day (H11). */
import type { Minutes } from '../calendar/duration.ts';
import type { Instant, ZoneClock } from '../calendar/zone-clock.ts';
import type { Rules } from './rule-set.ts';
import type { Shift } from './shifts.ts';

export type Day = {
	readonly day: number;
	/** worked stretches: from, to, from, to … */
	readonly worked: readonly Instant[];
	/** the call each stretch's elapsed time runs from */
	readonly calls: readonly Instant[];
	readonly workedMinutes: Minutes;
	readonly planned: boolean;
	readonly entries: readonly string[];
	/** the shifts it holds a part of; those called on it first */
	readonly shifts: readonly Shift[];
};

export function workDaysOf(shifts: readonly Shift[], rules: Rules, clock: ZoneClock): Day[] {
	const { fixedAt } = rules.workday;
	return fixedAt === null ? shifts.map(dayOfShift) : fixedDays(shifts, fixedAt, clock);
}

function dayOfShift(shift: Shift): Day {
	const calls: Instant[] = [];
	for (let i = 0; i < shift.worked.length; i += 2) calls.push(shift.from);
	return {
		day: shift.day,
		worked: shift.worked,
		calls,
		workedMinutes: shift.workedMinutes,
		planned: shift.entries.some((entry) => entry.planned),
		entries: shift.ids,
		shifts: [shift]
	};
}

/** The fixed workday an instant lies in: the last whose boundary has passed, whatever the clock does that night. */
export function fixedDayAt(at: Instant, fixedAt: Minutes, clock: ZoneClock): number {
	const begin = (day: number): Instant => clock.instantOf(day * 1440 + fixedAt).at;
	let day = Math.floor((clock.localOf(at) - fixedAt) / 1440);
	while (begin(day) > at) day--;
	while (begin(day + 1) <= at) day++;
	return day;
}

function fixedDays(shifts: readonly Shift[], fixedAt: Minutes, clock: ZoneClock): Day[] {
	type Building = { worked: Instant[]; calls: Instant[]; shifts: Shift[]; minutes: Minutes };
	const days = new Map<number, Building>();
	for (const shift of shifts)
		for (let i = 0; i < shift.worked.length; i += 2) {
			let from = shift.worked[i]!;
			const to = shift.worked[i + 1]!;
			while (from < to) {
				const day = fixedDayAt(from, fixedAt, clock);
				const until = Math.min(to, clock.instantOf((day + 1) * 1440 + fixedAt).at);
				const into = days.get(day) ?? { worked: [], calls: [], shifts: [], minutes: 0 };
				days.set(day, into);
				into.worked.push(from, until);
				into.calls.push(shift.from);
				into.minutes += until - from;
				if (into.shifts.at(-1) !== shift) into.shifts.push(shift);
				from = until;
			}
		}
	return [...days]
		.sort(([a], [b]) => a - b)
		.map(([day, { worked, calls, shifts, minutes }]) => {
			const begin = clock.instantOf(day * 1440 + fixedAt).at;
			const end = clock.instantOf((day + 1) * 1440 + fixedAt).at;
			const within = shifts.flatMap(({ entries }) =>
				entries.filter(({ from, to }) => from < end && to > begin)
			);
			return {
				day,
				worked,
				calls,
				workedMinutes: minutes,
				planned: within.some((entry) => entry.planned),
				entries: within.map(({ id }) => id),
				shifts
			};
		});
}
