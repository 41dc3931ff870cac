/**
 * The numbers of a rule set that a production may change, each under a name that stays the same when the order of
 * limits does. What has no number in a rule set (China names no meal) can't be changed into one.
 */
import { isJson, listOf } from '../json.ts';
import { ruleOf } from '../flag-rules.ts';
import { isPresetId } from '../presets/index.ts';
import type { Json } from '../types.ts';
import { NUMBER_SOURCES } from './number-sources.ts';

export type RuleUnit = 'minutes' | 'days' | 'times';

/** One number: where it stands in the JSON of a rule set, its unit and bounds (both included), and its rule. */
export type RuleNumber = {
	/** `limit.REST_SHORT.minMin`, `tier.1.afterMin` */
	readonly name: string;
	/** what it is, for its words: the name without what tells it from others of its kind */
	readonly kind: string;
	readonly unit: RuleUnit;
	readonly least: number;
	readonly most: number;
	/** the rule of RULES.md that reckons with it */
	readonly rule: string;
	/** the limit's code, where it is one of a limit */
	readonly code: string | null;
	/** where it stands; null: the product's own reading */
	readonly source: string | null;
	/** which of several of its kind it is (the second daily tier, the 7th day); null where there is one */
	readonly nth: number | null;
	/** as the rule set has it */
	readonly preset: number;
	readonly path: readonly (string | number)[];
};

type Key = readonly [key: string, unit: RuleUnit, least?: number, most?: number];
const DAY = 1440;
const WEEK = 7 * DAY;

/** Which numbers each kind of limit has, by the closed list of hours-rules 7. */
const OF_LIMIT: Readonly<Record<string, readonly Key[]>> = {
	daily_extension: [['overMin', 'minutes', 0, DAY]],
	monthly_premium: [['overMin', 'minutes', 0, 31 * DAY]],
	consecutive: [['maxDays', 'days', 1, 31]],
	daily_rest: [['minMin', 'minutes', 0, DAY]],
	weekly_rest: [
		['minMin', 'minutes', 0, WEEK],
		['minIfSixDaysMin', 'minutes', 0, WEEK]
	],
	break_required: [
		['overWorkedMin', 'minutes', 0, DAY],
		['minBreakMin', 'minutes', 1, DAY]
	],
	avg_week: [['limitMin', 'minutes', 1, WEEK]],
	night: [['overMin', 'minutes', 0, DAY]]
};

type Place = Omit<RuleNumber, 'preset' | 'name' | 'kind'> & { readonly name?: string; readonly kind: string };

function place(
	rule: string,
	kind: string,
	path: Place['path'],
	unit: RuleUnit,
	more: Partial<Place> = {}
): Place {
	const bounds = unit === 'times' ? { least: 1, most: 10 } : unit === 'days' ? { least: 1, most: 31 } : null;
	const own = bounds ?? { least: 0, most: DAY };
	return { rule, kind, path, unit, ...own, code: null, source: null, nth: null, ...more };
}

