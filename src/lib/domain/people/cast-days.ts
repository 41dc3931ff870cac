import type { DayKey } from '../calendar/day-key.ts';
import type { CharacterId } from '../ids.ts';
import type { Plan } from '../schedule/plan.ts';

/** On how many dates one of the cast is called by the board, and the first and last of them (field guide 1.4: SW, WF). */
export type CastDays = { readonly days: number; readonly first: DayKey; readonly last: DayKey };

/** Days called by character. Dropped strips, omitted scenes and shoot days without a date call nobody. */
export function castDays(plan: Pick<Plan, 'days' | 'strips' | 'scenes'>): ReadonlyMap<CharacterId, CastDays> {
	const dates = new Map<CharacterId, Set<DayKey>>();
	for (const { kind, sceneId, status, place } of plan.strips.values()) {
		if (kind !== 'scene' || sceneId === null || status === 'dropped' || place.dayId === null) continue;
		const date = plan.days.get(place.dayId)?.date;
		const scene = plan.scenes.get(sceneId);
		if (!date || !scene || (scene.omitted && status === 'todo')) continue;
		for (const id of scene.castIds) {
			const own = dates.get(id);
			if (own) own.add(date);
			else dates.set(id, new Set([date]));
		}
	}
	return new Map(
		[...dates].map(([id, own]) => {
			const inOrder = [...own].sort();
			return [id, { days: own.size, first: inOrder[0] as DayKey, last: inOrder.at(-1) as DayKey }];
		})
	);
}
