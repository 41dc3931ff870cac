/** What each shoot day asks of the people called: the load the timeline draws (design.md 5). */
import type { DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { Board } from '../schedule/columns.ts';

/** A shoot day's load: minutes a person, meals taken off; the longest; how many are called. */
export type LoadDay = {
	readonly date: DayKey;
	readonly mean: Minutes;
	readonly longest: Minutes;
	readonly people: number;
	/** wrapped, or gone by */
	readonly worked: boolean;
};

type Span = { from: number; to: number; off: number };

/** Loads by date, in order. Whoever is called by two units of a date works from the first call to the last wrap. */
export function shootLoads({ summaries }: Pick<Board, 'summaries'>, today: DayKey): LoadDay[] {
	const days = new Map<DayKey, { spans: Map<string, Span>; worked: boolean }>();
	for (const { date, called, meals, wrapped } of summaries) {
		if (date === null || called.length === 0) continue;
		const day = days.get(date) ?? { spans: new Map<string, Span>(), worked: true };
		day.worked &&= wrapped || date < today;
		for (const { who, callAt, wrapAt } of called) {
			const off = meals
				.filter(({ startsAt, minutes }) => startsAt >= callAt && startsAt + minutes <= wrapAt)
				.reduce((sum, { minutes }) => sum + minutes, 0);
			const before = day.spans.get(who);
			day.spans.set(who, {
				from: Math.min(before?.from ?? callAt, callAt),
				to: Math.max(before?.to ?? wrapAt, wrapAt),
				off: Math.max(before?.off ?? 0, off)
			});
		}
		days.set(date, day);
	}
	return [...days]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([date, { spans, worked }]) => {
			const minutes = [...spans.values()].map(({ from, to, off }) => Math.max(0, to - from - off));
			const sum = minutes.reduce((all, one) => all + one, 0);
			return {
				date,
				worked,
				people: minutes.length,
				mean: Math.round(sum / minutes.length),
				longest: Math.max(...minutes)
			};
		});
}
