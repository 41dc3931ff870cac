/** What compression is reckoned from and what comes out (compression.md). Plain data; money in whole cents or fen. */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { Exact } from '../../hours/exact.ts';
import type { Rules } from '../../hours/rule-set.ts';
import type { HoursEntry, Json } from '../../hours/types.ts';

/** The six causes, each with a counterfactual that takes it away. */
export const CAUSES = ['budget', 'launch', 'platform', 'regulator', 'events', 'slower'] as const;
export type Cause = (typeof CAUSES)[number];

/** Where settled minutes go: a cause, how the days were packed, or the work and the rules themselves. */
export type SettledTo = Cause | 'packing' | 'work';
export const SETTLED_TO: readonly SettledTo[] = [...CAUSES, 'packing', 'work'];

export type Cents = number;

/** An unshot scene or part of one, with its estimate before pace. */
export type WorkScene = {
	readonly id: string;
	readonly minutes: Minutes;
	/** whose change added it; ours when absent */
	readonly from?: 'platform' | 'regulator' | null;
	/** the request that added it */
	readonly requestId?: string | null;
	readonly castIds?: readonly string[];
	readonly placeId?: string | null;
};

export type Deal = {
	/** for a shoot day */
	readonly dayCents: Cents;
	readonly contractedMinutes: Minutes;
	/** false: a package, overtime has no price but a value */
	readonly paysOvertime: boolean;
};

export type CalledPerson = {
	readonly id: string;
	/** called on so many of so many of the board's days */
	readonly called: number;
	readonly ofDays: number;
	/** null where the reader may not see money; hours need only the contracted minutes then */
	readonly deal?: Deal | null;
	/** the contracted day, for rule sets that pay no overtime; the deal's when absent */
	readonly contractedMinutes?: Minutes;
	/** other rules than the production's, where this person follows some: made ready, one object for all who do */
	readonly rules?: Rules;
	/** entries before `asOf`: fixed input to every counterfactual */
	readonly worked?: readonly (HoursEntry | Json)[];
};

export type CompressionInput = {
	readonly zone: string;
	readonly ruleSet: Rules | Json | string;
	/** working dates left from the earliest day of shooting on, in order; the first 60 are looked at */
	readonly dates: readonly DayKey[];
	readonly scenes: readonly WorkScene[];
	/** over the strips shot so far; 1 until three are shot (compression.md 2) */
	readonly pace?: { readonly strips: number; readonly actual: Minutes; readonly estimated: Minutes } | null;
	/** minutes of work left that logged delays took from days already gone */
	readonly lostMinutes?: Minutes;
	/** call of the crew (minutes after midnight), worked minutes a day that shoot nothing, and the unpaid meal */
	readonly day: {
		readonly callAt: Minutes;
		readonly overheadMinutes: Minutes;
		readonly mealMinutes: Minutes;
	};
	readonly people: readonly CalledPerson[];
	/**
	 * Days of `dates` up to the promised launch: the fewest of the rows whose parties are all late. A row without
	 * parties says what there would be if nobody were.
	 */
	readonly window: readonly {
		readonly late: readonly ('platform' | 'regulator' | 'slower')[];
		readonly days: number;
	}[];
	/** null: no budget yet, every day counts as paid for */
	readonly budget:
		| null
		| { readonly paidDays: number }
		| {
				/** what is left for shooting */
				readonly leftCents: Cents;
				/** equipment, locations and meals of a day */
				readonly dayCents: Cents;
				/** the marketing and traffic line, which takes its share from shooting */
				readonly marketingCents?: Cents;
		  };
	/** what if a second unit shot beside the first; null: none does */
	readonly secondUnit?: SecondUnit | null;
	/** work beside the shoot that has people and hours: writing, casting, editing */
	readonly tasks?: readonly TaskWork[];
	/** overtime of the board as it is packed, for "how the days are packed" */
	readonly boardOvertime?: Minutes | null;
};

export type SecondUnit = {
	/** days it works, from the first on */
	readonly days: number;
	/** its own cost of a day; as a day of the first unit when absent */
	readonly dayCents?: Cents | null;
	/** minutes it can shoot on a day; an agreed day less the day's overhead when absent */
	readonly minutesADay?: Minutes;
};

