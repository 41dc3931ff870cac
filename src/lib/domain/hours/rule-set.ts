/** A rule set as JSON → the same rules ready to be reckoned with. */
import { readDayNumber, weekdayOfNumber } from '../calendar/day-number.ts';
import { parseClock } from '../calendar/clock.ts';
import type { Minutes } from '../calendar/duration.ts';
import { camelKeys, deepMerge, isJson, listOf, numberOr } from './json.ts';
import { isPresetId, PRESETS } from './presets/index.ts';
import type { DayType, Json, Severity } from './types.ts';

export type Tier = {
	readonly afterMin: Minutes;
	readonly basis: 'worked' | 'elapsed';
	readonly multiplier: number;
	/** holds only for people of this activity */
	readonly activity: string | null;
};

export const LIMIT_KINDS = [
	'daily_extension',
	'monthly_premium',
	'consecutive',
	'daily_rest',
	'weekly_rest',
	'break_required',
	'avg_week',
	'night'
] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

export type Limit = {
	readonly code: string;
	readonly kind: LimitKind;
	readonly severity: Severity;
	readonly suppressedBy: string | null;
	readonly source: string | null;
	/** the limit's numbers as written, keys in camelCase */
	readonly is: Json;
};

export type MealRule = {
	readonly firstWithin: Minutes;
	readonly nextWithin: Minutes;
	readonly minValid: Minutes;
	readonly ndb: { readonly min: Minutes; readonly within: Minutes } | null;
	readonly severity: Severity;
	readonly penalty: Json | null;
	readonly source: string | null;
};

export type Rules = {
	/** tells rules that are ready from a rule set as JSON */
	readonly ready: true;
	/** `cn-standard@2026-1` */
	readonly version: string;
	readonly workday: {
		readonly fixedAt: Minutes | null;
		readonly splitJoinGap: Minutes;
		readonly continuationGap: Minutes;
	};
	/** 1 Monday … 7 Sunday */
	readonly weekStart: number;
	readonly dayTypeOf: (day: number) => DayType;
	/** the last day of the calendar whose holidays are known; null: no such day named */
	readonly knownUntil: number | null;
	readonly byCalendarMinute: boolean;
	readonly rounding: { readonly scope: string; readonly unit: Minutes; readonly up: boolean } | null;
	readonly maxEntry: Minutes;
	readonly minDeduct: Minutes;
	readonly maxDeduct: Minutes;
	/** whether an entry type is worked; undefined for a type nobody declared */
	readonly isWorked: (type: string) => boolean | undefined;
	readonly dayTypePay: Readonly<Partial<Record<DayType, number>>>;
	readonly daily: { readonly appliesTo: readonly DayType[]; readonly tiers: readonly Tier[] } | null;
	readonly nthDay: readonly { readonly n: number; readonly tiers: readonly Tier[] }[];
	readonly weekly: {
		readonly threshold: Minutes;
		readonly multiplier: number;
		readonly exclude: readonly string[];
	} | null;
	readonly period: { readonly unit: string; readonly threshold: Minutes; readonly multiplier: number } | null;
	readonly meal: MealRule | null;
	readonly limits: readonly Limit[];
	readonly rate: {
		readonly monthPaidDays: number;
		readonly hoursPerDay: number;
		readonly method: string;
		readonly floor: number | null;
		readonly cap: number | null;
		readonly currency: string;
	};
};

/** What a production changes: numbers by deep merge, and days added to the calendar. */
export type Overrides = { readonly overrides?: Json | null; readonly calendarOverrides?: Json | null };

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const CURRENCY: Readonly<Record<string, string>> = { CN: 'CNY', US: 'USD', UK: 'GBP', EU: 'EUR' };
/** Entry types are the same everywhere (hours-rules 5: work and travel are worked, commute is not). */
const TYPES: Readonly<Record<string, boolean>> = {
	work: true,
	travel: true,
	prep: true,
	standby: true,
	commute: false
};

/** Whether a value is rules made ready before. */
const isReady = (raw: unknown): raw is Rules => isJson(raw) && raw.ready === true && 'dayTypeOf' in raw;

const readyPresets = new Map<string, Rules>();

/**
 * Makes a rule set ready: once for sixty people. Takes a preset's id, a rule set as JSON in either spelling (with
 * `extends`, or `calendar: "as cn-standard"`), or rules made ready before, which it hands back.
 * Throws a `RangeError` for an id nobody knows or a limit whose kind is not on the closed list.
 */