function placesOf(set: Json): Place[] {
	const pay = isJson(set.payRules) ? set.payRules : {};
	const tiers = listOf(isJson(pay.daily) ? pay.daily.tiers : null);
	const source = isJson(set.meal) && typeof set.meal.source === 'string' ? set.meal.source : null;
	return [
		...tiers.flatMap((_, i): Place[] => {
			const at = ['payRules', 'daily', 'tiers', i];
			const nth = tiers.length > 1 ? i + 1 : null;
			return [
				place('H13', 'tier.afterMin', [...at, 'afterMin'], 'minutes', {
					nth,
					name: `tier.${i + 1}.afterMin`
				}),
				place('H13', 'tier.multiplier', [...at, 'multiplier'], 'times', {
					...{ nth, name: `tier.${i + 1}.multiplier` }
				})
			];
		}),
		place('H13', 'rest.multiplier', ['payRules', 'dayTypes', 'rest'], 'times'),
		place('H13', 'statutory.multiplier', ['payRules', 'dayTypes', 'statutory'], 'times'),
		...listOf(pay.nthDay).flatMap((nth, i) =>
			listOf(nth.tiers).map((_, j) =>
				place('H14', 'nth.multiplier', ['payRules', 'nthDay', i, 'tiers', j, 'multiplier'], 'times', {
					...{ nth: Number(nth.n), name: `nth.${String(nth.n)}.${j + 1}.multiplier` }
				})
			)
		),
		place('H15', 'weekly.thresholdMin', ['payRules', 'weekly', 'thresholdMin'], 'minutes', { most: WEEK }),
		place('H15', 'weekly.multiplier', ['payRules', 'weekly', 'multiplier'], 'times'),
		place('H16', 'period.thresholdMin', ['payRules', 'period', 'thresholdMin'], 'minutes', {
			most: 366 * DAY
		}),
		place('H16', 'period.multiplier', ['payRules', 'period', 'multiplier'], 'times'),
		...listOf(set.limits).flatMap((limit, i): Place[] =>
			(OF_LIMIT[String(limit.kind)] ?? []).map(([key, unit, least, most]) => {
				const code = String(limit.code);
				return place(ruleOf(code).rule, `${String(limit.kind)}.${key}`, ['limits', i, key], unit, {
					...{ code, name: `limit.${code}.${key}` },
					...(least === undefined ? {} : { least }),
					...(most === undefined ? {} : { most }),
					source: typeof limit.source === 'string' ? limit.source : null
				});
			})
		),
		place('H26', 'meal.firstWithinMin', ['meal', 'firstWithinMin'], 'minutes', { least: 1, source }),
		place('H26', 'meal.nextWithinMin', ['meal', 'nextWithinMin'], 'minutes', { least: 1, source }),
		place('H26', 'meal.minValidMin', ['meal', 'minValidMin'], 'minutes', { least: 1, source }),
		place('H6', 'breaks.minDeductMin', ['breaks', 'minDeductMin'], 'minutes'),
		place('H17', 'rounding.unitMin', ['rounding', 'unitMin'], 'minutes', { least: 1, most: 60 })
	];
}

/** The number that stands at a path of a rule set; null where there is none. */
export function numberAt(set: unknown, path: RuleNumber['path']): number | null {
	let value: unknown = set;
	for (const key of path)
		value = (value as Readonly<Record<string | number, unknown>> | undefined | null)?.[key];
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Every number of a rule set that may be changed, in the order of the rules: overtime, limits, meals. */
export const numbersOf = (set: Json): RuleNumber[] =>
	placesOf(set).flatMap((one): RuleNumber[] => {
		const preset = numberAt(set, one.path);
		const sources = isPresetId(set.id) ? NUMBER_SOURCES[set.id] : {};
		const source = one.source ?? sources[one.kind] ?? sources[one.rule] ?? null;
		return preset === null ? [] : [{ ...one, name: one.name ?? one.kind, source, preset }];
	});

/** Whether a number may be that: whole minutes and days, a multiplier with at most two decimals, within its bounds. */
export function isWithin(
	{ unit, least, most }: Pick<RuleNumber, 'unit' | 'least' | 'most'>,
	value: unknown
): boolean {
	if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most) return false;
	return unit === 'times' ? Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 : Number.isInteger(value);
}

/** The rule set with a number in another's place; what lies beside it is the same object. */
export function withNumber(set: Json, path: RuleNumber['path'], value: number): Json {
	const [key, ...rest] = path as [string | number, ...(string | number)[]];
	const below = (set as Readonly<Record<string | number, unknown>>)[key];
	const next = rest.length === 0 ? value : withNumber(below as Json, rest, value);
	if (Array.isArray(set)) return set.map((one: unknown, i) => (i === key ? next : one)) as unknown as Json;
	return { ...set, [key]: next };
}
