import { addDays, type DayKey } from '#lib/domain/calendar/day-key.ts';
import type { SceneId, ShootDayId, StripId } from '#lib/domain/ids.ts';
import { keysBetween } from '#lib/domain/order-key.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import {
	shootDayRecord,
	stripRecord,
	type Scene,
	type ShootDay,
	type Strip
} from '#lib/domain/schedule/records.ts';

const idOf = (of: string, n: number): string => `${of}-${n}-`.padEnd(22, '0');

/** A plan with so many strips: the scenes of a plan over and over, 22 a day, the last tenth in the boneyard. */
export function manyStrips(from: Plan, count: number): Plan {
	const scenes = new Map<SceneId, Scene>();
	const strips = new Map<StripId, Strip>();
	const days = new Map<ShootDayId, ShootDay>();
	const pattern = [...from.scenes.values()];
	const scheduled = Math.floor(count * 0.9);
	const first = '2026-11-12' as DayKey;
	const orders = keysBetween(null, null, count);
	for (let n = 0; n < count; n++) {
		const scene = pattern[n % pattern.length] as Scene;
		const id = idOf('scene', n) as SceneId;
		scenes.set(id, { ...scene, id, number: `${1 + Math.floor(n / 4)}-${1 + (n % 4)}`, omitted: false });
		const dayAt = Math.floor(n / 22);
		const dayId = n < scheduled ? (idOf('day', dayAt) as ShootDayId) : null;
		if (dayId !== null && !days.has(dayId))
			days.set(dayId, newRow(shootDayRecord, dayId, { date: addDays(first, dayAt) }));
		const stripId = idOf('strip', n) as StripId;
		strips.set(
			stripId,
			newRow(stripRecord, stripId, { sceneId: id, place: { dayId, order: orders[n] as string } })
		);
	}
	return { ...from, scenes, strips, days };
}
