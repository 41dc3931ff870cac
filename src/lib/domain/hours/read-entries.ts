/** Entries as handed in → spans of instants, with what couldn't be read flagged (H1–H6). */
import { parseClock } from '../calendar/clock.ts';
import { readDayNumber, dayOfNumber } from '../calendar/day-number.ts';
import type { DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { Instant, Resolved, ZoneClock } from '../calendar/zone-clock.ts';
import type { Flagger } from './flagger.ts';
import type { Rules } from './rule-set.ts';
import type { Json } from './types.ts';

export type Span = { readonly from: Instant; readonly to: Instant };

export type PlacedBreak = Span & {
	readonly paid: boolean;
	readonly kind: string;
	/** end of the part that is deducted; `from` where none is */
	readonly deductedTo: Instant;
};

/** An entry that counts. */
export type ReadEntry = Span & {
	readonly id: string;
	/** local date of the start, as a day number */
	readonly day: number;
	readonly planned: boolean;
	readonly breaks: readonly PlacedBreak[];
};

const NO_BREAKS: readonly PlacedBreak[] = [];
const DIGIT_0 = 48;

/** Minutes after midnight: `HH:MM` read by hand since a month has thousands, the rest by `parseClock`. */
function clockTime(raw: unknown): Minutes | null {
	if (typeof raw === 'string') {
		if (raw.length === 5 && raw[2] === ':') {
			const [a, b, c, d] = [raw.charCodeAt(0), raw.charCodeAt(1), raw.charCodeAt(3), raw.charCodeAt(4)];
			if (a >= 48 && a <= 54 && b >= 48 && b <= 57 && c >= 48 && c <= 53 && d >= 48 && d <= 57)
				return ((a - DIGIT_0) * 10 + b - DIGIT_0) * 60 + (c - DIGIT_0) * 10 + d - DIGIT_0;
		}
		return parseClock(raw);
	}
	return typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw < 4320 ? raw : null;
}

const isMissing = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';
const foldOf = (raw: unknown): 0 | 1 | null => (raw === 1 ? 1 : raw === 0 ? 0 : null);

/** Nearest step, a tie goes up; or always up (H3). */
const rounder = ({ rounding }: Rules): ((at: Minutes) => Minutes) => {
	if (rounding?.scope !== 'punch') return (at) => at;
	const { unit, up } = rounding;
	return up ? (at) => Math.ceil(at / unit) * unit : (at) => Math.floor((2 * at + unit) / (2 * unit)) * unit;
};

/** Reads entries that still stand; those that can't be counted are flagged and left out. Commutes leave no trace. */
export function readEntries(
	entries: readonly Json[],
	rules: Rules,
	clock: ZoneClock,
	flag: Flagger
): ReadEntry[] {
	const round = rounder(rules);
	const read: ReadEntry[] = [];
	for (const entry of entries) {
		const type = typeof entry.type === 'string' && entry.type !== '' ? entry.type : 'work';
		const isWorked = rules.isWorked(type);
		if (isWorked === false) continue;
		const one = readEntry(entry, rules, clock, flag, round);
		if (!one) continue;
		if (isWorked === undefined) flag('ENTRY_TYPE_UNKNOWN', dayOfNumber(one.day), 'warn', 0, [one.id]);
		read.push(one);
	}
	return read;
}

export const idOf = (entry: Json): string => (typeof entry.id === 'string' ? entry.id : '');

function readEntry(
	entry: Json,
	rules: Rules,
	clock: ZoneClock,
	flag: Flagger,
	round: (at: Minutes) => Minutes
): ReadEntry | null {
	const id = idOf(entry);
	const day = readDayNumber(entry.date);
	const startsAt = clockTime(entry.start);
	const date = (day === null ? String(entry.date ?? '') : entry.date) as DayKey;
	const bad = (code: string, minutes = 0): null => {
		flag(code, date, 'error', minutes, [id]);
		return null;
	};
	if (day === null || startsAt === null) return bad('ENTRY_UNREADABLE');
	if (isMissing(entry.end)) return bad('MISSING_END');
	const endsAt = clockTime(entry.end);
	const rawEndDate = entry.endDate ?? entry.end_date;
	const endDay = isMissing(rawEndDate) ? day : readDayNumber(rawEndDate);
	if (endsAt === null || endDay === null) return bad('ENTRY_UNREADABLE');

	const startLocal = day * 1440 + round(startsAt);
	let endLocal = endDay * 1440 + round(endsAt);
	if (isMissing(rawEndDate) && endLocal < startLocal) endLocal += 1440;
	const look = (resolved: Resolved): Instant => {
		if (resolved.ambiguous) flag('DST_AMBIGUOUS', date, 'info', 0, [id]);
		if (resolved.skipped) flag('DST_GAP', date, 'warn', 0, [id]);
		return resolved.at;
	};
	const from = look(clock.instantOf(startLocal, foldOf(entry.startFold ?? entry.start_fold)));
	const to = look(clock.instantOf(endLocal, foldOf(entry.endFold ?? entry.end_fold)));
	if (to === from) return bad('ZERO_LENGTH');
	if (to < from) return bad('NEGATIVE_DURATION', from - to);
	if (to - from > rules.maxEntry) return bad('ENTRY_OVER_24H', to - from - rules.maxEntry);
	return {
		id,
		day: Math.floor(clock.localOf(from) / 1440),
		from,
		to,
		planned: entry.status === 'planned',
		breaks: placeBreaks(entry.breaks, { from, to }, id, date, rules, clock, flag, round)
	};
}

function placeBreaks(
	raw: unknown,
	span: Span,
	id: string,
	date: DayKey,
	rules: Rules,
	clock: ZoneClock,
	flag: Flagger,
	round: (at: Minutes) => Minutes
): readonly PlacedBreak[] {
	if (!Array.isArray(raw) || raw.length === 0) return NO_BREAKS;
	const placed: PlacedBreak[] = [];
	for (const one of raw as readonly (Json | null)[]) {
		const startsAt = clockTime(one?.start);
		const endsAt = clockTime(one?.end);
		if (!one || startsAt === null || endsAt === null) {
			flag('BREAK_UNREADABLE', date, 'warn', 0, [id]);
			continue;
		}
		const kind = typeof one.kind === 'string' ? one.kind : '';
		// A non-deductible breakfast is paid by its name.
		const paid = one.paid === true || (kind === 'ndb' && one.paid !== false);
		const from = nextShowing(round(startsAt), span.from, clock);
		if (from >= span.to) {
			flag('BREAK_OUTSIDE_SHIFT', date, 'warn', 0, [id]);
			continue;
		}
		const end = nextShowing(round(endsAt), from + 1, clock);
		const to = Math.min(end, span.to);
		if (end > span.to) flag('BREAK_OUTSIDE_SHIFT', date, 'warn', end - span.to, [id]);
		const length = to - from;
		const isDeducted = !paid && length >= rules.minDeduct;
		if (!paid && !isDeducted && kind === 'meal')
			flag('MEAL_SHORT', date, 'warn', rules.minDeduct - length, [id], { length, limit: rules.minDeduct });
		placed.push({
			from,
			to,
			paid,
			kind,
			deductedTo: isDeducted ? from + Math.min(length, rules.maxDeduct) : from
		});
	}
	return placed.sort(
		(a, b) =>
			a.from - b.from ||
			a.to - b.to ||
			Number(a.paid) - Number(b.paid) ||
			(a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)
	);
}

/** The first instant, `after` included, at which the clock shows a time of day; a skipped time is moved forward. */
function nextShowing(time: Minutes, after: Instant, clock: ZoneClock): Instant {
	const ofDay = time % 1440;
	let best = Infinity;
	for (let day = Math.floor(clock.localOf(after) / 1440) - 1; best === Infinity; day++) {
		const local = day * 1440 + ofDay;
		const first = clock.instantOf(local);
		if (first.at >= after) best = first.at;
		else if (first.ambiguous) {
			const second = clock.instantOf(local, 1).at;
			if (second >= after) best = second;
		}
	}
	return best;
}