export function readRuleSet(raw: unknown, changes: Overrides = {}): Rules {
	if (isReady(raw)) return raw;
	const plain = !changes.overrides && !changes.calendarOverrides;
	if (typeof raw === 'string' && plain) {
		let ready = readyPresets.get(raw);
		if (!ready) readyPresets.set(raw, (ready = compile(baseOf(raw))));
		return ready;
	}
	let set = baseOf(raw);
	if (changes.overrides) set = deepMerge(set, camelKeys(changes.overrides) as Json);
	if (changes.calendarOverrides) set = withDays(set, camelKeys(changes.calendarOverrides) as Json);
	return compile(set);
}

/** The JSON with all keys in camelCase and what it extends beneath it. */
export function baseOf(raw: unknown, depth = 0): Json {
	if (depth > 8) throw new RangeError('rule sets extend each other in a circle');
	if (typeof raw === 'string') {
		if (!isPresetId(raw))
			throw new RangeError(`"${raw}" is no rule set on file: ${Object.keys(PRESETS).join(', ')}`);
		return baseOf(PRESETS[raw], depth + 1);
	}
	if (!isJson(raw)) throw new RangeError('a rule set is an object or the id of a preset');
	let set = camelKeys(raw) as Json;
	if (typeof set.extends === 'string' && set.extends !== set.id)
		set = deepMerge(baseOf(set.extends, depth + 1), set);
	if (typeof set.calendar === 'string') {
		const other = /([a-z][\w-]*)\s*$/i.exec(set.calendar)?.[1];
		set = { ...set, calendar: baseOf(other, depth + 1).calendar };
	}
	return set;
}

const DAY_LISTS = ['statutory', 'off', 'makeup'] as const;

/** A production's own days join the calendar's; a day stands in the list it was named in last. */
export function withDays(set: Json, changes: Json): Json {
	const calendar: Record<string, unknown> = { ...(isJson(set.calendar) ? set.calendar : {}) };
	const named = new Set(
		[...DAY_LISTS, 'ordinary'].flatMap((list) => (Array.isArray(changes[list]) ? changes[list] : []))
	);
	for (const list of DAY_LISTS) {
		const own = Array.isArray(calendar[list]) ? calendar[list] : [];
		const added = Array.isArray(changes[list]) ? changes[list] : [];
		calendar[list] = [...own.filter((day) => !named.has(day)), ...added];
	}
	// A date that only the law's wording gives makes way for what was entered.
	if (Array.isArray(calendar.unverifiedStatutory))
		calendar.unverifiedStatutory = calendar.unverifiedStatutory.filter((day) => !named.has(day));
	if (changes.knownUntil !== undefined) calendar.knownUntil = changes.knownUntil;
	return { ...set, calendar };
}

function weekdayNumber(raw: unknown): number | null {
	if (typeof raw === 'number') return raw >= 1 && raw <= 7 ? raw : null;
	const at = typeof raw === 'string' ? WEEKDAYS.indexOf(raw.slice(0, 3).toUpperCase()) : -1;
	return at < 0 ? null : at + 1;
}

function dayTypes(set: Json): (day: number) => DayType {
	const calendar = isJson(set.calendar) ? set.calendar : {};
	const named = new Map<number, DayType>();
	const put = (days: unknown, type: DayType) => {
		for (const raw of Array.isArray(days) ? days : []) {
			const day = readDayNumber(raw);
			if (day !== null) named.set(day, type);
		}
	};
	// The strongest last: a statutory day within a long holiday is statutory.
	put(calendar.off, 'rest');
	put(calendar.makeup, 'makeup');
	put(calendar.unverifiedStatutory, 'statutory');
	put(calendar.statutory, 'statutory');
	const rest = new Set((Array.isArray(set.restWeekdays) ? set.restWeekdays : []).map(weekdayNumber));
	return (day) => named.get(day) ?? (rest.has(weekdayOfNumber(day)) ? 'rest' : 'ordinary');
}

const tiersOf = (raw: unknown): Tier[] =>
	listOf(raw).map((tier) => ({
		afterMin: numberOr(tier.afterMin, 0),
		basis: tier.basis === 'elapsed' ? 'elapsed' : 'worked',
		multiplier: numberOr(tier.multiplier, 1),
		activity: typeof tier.activity === 'string' ? tier.activity : null
	}));

const SEVERITIES: readonly unknown[] = ['error', 'violation', 'warn', 'advice', 'info'];
const severityOf = (raw: unknown): Severity => (SEVERITIES.includes(raw) ? (raw as Severity) : 'warn');
const textOr = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);

function limitsOf(raw: unknown): Limit[] {
	return listOf(raw).map((limit) => {
		if (!LIMIT_KINDS.includes(limit.kind as LimitKind))
			throw new RangeError(`"${String(limit.kind)}" is no kind of limit: ${LIMIT_KINDS.join(', ')}`);
		return {
			code: String(limit.code),
			kind: limit.kind as LimitKind,
			severity: severityOf(limit.severity),
			suppressedBy: textOr(limit.suppressedBy),
			source: textOr(limit.source),
			is: limit
		};
	});
}

