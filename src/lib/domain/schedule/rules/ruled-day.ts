/** One day as the rules about a single day see it. */
import type { LocationId, StripId } from '../../ids.ts';
import type { Finding } from '../../finding.ts';
import { wasShot } from '../estimate.ts';
import type { Lookups } from '../lookups.ts';
import type { Reach } from '../reach.ts';
import type { Scene, Strip } from '../records.ts';
import type { DaySummary } from '../summarise-day.ts';
import type { TimedStrip } from '../timeline.ts';

export type RuledDay = {
	readonly summary: DaySummary;
	readonly strips: readonly Strip[];
	readonly lookups: Lookups;
	readonly reach: Reach;
};
export type DayRule = (day: RuledDay) => Finding[];

/** One strip of a day that is still to be shot, with its scene and where that is. */
export type Ahead = {
	readonly id: StripId;
	readonly scene: Scene;
	readonly locationId: LocationId | null;
	readonly at: TimedStrip;
};

/** The scene strips of a day that still have to be shot, on the clock: what was shot is no conflict any more. */
export function ahead({ summary, strips, lookups }: RuledDay): Ahead[] {
	const timed = new Map(summary.timed.map((one) => [one.stripId, one]));
	return strips.flatMap((strip): Ahead[] => {
		const at = timed.get(strip.id);
		const scene = strip.sceneId === null ? undefined : lookups.scene(strip.sceneId);
		if (!at || !scene || strip.kind !== 'scene' || at.basis === 'idle' || wasShot(strip)) return [];
		const set = scene.setId === null ? undefined : lookups.set(scene.setId);
		return [{ id: strip.id, scene, locationId: set?.locationId ?? null, at }];
	});
}