/** A task between green light and launch, as far as it is people's work. */
export type TaskWork = {
	readonly id: string;
	/** minutes of work of all of them together, and how many they are */
	readonly minutes: Minutes;
	readonly people: number;
	/** the working days it takes, in order; those before `from` are behind */
	readonly dates: readonly DayKey[];
	/** the first day still to come: overtime is told from here on */
	readonly from: DayKey;
	/** working days after them that the promised launch leaves it; null: no launch is promised */
	readonly slackDates: readonly DayKey[] | null;
	/** whose change added it; ours when absent */
	readonly asked?: 'platform' | 'regulator' | null;
	/** the agreed day, for rule sets that pay no overtime */
	readonly contractedMinutes?: Minutes;
};

/** What a task's people work over the rules from `from` on, and whose it is. */
export type TaskOvertime = {
	readonly id: string;
	readonly overtime: Minutes;
	/** adds up to `overtime` */
	readonly to: Readonly<Record<SettledTo, Minutes>>;
	/** the longest day of one of them; minutes that no day holds */
	readonly longestDay: Minutes;
	readonly unfit: Minutes;
};

/** One cause's part of the overtime and of the days short. */
export type Share = {
	readonly cause: Cause;
	/** exact, in minutes; negative: saved */
	readonly exact: Exact;
	/** whole minutes that add up with the others' */
	readonly minutes: Minutes;
	/** `O(all) − O(all without it)`: zero for a cause that another one hides */
	readonly without: Minutes;
	readonly daysShort: Exact;
};

export type ByDays = {
	readonly days: number;
	readonly overtime: Minutes;
	/** null without money */
	readonly cents: Cents | null;
	readonly isAllowed: boolean;
};

export type WayOut = {
	readonly lever: 'money' | 'launch' | 'scenes' | 'request' | 'secondUnit';
	/** cents more, days later, scenes fewer, or days of a second unit */
	readonly amount: number;
	readonly sceneIds: readonly string[];
	readonly requestId: string | null;
	/** what it costs beside the plan as it stands; null without money */
	readonly cents: Cents | null;
	readonly overtimeRemoved: Minutes;
	readonly compression: Exact | null;
};

export type Compression = {
	/** minutes of shooting left, pace and all */
	readonly workLeft: Minutes;
	readonly daysNeeded: number;
	/** the largest day count allowed with all causes; 0 when none is */
	readonly daysAllowed: number;
	readonly daysShort: number;
	/** days needed ÷ days allowed; null when no day is allowed */
	readonly ratio: Exact | null;
	/** O(all), in minutes */
	readonly overtime: Minutes;
	/** the day count O(all) is reached with */
	readonly days: number;
	/** O(none): in the work and rules themselves */
	readonly inTheWork: Minutes;
	readonly shares: readonly Share[];
	/** the board's overtime above O(all); null without a board */
	readonly packing: Minutes | null;
	readonly impossible: null | {
		readonly noDayAllowed: boolean;
		readonly brokenLimits: readonly string[];
		readonly sceneIds: readonly string[];
		readonly minutes: Minutes;
	};
	/** the largest day count the budget pays for, whatever the launch; null: every one */
	readonly paidDays: number | null;
	readonly byDays: readonly ByDays[];
	/** the day count of least cost among those up to `daysNeeded`; null without money */
	readonly cheapestDays: number | null;
	/** overtime as the deals pay it, and its value for people whose deal doesn't; null without money */
	readonly price: { readonly paidCents: Cents; readonly unpaidCents: Cents } | null;
	/** with the marketing line in the budget for shooting; null where there is none */
	readonly marketing: { readonly days: number; readonly overtime: Minutes; readonly removed: Minutes } | null;
	/** what a second unit takes in this what-if; null: there is none */
	readonly secondUnit: {
		readonly days: number;
		readonly minutes: Minutes;
		readonly sceneIds: readonly string[];
	} | null;
	/** the people of tasks, beside the shoot: not part of `overtime` or of the shares */
	readonly tasks: {
		readonly overtime: Minutes;
		readonly to: Readonly<Record<SettledTo, Minutes>>;
		readonly of: readonly TaskOvertime[];
	};
	/** the cheapest overtime hour removed first */
	readonly waysOut: readonly WayOut[];
};
