/**
 * A zone's clock for hours: local minutes ↔ instants, in whole minutes since 1970, with the nights when the clock
 * is put forward or back. Offsets are asked for once a week of the zone and kept, since a month of a crew asks
 * thousands of times.
 */
import { tzOffset } from '@date-fns/tz';
import { isZone } from './zone.ts';

/** An instant in whole minutes since 1 January 1970 UTC. */
export type Instant = number;
/** What a wall clock shows, in whole minutes since 1 January 1970, as if there were no zones. */
export type LocalMinute = number;

export type Resolved = {
	readonly at: Instant;
	/** the clock shows this time twice that night, and nobody said which (`fold` not given) */
	readonly ambiguous: boolean;
	/** the clock skips this time; `at` is moved on by what it skips */
	readonly skipped: boolean;
};

export type ZoneClock = {
	readonly zone: string;
	/** minutes the zone is ahead of UTC */
	readonly offsetAt: (at: Instant) => number;
	readonly localOf: (at: Instant) => LocalMinute;
	/** an instant after `at` up to which the offset surely stays (a week at most) */
	readonly steadyUntil: (at: Instant) => Instant;
	/**
	 * The instant of a local minute. A repeated time is the earlier one unless `fold` is 1; a skipped time is
	 * moved forward by the gap (hours-rules 5, Time).
	 */
	readonly instantOf: (local: LocalMinute, fold?: 0 | 1 | null) => Resolved;
};

const WEEK = 7 * 1440;
const DAY = 1440;
/** One week of a zone: the same offset throughout, or a change at an instant. */
type Week = { readonly before: number; readonly after: number; readonly change: Instant };

const clocks = new Map<string, ZoneClock>();

/** The clock of a zone. Throws for a name that is no zone. */
export function zoneClock(zone: string): ZoneClock {
	let clock = clocks.get(zone);
	if (!clock) clocks.set(zone, (clock = makeClock(zone)));
	return clock;
}

function makeClock(zone: string): ZoneClock {
	if (!isZone(zone)) throw new RangeError(`"${zone}" is not a time zone; use a name such as Asia/Shanghai`);
	const weeks = new Map<number, Week>();
	const ask = (at: Instant): number => Math.round(tzOffset(zone, new Date(at * 60_000)));
	let lastIndex = NaN;
	let last: Week = { before: 0, after: 0, change: Infinity };

	function weekAt(at: Instant): Week {
		const index = Math.floor(at / WEEK);
		if (index === lastIndex) return last;
		let week = weeks.get(index);
		if (!week) weeks.set(index, (week = look(index * WEEK, (index + 1) * WEEK)));
		lastIndex = index;
		return (last = week);
	}

	/** Zones change their clock at most once a week; where is found by halving. */
	function look(from: Instant, to: Instant): Week {
		const before = ask(from);
		const after = ask(to - 1);
		if (before === after) return { before, after, change: Infinity };
		let low = from;
		let high = to - 1;
		while (high - low > 1) {
			const middle = Math.floor((low + high) / 2);
			if (ask(middle) === before) low = middle;
			else high = middle;
		}
		return { before, after, change: high };
	}

	const offsetAt = (at: Instant): number => {
		const week = weekAt(at);
		return at < week.change ? week.before : week.after;
	};

	function instantOf(local: LocalMinute, fold?: 0 | 1 | null): Resolved {
		const before = offsetAt(local - DAY);
		const after = offsetAt(local + DAY);
		const early = local - before;
		if (before === after) return { at: early, ambiguous: false, skipped: false };
		const late = local - after;
		const isEarly = offsetAt(early) === before;
		const isLate = offsetAt(late) === after;
		if (isEarly && isLate)
			return {
				at: fold === 1 ? Math.max(early, late) : Math.min(early, late),
				ambiguous: fold == null,
				skipped: false
			};
		// Reading a skipped time by the clock that was in force before it moves it on by the gap.
		return { at: isLate && !isEarly ? late : early, ambiguous: false, skipped: !isEarly && !isLate };
	}

	return {
		zone,
		offsetAt,
		localOf: (at) => at + offsetAt(at),
		steadyUntil: (at) => {
			const week = weekAt(at);
			return at < week.change && week.change !== Infinity ? week.change : (Math.floor(at / WEEK) + 1) * WEEK;
		},
		instantOf
	};
}
