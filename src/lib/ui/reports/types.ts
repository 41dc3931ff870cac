import type { EntryPlace } from '#lib/domain/hours/log/place.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Figure } from '#lib/domain/reports/index.ts';
import type { DayStanding } from '#lib/domain/hours/log/standing.ts';

/** What stands behind a cell: the person's day, and where each of its entries is. */
export type DayBehind = {
	readonly day: DayStanding | null;
	readonly placeOf: (key: string) => EntryPlace;
	/** where all rules stand */
	readonly rulesHref: string;
};

export type CellAt = { readonly person: string; readonly date: DayKey };

/** Whose figures: one person's, one department's, everybody's. */
export type Scope = { readonly person?: string; readonly department?: string };

/** What of a report is open beside it: a day, all figures of somebody, or what one figure is made of. */
export type Opened =
	| ({ readonly is: 'day' } & CellAt)
	| { readonly is: 'sum'; readonly of: Scope }
	| { readonly is: 'figure'; readonly figure: Figure; readonly of: Scope };
