/** Where tasks lie in the picture: one row after another, so that neither bars nor their names cover each other. */
import { addDays, daysBetween, type DayKey } from '#lib/domain/calendar/day-key.ts';
import type { TimedTask } from '#lib/domain/launch/critical-path.ts';

export type Laid = {
	readonly timed: TimedTask;
	readonly row: number;
	/** px from the left edge of the picture */
	readonly left: number;
	readonly width: number;
	/** length of the slack's tail behind the bar; 0 without slack */
	readonly tail: number;
	/** the name doesn't fit into the bar and stands behind it; before it, at the picture's end */
	readonly name: 'inside' | 'after' | 'before';
};

export type Span = { readonly first: DayKey; readonly last: DayKey };

/** From the first to the last day there is something to see, with a day to spare on both sides. */
export function spanOf(tasks: readonly TimedTask[], more: readonly (DayKey | null)[]): Span {
	const days = [
		...tasks.flatMap(({ from, to }) => [from, to]),
		...more.filter((day): day is DayKey => day !== null)
	].sort();
	const first = days[0] ?? more[0]!;
	return { first: addDays(first, -1), last: addDays(days.at(-1) ?? first, 2) };
}

export const xOf = (day: DayKey, span: Span, perDay: number): number => daysBetween(span.first, day) * perDay;

/** Px a name takes: Chinese characters are twice as wide. */
export const nameWidth = (name: string): number =>
	[...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 16 : 8), 0) + 12;

/** Lays tasks of one stage into rows, in order of their beginning; the first row with room takes each. */
export function layLanes(
	tasks: readonly TimedTask[],
	span: Span,
	perDay: number,
	nameOf: (timed: TimedTask) => string
): { laid: Laid[]; rows: number } {
	const ends: number[] = [];
	const right = xOf(addDays(span.last, 1), span, perDay);
	const laid = [...tasks]
		.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
		.map((timed): Laid => {
			const left = xOf(timed.from, span, perDay);
			const width = Math.max(perDay * Math.max(1, daysBetween(timed.from, timed.to) + 1), 8);
			const tail =
				timed.slack !== null && timed.slack > 0 && timed.latestTo
					? Math.max(0, Math.min(right, xOf(addDays(timed.latestTo, 1), span, perDay)) - left - width)
					: 0;
			const px = nameWidth(nameOf(timed));
			const fitsAfter = left + width + px + 20 <= right;
			const name = px <= width - 8 ? 'inside' : fitsAfter || left < px + 8 ? 'after' : 'before';
			const begin = name === 'before' ? left - px - 8 : left;
			const end = left + width + (name === 'after' ? px + 20 : tail) + 8;
			let row = ends.findIndex((until) => until <= begin);
			if (row < 0) row = ends.length;
			ends[row] = end;
			return { timed, row, left, width, tail, name };
		});
	return { laid, rows: Math.max(1, ends.length) };
}
