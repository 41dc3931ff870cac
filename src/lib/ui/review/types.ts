import type { EntryPlace } from '#lib/domain/hours/log/place.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { ReviewRow } from '#lib/domain/hours/log/queue.ts';
import type { Person } from '#lib/domain/schedule/records.ts';
import type { HoursActions } from '../hours/types.ts';

/** Who a row is about. */
export type Reviewed = Pick<Person, 'id' | 'name' | 'department'>;

/** What can be decided here; each writes one decision a day, on this device first. */
export type ReviewActions = {
	approve: (rows: readonly ReviewRow[]) => void;
	query: (rows: readonly ReviewRow[], question: string) => void;
	/** producers only */
	pay?: (rows: readonly ReviewRow[], on: DayKey) => void;
};

/** The rules a day was approved under, and whether they are others now. */
export type Pinned = { readonly rules: string; readonly version: string; readonly moved: boolean };

/** What the page knows of one person beside the rows. */
export type ReviewedHours = {
	readonly placeOf: (key: string) => EntryPlace;
	/** corrections by whoever keeps these hours; null where they may only be read */
	readonly actions: HoursActions | null;
	readonly pinnedOf: (row: ReviewRow) => Pinned | null;
	/** all hours of the person; null where this is the page of them */
	readonly href: string | null;
	/** where all rules stand */
	readonly rulesHref: string;
};
