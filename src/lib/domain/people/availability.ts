/** When somebody, or some place, can't be had around a shoot day. */
import { addDays, daysBetween, type DayKey } from '../calendar/day-key.ts';
import type { Availability, Location, Person } from '../schedule/records.ts';
import { ALWAYS, hoursOf, outside, type Stretch } from './stretches.ts';

/** Why not: as the row says, outside the contract's dates, or outside a place's hours. */
export type Reason = Availability['kind'] | 'contract' | 'hours';
/** A stretch in which somebody or some place can't be had, minutes after midnight of the shoot day. */
export type Blocked = Stretch & { readonly reason: Reason };

type Row = Pick<Availability, 'from' | 'to' | 'kind' | 'fromAt' | 'toAt'>;

/** A shoot day may run on for two more days (`calendar/clock.ts`), and begin in a night that began the day before. */
const AROUND = [-1, 0, 1, 2] as const;

/** Whether a row speaks of a date. A row without a last day, or with one before the first, is about one day. */
export const covers = ({ from, to }: Pick<Row, 'from' | 'to'>, date: DayKey): boolean =>
	from !== null && from <= date && date <= (to !== null && to > from ? to : from);

const isWholeDay = ({ fromAt, toAt }: Row): boolean => fromAt === null && toAt === null;

/** A row's hours around a shoot day, its neighbours' included: a flight at 05:00 tomorrow is 29:00 today. */
const hoursAround = (row: Row, date: DayKey): Stretch[] =>
	AROUND.filter((days) => covers(row, addDays(date, days))).map((days) => {
		const { from, to } = hoursOf(row.fromAt, row.toAt);
		return { from: from + days * 1440, to: to + days * 1440 };
	});

/**
 * The stretches that rows close. A row for whole days speaks of shoot days by their date, however late they end; a
 * row with hours speaks of the clock. `only` rows close everything outside all of them together.
 */
export function blockedBy(rows: readonly Row[], date: DayKey): Blocked[] {
	const blocked: Blocked[] = [];
	const only: Stretch[] = [];
	let isLimited = false;
	for (const row of rows) {
		const stretches = isWholeDay(row) ? (covers(row, date) ? [ALWAYS] : []) : hoursAround(row, date);
		if (row.kind === 'only') {
			isLimited ||= row.from !== null;
			only.push(...stretches);
		} else blocked.push(...stretches.map((stretch) => ({ ...stretch, reason: row.kind })));
	}
	if (isLimited) blocked.push(...outside(only).map((stretch) => ({ ...stretch, reason: 'only' as const })));
	return blocked;
}

/** When a person can't be had on a shoot day of that date: own availability, and the contract's first and last day. */
export function personBlocked(
	person: Pick<Person, 'contractFrom' | 'contractTo'>,
	rows: readonly Row[],
	date: DayKey
): Blocked[] {
	const { contractFrom, contractTo } = person;
	const isOutside =
		(contractFrom !== null && date < contractFrom) || (contractTo !== null && date > contractTo);
	return [...blockedBy(rows, date), ...(isOutside ? [{ ...ALWAYS, reason: 'contract' as const }] : [])];
}

/**
 * When a place can't be had on a shoot day of that date: its own availability, and its opening hours, which come back
 * every day and may pass midnight (18:00 to 02:00).
 */
export function placeBlocked(
	place: Pick<Location, 'opensAt' | 'closesAt'>,
	rows: readonly Row[],
	date: DayKey
): Blocked[] {
	const own = blockedBy(
		rows.filter(({ kind }) => kind === 'away' || kind === 'only'),
		date
	);
	if (place.opensAt === null && place.closesAt === null) return own;
	const hours = hoursOf(place.opensAt, place.closesAt);
	const open = [...AROUND, 3].map((days) => ({
		from: hours.from + days * 1440,
		to: hours.to + days * 1440
	}));
	return [...own, ...outside(open).map((stretch) => ({ ...stretch, reason: 'hours' as const }))];
}

/** How a date stands in a calendar: the row that speaks of it, or closed because other days are the only ones. */
export function standing<R extends Row>(
	rows: readonly R[],
	date: DayKey
): { readonly kind: Availability['kind']; readonly row: R } | { readonly kind: 'closed' } | null {
	const row = rows.find((one) => covers(one, date));
	if (row) return { kind: row.kind, row };
	return rows.some(({ kind, from }) => kind === 'only' && from !== null) ? { kind: 'closed' } : null;
}

/** Days a row is about; 0 for one without a first day. */
export const daysOf = ({ from, to }: Pick<Row, 'from' | 'to'>): number =>
	from === null ? 0 : to !== null && to > from ? daysBetween(from, to) + 1 : 1;
