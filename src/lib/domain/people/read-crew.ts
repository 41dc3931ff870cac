import { day as asDay, type DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import { isDate, textOf, type Cell, type Row } from '../cell.ts';
import type { Person } from '../schedule/records.ts';
import { oneSpaced } from '../scripts/letters.ts';
import { crewColumnOf, type CrewColumn } from './crew-columns.ts';
import { contractOf, dayHoursOf, dayOf, departmentOf, yesOf } from './crew-values.ts';

/** What each column means; null: left out. The key is the column, counted from 0. */
export type CrewMatching = {
	/** the row with the headings, counted from 0; null: none, the first row is a person */
	readonly headerRow: number | null;
	readonly columns: readonly (CrewColumn | null)[];
	/** headings as written, and the first values under each, for whoever corrects the matching */
	readonly headings: readonly string[];
	readonly samples: readonly (readonly string[])[];
};

/** One person of the list. Fields the list has no column for, or an empty cell, are absent. */
export type ReadPerson = {
	/** the row in the sheet, counted from 1 */
	readonly row: number;
	readonly name: string;
	readonly job?: string;
	readonly department?: Person['department'];
	readonly character?: string;
	readonly boardNumber?: number;
	readonly contractKind?: Person['contractKind'];
	readonly contractMinutes?: Minutes;
	readonly contractFrom?: DayKey;
	readonly contractTo?: DayKey;
	readonly minor?: boolean;
	readonly notes?: string;
	readonly contact: {
		readonly phone?: string;
		readonly chat?: string;
		readonly email?: string;
		readonly birthday?: DayKey;
		readonly emergencyName?: string;
		readonly emergencyPhone?: string;
		readonly food?: string;
	};
};

/** A row, or a cell of one, that couldn't be read; the interface words each. Rows are counted from 1. */
export type CrewTrouble = {
	readonly code:
		'no-name' | 'twice' | 'department' | 'contract' | 'hours' | 'day' | 'minor' | 'number' | 'too-many';
	readonly row: number;
	readonly column?: CrewColumn;
	/** what stands there, shortened */
	readonly value?: string;
	/** the row it repeats, for `twice` */
	readonly first?: number;
};

export type ReadCrew = {
	readonly matching: CrewMatching;
	readonly people: readonly ReadPerson[];
	readonly troubles: readonly CrewTrouble[];
};

/** More people than any crew has: a list this long is another list. */
const MOST_PEOPLE = 2000;
const LOOK_AT = 30;
const LONG = 200;

/** Proposes what the columns mean, by the row among the first that names most of them. */
export function matchCrewColumns(rows: readonly Row[]): CrewMatching {
	let best = { row: -1, known: 0 };
	rows.slice(0, LOOK_AT).forEach((row, at) => {
		const known = new Set(row.map((cell) => crewColumnOf(textOf(cell))).filter((one) => one !== null));
		if (known.size > best.known) best = { row: at, known: known.size };
	});
	// One word alone (a title "Crew list", a job "Producer") is no row of headings, unless it says name.
	const isHeader =
		best.known > 1 ||
		(best.known === 1 && (rows[best.row] ?? []).some((cell) => crewColumnOf(textOf(cell)) === 'name'));
	const headerRow = isHeader ? best.row : null;
	const from = headerRow === null ? 0 : headerRow + 1;
	const width = Math.max(0, ...rows.slice(0, LOOK_AT + from).map((row) => row.length));
	const headings = Array.from({ length: width }, (_, column) =>
		headerRow === null ? '' : textOf(rows[headerRow]?.[column])
	);
	const said = new Set<CrewColumn>();
	const columns = headings.map((heading) => {
		const column = heading === '' ? null : crewColumnOf(heading);
		if (column === null || said.has(column)) return null;
		said.add(column);
		return column;
	});
	return {
		headerRow,
		columns: headerRow === null ? guessed(rows, width) : columns,
		headings,
		samples: headings.map((_, column) =>
			rows
				.slice(from)
				.map((row) => textOf(row[column]))
				.filter(Boolean)
				.slice(0, 3)
				.map(short)
		)
	};
}

/** Without headings: a phone number is known by its digits, the first column of words is the name, the next the job. */
function guessed(rows: readonly Row[], width: number): (CrewColumn | null)[] {
	const columns: (CrewColumn | null)[] = Array.from({ length: width }, () => null);
	const words: number[] = [];
	for (let column = 0; column < width; column++) {
		const values = rows.map((row) => textOf(row[column])).filter(Boolean);
		if (values.length === 0) continue;
		if (values.every((value) => /^\+?[\d\s()-]{7,20}$/.test(value))) {
			if (!columns.includes('phone')) columns[column] = 'phone';
		} else if (values.every((value) => /\p{L}/u.test(value))) words.push(column);
	}
	(['name', 'job'] as const).forEach((key, at) => {
		const column = words[at];
		if (column !== undefined) columns[column] = key;
	});
	return columns;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** A phone number that a spreadsheet made a figure of, without its exponent or `.0`. */
const digitsOf = (cell: Cell | undefined): string =>
	typeof cell === 'number'
		? cell.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 0 })
		: textOf(cell);

/**
 * Reads a crew list. A row without a name but with something else is said with its number; a row that only names a
 * department, as lists do above each, sets it for those below. Jobs tell departments where no column does. Names
 * that stand twice are read once, and said.
 *
 * @param matching what the columns mean, as a person corrected it; proposed where it is left out
 * @param near a day close to the shoot: dates without a year are taken as near to it
 */
