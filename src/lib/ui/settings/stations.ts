import type { Person } from '#lib/domain/schedule/records.ts';

/** Somebody who may log at a station. */
export type StationPerson = {
	readonly personId: string;
	readonly name: string;
	readonly department: Person['department'];
};

/** A station in force, as the planner's list has it. Times in milliseconds since 1970. */
export type StationListed = {
	readonly id: string;
	readonly name: string;
	readonly people: readonly { readonly personId: string; readonly name: string }[];
	/** null: its tablet has not taken it yet */
	readonly enrolledAt: number | null;
	readonly seenAt: number | null;
};

/** What came of making one: the link for its tablet and until when it works, or why not. */
export type MadeStation =
	| { readonly ok: true; readonly link: string; readonly expiresAt: number }
	| { readonly ok: false; readonly why: string };

/** What a planner can do; each answers a sentence about why not, or null when it is done. */
export type StationActs = {
	readonly make: (name: string, people: readonly StationPerson[]) => Promise<MadeStation>;
	readonly setPeople: (station: string, people: readonly StationPerson[]) => Promise<string | null>;
	readonly end: (station: string) => Promise<string | null>;
	/** of somebody without an account */
	readonly setPin: (personId: string, pin: string) => Promise<string | null>;
};
