import type { Person } from '#lib/domain/schedule/records.ts';

/** Somebody a station asks for. `hasPin`: without one nobody can write in this person's name. */
export type StationName = {
	readonly personId: string;
	readonly name: string;
	readonly department: Person['department'];
	readonly hasPin: boolean;
	/** on the day the station shows, minutes after midnight; null: not called; absent: not known here */
	readonly callAt?: number | null;
};

/** What came of a PIN; `shut`: not to be tried again for so many milliseconds. */
export type PinOutcome = { readonly is: 'right' | 'wrong' } | { readonly is: 'shut'; readonly ms: number };
