/** Entries made on a clock that can't be trusted, and hours of days that haven't come (H35, H36): flagged, and counted. */
import { readDayNumber } from '../calendar/day-number.ts';
import type { DayKey } from '../calendar/day-key.ts';
import type { Flagger } from './flagger.ts';
import { idOf } from './read-entries.ts';
import type { Json } from './types.ts';

const CODES: Readonly<Record<string, string>> = {
	server: 'CLOCK_OFF',
	jump: 'CLOCK_JUMPED',
	back: 'CLOCK_JUMPED',
	day: 'CLOCK_STRANGE'
};
const DAY = 1440;

/**
 * @param entries that stand; `clock: { by, minutes }` is what their device knew against its own clock
 * @param today the day in the production's zone; null: nothing is said of days to come
 */
export function checkClocks(entries: readonly Json[], today: DayKey | null, flag: Flagger): void {
	for (const entry of entries) {
		if (entry.status === 'planned' || readDayNumber(entry.date) === null) continue;
		const date = entry.date as DayKey;
		const { by, minutes } = (entry.clock ?? {}) as Json;
		const code = typeof by === 'string' ? CODES[by] : undefined;
		if (code && typeof minutes === 'number' && Number.isFinite(minutes) && minutes !== 0) {
			const off = Math.round(Math.abs(minutes));
			const figures = { off, days: Math.floor(off / DAY), ahead: minutes > 0 ? 1 : 0 };
			flag(code, date, 'warn', off, [idOf(entry)], figures);
		}
		if (today !== null && date > today) flag('ENTRY_AHEAD', date, 'warn', 0, [idOf(entry)]);
	}
}
