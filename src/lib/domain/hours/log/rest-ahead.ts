/** The rest between the last wrap and the next call: what a person looks at before going home. */
import { addDays, type DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import { clockIn, instantOf, todayIn } from '../../calendar/zone.ts';
import type { CallOfDay } from '../../schedule/calls-of.ts';
import type { WorkDay } from '../types.ts';
import type { Stretch } from './clock.ts';

/** A time on the production's clock: minutes after midnight of a date. */
export type ClockTime = { readonly date: DayKey; readonly at: Minutes };

export type RestAhead = {
	/** the clock runs: what follows holds for a wrap now */
	readonly running: boolean;
	/** the least rest of the rules, or of the production where they have none */
	readonly least: Minutes;
	/** the earliest call after that rest */
	readonly earliest: ClockTime;
	/** the next call the board has, and the rest before it; null: none is planned */
	readonly next: { readonly call: ClockTime; readonly rest: Minutes; readonly short: Minutes } | null;
};

type Asked = {
	readonly stretch: Stretch | null;
	readonly workDays: readonly Pick<WorkDay, 'date' | 'wrap' | 'planned'>[];
	readonly calls: readonly Pick<CallOfDay, 'date' | 'callAt'>[];
	readonly least: Minutes;
	/** ms since 1970 */
	readonly now: number;
	readonly zone: string;
};

/** A call a day after the least rest was over goes without saying. */
const WORTH_SAYING_MS = 86_400_000;

/**
 * The rest ahead of a person: from now while the clock runs, else from the last wrap that was logged. Null once that
 * rest is over and nothing is planned after it. Lengths are real minutes, also where the clocks change in that night.
 */
export function restAhead({ stretch, workDays, calls, least, now, zone }: Asked): RestAhead | null {
	const instant = ({ date, at }: ClockTime): number => instantOf(zone, date, at);
	const wraps = workDays
		.filter(({ planned }) => !planned)
		.map(({ date, wrap }) => instant({ date, at: wrap }))
		.filter((at) => at <= now);
	const from = stretch ? now : wraps.length > 0 ? Math.max(...wraps) : null;
	if (from === null) return null;
	const until = from + least * 60_000;
	// While on the clock the call of this very day is behind.
	const call =
		calls
			.filter(({ date }) => !stretch || date > stretch.date)
			.map(({ date, callAt }): ClockTime => ({ date, at: callAt }))
			.find((time) => instant(time) >= now) ?? null;
	if (!stretch && until <= now && (!call || instant(call) >= until + WORTH_SAYING_MS)) return null;
	const rest = call && Math.round((instant(call) - from) / 60_000);
	return {
		running: stretch !== null,
		least,
		earliest: { date: todayIn(zone, until), at: clockIn(zone, until) },
		next: call && rest !== null ? { call: onOwnDate(call), rest, short: Math.max(0, least - rest) } : null
	};
}

/** 25:30 of a date as half past one of the next. */
const onOwnDate = ({ date, at }: ClockTime): ClockTime => ({
	date: addDays(date, Math.floor(at / 1440)),
	at: at % 1440
});
