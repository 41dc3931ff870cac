import type { LocationId, SetId } from '#lib/domain/ids.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import type { locationRecord } from '#lib/domain/schedule/records.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/** Adds a location, with these sets at it where some are given. */
export function addLocation(
	plan: PlanDocument,
	values: Partial<FieldValues<typeof locationRecord>>,
	setIds: readonly SetId[] = []
): LocationId {
	const id = newId<LocationId>();
	const { locations, sets } = plan.tables;
	perform(plan, 'add-location', 1, () => {
		locations.add(id, values);
		for (const setId of setIds) if (sets.rows().has(setId)) sets.set(setId, { locationId: id });
	});
	return id;
}

/** Puts a location away; its sets are at no location then. */
export function removeLocation(plan: PlanDocument, id: LocationId, now: number): boolean {
	const { locations, sets } = plan.tables;
	if (!locations.rows().has(id)) return false;
	perform(plan, 'remove-location', 1, () => {
		for (const set of sets.rows().values()) if (set.locationId === id) sets.set(set.id, { locationId: null });
		locations.archive(id, now);
	});
	return true;
}

/**
 * Says at which location sets are; null: at none yet.
 * @returns how many sets that changed
 */
export function assignSets(
	plan: PlanDocument,
	setIds: readonly SetId[],
	locationId: LocationId | null
): number {
	const { sets, locations } = plan.tables;
	if (locationId !== null && !locations.rows().has(locationId)) return 0;
	const moving = setIds.filter((id) => {
		const set = sets.rows().get(id);
		return set !== undefined && set.locationId !== locationId;
	});
	if (moving.length === 0) return 0;
	perform(plan, 'assign-sets', moving.length, () => {
		for (const id of moving) sets.set(id, { locationId });
	});
	return moving.length;
}

/**
 * Makes one set of two: scenes of the second are on the first, which keeps its name, and takes the second's location
 * where it had none.
 * @returns how many scenes went over; null when one of the sets has gone
 */
export function mergeSets(plan: PlanDocument, keep: SetId, gone: SetId, now: number): number | null {
	const { sets, scenes } = plan.tables;
	const [kept, other] = [sets.rows().get(keep), sets.rows().get(gone)];
	if (!kept || !other || keep === gone) return null;
	const own = [...scenes.rows().values()].filter(({ setId }) => setId === gone);
	perform(plan, 'merge-sets', own.length, () => {
		for (const { id } of own) scenes.set(id, { setId: keep });
		if (kept.locationId === null && other.locationId !== null)
			sets.set(keep, { locationId: other.locationId });
		sets.archive(gone, now);
	});
	return own.length;
}

/** Adds a set, at a location where one is given. */
export function addSet(plan: PlanDocument, name: string, locationId: LocationId | null): SetId {
	const id = newId<SetId>();
	perform(plan, 'add-set', 1, () => plan.tables.sets.add(id, { name: name.trim(), locationId }));
	return id;
}

/** Puts a set away that no scene is on. @returns false when scenes are on it, or it has gone */
export function removeSet(plan: PlanDocument, id: SetId, now: number): boolean {
	const { sets, scenes } = plan.tables;
	if (!sets.rows().has(id)) return false;
	for (const scene of scenes.rows().values()) if (scene.setId === id) return false;
	perform(plan, 'remove-set', 1, () => sets.archive(id, now));
	return true;
}
