import type { SceneId, ShootDayId, StripId } from '#lib/domain/ids.ts';
import { byOrder, keyBetween } from '#lib/domain/order-key.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import type { sceneRecord, Strip } from '#lib/domain/schedule/records.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import { productionOf, type PlanDocument } from '../plan-document.ts';

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

/** Adds a banner (a company move, a meal, a note) at the end of a day, with the minutes the production gives its kind. */
export function addBanner(
	plan: PlanDocument,
	dayId: ShootDayId | null,
	bannerKind: Strip['bannerKind'],
	banner: string
): StripId {
	const id = newId<StripId>();
	const production = productionOf(plan);
	const minutes =
		bannerKind === 'move' ? production?.moveMinutes : bannerKind === 'meal' ? production?.mealMinutes : 0;
	perform(plan, 'add-banner', 1, () =>
		plan.tables.strips.add(id, {
			kind: 'banner',
			bannerKind,
			banner,
			minutes: minutes ?? 0,
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
