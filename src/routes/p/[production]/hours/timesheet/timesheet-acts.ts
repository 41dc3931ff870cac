import { importTimesheet, takeBackImport } from '#lib/doc/commands/import-timesheet.ts';
import { newId } from '#lib/doc/id.ts';
import { mayWrite } from '#lib/domain/people/permissions.ts';
import type { CrewMember } from '#lib/live/crew-hours.svelte.ts';
import { text } from '#lib/ui/text/index.svelte.ts';
import type { EarlierImport, SheetEntry, WrittenFor } from '#lib/ui/timesheet/types.ts';
import type { ReviewHere } from '../../review/review-here.svelte.ts';

/**
 * Enters lines of a time sheet for the people they are of: one transaction a person, all in one turn, so that either
 * the page was closed before or everything is on its way to the disk. Imported again, what did arrive is recognised.
 */
export function enterTimesheet(
	here: ReviewHere,
	entries: readonly SheetEntry[]
): { batch: string; written: readonly WrittenFor[] } {
	const batch = newId();
	const written = [...Map.groupBy(entries, ({ personId }) => personId)].flatMap(([personId, of]) => {
		const member = here.members[personId];
		const writer = here.writerOn(personId);
		if (!member || !writer) return [];
		const lines = of.map(({ said, replaces, source }) => ({
			said,
			replaces,
			source: { ...source, batch }
		}));
		const keys = importTimesheet(member.hours.hours, writer, lines, ({ source }) =>
			text.timesheet.reason(source.file, source.row)
		);
		return [{ personId, keys }];
	});
	return { batch, written };
}

/** Takes an import back, for everybody it was entered for. @returns how many of its entries counted until now */
export function takeBackTimesheet(here: ReviewHere, batch: string): number {
	let entries = 0;
	for (const { person, hours } of Object.values(here.members)) {
		const writer = here.writerOn(person.id);
		if (!writer) continue;
		const counting = [...hours.days.values()]
			.flatMap(({ standings }) => standings)
			.filter(({ entry }) => entry.source?.batch === batch).length;
		if (counting === 0) continue;
		entries += counting;
		takeBackImport(hours.hours, writer, batch, text.timesheet.undoneReason);
	}
	return entries;
}

/** Imports of which something still counts, the latest first. */
export function earlierImports(members: readonly CrewMember[]): EarlierImport[] {
	const found = new Map<string, EarlierImport & { readonly who: Set<string> }>();
	for (const { person, hours } of members) {
		if (!mayWrite(hours.access.hours)) continue;
		for (const { standings } of hours.days.values())
			for (const { entry } of standings) {
				if (!entry.source) continue;
				const { batch, file } = entry.source;
				const before = found.get(batch);
				const who = (before?.who ?? new Set<string>()).add(person.id);
				found.set(batch, {
					batch,
					file,
					at: Math.max(before?.at ?? 0, entry.at),
					byName: entry.byName,
					entries: (before?.entries ?? 0) + 1,
					people: who.size,
					who
				});
			}
	}
	return [...found.values()].sort((a, b) => b.at - a.at);
}
