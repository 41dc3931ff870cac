import { daysBetween, weekday, addDays, type DayKey } from '#lib/domain/calendar/day-key.ts';

/** The dates a viewer sees; null: not set. */
export type StatusDates = {
	readonly startsOn: DayKey | null;
	readonly shootsOn: DayKey | null;
	readonly launchesOn: DayKey | null;
};
type MarkName = keyof StatusDates | 'today';

/** Something on the line of the month: where, in percent of its length. */
type MonthMark = { readonly name: MarkName; readonly day: DayKey; readonly at: number };
export type MonthLine = {
	readonly from: DayKey;
	readonly to: DayKey;
	readonly marks: readonly MonthMark[];
	/** where weeks begin */
	readonly weeks: readonly number[];
	/** how much of it has passed, in percent */
	readonly passed: number;
};

const NAMES = ['startsOn', 'shootsOn', 'launchesOn'] as const;
/** Beyond this many weeks ticks would run into each other. */
const WEEKS_MOST = 16;

/** The line from the first date to the last, with today on it when it lies between. Null with fewer than two days. */
export function monthLine(dates: StatusDates, today: DayKey): MonthLine | null {
	const set = NAMES.flatMap((name) => {
		const day = dates[name];
		return day ? [{ name: name as MarkName, day }] : [];
	});
	const days = set.map(({ day }) => day).sort();
	const [from, to] = [days[0], days.at(-1)];
	if (!from || !to || from === to) return null;
	const length = daysBetween(from, to);
	const at = (day: DayKey): number => (100 * daysBetween(from, day)) / length;
	const inside = today >= from && today <= to;
	const marks = [...set, ...(inside ? [{ name: 'today' as MarkName, day: today }] : [])]
		.map((mark) => ({ ...mark, at: at(mark.day) }))
		.sort((a, b) => a.at - b.at);
	const weeks: number[] = [];
	if (length <= WEEKS_MOST * 7) {
		for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) === 1) weeks.push(at(day));
	}
	return { from, to, marks, weeks, passed: Math.max(0, Math.min(100, at(today))) };
}
