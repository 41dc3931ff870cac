import type { StripId } from '#lib/domain/ids.ts';
import { byOrder, keyBetween } from '#lib/domain/order-key.ts';
import type { StripStatus } from '#lib/domain/schedule/records.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/** Marks strips to do, being shot, shot or dropped. A partial has a command of its own: it leaves a rest. */
export function markStrips(
	plan: PlanDocument,
	ids: readonly StripId[],
	status: Exclude<StripStatus, 'partial'>,
	actualMinutes: number | null = null
): number {
	const { strips } = plan.tables;
	const there = ids.filter((id) => strips.rows().has(id));
	if (there.length === 0) return 0;
	perform(plan, `mark-${status}`, there.length, () => {
		for (const id of there) strips.set(id, { status, actualMinutes });
	});
	return there.length;
}

/**
 * Marks a strip partly shot: it keeps what was shot, and a new strip with the rest lies right at the top of the
 * boneyard (`12 pt1`, `12 pt2`). The first is never lost.
 * @param leftEighths eighths still to shoot, at least 1
 * @returns the strip with the rest; null when the strip has gone
 */
export function markPartial(
	plan: PlanDocument,
	id: StripId,
	leftEighths: number,
	actualMinutes: number | null = null
): StripId | null {
	const { strips, scenes } = plan.tables;
	const strip = strips.rows().get(id);
	const scene = strip?.sceneId ? scenes.get(strip.sceneId) : null;
	if (!strip || !scene) return null;
	const whole = strip.eighths ?? scene.eighths;
	const left = Math.max(1, Math.min(leftEighths, whole));
	const parts = [...strips.rows().values()].filter(({ sceneId }) => sceneId === scene.id);
	const last = Math.max(...parts.map(({ part }) => part), 1);
	const first = parts
		.filter(({ place }) => place.dayId === null)
		.map((other) => ({ id: other.id, order: other.place.order }))
		.sort(byOrder)[0];
	const rest = newId<StripId>();
	perform(plan, 'mark-partial', 1, () => {
		strips.set(id, {
			status: 'partial',
			part: Math.max(strip.part, 1),
			eighths: whole - left,
			actualMinutes
		});
		strips.add(rest, {
			kind: 'scene',
			sceneId: scene.id,
			part: last + 1,
			eighths: left,
			place: { dayId: null, order: keyBetween(null, first?.order ?? null) }
		});
	});
	return rest;
}
