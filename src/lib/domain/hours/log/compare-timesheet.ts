/** What a time sheet that was read would do to the hours there are: whose line it is, and what is logged already. */
import { parseClock } from '../../calendar/clock.ts';
import type { DayKey } from '../../calendar/day-key.ts';
import { lettersOf } from '../../scripts/letters.ts';
import { isWholeDay, type Keyed, type LoggedEntry } from './logged.ts';
import type { DayStanding } from './standing.ts';
import type { SheetSaid } from './timesheet-types.ts';

/**
 * Whom a name of the sheet means. `known`: exactly one person goes by it; `doubtful`: somebody of nearly that name, or
 * two of it; `not-kept`: a person whose hours somebody else keeps; `unknown`: nobody. Only `known` is taken by itself.
 */
export type NameMatch = {
	readonly kind: 'known' | 'doubtful' | 'not-kept' | 'unknown';
	/** likeliest first, of those whose hours are kept here */
	readonly candidates: readonly string[];
};

type Named = { readonly id: string; readonly name: string };

const spelled = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
/** One key for a name however its words are ordered, spaced and punctuated, and whatever stands behind it in brackets. */
const loosely = (name: string): string =>
	name
		.replace(/[(（【[].*$/, '')
		.split(/[\s,，.·・-]+/)
		.map(lettersOf)
		.filter(Boolean)
		.sort()
		.join('');

/** Matches the names of a sheet with people. @param kept whose hours may be written here; @param others the rest of the plan */
export function matchNames(
	names: Iterable<string>,
	kept: readonly Named[],
	others: readonly Named[]
): ReadonlyMap<string, NameMatch> {
	const by = (people: readonly Named[], key: (name: string) => string): Map<string, string[]> => {
		const map = new Map<string, string[]>();
		for (const { id, name } of people) {
			const of = key(name);
			if (of !== '') map.set(of, [...(map.get(of) ?? []), id]);
		}
		return map;
	};
	const [exact, loose] = [by(kept, spelled), by(kept, loosely)];
	const elsewhere = by(others, spelled);
	const match = (name: string): NameMatch => {
		const same = exact.get(spelled(name)) ?? [];
		const isElsewhere = elsewhere.has(spelled(name));
		// Two of one name, one kept here and one elsewhere, are two people all the same.
		if (same.length === 1 && !isElsewhere) return { kind: 'known', candidates: same };
		const near = [...new Set([...same, ...(loose.get(loosely(name)) ?? [])])];
		if (near.length > 0) return { kind: 'doubtful', candidates: near };
		return { kind: isElsewhere ? 'not-kept' : 'unknown', candidates: [] };
	};
	return new Map([...new Set(names)].map((name) => [name, match(name)]));
}

/**
 * What a line is beside what is logged. `new`: nothing stands in its way; `same`: it is logged so; `corrected`: it was,
 * and has been corrected since; `taken-out`: it was, and was taken out; `differs`: other hours are logged at that time;
 * `running`: the person is on the clock that day; `ahead`: the day hasn't come.
 */
export type LineKind = 'new' | 'same' | 'corrected' | 'taken-out' | 'differs' | 'running' | 'ahead';

export type LineMatch = {
	readonly kind: LineKind;
	/** the entry it is about: the same one, the one it was corrected to, or the first it differs from */
	readonly about: Keyed<LoggedEntry> | null;
	/** entries it would take the place of */
	readonly replaces: readonly string[];
};

/** Kinds that can be written at all, and those that are unless somebody says otherwise. */
export const mayTake = (kind: LineKind): boolean => kind !== 'same' && kind !== 'running' && kind !== 'ahead';
export const isTakenFirst = (kind: LineKind): boolean => kind === 'new';

const breaksOf = ({ breaks }: Pick<LoggedEntry, 'breaks'>): string =>
	breaks
		.map(({ start, end, paid }) => `${start}–${end} ${paid}`)
		.sort()
		.join();
const sameHours = (entry: LoggedEntry, said: SheetSaid): boolean =>
	entry.type === said.type &&
	entry.start === said.start &&
	entry.end === said.end &&
	breaksOf(entry) === breaksOf(said);

/** Whether two say something of the same time; a whole day speaks of all of it, and what has no end of all that follows. */
function meet(a: SheetSaid | LoggedEntry, b: SheetSaid | LoggedEntry): boolean {
	if (isWholeDay(a.type) || isWholeDay(b.type)) return true;
	const span = ({ start, end }: SheetSaid | LoggedEntry): readonly [number, number] => [
		parseClock(start ?? '') ?? 0,
		end === null ? Infinity : (parseClock(end) ?? 0)
	];
	const [[from, to], [since, until]] = [span(a), span(b)];
	return from === since || (from < until && since < to);
}

/** @param day what there is of the person's day; @param today the day in the production's zone; @param me who imports */
export function compareLine(said: SheetSaid, day: DayStanding | null, today: DayKey, me: string): LineMatch {
	if (said.date > today) return { kind: 'ahead', about: null, replaces: [] };
	if (!day) return { kind: 'new', about: null, replaces: [] };
	const same = day.standings.find(({ entry }) => sameHours(entry, said));
	if (same) return { kind: 'same', about: same.entry, replaces: [] };
	const inTheWay = day.standings.filter(({ entry }) => meet(entry, said));
	const replaces = inTheWay.map(({ entry }) => entry.key);
	const corrected = day.standings.find(({ replaced }) => replaced.some((old) => sameHours(old, said)));
	if (corrected) return { kind: 'corrected', about: corrected.entry, replaces };
	const [first] = inTheWay;
	if (first) return { kind: 'differs', about: first.entry, replaces };
	if (day.punches.length > 0) return { kind: 'running', about: null, replaces: [] };
	// What the importer took back may be imported again; what somebody else took out is theirs to say.
	const out = day.voided.find(({ entry, by }) => sameHours(entry, said) && by.by !== me);
	return out
		? { kind: 'taken-out', about: out.entry, replaces: [] }
		: { kind: 'new', about: null, replaces: [] };
}
