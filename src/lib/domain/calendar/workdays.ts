/** Working days: the days of a span that aren't rest weekdays (1 Monday … 7 Sunday) of the production. */
import { addDays, weekday, type DayKey } from './day-key.ts';

/** Days that are worked (true) or not (false) whatever their weekday: make-up days and holidays. */
export type NamedDays = ReadonlyMap<DayKey, boolean>;
/** Weekdays of rest, 1 Monday … 7 Sunday; with days that are named, those come first. */
export type Rest = readonly number[] | { readonly weekdays: readonly number[]; readonly named: NamedDays };

const weekdaysOf = (rest: Rest): readonly number[] => ('named' in rest ? rest.weekdays : rest);

/** A week that is all rest has no working day; asking for one would never end. */
const hasWork = (rest: Rest): boolean => [1, 2, 3, 4, 5, 6, 7].some((of) => !weekdaysOf(rest).includes(of));

export const isWorkday = (day: DayKey, rest: Rest): boolean =>
	('named' in rest ? rest.named.get(day) : undefined) ?? !weekdaysOf(rest).includes(weekday(day));

/** Working days from one day to another, both included, in order. Empty when `to` is earlier than `from`. */
export function workdaysWithin(from: DayKey, to: DayKey, rest: Rest): DayKey[] {
	const days: DayKey[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(day, rest)) days.push(day);
	return days;
}

/** The first `count` working days from a day on, that day included. Empty when every weekday is a rest day. */
export function workdaysFrom(from: DayKey, count: number, rest: Rest): DayKey[] {
	const days: DayKey[] = [];
	if (!hasWork(rest)) return days;
	for (let day = from; days.length < count; day = addDays(day, 1)) if (isWorkday(day, rest)) days.push(day);
	return days;
}

/**
 * The day `count` working days after a day (before, when negative), which itself isn't counted: Friday plus one
 * is Monday where Saturday and Sunday are rest. The day itself for 0. Throws when every weekday is a rest day.
 */
export function addWorkdays(from: DayKey, count: number, rest: Rest): DayKey {
	if (count !== 0 && !hasWork(rest)) throw new RangeError('a week of seven rest days has no working day');
	const step = count < 0 ? -1 : 1;
	let day = from;
	for (let left = Math.abs(count); left > 0;) {
		day = addDays(day, step);
		if (isWorkday(day, rest)) left--;
	}
	return day;
}
