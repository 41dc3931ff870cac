/** Lengths of time and times of day as people type them. */
import { clock, hoursMinutes } from './format.ts';

const HOURS = /^(\d{1,3})\s*(?:[:.：]\s*(\d{1,2})|(?:h|小时)\s*(?:(\d{1,2})\s*(?:m|min|分|分钟)?)?)?$/i;
const MINUTES = /^(\d{1,4})\s*(?:m|min|分|分钟)$/i;

/**
 * Reads a length of time: "10:30", "10 h", "10小时30分", "75 min"; a bare number is hours.
 * @returns minutes; null when it is none
 */
export function readDuration(typed: string): number | null {
	const text = typed.trim();
	const bare = MINUTES.exec(text);
	if (bare) return Number(bare[1]);
	const parts = HOURS.exec(text);
	if (!parts) return null;
	const minutes = Number(parts[2] ?? parts[3] ?? 0);
	return minutes < 60 ? Number(parts[1]) * 60 + minutes : null;
}

/** Writes a length of time so that `readDuration` reads it back: "10:30". */
export const writeDuration = (minutes: number): string => hoursMinutes(minutes);

/** Reads a time of day "7:00" or "07:00" as minutes after midnight; null when it is none. */
export function readClock(typed: string): number | null {
	const parts = /^(\d{1,2})[:.：](\d{2})$/.exec(typed.trim());
	if (!parts) return null;
	const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
	return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

export const writeClock = (minutes: number): string => clock(minutes);
