/**
 * Hours from a time sheet into one person's document, and out again. Whoever imports does it person by person within
 * one turn; `batch` holds the parts together, so that all of it can be taken back at once, later too.
 */
import type { EntrySource, Keyed, Logged, LoggedEntry } from '#lib/domain/hours/log/logged.ts';
import { dayStandings } from '#lib/domain/hours/log/standing.ts';
import type { SheetSaid } from '#lib/domain/hours/log/timesheet-types.ts';
import type { HoursDocument } from '../hours-documents.ts';
import { newId } from '../id.ts';
import type { Writer } from './log-hours.ts';

/** A line of a sheet to be written, and what it takes the place of. */
export type SheetWrite = {
	readonly said: SheetSaid;
	readonly replaces: readonly string[];
	readonly source: EntrySource;
};

/** A frame of hours may hold 64 kB; an entry of a sheet takes up to 1.5. */
const AT_ONCE = 30;

const entryOf = (
	writer: Writer,
	said: SheetSaid,
	more: Pick<LoggedEntry, 'supersedes' | 'reason'> & { readonly source?: EntrySource }
): LoggedEntry => ({
	...writer,
	id: newId(),
	kind: 'entry',
	startFold: null,
	endFold: null,
	punches: [],
	...said,
	...more
});

function added(hours: HoursDocument, name: string, entries: readonly Logged[]): string[] {
	const keys: string[] = [];
	for (let from = 0; from < entries.length; from += AT_ONCE)
		keys.push(...hours.add(name, entries.slice(from, from + AT_ONCE)));
	return keys;
}

/**
 * Writes lines of one person. Where two lines take the place of one entry the first names it, since two corrections of
 * one entry are a conflict.
 * @param reasonOf why entries lose their place to a line, in words
 * @returns the new entries' keys
 */
export function importTimesheet(
	hours: HoursDocument,
	writer: Writer,
	lines: readonly SheetWrite[],
	reasonOf: (line: SheetWrite) => string
): string[] {
	const named = new Set<string>();
	const entries = lines.map((line) => {
		const { said, replaces, source } = line;
		const supersedes = replaces.filter((key) => !named.has(key));
		for (const key of supersedes) named.add(key);
		return entryOf(writer, said, { supersedes, reason: supersedes.length > 0 ? reasonOf(line) : '', source });
	});
	return added(hours, 'import-timesheet', entries);
}

/** Entries of an import that still count: what the person corrected since is the person's, and stays. */
export function stillCounting(hours: HoursDocument, batch: string): Keyed<LoggedEntry>[] {
	return [...dayStandings(hours.all()).values()].flatMap(({ standings }) =>
		standings.flatMap(({ entry }) => (entry.source?.batch === batch ? [entry] : []))
	);
}

/**
 * Takes back what an import wrote for one person: its entries are taken out, and those that lost their place to them
 * come back as new entries that say so.
 * @returns keys of what was written; none where nothing of it counts any more
 */
export function takeBackImport(
	hours: HoursDocument,
	writer: Writer,
	batch: string,
	reason: string
): string[] {
	const known = new Map(hours.all().map((one) => [one.key, one]));
	const written = stillCounting(hours, batch).flatMap((entry): Logged[] => {
		const before = entry.supersedes.flatMap((key) => {
			const old = known.get(key);
			return old?.kind === 'entry' ? [old] : [];
		});
		if (before.length === 0)
			return [{ ...writer, id: newId(), kind: 'void' as const, supersedes: [entry.key], reason }];
		return before.map(({ type, date, start, end, startFold, endFold, breaks, note }, n) => ({
			...entryOf(
				writer,
				{ type, date, start, end, breaks, note },
				{ supersedes: n === 0 ? [entry.key] : [], reason }
			),
			startFold,
			endFold
		}));
	});
	return added(hours, 'take-back-import', written);
}
