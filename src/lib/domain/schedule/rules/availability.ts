/** Rules about who and what can be had: S10, S11. */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Finding } from '../../finding.ts';
import type { LocationId } from '../../ids.ts';
import { personBlocked, placeBlocked, type Blocked } from '../../people/availability.ts';
import { overlap, type Stretch } from '../../people/stretches.ts';
import type { TimedStrip } from '../timeline.ts';
import { ahead, type Ahead, type DayRule } from './ruled-day.ts';

const stretchOf = ({ startsAt, endsAt }: TimedStrip): Stretch => ({ from: startsAt, to: endsAt });

/** The hours of a reason, where it has any: figures of the sentence. */
const hours = ({ from, to }: Blocked): Record<string, number> =>
	Number.isFinite(from) && Number.isFinite(to) ? { from, to } : {};

/**
 * S10: somebody called that day isn't available then: away, elsewhere (travel, fitting, rehearsal), outside the only
 * days or hours, or outside the contract's dates. `bad` with the strips it hits; `warn` when it hits only the wait
 * between scenes, and for crew, who can be stood in for. Figures: strips; from, to where hours are known.
 */
export const castAway: DayRule = (day) => {
	const strips = ahead(day);
	return day.summary.called.flatMap((called): Finding[] => {
		const person = called.personId === null ? undefined : day.reach.person(called.personId);
		if (!person) return [];
		const own = strips.filter(({ scene }) => called.characterIds.some((id) => scene.castIds.includes(id)));
		if (!called.crew && own.length === 0) return [];
		const span: Stretch = { from: called.callAt, to: called.wrapAt };
		const blocked = personBlocked(
			person,
			day.reach.availability(person.id),
			day.summary.date as DayKey
		).filter((one) => overlap(one, span));
		const hit = own.filter(({ at }) => blocked.some((one) => overlap(one, stretchOf(at))));
		const worst = blocked.find((one) => hit.some(({ at }) => overlap(one, stretchOf(at)))) ?? blocked[0];
		if (!worst) return [];
		return [
			{
				rule: 'S10',
				severity: hit.length > 0 ? 'bad' : 'warn',
				about: { dayId: day.summary.dayId, who: person.id, reason: worst.reason },
				figures: { strips: hit.length, ...hours(worst) },
				strips: hit.map(({ id }) => id)
			}
		];
	});
};

/**
 * S11: a place can't be had, or is closed, while strips are shot there. One finding a day and place. Figures:
 * strips; from, to of the closing where it has hours.
 */
export const placeClosed: DayRule = (day) => {
	const at = new Map<LocationId, Ahead[]>();
	for (const strip of ahead(day)) {
		if (strip.locationId === null) continue;
		const there = at.get(strip.locationId);
		if (there) there.push(strip);
		else at.set(strip.locationId, [strip]);
	}
	return [...at].flatMap(([locationId, strips]): Finding[] => {
		const place = day.reach.location(locationId);
		if (!place) return [];
		const blocked = placeBlocked(place, day.reach.availability(locationId), day.summary.date as DayKey);
		const hit = strips.filter((strip) => blocked.some((one) => overlap(one, stretchOf(strip.at))));
		const worst = blocked.find((one) => hit.some((strip) => overlap(one, stretchOf(strip.at))));
		if (!worst) return [];
		const hoursOfPlace =
			worst.reason === 'hours' ? { from: place.opensAt ?? 0, to: place.closesAt ?? 1440 } : hours(worst);
		return [
			{
				rule: 'S11',
				severity: 'bad',
				about: { dayId: day.summary.dayId, locationId, reason: worst.reason },
				figures: { strips: hit.length, ...hoursOfPlace },
				strips: hit.map(({ id }) => id)
			}
		];
	});
};
