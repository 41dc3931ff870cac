import { isZone, zones } from '#lib/domain/calendar/zone.ts';
import { text } from '../text/index.svelte.ts';

/** A zone as people call it: the city in their language where we know it, else as the zone is named. */
export function zoneName(zone: string): string {
	const known: Readonly<Record<string, string>> = text.settings.zoneNames;
	if (Object.hasOwn(known, zone)) return known[zone] as string;
	const [, ...places] = zone.split('/');
	return (places.at(-1) ?? zone).replaceAll('_', ' ');
}

const plain = (typed: string): string =>
	typed
		.trim()
		.toLowerCase()
		.replaceAll(/[\s_]+/g, ' ');

/**
 * The zone somebody means: by its full name, by its city in whatever case, or by what this language calls it.
 * Null when there is none, or when what was typed could mean several.
 */
export function findZone(typed: string): string | null {
	const wanted = plain(typed);
	if (wanted === '') return null;
	const all = ['UTC', ...zones()];
	const named = all.find((zone) => plain(zone) === wanted);
	if (named) return named;
	for (const [zone, name] of Object.entries(text.settings.zoneNames))
		if (name.split(/[,、]/).some((part) => plain(part) === wanted)) return zone;
	const cities = all.filter((zone) => plain(zone.split('/').at(-1) ?? '') === wanted);
	if (cities.length === 1) return cities[0] as string;
	return isZone(typed.trim()) ? typed.trim() : null;
}