function mealOf(raw: unknown): MealRule | null {
	if (!isJson(raw)) return null;
	const first = numberOr(raw.firstWithinMin, 360);
	const ndb = isJson(raw.ndb) ? raw.ndb : null;
	return {
		firstWithin: first,
		nextWithin: numberOr(raw.nextWithinMin, first),
		minValid: numberOr(raw.minValidMin, 30),
		ndb: ndb && { min: numberOr(ndb.min, 15), within: numberOr(ndb.withinMin, 120) },
		severity: raw.severity === undefined ? 'violation' : severityOf(raw.severity),
		penalty: isJson(raw.penalty) ? raw.penalty : null,
		source: textOr(raw.source)
	};
}

/** Named by the rate, else by where the rules are from, else by the penalties; empty where nothing says it. */
function currencyOf(set: Json, rate: Json): string {
	const place = String(set.jurisdiction ?? set.id ?? '')
		.slice(0, 2)
		.toUpperCase();
	const penalty = isJson(set.meal) && isJson(set.meal.penalty) ? set.meal.penalty.currency : null;
	return textOr(rate.currency) ?? CURRENCY[place] ?? textOr(penalty) ?? '';
}

function compile(set: Json): Rules {
	const part = (key: string): Json => (isJson(set[key]) ? set[key] : {});
	const workday = part('workday');
	const calendar = part('calendar');
	const rounding = isJson(set.rounding) ? set.rounding : null;
	const breaks = part('breaks');
	const pay = part('payRules');
	const daily = isJson(pay.daily) ? pay.daily : null;
	const weekly = isJson(pay.weekly) ? pay.weekly : null;
	const period = isJson(pay.period) ? pay.period : null;
	const rate = part('rate');
	const types = part('entryTypes');
	const unit = rounding ? numberOr(rounding.unitMin, 0) : 0;
	const dayTypeOf = dayTypes(set);
	return {
		ready: true,
		version: [set.id ?? set.name ?? 'custom', set.version].filter((one) => one !== undefined).join('@'),
		workday: {
			fixedAt: workday.mode === 'fixed' ? (parseClock(String(workday.start ?? '00:00')) ?? 0) : null,
			splitJoinGap: numberOr(workday.splitJoinGapMin, 480),
			continuationGap: numberOr(workday.continuationGapMin, 240)
		},
		weekStart: weekdayNumber(set.weekStart) ?? 1,
		dayTypeOf,
		knownUntil: readDayNumber(calendar.knownUntil),
		byCalendarMinute: set.holidayBasis === 'calendar-minute',
		rounding:
			rounding && unit > 0 ? { scope: String(rounding.scope), unit, up: rounding.mode === 'up' } : null,
		maxEntry: numberOr(set.maxEntryMin, 1440),
		minDeduct: numberOr(breaks.minDeductMin, 0),
		maxDeduct: numberOr(breaks.maxDeductMin, Infinity),
		isWorked: (type) => {
			const own = types[type];
			return isJson(own) ? own.worked !== false : TYPES[type];
		},
		dayTypePay: (part('payRules').dayTypes as Rules['dayTypePay']) ?? {},
		daily: daily && {
			appliesTo: (Array.isArray(daily.appliesTo) ? daily.appliesTo : ['ordinary', 'makeup']) as DayType[],
			tiers: tiersOf(daily.tiers)
		},
		nthDay: listOf(pay.nthDay).map((nth) => ({ n: numberOr(nth.n, 0), tiers: tiersOf(nth.tiers) })),
		weekly: weekly && {
			threshold: numberOr(weekly.thresholdMin, 2400),
			multiplier: numberOr(weekly.multiplier, 1.5),
			exclude: (Array.isArray(weekly.excludeDayTypes) ? weekly.excludeDayTypes : []) as string[]
		},
		period: period && {
			unit: String(period.unit),
			threshold: numberOr(period.thresholdMin, Infinity),
			multiplier: numberOr(period.multiplier, 1.5)
		},
		meal: mealOf(set.meal),
		limits: limitsOf(set.limits),
		rate: {
			monthPaidDays: numberOr(rate.monthPaidDays, 21.75),
			hoursPerDay: numberOr(rate.hoursPerDay, 8),
			method: String(rate.dayRateMethod ?? 'contracted'),
			floor: numberOr(rate.otHourMin, null),
			cap: numberOr(rate.otHourMax, null),
			currency: currencyOf(set, rate)
		}
	};
}
