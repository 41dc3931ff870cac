/** The rule about daylight: S13. */
import type { DayKey } from '../../calendar/day-key.ts';
import { sunOn, type Sun } from '../../calendar/sun.ts';
import type { Finding } from '../../finding.ts';
import { isZone } from '../../calendar/zone.ts';
import { common, type Stretch } from '../../people/stretches.ts';
import { ahead, type Ahead, type DayRule } from './ruled-day.ts';

/** When it is dark around a day: tonight's and tomorrow's dark too, since a shoot day runs on past midnight. */
function darkness({ rises, sets, upAllDay }: Sun): { before: Stretch; after: Stretch } | null {
	if (upAllDay) return null;
	if (rises === null || sets === null)
		return { before: { from: 0, to: 0 }, after: { from: -Infinity, to: Infinity } };
	return { before: { from: -Infinity, to: rises }, after: { from: sets, to: rises + 1440 } };
}

/**
 * S13: an exterior day scene is shot before sunrise or after sunset, where the place is on the map. An INT/EXT scene
 * sees the sky too. One finding a day, place and side of the day. Figures: strips, sun (minutes after midnight),
 * dark (minutes of these strips without sun).
 */
export const daylight: DayRule = (day) => {
	const { zone } = day.lookups.production;
	const found = new Map<string, { strips: Ahead[]; dark: number; sun: number; about: Finding['about'] }>();
	for (const strip of ahead(day)) {
		const { scene, locationId, at } = strip;
		if (scene.time !== 'day' || scene.intExt === null || scene.intExt === 'int' || locationId === null)
			continue;
		const place = day.reach.location(locationId);
		if (!place || place.latitude === null || place.longitude === null || !isZone(zone)) continue;
		const sun = sunOn(day.summary.date as DayKey, place.latitude, place.longitude, zone);
		const dark = darkness(sun);
		if (!dark) continue;
		for (const reason of ['before', 'after'] as const) {
			const minutes = common(dark[reason], { from: at.startsAt, to: at.endsAt });
			if (minutes === 0) continue;
			const key = `${locationId} ${reason}`;
			const before = found.get(key) ?? {
				strips: [],
				dark: 0,
				sun: (reason === 'before' ? sun.rises : sun.sets) ?? -1,
				about: { dayId: day.summary.dayId, locationId, reason: sun.rises === null ? 'none' : reason }
			};
			found.set(key, { ...before, strips: [...before.strips, strip], dark: before.dark + minutes });
		}
	}
	return [...found.values()].map(({ strips, dark, sun, about }) => ({
		rule: 'S13',
		severity: 'warn',
		about,
		figures: { strips: strips.length, dark, ...(sun >= 0 ? { sun } : {}) },
		strips: strips.map(({ id }) => id)
	}));
};
