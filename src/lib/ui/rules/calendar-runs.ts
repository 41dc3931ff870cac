import { addDays, type DayKey } from '#lib/domain/calendar/day-key.ts';
import type { CalendarDay } from '#lib/domain/hours/own-rules/index.ts';

/** Neighbouring days of one kind as one line. */
export type CalendarRun = CalendarDay & {
	readonly to: DayKey;
	/** entered by this production */
	readonly own: boolean;
	readonly dates: readonly DayKey[];
};

/** Days in order → runs of the same kind, knowledge and origin: a long holiday is one line a kind. */
export function runsOf(days: readonly CalendarDay[], isOwn: (date: DayKey) => boolean): CalendarRun[] {
	const runs: CalendarRun[] = [];
	for (const day of days) {
		const own = isOwn(day.date);
		const last = runs.at(-1);
		const follows =
			last?.kind === day.kind &&
			last.verified === day.verified &&
			last.own === own &&
			addDays(last.to, 1) === day.date;
		if (last && follows) runs[runs.length - 1] = { ...last, to: day.date, dates: [...last.dates, day.date] };
		else runs.push({ ...day, to: day.date, own, dates: [day.date] });
	}
	return runs;
}
