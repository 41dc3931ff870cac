/** What is known against the clock of the device an entry was made on (H35). Said with the entry, never mended. */
import { readDayNumber } from '../../calendar/day-number.ts';
import { isWholeDay, type ClockDoubt, type Keyed, type LoggedEntry } from './logged.ts';

const DAY_MS = 86_400_000;
/** Longer after its day no entry of a production of a month is made: the clock was a year ahead, or the date is. */
const LATE_DAYS = 300;

/** As the rules take it: whole minutes, positive where the clock was ahead, and how it is known. */
export type KnownDoubt = { readonly by: ClockDoubt['by'] | 'day'; readonly minutes: number };

/**
 * What the device said against itself; else what its clock says against the day: hours written before the day they are
 * about had begun anywhere on earth, or most of a year after it. Null where nothing speaks against it.
 */
export function clockDoubtOf(
	entry: Pick<Keyed<LoggedEntry>, 'clock' | 'type' | 'date' | 'at'>
): KnownDoubt | null {
	if (entry.clock) return entry.clock;
	const day = readDayNumber(entry.date);
	// A clock that shows nothing at all says nothing either.
	if (day === null || entry.at === 0 || isWholeDay(entry.type)) return null;
	// A day begins 14 hours earlier in the east than in Greenwich.
	const early = day * DAY_MS - 14 * 3_600_000 - entry.at;
	if (early > 0) return { by: 'day', minutes: -Math.round(early / 60_000) };
	const late = entry.at - (day + 1) * DAY_MS;
	return late > LATE_DAYS * DAY_MS ? { by: 'day', minutes: Math.round(late / 60_000) } : null;
}

/** Of several presses that make one entry, the one whose clock was furthest out. */
export const worstDoubt = (doubts: readonly (ClockDoubt | null | undefined)[]): ClockDoubt | null =>
	doubts.reduce<ClockDoubt | null>(
		(worst, one) => (one && (!worst || Math.abs(one.minutes) > Math.abs(worst.minutes)) ? one : worst),
		null
	);
