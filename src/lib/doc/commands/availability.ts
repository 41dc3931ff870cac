import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { AvailabilityId } from '#lib/domain/ids.ts';
import { rowsOf, type Owner } from '#lib/domain/people/called-dates.ts';
import { paintDays, type Paint } from '#lib/domain/people/paint-days.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

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
	const { change, gone, add } = paintDays(rowsOf(availability.rows().values(), owner), days, paint);
	if (change.length + gone.length + add.length === 0) return false;
	perform(plan, paint ? 'mark-days' : 'clear-days', 1, () => {
		for (const { id, from, to } of change) availability.set(id, { from, to });
		for (const id of gone) availability.archive(id, now);
		for (const values of add) availability.add(newId<AvailabilityId>(), { ...owner, ...values });
	});
	return true;
}
