import type { DayKey } from '../calendar/day-key.ts';

/** Whole years somebody born on a day is old on another; negative before birth. Born on 29 February: older on 1 March in other years. */
export function ageOn(birthday: DayKey, date: DayKey): number {
	const years = Number(date.slice(0, 4)) - Number(birthday.slice(0, 4));
	return date.slice(5) < birthday.slice(5) ? years - 1 : years;
}
