/** Which entries still stand once corrections and voids have named others (H7). */
import type { DayKey } from '../calendar/day-key.ts';
import type { Flagger } from './flagger.ts';
import { idOf } from './read-entries.ts';
import type { Json } from './types.ts';

const ids = (raw: unknown): readonly string[] =>
	typeof raw === 'string' && raw !== ''
		? [raw]
		: Array.isArray(raw)
			? raw.filter((one): one is string => typeof one === 'string')
			: [];

const isVoid = (entry: Json): boolean =>
	entry.type === 'void' ||
	entry.kind === 'void' ||
	entry.status === 'void' ||
	entry.void === true ||
	ids(entry.voids).length > 0;

const NONE: readonly string[] = [];
/** The entries an entry corrects or takes back; itself never. */
function namedBy(entry: Json): readonly string[] {
	if (entry.supersedes == null && entry.voids == null) return NONE;
	const own = idOf(entry);
	return [...ids(entry.supersedes), ...ids(entry.voids)].filter((id) => id !== own);
}

/**
 * Drops every entry that a correction or a void names, and the voids themselves. Where two corrections that still
 * stand lead back to one entry, both count and CORRECTION_CONFLICT says so.
 */
export function standing(entries: readonly Json[], flag: Flagger): readonly Json[] {
	const namers = new Map<string, Json[]>();
	let voids = false;
	for (const entry of entries) {
		voids ||= isVoid(entry);
		for (const id of namedBy(entry)) {
			const all = namers.get(id);
			if (all) all.push(entry);
			else namers.set(id, [entry]);
		}
	}
	if (namers.size === 0 && !voids) return entries;
	conflicts(namers, flag);
	return entries.filter((entry) => !namers.has(idOf(entry)) && !isVoid(entry));
}

function conflicts(namers: ReadonlyMap<string, readonly Json[]>, flag: Flagger): void {
	const said = new Set<string>();
	for (const id of namers.keys()) {
		const last = lastOf(id, namers, new Set([id]));
		// Two voids agree that nothing remains.
		if (last.size < 2 || [...last].every(isVoid)) continue;
		const key = [...last].map(idOf).sort();
		if (said.has(key.join('\n'))) continue;
		said.add(key.join('\n'));
		const date = ([...last]
			.map((entry) => String(entry.date ?? ''))
			.sort()
			.find(Boolean) ?? '') as DayKey;
		flag('CORRECTION_CONFLICT', date, 'warn', 0, key, { corrections: last.size });
	}
}

/** The corrections that still stand at the end of every chain that begins at an entry; a copy of one is no second. */
function lastOf(id: string, namers: ReadonlyMap<string, readonly Json[]>, seen: Set<string>): Set<Json> {
	const last = new Set<Json>();
	for (const namer of namers.get(id) ?? []) {
		const own = idOf(namer);
		if (own !== '' && seen.has(own)) continue;
		seen.add(own);
		if (!namers.has(own)) last.add(namer);
		else for (const entry of lastOf(own, namers, seen)) last.add(entry);
	}
	return last;
}
