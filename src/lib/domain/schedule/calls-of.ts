import { addDays, type DayKey } from '../calendar/day-key.ts';
import type { PersonId } from '../ids.ts';
import type { DaySummary } from './summarise-day.ts';

/** When somebody is called and let go on a date, over all units of it: minutes after its midnight. */
export type CallOfDay = {
	readonly date: DayKey;
	readonly callAt: number;
	readonly wrapAt: number;
	/** meals between the two */
	readonly meals: readonly { readonly from: number; readonly to: number }[];
};

/** Minutes the board calls somebody for on a day: from call to wrap, meals taken off. */
export const calledMinutes = ({ callAt, wrapAt, meals }: Omit<CallOfDay, 'date'>): number =>
	Math.max(0, wrapAt - callAt - meals.reduce((sum, { from, to }) => sum + to - from, 0));

/** A person's calls in order of date. Days without a date are left out: nobody can be called on them. */
export function callsOf(
	summaries: readonly Pick<DaySummary, 'date' | 'called' | 'meals'>[],
	personId: PersonId | string
): CallOfDay[] {
	const days = new Map<DayKey, CallOfDay>();
	for (const { date, called, meals } of summaries) {
		if (date === null) continue;
		for (const one of called) {
			if (one.personId !== personId) continue;
			const before = days.get(date);
			days.set(date, {
				date,
				callAt: Math.min(before?.callAt ?? Infinity, one.callAt),
				wrapAt: Math.max(before?.wrapAt ?? 0, one.wrapAt),
				meals: [
					...(before?.meals ?? []),
					...meals
						.map(({ startsAt, minutes }) => ({ from: startsAt, to: startsAt + minutes }))
						.filter(({ from, to }) => from >= one.callAt && to <= one.wrapAt)
				]
			});
		}
	}
	return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * The date whose shoot is on: yesterday's while somebody called then isn't wrapped by the plan, else today's. At 02:00
 * of a night shoot it is still the day before.
 * @param now the day and minutes after its midnight in the production's zone
 */
export function shootDateAt(
	calls: readonly Pick<CallOfDay, 'date' | 'wrapAt'>[],
	now: { readonly date: DayKey; readonly at: number }
): DayKey {
	const before = addDays(now.date, -1);
	return calls.some(({ date, wrapAt }) => date === before && wrapAt > now.at + 1440) ? before : now.date;
}
