/** Whom and what a day needs, and when they can be had: as functions, so that a page can hand in live rows. */
import type { LocationId, PersonId } from '../ids.ts';
import type { Plan } from './plan.ts';
import type { Availability, Location, Person } from './records.ts';

export type Reach = {
	readonly person: (id: PersonId) => Person | undefined;
	readonly location: (id: LocationId) => Location | undefined;
	readonly availability: (id: PersonId | LocationId) => readonly Availability[];
};

/** Availability rows by whom or what they are about. */
export function availabilityByOwner(
	rows: Iterable<Availability>
): ReadonlyMap<PersonId | LocationId, readonly Availability[]> {
	const found = new Map<PersonId | LocationId, Availability[]>();
	for (const row of rows) {
		const owner = row.personId ?? row.locationId;
		if (owner === null) continue;
		const own = found.get(owner);
		if (own) own.push(row);
		else found.set(owner, [row]);
	}
	for (const own of found.values()) own.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
	return found;
}

/** The reach of a whole plan. */
export function reachOf(plan: Pick<Plan, 'people' | 'locations' | 'availability'>): Reach {
	const rows = availabilityByOwner(plan.availability.values());
	return {
		person: (id) => plan.people.get(id),
		location: (id) => plan.locations.get(id),
		availability: (id) => rows.get(id) ?? []
	};
}
