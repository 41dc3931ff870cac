import type { FieldValues } from '#lib/domain/record.ts';
import { perform } from '../command.ts';
import type { PlanDocument } from '../plan-document.ts';
import type { PlanRecords, PlanTable } from '../schema/plan.ts';
import type { Table } from '../table.ts';

/**
 * Changes fields of one row of the plan, as typed into a form: only the fields given are written, so a colleague
 * who types into another field of the same row loses nothing.
 * @returns false when the row has gone
 */
export function changeRow<K extends PlanTable>(
	plan: PlanDocument,
	key: K,
	id: string,
	values: Partial<FieldValues<PlanRecords[K]>>
): boolean {
	const table = plan.tables[key] as unknown as Table<PlanRecords[K]>;
	if (!table.get(id)) return false;
	perform(plan, `change-${key}`, 1, () => table.set(id as never, values));
	return true;
}
