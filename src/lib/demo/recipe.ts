/** What a demo production is made from; `demoPlan` does the rest. */
import type { DayKey } from '../domain/calendar/day-key.ts';
import type { MakeId } from '../domain/ids.ts';
import type { Gate, Request } from '../domain/launch/records.ts';
import type { Character, Element, Location, Person, Production } from '../domain/schedule/records.ts';
import type { StoryEpisode } from './story/read-story.ts';

export type Job = {
	readonly department: Person['department'];
	readonly job: string;
	readonly contractKind: Person['contractKind'];
};

export type Part = {
	readonly name: string;
	readonly kind: Character['kind'];
	/** played by somebody under age, who works on two days only */
	readonly minor?: boolean;
};

/** The days a recipe's gates and requests are dated by. */
export type Calendar = {
	readonly dates: readonly DayKey[];
	readonly today: DayKey;
	readonly greenLight: DayKey;
	readonly launch: DayKey;
	readonly restWeekdays: readonly number[];
	readonly makeId: MakeId;
};

/** Something of the breakdown, and the scenes that need it: by what happens (in English), or by where. */
export type Need = {
	readonly name: string;
	readonly category: Element['category'];
	readonly when: RegExp;
	readonly at?: RegExp;
};

/** A place with what a call sheet says of it. */
export type PlaceTold = Pick<Location, 'name' | 'address' | 'hospital'> &
	Partial<
		Pick<Location, 'latitude' | 'longitude' | 'hospitalAddress' | 'hospitalPhone' | 'parking' | 'hireBy'>
	>;

export type Recipe = {
	readonly title: string;
	/** what the writers call their file */
	readonly file: string;
	readonly needs: readonly Need[];
	readonly production: Partial<Production>;
	readonly story: readonly StoryEpisode[];
	readonly targetSeconds: number;
	/** page eighths of all scenes together */
	readonly eighths: number;
	/** first episode that has to be paid for, and the others viewers decide at */
	readonly unlocks: readonly number[];
	/** what each of them costs a viewer, in the smallest unit of the currency */
	readonly unlockPrices: readonly number[];
	readonly parts: readonly Part[];
	readonly names: 'cn' | 'us';
	readonly crew: readonly Job[];
	/** location code → name and address */
	readonly locations: Readonly<Record<string, PlaceTold>>;
	/** set code → name and location code */
	readonly sets: Readonly<Record<string, readonly [name: string, location: string]>>;
	/** weekdays of rest, given as days from today so that today is always worked */
	readonly restDaysFromToday: readonly number[];
	/** shoot days, and how many of them are wrapped; the next one is today */
	readonly days: number;
	readonly wrapped: number;
	/** calendar days from the green light to the first shoot day, and from the last one to the launch */
	readonly prepDays: number;
	readonly postDays: number;
	/** scenes kept for the boneyard */
	readonly waiting: number;
	/** minutes by which each day is called later than the first schedule says */
	readonly callShift: readonly number[];
	readonly gates: (calendar: Calendar) => Gate[];
	readonly requests: (calendar: Calendar) => Request[];
};
