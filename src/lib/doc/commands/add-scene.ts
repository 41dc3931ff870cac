import type { SceneId, ShootDayId, StripId } from '#lib/domain/ids.ts';
import { byOrder, keyBetween } from '#lib/domain/order-key.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import type { sceneRecord } from '#lib/domain/schedule/records.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/** Adds a scene after the last of the script, with its strip at the end of a day or of the boneyard. */
export function addScene(
	plan: PlanDocument,
	values: Partial<FieldValues<typeof sceneRecord>>,
	dayId: ShootDayId | null = null
): { sceneId: SceneId; stripId: StripId } {
	const { scenes, strips } = plan.tables;
	const lastScene = [...scenes.rows().values()].sort(byOrder).at(-1);
	const sceneId = newId<SceneId>();
	const stripId = newId<StripId>();
	perform(plan, 'add-scene', 1, () => {
		scenes.add(sceneId, { ...values, order: keyBetween(lastScene?.order ?? null, null) });
		strips.add(stripId, { kind: 'scene', sceneId, place: { dayId, order: endOf(plan, dayId) } });
	});
	return { sceneId, stripId };
}

/** Adds a banner (a company move, a meal, a note) at the end of a day. */
export function addBanner(
	plan: PlanDocument,
	dayId: ShootDayId | null,
	banner: string,
	minutes: number
): StripId {
	const id = newId<StripId>();
	perform(plan, 'add-banner', 1, () =>
		plan.tables.strips.add(id, {
			kind: 'banner',
			banner,
			minutes,
			place: { dayId, order: endOf(plan, dayId) }
		})
	);
	return id;
}

/** Takes a banner off the board. A scene's strip can't be removed, only put into the boneyard. */
export function removeBanner(plan: PlanDocument, id: StripId, now: number): boolean {
	if (plan.tables.strips.rows().get(id)?.kind !== 'banner') return false;
	perform(plan, 'remove-banner', 1, () => plan.tables.strips.archive(id, now));
	return true;
}

function endOf(plan: PlanDocument, dayId: ShootDayId | null): string {
	const last = [...plan.tables.strips.rows().values()]
		.filter(({ place }) => place.dayId === dayId)
		.map(({ id, place }) => ({ id, order: place.order }))
		.sort(byOrder)
		.at(-1);
	return keyBetween(last?.order ?? null, null);
}
