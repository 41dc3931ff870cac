import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { EntrySource } from '#lib/domain/hours/log/logged.ts';
import type { DayStanding } from '#lib/domain/hours/log/standing.ts';
import type { SheetSaid } from '#lib/domain/hours/log/timesheet-types.ts';
import type { Person } from '#lib/domain/schedule/records.ts';

/** Somebody whose hours may be written here, and what there is of them. */
export type SheetPerson = {
	readonly person: Pick<Person, 'id' | 'name' | 'job' | 'department'>;
	readonly days: ReadonlyMap<DayKey, DayStanding>;
};

/** A line as it is handed over to be written. */
export type SheetEntry = {
	readonly personId: string;
	readonly said: SheetSaid;
	readonly replaces: readonly string[];
	readonly source: Omit<EntrySource, 'batch'>;
};

/** Keys of what was written for one person. */
export type WrittenFor = { readonly personId: string; readonly keys: readonly string[] };

/** An import of before, as far as its entries still count. */
export type EarlierImport = {
	readonly batch: string;
	readonly file: string;
	/** ms since 1970, by the device that imported */
	readonly at: number;
	readonly byName: string;
	readonly entries: number;
	readonly people: number;
};
