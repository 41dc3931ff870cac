/** Overrides as one JSON (hours-rules 7), from a file or an older plan: what fits is taken, what doesn't is named. */
import { isJson, listOf } from '../json.ts';
import { LIMIT_KINDS } from '../rule-set.ts';
import type { Json } from '../types.ts';

/** Keys where null means "without": no most to deduct, no last day known. */
const MAY_BE_NULL: readonly string[] = [
	'maxDeductMin',
	'knownUntil',
	'rounding',
	'meal',
	'daily',
	'weekly',
	'period'
];

/**
 * What of the overrides can be laid over a rule set. A value of another sort than the rule set's own (a word for a
 * number, a limit of a kind nobody knows) is left out, so that the rule set's own stands there.
 * @returns the rest, and the paths of what was left out (`limits`, `payRules.weekly.thresholdMin`)
 */
export function safeOverrides(set: Json, overrides: Json): { readonly taken: Json; readonly left: string[] } {
	const left: string[] = [];
	const taken = sift(set, overrides, [], left);
	return { taken, left };
}

function sift(under: Json, over: Json, path: readonly string[], left: string[]): Json {
	const taken: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(over)) {
		if (key === '__proto__' || value === undefined) continue;
		const here = [...path, key];
		const below = under[key];
		if (isJson(below) && isJson(value)) taken[key] = sift(below, value, here, left);
		else if (!fits(key, below, value)) left.push(here.join('.'));
		else if (Array.isArray(value))
			taken[key] = value.map((one, i) => mended(listOf(below), one, i, here, left));
		else taken[key] = value;
	}
	return taken;
}

/** One member of a list that takes the place of the rule set's: numbers that are none are the rule set's own. */
function mended(
	below: readonly Json[],
	one: unknown,
	i: number,
	path: readonly string[],
	left: string[]
): unknown {
	if (!isJson(one)) return one;
	const own = typeof one.code === 'string' ? below.find(({ code }) => code === one.code) : below[i];
	const name = typeof one.code === 'string' ? one.code : String(i + 1);
	return own ? { ...one, ...wrongNumbers(own, one, [...path, name], left) } : one;
}

function wrongNumbers(own: Json, one: Json, path: readonly string[], left: string[]): Json {
	const back: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(own)) {
		if (typeof value !== 'number' || !(key in one) || isNumber(one[key])) continue;
		back[key] = value;
		left.push([...path, key].join('.'));
	}
	return back;
}

const isNumber = (raw: unknown): boolean => typeof raw === 'number' && Number.isFinite(raw) && raw >= 0;

function fits(key: string, below: unknown, value: unknown): boolean {
	if (key === 'limits') return isListOfLimits(value);
	if (value === null) return MAY_BE_NULL.includes(key);
	// What the rule set has no value for (a meal where there was none) is taken as an object or not at all.
	if (below === undefined || below === null) return isJson(value) || typeof value !== 'object';
	if (Array.isArray(below)) return Array.isArray(value) && value.every((one) => one !== null);
	if (isJson(below)) return false;
	if (typeof below === 'number') return isNumber(value);
	return typeof value === typeof below;
}

const isListOfLimits = (raw: unknown): boolean =>
	Array.isArray(raw) &&
	raw.every(
		(one) =>
			isJson(one) && typeof one.code === 'string' && (LIMIT_KINDS as readonly unknown[]).includes(one.kind)
	);
