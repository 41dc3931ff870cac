/** Stretches of time as pairs of minutes after midnight of a shoot day; either end may be infinite. */
import type { Minutes } from '../calendar/duration.ts';

export type Stretch = { readonly from: Minutes; readonly to: Minutes };

export const ALWAYS: Stretch = { from: -Infinity, to: Infinity };

/** Whether two stretches have a minute in common: one that begins as the other ends has none. */
export const overlap = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;

/** Minutes two stretches have in common. */
export const common = (a: Stretch, b: Stretch): Minutes =>
	Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** What lies outside all of the stretches, in order. Stretches that touch leave nothing between them. */
export function outside(stretches: readonly Stretch[]): Stretch[] {
	const gaps: Stretch[] = [];
	let at = -Infinity;
	for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
		if (from > at) gaps.push({ from: at, to: from });
		at = Math.max(at, to);
	}
	if (at < Infinity) gaps.push({ from: at, to: Infinity });
	return gaps;
}

/** Two clock times of one day as a stretch: an end at or before the beginning is the next morning's. */
export const hoursOf = (from: Minutes | null, to: Minutes | null): Stretch => {
	const begins = from ?? 0;
	const ends = to ?? 1440;
	return { from: begins, to: ends > begins ? ends : ends + 1440 };
};
