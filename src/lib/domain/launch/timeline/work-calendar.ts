/** A calendar of working days on day numbers: a timeline walks it thousands of times while a slider moves. */
import { readDayNumber, weekdayOfNumber } from '../../calendar/day-number.ts';
import type { NamedDays } from '../../calendar/workdays.ts';

export type WorkCalendar = {
	readonly isWork: (day: number) => boolean;
	/** the first working day from a day on, that day included */
	readonly next: (day: number) => number;
	/** so many working days later (earlier when negative) than the first working day from a day on */
	readonly plus: (day: number, count: number) => number;
	/**
	 * The latest day from which `count` working days end on or before `end` (the day after the last one): where a
	 * task has to begin at the latest. With a count of 0 that is `end` itself.
	 */
	readonly before: (end: number, count: number) => number;
	/** working days from one day up to, not including, another; negative where the other is earlier */
	readonly between: (from: number, to: number) => number;
};

/** Offices don't decide at weekends. */
export const OFFICE_REST: readonly number[] = [6, 7];

/**
 * @param rest weekdays without work, 1 Monday … 7 Sunday; a week that is all rest counts as one without any
 * @param named days that are worked or not whatever their weekday: holidays and make-up days
 */
export function workCalendar(rest: readonly number[], named: NamedDays = new Map()): WorkCalendar {
	const own = new Map([...named].map(([day, works]) => [readDayNumber(day)!, works]));
	const works = Array.from({ length: 8 }, (_, weekday) => !rest.includes(weekday));
	if (!works.some((work, weekday) => work && weekday > 0)) works.fill(true);
	const isWork = (day: number): boolean => own.get(day) ?? works[weekdayOfNumber(day)] ?? true;
	const next = (day: number): number => {
		while (!isWork(day)) day++;
		return day;
	};
	const plus = (day: number, count: number): number => {
		let at = next(day);
		for (let left = Math.abs(count); left > 0;) {
			at += count < 0 ? -1 : 1;
			if (isWork(at)) left--;
		}
		return at;
	};
	const before = (end: number, count: number): number => {
		let at = end;
		for (let left = count; left > 0;) if (isWork(--at)) left--;
		return at;
	};
	const between = (from: number, to: number): number => {
		let days = 0;
		for (let at = Math.min(from, to); at < Math.max(from, to); at++) if (isWork(at)) days++;
		return from <= to ? days : -days;
	};
	return { isWork, next, plus, before, between };
}
