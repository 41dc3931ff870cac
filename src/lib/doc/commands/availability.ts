import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { AvailabilityId, LocationId, PersonId } from '#lib/domain/ids.ts';
import { paintDays, type Paint } from '#lib/domain/people/paint-days.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/** Whose days: a person's or a location's. */
export type Owner = { readonly personId: PersonId } | { readonly locationId: LocationId };

/**
 * Marks days of somebody or some place, from one to another, both included; with null, takes the marks off. A day has
 * one mark: what it had before gives way.
 * @returns false when nothing had to be written
 */
export function markDays(
	plan: PlanDocument,
	owner: Owner,
	days: { readonly from: DayKey; readonly to: DayKey },
	paint: Paint | null,
	now: number
): boolean {
	const { availability } = plan.tables;
	const rows = [...availability.rows().values()].filter((row) =>
		'personId' in owner ? row.personId === owner.personId : row.locationId === owner.locationId
	);
	const { change, gone, add } = paintDays(rows, days, paint);
	if (change.length + gone.length + add.length === 0) return false;
	perform(plan, paint ? 'mark-days' : 'clear-days', 1, () => {
		for (const { id, from, to } of change) availability.set(id, { from, to });
		for (const id of gone) availability.archive(id, now);
		for (const values of add) availability.add(newId<AvailabilityId>(), { ...owner, ...values });
	});
	return true;
}
