/** Reading plain JSON in either spelling: `end_date` and `endDate` are one key. */
import type { Json } from './types.ts';

export const isJson = (raw: unknown): raw is Json =>
	typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const camel = (key: string): string =>
	key.includes('_') ? key.replace(/_+([a-z0-9])/gi, (_all, next: string) => next.toUpperCase()) : key;

/** The same JSON with every key in camelCase. */
export function camelKeys(raw: unknown): unknown {
	if (Array.isArray(raw)) return typeof raw[0] === 'object' ? raw.map(camelKeys) : raw;
	if (!isJson(raw)) return raw;
	const out: Record<string, unknown> = {};
	for (const key in raw) out[camel(key)] = camelKeys(raw[key]);
	return out;
}

/** One over the other, object by object; arrays, numbers and null take the place of what was there. */
export function deepMerge(under: Json, over: Json): Json {
	const out: Record<string, unknown> = { ...under };
	for (const [key, value] of Object.entries(over)) {
		if (value === undefined || key === '__proto__') continue;
		const below = out[key];
		out[key] = isJson(below) && isJson(value) ? deepMerge(below, value) : value;
	}
	return out;
}

export const numberOr = <T>(raw: unknown, otherwise: T): number | T =>
	typeof raw === 'number' && Number.isFinite(raw) ? raw : otherwise;

export const listOf = (raw: unknown): readonly Json[] => (Array.isArray(raw) ? raw.filter(isJson) : []);