export function readCrewList(
	rows: readonly Row[],
	{
		matching = matchCrewColumns(rows),
		near = asDay('2026-01-01')
	}: { matching?: CrewMatching; near?: DayKey } = {}
): ReadCrew {
	const at = new Map<CrewColumn, number>();
	matching.columns.forEach((column, index) => {
		if (column !== null && !at.has(column)) at.set(column, index);
	});
	const people: ReadPerson[] = [];
	const troubles: CrewTrouble[] = [];
	const seen = new Map<string, number>();
	let heading: Person['department'] | null = null;
	for (let index = matching.headerRow === null ? 0 : matching.headerRow + 1; index < rows.length; index++) {
		const row = rows[index] ?? [];
		const filled = row.map(textOf).filter(Boolean);
		if (filled.length === 0) continue;
		const only = filled.length === 1 ? departmentHeading(filled[0] ?? '') : null;
		if (only !== null) {
			heading = only;
			continue;
		}
		if (isHeadingAgain(row, matching)) continue;
		const read = readRow(row, index + 1, at, near, heading, troubles);
		if (!read) continue;
		const key = [read.name.toLowerCase(), read.contact.phone ?? '', read.character ?? ''].join('\n');
		const first = seen.get(key);
		if (first !== undefined) {
			troubles.push({ code: 'twice', row: index + 1, value: read.name, first });
			continue;
		}
		seen.set(key, index + 1);
		people.push(read);
		if (people.length >= MOST_PEOPLE) {
			if (index + 1 < rows.length) troubles.push({ code: 'too-many', row: index + 2 });
			break;
		}
	}
	return { matching, people, troubles };
}

/** A row that names a department and nothing else: `CAMERA`, `灯光组`, `Grip Department`. A person's job has more. */
function departmentHeading(text: string): Person['department'] | null {
	const bare = text.replace(/\s*(?:department|dept\.?|team|unit|crew|\(\d+\)|[:：])\s*$/i, '');
	const department = departmentOf(bare);
	if (department === null) return null;
	return /组$|部门?$/.test(text) ||
		text !== bare ||
		text === text.toUpperCase() ||
		bare.split(/\s+/).length === 1
		? department
		: null;
}

const isHeadingAgain = (row: Row, { headings, headerRow }: CrewMatching): boolean => {
	if (headerRow === null) return false;
	const texts = row.map(textOf);
	return texts.some(Boolean) && texts.every((text, column) => text === '' || text === headings[column]);
};

function readRow(
	row: Row,
	line: number,
	at: ReadonlyMap<CrewColumn, number>,
	near: DayKey,
	heading: Person['department'] | null,
	troubles: CrewTrouble[]
): ReadPerson | null {
	const cell = (column: CrewColumn): Cell | undefined => {
		const index = at.get(column);
		return index === undefined ? undefined : row[index];
	};
	const text = (column: CrewColumn): string | undefined => {
		const found = oneSpaced(textOf(cell(column))).slice(0, LONG);
		return found === '' ? undefined : found;
	};
	/** Reads a cell, and says so where something stands in it that can't be read. */
	function tried<T>(
		column: CrewColumn,
		code: CrewTrouble['code'],
		read: (of: Cell | undefined) => T | null
	): T | undefined {
		const value = textOf(cell(column));
		if (value === '') return undefined;
		const found = read(cell(column));
		if (found === null) troubles.push({ code, row: line, column, value: short(value) });
		return found ?? undefined;
	}
	const name = nameOf(text('name'), text('first-name'), text('last-name'));
	if (name === '') {
		troubles.push({ code: 'no-name', row: line, value: short(row.map(textOf).filter(Boolean).join(' · ')) });
		return null;
	}
	const job = text('job');
	const character = text('character');
	const named = tried('department', 'department', (of) => departmentOf(textOf(of)));
	const department =
		named ?? heading ?? (job ? departmentOf(job) : null) ?? (character ? ('cast' as const) : undefined);
	const birthday = tried('birthday', 'day', (of) => dayOf(of, near));
	return {
		row: line,
		name,
		...given({
			job,
			department,
			character,
			boardNumber: tried('number', 'number', (of) => {
				const number = Number(textOf(of).replace(/^(?:no\.?|#)\s*/i, ''));
				return Number.isInteger(number) && number > 0 && number < 10_000 ? number : null;
			}),
			contractKind: tried('contract', 'contract', (of) => contractOf(textOf(of))),
			contractMinutes: tried('hours', 'hours', dayHoursOf),
			contractFrom: tried('from', 'day', (of) => dayOf(of, near)),
			contractTo: tried('to', 'day', (of) => dayOf(of, near)),
			minor: tried('minor', 'minor', yesOf),
			notes: text('notes')
		}),
		contact: given({
			phone: phoneOf(cell('phone')),
			chat: text('chat'),
			email: text('email'),
			birthday,
			emergencyName: text('emergency-name'),
			emergencyPhone: phoneOf(cell('emergency-phone')),
			food: text('food')
		})
	};
}

const phoneOf = (cell: Cell | undefined): string | undefined =>
	isDate(cell) ? cell.shown : oneSpaced(digitsOf(cell)).slice(0, 60) || undefined;

/** 王 + 丽 is 王丽; Li + Wang is Li Wang. */
function nameOf(whole = '', first = '', last = ''): string {
	if (whole !== '') return whole.slice(0, 100);
	const joint = /[\u3400-\u9fff]/.test(first + last) ? `${last}${first}` : `${first} ${last}`;
	return joint.trim().slice(0, 100);
}

/** Only what was said. */
const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
		[K in keyof T]?: Exclude<T[K], undefined>;
	};
