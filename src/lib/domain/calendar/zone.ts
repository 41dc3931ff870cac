/** Where instants (milliseconds since 1970, UTC) meet the production's days and clocks. */
import { TZDate, tzName } from '@date-fns/tz';
// By its own path: the index is 300 modules, half of the server's start and 130 MB a thread.
import { format } from 'date-fns/format';
import { addDays, type DayKey } from './day-key.ts';
import type { Minutes } from './duration.ts';

/** Offered first where a zone is chosen; any other IANA name is accepted. */
export const COMMON_ZONES = [
	'Asia/Shanghai',
	'Asia/Hong_Kong',
	'Asia/Taipei',
	'Asia/Singapore',
	'Asia/Bangkok',
	'Asia/Tokyo',
	'Asia/Seoul',
	'Australia/Sydney',
	'Europe/London',
	'Europe/Berlin',
	'America/New_York',
	'America/Chicago',
	'America/Denver',
	'America/Los_Angeles',
	'America/Vancouver',
	'UTC'
] as const;

/** Whether this device knows a zone by that name (`Asia/Shanghai`; not `CST`, which names three). */
export function isZone(name: string): boolean {
	if (name !== 'UTC' && !name.includes('/')) return false;
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** Every zone this device knows, in order of name. */
export const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone');

/** Throws for a name that is no zone, before date-fns would quietly answer an invalid date. */
function inZone(zone: string, instantMs: number): TZDate {
	if (!isZone(zone)) throw new RangeError(`"${zone}" is not a time zone; use a name such as Asia/Shanghai`);
	return new TZDate(instantMs, zone);
}

/** The calendar day in a zone at an instant. */
export const todayIn = (zone: string, instantMs: number): DayKey =>
	format(inZone(zone, instantMs), 'yyyy-MM-dd') as DayKey;

/** The wall clock in a zone at an instant: minutes after that day's midnight. */
export function clockIn(zone: string, instantMs: number): Minutes {
	const at = inZone(zone, instantMs);
	return at.getHours() * 60 + at.getMinutes();
}

/**
 * The instant at which a clock time of a day is shown in a zone; 25:30 is half past one the next day. A wall
 * clock reading that summer time skips is moved on by the hour it skips.
 */
export function instantOf(zone: string, day: DayKey, at: Minutes): number {
	const midnights = Math.floor(at / 1440);
	const [year, month, date] = addDays(day, midnights).split('-').map(Number) as [number, number, number];
	const minutes = at - midnights * 1440;
	inZone(zone, 0);
	return new TZDate(year, month - 1, date, Math.floor(minutes / 60), minutes % 60, 0, 0, zone).getTime();
}

/** A zone's short name at an instant, as people write it beside a time: `GMT+8`. */
export const zoneLabel = (zone: string, instantMs: number): string => {
	const at = inZone(zone, instantMs);
	return tzName(zone, at, 'short');
};
