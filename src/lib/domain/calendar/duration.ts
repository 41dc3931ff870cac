/** Lengths of time are whole minutes everywhere; this is how they are read and written. */
export type Minutes = number;

const HOURS_AND_MINUTES = /^(\d{1,3})\s*(?:h|:|：|小时|时)\s*(\d{1,2})\s*(?:min|m|分|分钟)?$/i;
const HOURS = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:h|小时|时)$/i;
const MINUTES = /^(\d{1,5})\s*(?:min|m|分|分钟)?$/i;

/**
 * Reads a length as typed: `13 h 20`, `13:20`, `14小时12分`, `1.5 h`, `45 min`, `45`. A bare number is minutes.
 * Null for anything else, `1:75` included.
 *
 * @example parseDuration('13 h 20') // 800
 */
export function parseDuration(raw: string): Minutes | null {
	const typed = raw.trim();
	const both = HOURS_AND_MINUTES.exec(typed);
	if (both) return Number(both[2]) < 60 ? Number(both[1]) * 60 + Number(both[2]) : null;
	const hours = HOURS.exec(typed);
	if (hours) return Math.round(Number(hours[1]?.replace(',', '.')) * 60);
	const minutes = MINUTES.exec(typed);
	return minutes ? Number(minutes[1]) : null;
}

const parts = (length: Minutes): { sign: string; hours: number; minutes: string } => {
	const whole = Math.round(Math.abs(length));
	return {
		sign: length < 0 && whole > 0 ? '−' : '',
		hours: Math.floor(whole / 60),
		minutes: String(whole % 60).padStart(2, '0')
	};
};

/** `13 h 20`, `0 h 45`, `−1 h 05`: for sentences and headers (design.md 3). */
export function formatDuration(length: Minutes): string {
	const { sign, hours, minutes } = parts(length);
	return `${sign}${hours} h ${minutes}`;
}

/** `13:20`: for columns of figures and the night between two days. */
export function formatDurationShort(length: Minutes): string {
	const { sign, hours, minutes } = parts(length);
	return `${sign}${hours}:${minutes}`;
}
