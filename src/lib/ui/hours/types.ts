import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { EntryType, Punch } from '#lib/domain/hours/log/logged.ts';
import type { SaidEntry } from './entry-form.ts';

/** The day and the minutes after its midnight, in the production's zone. */
export type Moment = { readonly date: DayKey; readonly at: number };

/** What can be done to somebody's hours from this page; each writes one entry. Absent where this member only reads. */
export type HoursActions = {
	/** presses the clock; answers the keys that were written, for the undo of the next seconds */
	punch: (punch: Punch, at: Moment, type?: EntryType) => readonly string[];
	add: (said: SaidEntry) => readonly string[];
	correct: (keys: readonly string[], said: SaidEntry, reason: string) => void;
	takeOut: (keys: readonly string[], reason: string) => void;
	/** own hours only */
	answer?: (keys: readonly string[], says: 'confirm' | 'disagree', reason: string) => void;
	sign?: (keys: readonly string[], from: DayKey, to: DayKey) => void;
	receive?: (decision: string) => void;
};

/** Who may read somebody's hours, and who has opened them (times in ms since 1970). */
export type Openings = {
	readonly readers: readonly {
		readonly userId: string;
		readonly name: string;
		readonly role: 'producer' | 'planner' | 'crew' | 'viewer';
	}[];
	readonly opened: readonly { readonly userId: string; readonly name: string; readonly lastAt: number }[];
};
