import {
	toldAnswers,
	toldDecisions,
	toldRequests,
	type GuestPlan
} from '#lib/domain/launch/requests/for-guests.ts';
import type { FieldValues, Fields, RecordType, RowOf } from '#lib/domain/record.ts';
import { perform } from '../command.ts';
import { markFormat } from '../document.ts';
import type { GuestDocument } from '../plan-document.ts';
import type { Table } from '../table.ts';

/** The tables of a plan that viewers are told of. */
export const TOLD = ['episodes', 'requests', 'requestNotes', 'gates', 'tasks', 'taskLinks'] as const;

/**
 * Writes what viewers see (episodes, the platform's requests with our answers, decisions that wait for it) as the
 * plan has it now. Writes only what differs, so that it can follow every change; what was put away goes from the
 * viewers' lists too.
 * @param now milliseconds, for what is put away
 * @returns how many differed
 */
export function tellGuests(guest: GuestDocument, plan: GuestPlan, now: number): number {
	const { tables } = guest;
	const episodes = new Map(
		[...plan.episodes].map(([id, { number, title, status }]) => [id, { number, title, status }])
	);
	const writes = [
		...differing(tables.episodes, episodes, now),
		...differing(tables.requests, toldRequests(plan), now),
		...differing(tables.answers, toldAnswers(plan), now),
		...differing(tables.decisions, toldDecisions(plan), now)
	];
	if (writes.length === 0) return 0;
	perform(guest, 'write-guest', writes.length, () => {
		markFormat(guest);
		for (const write of writes) write();
	});
	return writes.length;
}

/** The writes that make a table say what is to be told, one a row. */
function differing<R extends RecordType<string, Fields>>(
	table: Table<R>,
	told: ReadonlyMap<RowOf<R>['id'], Partial<FieldValues<R>>>,
	now: number
): (() => void)[] {
	const writes: (() => void)[] = [];
	for (const [id, values] of told) {
		const row = table.get(id);
		if (row?.archivedAt === null && isSame(row, values)) continue;
		writes.push(() => {
			if (!row) table.add(id, values);
			else table.set(id, values);
			if (row && row.archivedAt !== null) table.archive(id, null);
		});
	}
	for (const id of table.rows().keys()) if (!told.has(id)) writes.push(() => table.archive(id, now));
	return writes;
}

const isSame = (row: object, values: object): boolean =>
	Object.entries(values).every(
		([field, value]) => JSON.stringify((row as Record<string, unknown>)[field]) === JSON.stringify(value)
	);
