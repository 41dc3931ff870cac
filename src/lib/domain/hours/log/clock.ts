/** The big button: what the next likely punch is, and the entry a wrap makes of the punches before it. */
import { daysBetween, type DayKey } from '../../calendar/day-key.ts';
import { formatClock, parseClock } from '../../calendar/clock.ts';
import type { Keyed, LoggedBreak, LoggedEntry, LoggedPunch, Punch } from './logged.ts';

/** Punches that no entry was made of yet, of one stretch: from a start until now. */
export type Stretch = {
	readonly date: DayKey;
	readonly punches: readonly Keyed<LoggedPunch>[];
	/** minutes after midnight of `date` */
	readonly startedAt: number;
	/** since when on a meal, minutes after midnight of `date`; null when working */
	readonly mealSince: number | null;
	readonly mealTaken: boolean;
};

const at = (punch: LoggedPunch): number => parseClock(punch.time) ?? 0;

/**
 * The stretch the clock is on; null when it isn't. Of several starts the latest that was not wrapped counts, the
 * others are questions (`forgotten`).
 * @param punches punches without an entry, of all days
 */
export function stretchOf(punches: readonly Keyed<LoggedPunch>[]): Stretch | null {
	const dates = [...new Set(punches.map(({ date }) => date))].sort();
	const date = dates.at(-1);
	return date === undefined ? null : stretchOn(date, punches);
}

function stretchOn(date: DayKey, all: readonly Keyed<LoggedPunch>[]): Stretch | null {
	const punches = all.filter((punch) => punch.date === date).sort((a, b) => at(a) - at(b));
	const start = punches.find(({ punch }) => punch === 'start');
	if (!start) return null;
	const last = punches.filter(({ punch }) => punch === 'meal' || punch === 'back').at(-1);
	return {
		date,
		punches,
		startedAt: at(start),
		mealSince: last?.punch === 'meal' ? at(last) : null,
		mealTaken: punches.some(({ punch }) => punch === 'back')
	};
}

/**
 * Stretches that were started and never wrapped: asked about, never ended by themselves. A stretch counts as
 * forgotten once another was started after it, or 24 hours after its start.
 * @param now the day and minutes after its midnight in the production's zone
 */
export function forgotten(
	punches: readonly Keyed<LoggedPunch>[],
	now: { readonly date: DayKey; readonly at: number }
): Stretch[] {
	const dates = [...new Set(punches.map(({ date }) => date))].sort();
	return dates.flatMap((date, n) => {
		const stretch = stretchOn(date, punches);
		if (!stretch) return [];
		const since = daysBetween(date, now.date) * 1440 + now.at - stretch.startedAt;
		return n < dates.length - 1 || since >= 1440 ? [stretch] : [];
	});
}

/** Less than this after the start a meal is not yet what is likely next. */
const MEAL_AFTER = 3 * 60;

/** What the button says: start, then a meal once some hours have passed, back from it, and wrap. */
export function nextPunch(stretch: Stretch | null, nowAt: number): Punch {
	if (!stretch) return 'start';
	if (stretch.mealSince !== null) return 'back';
	if (stretch.mealTaken) return 'wrap';
	const worked = nowAt - stretch.startedAt;
	return worked >= MEAL_AFTER && worked < 8 * 60 ? 'meal' : 'wrap';
}

/**
 * A time of now as minutes after midnight of the day a stretch began on: past midnight it goes on (`25:30`).
 * @param now the day and minutes after its midnight in the production's zone
 */
export const onStretch = (date: DayKey, now: { readonly date: DayKey; readonly at: number }): number =>
	daysBetween(date, now.date) * 1440 + now.at;

/**
 * The entry that a wrap makes: from the first start to the wrap, with the meals between. A meal without "back" runs
 * to the wrap, as it was punched; nothing is made up.
 * @param wrappedAt minutes after midnight of the stretch's date
 */
export function entryOfStretch(
	stretch: Stretch,
	wrappedAt: number,
	wrapKey: string
): Pick<LoggedEntry, 'type' | 'date' | 'start' | 'end' | 'breaks' | 'punches'> {
	const breaks: LoggedBreak[] = [];
	let since: number | null = null;
	for (const punch of stretch.punches) {
		if (punch.punch === 'meal') since ??= at(punch);
		if (punch.punch === 'back' && since !== null) {
			breaks.push(meal(since, at(punch)));
			since = null;
		}
	}
	if (since !== null) breaks.push(meal(since, wrappedAt));
	const start = formatClock(stretch.startedAt);
	return {
		type: stretch.punches.find(({ punch }) => punch === 'start')?.type ?? 'work',
		date: stretch.date,
		start,
		end: formatClock(wrappedAt),
		breaks,
		punches: [...stretch.punches.map(({ key }) => key), wrapKey]
	};
}

const meal = (from: number, to: number): LoggedBreak => ({
	start: formatClock(from),
	end: formatClock(to),
	paid: false,
	kind: 'meal'
});
