/** A time sheet as the page shows it: what each line would do, gathered by person, and what to say of the sheet as a whole. */
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import {
	compareLine,
	isTakenFirst,
	mayTake,
	type LineKind,
	type LineMatch
} from '#lib/domain/hours/log/compare-timesheet.ts';
import { readTimesheet } from '#lib/domain/hours/log/read-timesheet.ts';
import type { DayStanding } from '#lib/domain/hours/log/standing.ts';
import { matchTimesheet, type TimesheetMatching } from '#lib/domain/hours/log/timesheet-matching.ts';
import {
	SHEET_DOUBTS,
	type ReadTimesheet,
	type SheetLine,
	type SheetRemark,
	type SheetTrouble
} from '#lib/domain/hours/log/timesheet-types.ts';
import type { Table } from '#lib/files/index.ts';

/** A table of the file as it was read. `sheet` is empty where the file has one only. */
export type ReadSheet = { readonly sheet: string; readonly read: ReadTimesheet };

type About = { readonly near: DayKey; readonly shootDays: readonly DayKey[] };

/** Tables that hold hours: those whose headings are known, or else the longest that isn't hidden. */
export function sheetsWithHours(tables: readonly Table[], near: DayKey): readonly number[] {
	const visible = tables.flatMap(({ hidden }, n) => (hidden ? [] : [n]));
	const found = visible.filter((n) => matchTimesheet(tables[n]?.rows ?? [], near).headerRows.length > 0);
	if (found.length > 0) return found;
	const longest = Math.max(0, ...visible.map((n) => tables[n]?.rows.length ?? 0));
	return visible.filter((n) => tables[n]?.rows.length === longest).slice(0, 1);
}

/**
 * Reads the chosen tables.
 * @param corrected what a person made of the first of them: it holds for all that have the same headings
 * @param unnamed what stands for a name where neither sheet nor table has one
 */
export function readSheets(
	tables: readonly Table[],
	chosen: readonly number[],
	corrected: TimesheetMatching | null,
	{ near, shootDays }: About,
	unnamed: string
): ReadSheet[] {
	return chosen.flatMap((n) => {
		const table = tables[n];
		if (!table) return [];
		const own = matchTimesheet(table.rows, near);
		const matching =
			corrected && own.headings.join('\t') === corrected.headings.join('\t')
				? {
						...own,
						columns: corrected.columns,
						order: corrected.order,
						grid: corrected.grid && own.grid
					}
				: own;
		const read = readTimesheet(table.rows, {
			near,
			shootDays,
			matching,
			sheetName: table.name || unnamed,
			formulaAt: (row, column) => table.formulas?.get(`${row}:${column}`) ?? null
		});
		return [{ sheet: tables.length > 1 ? table.name : '', read }];
	});
}

/** A line with whose it is and what it would do. */
export type ShownLine = {
	readonly key: string;
	readonly sheet: string;
	readonly line: SheetLine;
	/** null: nobody was chosen for this name yet, or it is left out */
	readonly personId: string | null;
	readonly match: LineMatch | null;
	readonly taken: boolean;
};

/**
 * @param whose the person behind a name; null: not known, or left out
 * @param ticks what a person ticked or unticked, by key
 */
export function shownLines(
	sheets: readonly ReadSheet[],
	whose: (name: string) => string | null,
	dayOf: (personId: string, date: DayKey) => DayStanding | null,
	ticks: ReadonlyMap<string, boolean>,
	{ today, me }: { readonly today: DayKey; readonly me: string }
): ShownLine[] {
	const seen = new Set<string>();
	return sheets.flatMap(({ sheet, read }, n) =>
		read.lines.map((line): ShownLine => {
			const { said, row, name } = line;
			const key = `${n}:${row}:${said.type}:${said.start ?? ''}`;
			const personId = whose(name);
			const match = personId ? compareLine(said, dayOf(personId, said.date), today, me) : null;
			// Two names of one person, or two sheets, may say the same: once is enough.
			const hours = JSON.stringify([personId, said.date, said.type, said.start, said.end]);
			const again = personId !== null && seen.has(hours);
			seen.add(hours);
			const isFree = match !== null && mayTake(match.kind);
			const taken = isFree && (ticks.get(key) ?? (isTakenFirst(match.kind) && !again));
			return { key, sheet, line, personId, match, taken };
		})
	);
}

/** Lines by name, in the order the sheet has the names; within one by day. */
export function byName(
	lines: readonly ShownLine[]
): { readonly name: string; readonly lines: readonly ShownLine[] }[] {
	return [...Map.groupBy(lines, ({ line }) => line.name)].map(([name, of]) => ({
		name,
		lines: [...of].sort((a, b) =>
			a.line.said.date < b.line.said.date
				? -1
				: a.line.said.date > b.line.said.date
					? 1
					: a.line.row - b.line.row
		)
	}));
}

const DOUBTS: ReadonlySet<string> = new Set(SHEET_DOUBTS);
export const isDoubt = ({ code }: SheetRemark): boolean => DOUBTS.has(code);

/** One thing that was done to many cells of a column: said once, with how often and the first of them. */
export type Repaired = {
	readonly sheet: string;
	readonly code: SheetRemark['code'];
	readonly column: number | null;
	readonly count: number;
	readonly row: number;
	readonly value: string;
	readonly as: string;
};

export function repairsOf(sheets: readonly ReadSheet[]): Repaired[] {
	const found = new Map<string, Repaired>();
	for (const { sheet, read } of sheets)
		for (const { row, remarks } of read.lines)
			for (const remark of remarks) {
				if (isDoubt(remark)) continue;
				const key = `${sheet}\n${remark.code}\n${remark.column}`;
				const before = found.get(key);
				found.set(key, before ? { ...before, count: before.count + 1 } : { sheet, row, count: 1, ...remark });
			}
	return [...found.values()];
}

/** What couldn't be read, sheet by sheet. */
export const troublesOf = (
	sheets: readonly ReadSheet[]
): (SheetTrouble & { readonly sheet: string; readonly heading: string })[] =>
	sheets.flatMap(({ sheet, read }) =>
		read.troubles.map((one) => ({
			...one,
			sheet,
			heading: one.column === null ? '' : (read.matching.headings[one.column] ?? '')
		}))
	);

/** How many lines there are of each kind; `nobody`: their person isn't known yet. */
export function kindsOf(lines: readonly ShownLine[]): Record<LineKind | 'nobody', number> {
	const kinds: Record<LineKind | 'nobody', number> = {
		new: 0,
		same: 0,
		corrected: 0,
		'taken-out': 0,
		differs: 0,
		running: 0,
		ahead: 0,
		nobody: 0
	};
	for (const { match } of lines) kinds[match?.kind ?? 'nobody']++;
	return kinds;
}
