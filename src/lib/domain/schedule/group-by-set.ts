import type { SetId, StripId } from '../ids.ts';
import { eighthsOf } from './estimate.ts';
import type { Lookups } from './lookups.ts';
import type { Strip } from './records.ts';

/** A run of strips under one header, or a banner by itself (`setId` null and one strip). */
export type SetGroup = {
	/** stable while the first strip stays: good as a key on screen */
	readonly id: StripId;
	readonly kind: 'set' | 'banner';
	/** null for a banner, and for scenes whose set isn't known */
	readonly setId: SetId | null;
	readonly strips: readonly Strip[];
	/** eighths of the strips not dropped */
	readonly eighths: number;
};

/** Folds consecutive strips of one set under a header; a banner stands alone and ends a run (design.md 3). */
export function groupBySet(ordered: readonly Strip[], scene: Lookups['scene']): SetGroup[] {
	const groups: {
		id: StripId;
		kind: 'set' | 'banner';
		setId: SetId | null;
		strips: Strip[];
		eighths: number;
	}[] = [];
	for (const strip of ordered) {
		const its = strip.sceneId === null ? undefined : scene(strip.sceneId);
		const setId = strip.kind === 'banner' ? null : (its?.setId ?? null);
		const last = groups.at(-1);
		const eighths = strip.status === 'dropped' || strip.kind === 'banner' ? 0 : eighthsOf(strip, its);
		if (last && last.kind === 'set' && strip.kind === 'scene' && last.setId === setId) {
			last.strips.push(strip);
			last.eighths += eighths;
		} else
			groups.push({
				id: strip.id,
				kind: strip.kind === 'banner' ? 'banner' : 'set',
				setId,
				strips: [strip],
				eighths
			});
	}
	return groups;
}
