/** The days there are for shooting, by who is late: the table compression reckons with (compression.md 1 and 5). */
import { addDays, type DayKey } from '../../calendar/day-key.ts';
import { readDayNumber } from '../../calendar/day-number.ts';
import type { Timeline, TimedTask } from '../critical-path.ts';
import type { CompressionInput } from '../compression/types.ts';
import {
	PARTIES,
	planTimeline,
	withoutDelay,
	workingDates,
	type Party,
	type TimelinePlan
} from './of-plan.ts';
import { workCalendar } from './work-calendar.ts';

export type ShootWindow = Pick<CompressionInput, 'dates' | 'window'> & {
	/** the last day the shoot may end on; null without a promised launch */
	readonly until: DayKey | null;
};

const MOST = 60;

/**
 * From the earliest day of shooting that is left to the last that keeps the launch. Where the board's days lie plays
 * no part in it.
 *
 * @param from the first day that can still be shot on: today, or tomorrow once today is wrapped
 */
export function shootWindow(
	plan: TimelinePlan,
	{
		asOf,
		from,
		hasBegun
	}: { readonly asOf: DayKey; readonly from: DayKey; readonly hasBegun: DayKey | null },
	launchesOn?: DayKey | null
): ShootWindow {
	const rest = plan.production.restWeekdays;
	const board = hasBegun ? { first: hasBegun, last: from > hasBegun ? from : hasBegun, dates: [] } : null;
	const actual = planTimeline(plan, { asOf, board, launchesOn });
	const shoot = shootOf(actual);
	const start = shoot && shoot.from > from ? shoot.from : from;
	const dates = workingDates(start, MOST, rest);
	const promised = launchesOn === undefined ? plan.production.launchesOn : launchesOn;
	if (!shoot) {
		const until = promised && addDays(promised, -1);
		return { dates, until, window: until ? [{ late: [], days: count(dates, until) }] : [] };
	}
	if (shoot.deadline === null) return { dates, until: null, window: [] };
	const calendar = workCalendar(rest);
	const window = subsets(PARTIES).map((late) => {
		const other =
			late.length === PARTIES.length
				? actual
				: withoutDelay(
						launchesOn === undefined ? plan : { ...plan, production: { ...plan.production, launchesOn } },
						actual,
						late,
						asOf
					);
		const there = shootOf(other)!;
		const gained = calendar.between(readDayNumber(there.from)!, readDayNumber(shoot.from)!);
		const until = there.deadline ?? shoot.deadline!;
		return { late, days: Math.max(0, Math.min(MOST, count(dates, until) + Math.max(0, gained))) };
	});
	return { dates, until: shoot.deadline, window };
}

const count = (dates: readonly DayKey[], until: DayKey): number =>
	dates.filter((date) => date <= until).length;

const shootOf = ({ tasks }: Timeline): TimedTask | undefined =>
	tasks.find(({ task }) => task.key === 'shoot');

const subsets = (parties: readonly Party[]): Party[][] =>
	Array.from({ length: 1 << parties.length }, (_, set) => parties.filter((_, i) => set & (1 << i)));
