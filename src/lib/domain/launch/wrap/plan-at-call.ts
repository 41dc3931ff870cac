/** A plan as it stood when a day was called, as far as the plan itself remembers it. */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Plan, Rows } from '../../schedule/plan.ts';
import type { Strip } from '../../schedule/records.ts';

/**
 * Takes back what a day and those after it brought: their strips are to be shot again, nobody has wrapped, no delay has
 * happened, and what a review asked for later isn't there yet. A strip that was moved to another day since lies there:
 * where it lay at the call isn't kept.
 */
export function planAtCall(plan: Plan, date: DayKey): Plan {
	const days = new Set(
		[...plan.days.values()].flatMap((day) => (day.date && day.date >= date ? [day.id] : []))
	);
	const later = new Set(
		[...plan.requests.values()].flatMap(({ id, askedOn }) => (askedOn && askedOn > date ? [id] : []))
	);
	const lies = ({ place }: Strip): boolean => place.dayId !== null && days.has(place.dayId);
	const madeUp = new Set(
		[...plan.strips.values()].flatMap((strip) =>
			strip.sceneId !== null && strip.status !== 'dropped' ? [`${strip.sceneId} ${strip.part}`] : []
		)
	);
	return {
		...plan,
		days: mapped(plan.days, (day) =>
			days.has(day.id) ? { ...day, wrappedAt: null, startedAt: null, firstShotAt: null } : day
		),
		strips: mapped(plan.strips, (strip) => {
			if (!lies(strip) || strip.kind !== 'scene' || strip.status === 'todo') return strip;
			// Dropped, and put on another day since: its work is there.
			if (strip.status === 'dropped' && madeUp.has(`${strip.sceneId} ${strip.part}`)) return strip;
			return { ...strip, status: 'todo', actualMinutes: null };
		}),
		scenes: mapped(plan.scenes, (scene) =>
			scene.requestId !== null && later.has(scene.requestId) ? { ...scene, omitted: true } : scene
		),
		tasks: kept(plan.tasks, ({ requestId }) => requestId === null || !later.has(requestId)),
		delays: kept(plan.delays, ({ dayId }) => dayId === null || !days.has(dayId)),
		extensions: kept(plan.extensions, ({ dayId }) => dayId === null || !days.has(dayId)),
		settlements: kept(plan.settlements, ({ dayId }) => dayId === null || !days.has(dayId))
	};
}

function mapped<R extends { readonly id: string }>(rows: Rows<R>, change: (row: R) => R): Rows<R> {
	return new Map([...rows].map(([id, row]) => [id, change(row)]));
}

function kept<R extends { readonly id: string }>(rows: Rows<R>, keep: (row: R) => boolean): Rows<R> {
	return new Map([...rows].filter(([, row]) => keep(row)));
}
