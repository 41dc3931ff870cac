/**
 * A calendar day as `YYYY-MM-DD` in the production's zone. Days are strings everywhere: they sort, compare and
 * travel without a zone, and no `Date` leaves this room.
 */
export type DayKey = string & { readonly __brand: 'DayKey' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_A_DAY = 86_400_000;

const toMs = (day: DayKey): number => Date.parse(`${day}T00:00:00Z`);
const fromMs = (ms: number): DayKey => new Date(ms).toISOString().slice(0, 10) as DayKey;

/** Reads a day; null for anything that isn't one, impossible dates such as 30 February included. */
export function readDay(raw: unknown): DayKey | null {
	if (typeof raw !== 'string' || !SHAPE.test(raw)) return null;
	const ms = Date.parse(`${raw}T00:00:00Z`);
	return Number.isFinite(ms) && fromMs(ms) === raw ? (raw as DayKey) : null;
}

/** The day for text known to be one (fixtures, constants). Throws for anything else. */
export function day(raw: string): DayKey {
	const read = readDay(raw);
	if (!read) throw new RangeError(`"${raw}" is not a day written YYYY-MM-DD`);
	return read;
}

/** The day `count` days later (earlier when negative). */
export const addDays = (from: DayKey, count: number): DayKey => fromMs(toMs(from) + count * MS_A_DAY);

/** Whole days from one day to another: negative when `to` is earlier. */
export const daysBetween = (from: DayKey, to: DayKey): number =>
	Math.round((toMs(to) - toMs(from)) / MS_A_DAY);

/** The day of the week, 1 for Monday to 7 for Sunday (ISO). */
export const weekday = (of: DayKey): number => new Date(toMs(of)).getUTCDay() || 7;
