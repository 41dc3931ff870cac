/**
 * The shapes that go in and come out (hours-rules 7). What goes in is plain JSON and may be written in camelCase
 * or snake_case, since rule sets and entries come from documents, files and people; the types here name the
 * camelCase form. What comes out is camelCase.
 */
import type { DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';

/** Plain JSON as it was handed in, in either spelling. */
export type Json = Readonly<Record<string, unknown>>;

/** How strongly a flag speaks: `error` not counted, `violation` a limit is broken, then down to `info`. */
export type Severity = 'error' | 'violation' | 'warn' | 'advice' | 'info';

export type DayType = 'statutory' | 'rest' | 'makeup' | 'ordinary';

/** One logged or planned span of a person. */
export type HoursEntry = {
	readonly id?: string;
	readonly person?: string;
	/** `work`, `travel`, `prep`, `standby` are worked; `commute` is ignored; `void` counts nothing */
	readonly type?: string;
	/** an actual day replaces the planned one; `actual` when absent */
	readonly status?: 'actual' | 'planned' | 'void';
	/** the local date of `start`, YYYY-MM-DD */
	readonly date: string;
	/** `07:00`, past midnight `25:30` */
	readonly start: string | number | null;
	/** earlier than `start`: the next date; missing: not counted, MISSING_END */
	readonly end?: string | number | null;
	readonly endDate?: string | null;
	/** 1: the second time the clock shows it, on the night it is put back */
	readonly startFold?: 0 | 1 | null;
	readonly endFold?: 0 | 1 | null;
	readonly breaks?: readonly HoursBreak[] | null;
	/** ids of entries this one corrects (one or several) */
	readonly supersedes?: string | readonly string[] | null;
	/** ids of entries this one takes back without anything in their place */
	readonly voids?: string | readonly string[] | null;
};

export type HoursBreak = {
	readonly start: string | number | null;
	readonly end?: string | number | null;
	/** paid breaks are never deducted; false when absent */
	readonly paid?: boolean;
	/** `meal`, `ndb` (a paid non-deductible breakfast), anything else */
	readonly kind?: string;
};

/** Who the entries are of. Everything may be left out; `pay` needs a contract. */
export type HoursPerson = {
	readonly id?: string;
	readonly contract?: {
		readonly pay?: 'day' | 'month' | 'hour';
		/** the rate: a number, a decimal text, or `{ day | month | hour: … }`, in whole currency units */
		readonly amounts?: unknown;
		readonly contractedMin?: Minutes;
		/** a signed opt-out of the 48-hour week (UK) */
		readonly optOut48?: boolean;
		readonly role?: 'crew' | 'performer' | 'minor';
		/** picks tiers that hold for one activity only (`camera`) */
		readonly activity?: string;
		readonly currency?: string;
		readonly dayRateMethod?: string;
	} | null;
	/** typed for one child: no law is claimed */
	readonly minor?: { readonly latestWrap?: string; readonly hoursOnSet?: number } | null;
};

/** Minutes by multiplier: `{ "1": 480, "1.5": 120 }`. No key for a multiplier without minutes. */
export type Buckets = Readonly<Record<string, Minutes>>;

/** Money or credited hours for a broken meal or rest: never worked minutes. */
export type Penalty = {
	/** the flag it comes from, or the rule set's own name for it (`FORCED_CALL`) */
	readonly code: string;
	/** money, where the rule names some or the person's rate is known */
	readonly amount?: number;
	readonly currency?: string;
	/** hours credited at the regular rate (California: one a day) */
	readonly hours?: number;
	/** minutes late or short that it runs on */
	readonly minutes: Minutes;
};

export type WorkDay = {
	/** the date it was called on (call mode), or of the fixed workday */
	readonly date: DayKey;
	/** minutes worked: union of entries less the deducted breaks */
	readonly worked: Minutes;
	/** exact; they sum to `worked` */
	readonly buckets: Buckets;
	/** what is paid: overtime rounding, and the contract's threshold where the deal has one */
	readonly payBuckets: Buckets;
	readonly penalties: readonly Penalty[];
	/** the type of its date */
	readonly type: DayType;
	/** it holds a planned entry */
	readonly planned: boolean;
	/** call and wrap as minutes after midnight of `date`, as the wall clock shows them (25:30 is 1530) */
	readonly call: Minutes;
	readonly wrap: Minutes;
	/** minutes of rest before the call; null for the first */
	readonly restBefore: Minutes | null;
	readonly entries: readonly string[];
};

export type WorkWeek = {
	/** its first day */
	readonly start: DayKey;
	readonly worked: Minutes;
	/** minutes above ×1 */
	readonly premium: Minutes;
	/** dates worked */
	readonly days: number;
	/** the longest rest that begins in it; null: nothing follows yet */
	readonly longestRest: Minutes | null;
};

export type WorkMonth = { readonly month: string; readonly worked: Minutes; readonly premium: Minutes };

/** One thing a rule says. Its sentence is the interface's (`hours-rules` dictionary), by `code`. */
export type HoursFlag = {
	readonly code: string;
	/** the rule's number in RULES.md */
	readonly rule: string;
	/** the work day it concerns; the week's first day for weekly limits */
	readonly date: DayKey;
	readonly severity: Severity;
	readonly person: string;
	/** how much over or short; 0 where the rule counts no minutes */
	readonly minutes: Minutes;
	/** the rule in words, and where it stands */
	readonly ruleText: string;
	readonly source: string;
	/** ids of the entries that caused it, in order */
	readonly entries: readonly string[];
	/** what the sentence needs: minutes, counts or days by name */
	readonly figures: Readonly<Record<string, number>>;
};

export type PayLine = {
	readonly multiplier: number;
	readonly minutes: Minutes;
	/** rate of one hour in this bucket, after floor and cap */
	readonly hourly: number;
	readonly amount: number;
};

export type Pay = {
	readonly currency: string;
	/** one straight hour */
	readonly hourly: number;
	readonly lines: readonly PayLine[];
	/** penalties in this currency and credited hours at the hourly rate */
	readonly penalties: number;
	/** rounded half-up once, at the end: it can differ from the sum of rounded lines by a cent */
	readonly total: number;
};

export type Result = {
	readonly workDays: readonly WorkDay[];
	readonly weeks: readonly WorkWeek[];
	readonly months: readonly WorkMonth[];
	readonly flags: readonly HoursFlag[];
	/** null where the person has no contract, or one without a rate */
	readonly pay: Pay | null;
	/** `cn-standard@2026-1`, with a mark where a production changed it; of several the latest */
	readonly ruleSetVersion: string;
	/** every version that judged days, with the first work day it holds for; null: from the beginning */
	readonly ruleSetVersions: readonly { readonly from: DayKey | null; readonly version: string }[];
};
