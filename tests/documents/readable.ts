import type { PlanDocument } from '#lib/doc/plan-document.ts';
import type { Table } from '#lib/doc/table.ts';

/** All rows of a plan, in use and put away, as plain JSON in a stable order. */
export function readableTables(plan: PlanDocument): Record<string, unknown[]> {
	return Object.fromEntries(
		Object.entries(plan.tables as unknown as Record<string, Table<never>>).map(([key, table]) => [
			key,
			[...table.rows().values(), ...table.archived()].sort((a, b) =>
				String((a as { id: string }).id).localeCompare(String((b as { id: string }).id))
			)
		])
	);
}
