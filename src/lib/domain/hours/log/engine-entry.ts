/** From what was logged to what the rules take (hours-rules.md 7). */
import { onTheWall, parseClock } from '../../calendar/clock.ts';
import { addDays, type DayKey } from '../../calendar/day-key.ts';
import { clockDoubtOf, type KnownDoubt } from './clock-doubt.ts';
import { isWholeDay, type Keyed, type LoggedEntry } from './logged.ts';

/** An entry in the shape of hours-rules.md 7, with the key of what was logged as its id. */
export type EngineEntry = {
	readonly id: string;
	readonly person: string;
	readonly type: string;
	readonly status: 'actual' | 'planned';
	readonly date: DayKey;
	readonly start: string;
	readonly end: string | null;
	readonly endDate: DayKey | null;
	readonly startFold?: 0 | 1;
	readonly endFold?: 0 | 1;
	readonly breaks: readonly {
		readonly start: string;
		readonly end: string;
		readonly paid: boolean;
		readonly kind: 'meal' | 'rest';
	}[];
	readonly device: string;
	readonly createdAt: number;
	/** what is known against the clock it was made on */
	readonly clock?: KnownDoubt;
};

/**
 * What the rules take of an entry that counts; null for a day off or sick, which has no hours. Times past midnight
 * become the next date's: `25:30` on the 12th ends at `01:30` on the 13th. Without a start it goes on as it is: the
 * rules say that it can't be counted.
 */
export function engineEntry(entry: Keyed<LoggedEntry>): EngineEntry | null {
	if (isWholeDay(entry.type)) return null;
	const start = onTheWall(parseClock(entry.start ?? '') ?? 0);
	const clock = clockDoubtOf(entry);
	const end = entry.end === null ? null : onTheWall(parseClock(entry.end) ?? 0);
	return {
		id: entry.key,
		person: entry.person,
		type: entry.type,
		status: 'actual',
		date: addDays(entry.date, start.daysLater),
		start: entry.start === null ? '' : start.clock,
		end: end?.clock ?? null,
		// An end before the start of its own date stays what it is: the rules say so rather than mend it.
		endDate: end === null ? null : addDays(entry.date, end.daysLater),
		...(entry.startFold === null ? {} : { startFold: entry.startFold }),
		...(entry.endFold === null ? {} : { endFold: entry.endFold }),
		breaks: entry.breaks.map(({ start: from, end: to, paid, kind }) => ({
			start: wall(from),
			end: wall(to),
			paid,
			kind
		})),
		device: entry.device,
		createdAt: entry.at,
		...(clock ? { clock } : {})
	};
}

const wall = (time: string): string => onTheWall(parseClock(time) ?? 0).clock;
