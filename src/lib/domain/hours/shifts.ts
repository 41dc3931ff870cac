/** Entries → shifts: which belong together, what of them is worked (H8–H10). */
import { dayOfNumber } from '../calendar/day-number.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { Instant } from '../calendar/zone-clock.ts';
import type { Flagger } from './flagger.ts';
import type { ReadEntry, Span } from './read-entries.ts';
import type { Rules } from './rule-set.ts';

/** Everything from one call to one wrap. */
export type Shift = Span & {
	/** local date of the call, as a day number */
	readonly day: number;
	readonly entries: readonly ReadEntry[];
	/** ids of its entries */
	readonly ids: readonly string[];
	/** worked stretches: from, to, from, to …, in order, without touching */
	readonly worked: readonly Instant[];
	/** stretches between its entries, in order */
	readonly gaps: readonly Span[];
	readonly workedMinutes: Minutes;
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const breaksKey = (of: ReadEntry): string =>
	of.breaks.map(({ from, to, paid, kind }) => `${from}-${to}-${paid}-${kind}`).join();

/** The one order entries are taken in, whatever order they came in. */
const inOrder = (a: ReadEntry, b: ReadEntry): number =>
	a.from - b.from ||
	a.to - b.to ||
	Number(a.planned) - Number(b.planned) ||
	compareText(breaksKey(a), breaksKey(b)) ||
	compareText(a.id, b.id);

/** Entries of one person → shifts in order: planned days replaced, copies dropped, overlaps flagged. */
export function shiftsOf(entries: readonly ReadEntry[], rules: Rules, flag: Flagger): Shift[] {
	const sorted = [...entries].sort(inOrder);
	const counted = withoutCopies(replacePlanned(sorted, rules), flag);
	flagOverlaps(counted, flag);
	return group(counted, rules).map(({ day, entries }) => makeShift(day, entries));
}

/** For a person and day an actual entry replaces the planned one; the day is the work day (hours-rules 5). */
function replacePlanned(sorted: readonly ReadEntry[], rules: Rules): readonly ReadEntry[] {
	const planned = sorted.filter((entry) => entry.planned);
	if (planned.length === 0 || planned.length === sorted.length) return sorted;
	const actual = sorted.filter((entry) => !entry.planned);
	const worked = new Set(group(actual, rules).map(({ day }) => day));
	const left = group(planned, rules).flatMap(({ day, entries }) => (worked.has(day) ? [] : entries));
	return left.length === 0 ? actual : [...actual, ...left].sort(inOrder);
}

/** Same start, end and breaks is the same span: the first in order is kept. */
function withoutCopies(sorted: readonly ReadEntry[], flag: Flagger): readonly ReadEntry[] {
	const kept: ReadEntry[] = [];
	let first = 0;
	for (const entry of sorted) {
		if (kept[first]?.from !== entry.from) first = kept.length;
		let copyOf: ReadEntry | undefined;
		for (let i = first; i < kept.length && !copyOf; i++) {
			const other = kept[i]!;
			if (other.from === entry.from && other.to === entry.to && breaksKey(other) === breaksKey(entry))
				copyOf = other;
		}
		if (copyOf) flag('DUPLICATE', dayOfNumber(entry.day), 'info', 0, [copyOf.id, entry.id].sort());
		else kept.push(entry);
	}
	return kept;
}

/** One flag for each entry that begins before an earlier one has ended, with all it overlaps. */
function flagOverlaps(sorted: readonly ReadEntry[], flag: Flagger): void {
	let latest = -Infinity;
	sorted.forEach((entry, i) => {
		if (entry.from < latest) {
			const others = sorted.slice(0, i).filter((other) => other.to > entry.from);
			const minutes = Math.min(entry.to, latest) - entry.from;
			flag('OVERLAP', dayOfNumber(entry.day), 'warn', minutes, [...others, entry].map(({ id }) => id).sort());
		}
		latest = Math.max(latest, entry.to);
	});
}

/** An entry joins on the same local date after less than the split gap, on any date after less than the continuation gap. */
function group(sorted: readonly ReadEntry[], { workday }: Rules): { day: number; entries: ReadEntry[] }[] {
	const shifts: { day: number; entries: ReadEntry[] }[] = [];
	let end = -Infinity;
	for (const entry of sorted) {
		const last = shifts.at(-1);
		const gap = entry.from - end;
		const joins =
			last && ((entry.day === last.day && gap < workday.splitJoinGap) || gap < workday.continuationGap);
		if (joins) last.entries.push(entry);
		else {
			shifts.push({ day: entry.day, entries: [entry] });
			end = -Infinity;
		}
		end = Math.max(end, entry.to);
	}
	return shifts;
}

function makeShift(day: number, entries: readonly ReadEntry[]): Shift {
	const spans: Instant[] = [];
	const gaps: Span[] = [];
	const deducted: Span[] = [];
	for (const entry of entries) {
		const end = spans.at(-1);
		if (end === undefined || entry.from > end) {
			if (end !== undefined) gaps.push({ from: end, to: entry.from });
			spans.push(entry.from, entry.to);
		} else if (entry.to > end) spans[spans.length - 1] = entry.to;
		for (const one of entry.breaks)
			if (one.deductedTo > one.from) deducted.push({ from: one.from, to: one.deductedTo });
	}
	const worked = without(spans, deducted);
	let workedMinutes = 0;
	for (let i = 0; i < worked.length; i += 2) workedMinutes += worked[i + 1]! - worked[i]!;
	const ids = entries.map(({ id }) => id);
	return { day, from: spans[0]!, to: spans.at(-1)!, entries, ids, worked, gaps, workedMinutes };
}

/** Stretches less the union of what is deducted. */
function without(spans: readonly Instant[], deducted: Span[]): readonly Instant[] {
	if (deducted.length === 0) return spans;
	if (deducted.length > 1) deducted.sort((a, b) => a.from - b.from);
	const left: Instant[] = [];
	for (let i = 0; i < spans.length; i += 2) {
		let from = spans[i]!;
		const to = spans[i + 1]!;
		for (const cut of deducted) {
			if (cut.to <= from || cut.from >= to) continue;
			if (cut.from > from) left.push(from, cut.from);
			from = Math.max(from, cut.to);
			if (from >= to) break;
		}
		if (from < to) left.push(from, to);
	}
	return left;
}
