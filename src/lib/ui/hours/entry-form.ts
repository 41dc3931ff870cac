/** What is typed for a day of hours, and what is wrong with it: plain text in, an entry or sentences out. */
import { formatClock, parseClock } from '#lib/domain/calendar/clock.ts';
import { readDay, type DayKey } from '#lib/domain/calendar/day-key.ts';
import { isWholeDay, type EntryType, type LoggedEntry } from '#lib/domain/hours/log/logged.ts';

export type TypedBreak = { from: string; to: string; paid: boolean };
export type TypedEntry = {
	type: EntryType;
	date: string;
	start: string;
	end: string;
	breaks: TypedBreak[];
	note: string;
	reason: string;
};

/** What a person said of a day, ready for the command. */
export type SaidEntry = Pick<LoggedEntry, 'type' | 'date' | 'start' | 'end' | 'breaks' | 'note'>;

/** `wrong` keeps it from being saved; `look` is said and saved all the same. */
export type Judged = {
	readonly said: SaidEntry | null;
	readonly wrong: Readonly<Partial<Record<'date' | 'start' | 'end' | 'breaks' | 'reason', WrongCode>>>;
	readonly look: readonly LookCode[];
};
export type WrongCode = 'date' | 'start' | 'end' | 'zero' | 'breakTime' | 'reason' | 'future';
export type LookCode = 'long' | 'breakOutside';

const DAY = 1440;
const clean = (minutes: number): string => formatClock(minutes);

/**
 * Judges what was typed. An end at or before the start is the next day's, as crews say it (`22:00` to `01:30`);
 * nothing else is read into it.
 * @param today the day in the production's zone: a day that hasn't come can't be logged
 * @param needsReason whether it takes another entry's place
 */
export function judge(typed: TypedEntry, today: DayKey, needsReason: boolean): Judged {
	const wrong: { -readonly [K in keyof Judged['wrong']]: Judged['wrong'][K] } = {};
	const look: LookCode[] = [];
	const date = readDay(typed.date);
	if (!date) wrong.date = 'date';
	else if (date > today) wrong.date = 'future';
	if (needsReason && typed.reason.trim() === '') wrong.reason = 'reason';
	const base = { type: typed.type, note: typed.note.trim() };
	if (isWholeDay(typed.type)) {
		const fine = date && Object.keys(wrong).length === 0;
		return { said: fine ? { ...base, date, start: null, end: null, breaks: [] } : null, wrong, look };
	}
	const start = parseClock(typed.start);
	const typedEnd = parseClock(typed.end);
	if (start === null || start >= DAY) wrong.start = 'start';
	if (typedEnd === null) wrong.end = 'end';
	const end = start !== null && typedEnd !== null && typedEnd < start ? typedEnd + DAY : typedEnd;
	if (start !== null && end === start) wrong.end = 'zero';
	const breaks: LoggedEntry['breaks'][number][] = [];
	for (const { from, to, paid } of typed.breaks) {
		const [a, b] = [parseClock(from), parseClock(to)];
		if (a === null || b === null) {
			wrong.breaks = 'breakTime';
			continue;
		}
		const begins = start !== null && a < start && a + DAY < (end ?? 0) ? a + DAY : a;
		const ends = b < begins ? b + DAY : b;
		if (start !== null && end !== null && (begins >= end || ends <= start)) look.push('breakOutside');
		breaks.push({ start: clean(begins), end: clean(ends), paid, kind: 'meal' });
	}
	if (start !== null && end !== null && end - start > DAY) look.push('long');
	if (!date || start === null || end === null || Object.keys(wrong).length > 0) {
		return { said: null, wrong, look };
	}
	return { said: { ...base, date, start: clean(start), end: clean(end), breaks }, wrong, look };
}

/** The first of other entries of that day that the typed hours overlap: the time is counted once. */
export function overlapped(
	said: Pick<LoggedEntry, 'start' | 'end'>,
	others: readonly Pick<LoggedEntry, 'start' | 'end'>[]
): string | null {
	const span = ({ start, end }: Pick<LoggedEntry, 'start' | 'end'>): [number, number] | null => {
		const [from, to] = [parseClock(start ?? ''), parseClock(end ?? '')];
		return from === null || to === null ? null : [from, to];
	};
	const own = span(said);
	for (const other of own ? others : []) {
		const their = span(other);
		if (own && their && own[0] < their[1] && their[0] < own[1]) return `${other.start}–${other.end}`;
	}
	return null;
}

/** An entry as it is typed into the form again, for a correction or a copy. */
export const typedFrom = (
	entry: Pick<LoggedEntry, 'type' | 'date' | 'start' | 'end' | 'breaks' | 'note'>
): TypedEntry => ({
	type: entry.type,
	date: entry.date,
	start: entry.start ?? '',
	end: entry.end ?? '',
	breaks: entry.breaks.map(({ start, end, paid }) => ({ from: start, to: end, paid })),
	note: entry.note,
	reason: ''
});

/** An empty form for a day. */
export const blankEntry = (date: DayKey): TypedEntry => ({
	type: 'work',
	date,
	start: '',
	end: '',
	breaks: [],
	note: '',
	reason: ''
});

/** Minutes of an entry from its times alone, unpaid meals taken off; null where it has no end. For lists only: what counts, the rules say. */
export function spanMinutes(entry: Pick<LoggedEntry, 'start' | 'end' | 'breaks'>): number | null {
	const [start, end] = [entry.start, entry.end].map((time) => (time === null ? null : parseClock(time)));
	if (start == null || end == null) return null;
	const meals = entry.breaks
		.filter(({ paid }) => !paid)
		.reduce((sum, one) => sum + Math.max(0, (parseClock(one.end) ?? 0) - (parseClock(one.start) ?? 0)), 0);
	return Math.max(0, end - start - meals);
}
