import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { DayStanding } from '#lib/domain/hours/log/standing.ts';
import type { EntryPlace } from '../hours/types.ts';

/** What stands behind a cell: the person's day, and where each of its entries is. */
export type DayBehind = {
	readonly day: DayStanding | null;
	readonly placeOf: (key: string) => EntryPlace;
	/** the person's hours as a page; null where there is none to open */
	readonly href: string | null;
};

export type CellAt = { readonly person: string; readonly date: DayKey };
