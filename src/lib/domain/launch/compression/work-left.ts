/** The work a plan still has: scenes not shot, with whoever asked for them, and the pace so far (compression.md 2). */
import { estimate, wasShot } from '../../schedule/estimate.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { Scene, Strip } from '../../schedule/records.ts';
import { isIdle } from '../../schedule/timeline.ts';
import { askedBy } from '../timeline/of-plan.ts';
import type { CompressionInput, WorkScene } from './types.ts';

type OfPlan = Pick<Plan, 'production' | 'scenes' | 'strips' | 'sets' | 'requests' | 'sceneChanges'>;

/** Parts of a scene that a request lengthened stand under `scene request`; this gives the scene back. */
export const sceneOfWork = (id: string): string => id.split(' ')[0] ?? id;

/** Scenes with minutes left, before pace. What a request added to an older scene stands by itself. */
export function workScenes(plan: OfPlan): WorkScene[] {
	const minutes = new Map<string, number>();
	for (const strip of openStrips(plan)) {
		const scene = strip.sceneId === null ? undefined : plan.scenes.get(strip.sceneId);
		if (!scene) continue;
		const own = estimate({ ...strip, actualMinutes: null }, scene, plan.production).minutes;
		minutes.set(scene.id, (minutes.get(scene.id) ?? 0) + own);
	}
	const works: WorkScene[] = [];
	for (const [id, left] of minutes) {
		const scene = plan.scenes.get(id as Scene['id'])!;
		const around = {
			castIds: scene.castIds,
			placeId: (scene.setId && plan.sets.get(scene.setId)?.locationId) || scene.setId
		};
		const whole = scene.requestId;
		let rest = left;
		for (const { requestId, share } of lengthened(scene, plan)) {
			const part = Math.min(rest, Math.round(left * share));
			if (part <= 0) continue;
			rest -= part;
			works.push({
				id: `${id} ${requestId}`,
				minutes: part,
				from: askedBy(requestId, plan.requests),
				requestId,
				...around
			});
		}
		if (rest > 0)
			works.push({ id, minutes: rest, from: askedBy(whole, plan.requests), requestId: whole, ...around });
	}
	return works;
}

/**
 * Parts of a scene's length that requests added to it, as shares of what it is long now: by rewrites, moves that came
 * with one, and scenes that came back for it, less what a refusal took away again. The request that added the scene
 * has the rest of it anyway; one that was put away counts for nobody.
 */
function lengthened(
	scene: Scene,
	{ requests, sceneChanges }: OfPlan
): { requestId: string; share: number }[] {
	if (scene.eighths <= 0) return [];
	const added = new Map<string, number>();
	for (const { sceneId, kind, requestId, eighthsBefore, eighthsAfter } of sceneChanges.values()) {
		if (sceneId !== scene.id || requestId === null || requestId === scene.requestId) continue;
		if (kind === 'added' || !requests.has(requestId)) continue;
		added.set(requestId, (added.get(requestId) ?? 0) + eighthsAfter - eighthsBefore);
	}
	return [...added]
		.filter(([, eighths]) => eighths > 0)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([requestId, eighths]) => ({ requestId, share: Math.min(1, eighths / scene.eighths) }));
}

/** Scene strips nobody has shot, dropped or omitted ones left out. */
export const openStrips = (plan: OfPlan): Strip[] =>
	[...plan.strips.values()].filter(
		(strip) =>
			strip.kind === 'scene' &&
			!wasShot(strip) &&
			!isIdle(strip, strip.sceneId === null ? undefined : plan.scenes.get(strip.sceneId))
	);

/**
 * Minutes it took against minutes estimated, over the strips shot so far whose time is known. Logged delays of a day
 * belong to events: they are taken off what that day's strips took, never more than that.
 */
export function paceOf(plan: OfPlan & Pick<Plan, 'delays'>): NonNullable<CompressionInput['pace']> {
	let [strips, estimated] = [0, 0];
	const actual = new Map<string | null, number>();
	for (const strip of plan.strips.values()) {
		if (strip.kind !== 'scene' || !wasShot(strip) || strip.actualMinutes === null) continue;
		const scene = strip.sceneId === null ? undefined : plan.scenes.get(strip.sceneId);
		if (!scene) continue;
		strips++;
		const { dayId } = strip.place;
		actual.set(dayId, (actual.get(dayId) ?? 0) + strip.actualMinutes);
		estimated += estimate({ ...strip, actualMinutes: null }, scene, plan.production).minutes;
	}
	for (const { dayId, minutes } of plan.delays.values()) {
		const took = actual.get(dayId);
		if (took !== undefined) actual.set(dayId, Math.max(0, took - minutes));
	}
	const sum = [...actual.values()].reduce((all, minutes) => all + minutes, 0);
	// Strips that took no time of their own at all say nothing about the next ones.
	return sum > 0 ? { strips, actual: sum, estimated } : { strips: 0, actual: 0, estimated: 0 };
}
