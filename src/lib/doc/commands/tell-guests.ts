import type { Plan } from '#lib/domain/schedule/plan.ts';
import type { Episode } from '#lib/domain/schedule/records.ts';
import { perform } from '../command.ts';
import { markFormat } from '../document.ts';
import type { GuestDocument } from '../plan-document.ts';

/**
 * Writes what viewers see of the episodes (number, title, status) as the plan has them now. Writes only what
 * differs, so that it can follow every change; an episode that was put away goes from the viewers' list too.
 * @param now milliseconds, for what is put away
 * @returns how many differed
 */
export function tellGuests(guest: GuestDocument, episodes: Plan['episodes'], now: number): number {
	const table = guest.tables.episodes;
	const changed = [...episodes.values()].filter((episode) => !isTold(guest, episode));
	const gone = [...table.rows().keys()].filter((id) => !episodes.has(id));
	const count = changed.length + gone.length;
	if (count === 0) return 0;
	perform(guest, 'write-guest', count, () => {
		markFormat(guest);
		for (const { id, number, title, status } of changed) {
			const values = { number, title, status };
			const row = table.get(id);
			if (!row) table.add(id, values);
			else table.set(id, values);
			if (row && row.archivedAt !== null) table.archive(id, null);
		}
		for (const id of gone) table.archive(id, now);
	});
	return count;
}

function isTold(guest: GuestDocument, { id, number, title, status }: Episode): boolean {
	const told = guest.tables.episodes.rows().get(id);
	return told?.number === number && told.title === title && told.status === status;
}
