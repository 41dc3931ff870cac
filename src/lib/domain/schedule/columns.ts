/** A plan as the board shows it: a column a shoot day, and the boneyard. */
import type { ShootDayId } from '../ids.ts';
import { lookupsOf } from './lookups.ts';
import { nights, type Night } from './nights.ts';
import { listsOf } from './place.ts';
import type { Plan } from './plan.ts';
import type { ShootDay, Strip } from './records.ts';
import { summariseDay, type DaySummary } from './summarise-day.ts';

/** One shoot day with its strips in order. */
export type Column = { readonly day: ShootDay; readonly strips: readonly Strip[] };

/** In order of date, then unit, then id; days without a date come last. */
export const byDate = (a: ShootDay, b: ShootDay): number =>
	compare(a.date ?? '9', b.date ?? '9') || compare(a.unit, b.unit) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The number of each shoot day, 1 for the first: one number a date, so that units A and B of a date are both
 * "day 3". Days without a date follow, each with a number of its own.
 */
export function dayNumbers(days: Iterable<ShootDay>): Map<ShootDayId, number> {
	const numbers = new Map<ShootDayId, number>();
	let number = 0;
	let last: string | null = null;
	for (const day of [...days].sort(byDate)) {
		if (day.date === null || day.date !== last) number++;
		last = day.date;
		numbers.set(day.id, number);
	}
	return numbers;
}

/**
 * Columns in order of date and the boneyard, each list in order. A strip whose day is gone (archived by another
 * while this one was moved) lies in the boneyard: it is never lost from sight.
 */
export function columnsOf(plan: Pick<Plan, 'days' | 'strips'>): { columns: Column[]; boneyard: Strip[] } {
	const strips = [...plan.strips.values()].map((strip) =>
		strip.place.dayId === null || plan.days.has(strip.place.dayId)
			? strip
			: { ...strip, place: { ...strip.place, dayId: null } }
	);
	const lists = listsOf(strips);
	const columns = [...plan.days.values()]
		.sort(byDate)
		.map((day) => ({ day, strips: lists.get(day.id) ?? [] }));
	return { columns, boneyard: lists.get(null) ?? [] };
}

/** A whole plan's columns, summaries and nights. */
export type Board = {
	readonly columns: readonly Column[];
	readonly boneyard: readonly Strip[];
	/** one a column, in the same order */
	readonly summaries: readonly DaySummary[];
	readonly nights: readonly Night[];
};

/** Reckons a whole plan at once. Pages that follow live rows call `summariseDay` a column instead. */
export function boardOf(plan: Plan): Board {
	const { columns, boneyard } = columnsOf(plan);
	const lookups = lookupsOf(plan);
	const summaries = columns.map((column) => summariseDay({ ...lookups, ...column }));
	return { columns, boneyard, summaries, nights: nights(summaries, lookups.restOf) };
}
