import type { LocationId, SetId } from '#lib/domain/ids.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/** The set of that name, made when there is none (letter case and outer spaces don't matter). */
export function setNamed(plan: PlanDocument, name: string, locationId: LocationId | null = null): SetId {
	const wanted = name.trim();
	for (const set of plan.tables.sets.rows().values()) {
		if (set.name.toLocaleLowerCase() === wanted.toLocaleLowerCase()) return set.id;
	}
	const id = newId<SetId>();
	perform(plan, 'add-set', 1, () => plan.tables.sets.add(id, { name: wanted, locationId }));
	return id;
}
