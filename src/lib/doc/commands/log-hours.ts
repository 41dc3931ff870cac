import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { formatClock } from '#lib/domain/calendar/clock.ts';
import { entryOfStretch, type Stretch } from '#lib/domain/hours/log/clock.ts';
import { worstDoubt } from '#lib/domain/hours/log/clock-doubt.ts';
import type { ClockDoubt, EntryType, LoggedEntry, Punch } from '#lib/domain/hours/log/logged.ts';
import { entryKey } from '../entry-key.ts';
import type { HoursDocument } from '../hours-documents.ts';
import { newId } from '../id.ts';

/** Who writes, on what, and when: handed in, since a document knows no clock. */
export type Writer = {
	/** the person of the plan whose hours these are */
	readonly person: string;
	/** the user or station that writes, and the name it goes by */
	readonly by: string;
	readonly byName: string;
	/** whether the writer is that person */
	readonly self: boolean;
	readonly station: string | null;
	/** ms since 1970 by the device's clock, its zone, and what kind of device it is */
	readonly at: number;
	readonly zone: string;
	readonly device: string;
	/** minutes that zone is ahead of Greenwich */
	readonly offset?: number;
	/** what speaks against that clock; absent: nothing */
	readonly clock?: ClockDoubt;
};

/** What a person says of a day: times as `HH:MM` in the production's zone, past midnight as `25:30`. */
export type HoursSaid = Pick<LoggedEntry, 'type' | 'date' | 'start' | 'end'> &
	Partial<Pick<LoggedEntry, 'breaks' | 'note' | 'startFold' | 'endFold'>>;

const entryOf = (
	writer: Writer,
	said: HoursSaid,
	more: Pick<LoggedEntry, 'supersedes' | 'reason' | 'punches'>
): LoggedEntry => ({
	...writer,
	id: newId(),
	kind: 'entry',
	breaks: [],
	note: '',
	startFold: null,
	endFold: null,
	...said,
	...more
});

/** Adds hours of a day. @returns the entry's key */
export function addHours(hours: HoursDocument, writer: Writer, said: HoursSaid): string {
	const entry = entryOf(writer, said, { supersedes: [], reason: '', punches: [] });
	return hours.add('add-hours', [entry])[0] as string;
}

/**
 * Puts a new entry in the place of others, which stay readable beneath it.
 * @param keys the entries it takes the place of
 * @param reason why; the interface asks for one
 * @returns the new entry's key
 */
export function correctHours(
	hours: HoursDocument,
	writer: Writer,
	keys: readonly string[],
	said: HoursSaid,
	reason: string
): string {
	const entry = entryOf(writer, said, { supersedes: [...keys], reason, punches: [] });
	return hours.add('correct-hours', [entry])[0] as string;
}

/** Takes entries, punches or an answer out; they stay readable, with the reason. */
export function voidHours(
	hours: HoursDocument,
	writer: Writer,
	keys: readonly string[],
	reason: string
): string {
	const entry = { ...writer, id: newId(), kind: 'void' as const, supersedes: [...keys], reason };
	return hours.add('void-hours', [entry])[0] as string;
}

/**
 * One press of the clock. A wrap also writes the entry of the whole stretch, in the same transaction.
 * @param date the day of the stretch's start
 * @param at minutes after midnight of that day
 * @param stretch what the clock is on; null for a start
 * @returns keys of all that was written, the punch first: what an undo within seconds voids
 */
export function punchClock(
	hours: HoursDocument,
	writer: Writer,
	punch: Punch,
	date: DayKey,
	at: number,
	stretch: Stretch | null,
	type: EntryType = 'work'
): string[] {
	const pressed = {
		...writer,
		id: newId(),
		kind: 'punch' as const,
		punch,
		type,
		date,
		time: formatClock(at)
	};
	if (punch !== 'wrap' || !stretch) return hours.add(`punch-${punch}`, [pressed]);
	const { punches, ...said } = entryOfStretch(stretch, at, entryKey(pressed));
	// The entry is as doubtful as the press that was furthest out, though the clock be right again by the wrap.
	const clock = worstDoubt([writer.clock, ...stretch.punches.map((one) => one.clock)]);
	const entry = entryOf(writer, said, { supersedes: [], reason: '', punches });
	return hours.add('punch-wrap', [pressed, clock ? { ...entry, clock } : entry]);
}

/** The person agrees with what others entered, or says why not. */
export function answerHours(
	hours: HoursDocument,
	writer: Writer,
	keys: readonly string[],
	says: 'confirm' | 'disagree',
	reason = ''
): string {
	const answer = { ...writer, id: newId(), kind: 'answer' as const, to: [...keys], says, reason };
	return hours.add(`${says}-hours`, [answer])[0] as string;
}

/** The person signs exactly these entries. */
export function signHours(
	hours: HoursDocument,
	writer: Writer,
	keys: readonly string[],
	from: DayKey,
	to: DayKey
): string {
	const signature = { ...writer, id: newId(), kind: 'sign' as const, keys: [...keys], from, to };
	return hours.add('sign-hours', [signature])[0] as string;
}

/** The person says that the money of a payment came. @param decision the key of the `paid` decision */
export function receiveMoney(hours: HoursDocument, writer: Writer, decision: string, on: DayKey): string {
	const receipt = { ...writer, id: newId(), kind: 'received' as const, decision, on };
	return hours.add('receive-money', [receipt])[0] as string;
}
