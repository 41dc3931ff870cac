/** The day type of each worked stretch (H12). */
import type { Instant, ZoneClock } from '../calendar/zone-clock.ts';
import type { Rules } from './rule-set.ts';
import type { DayType } from './types.ts';
import type { Day } from './work-days.ts';

/** A stretch of one day type; `call` is what elapsed time runs from. */
export type Typed = {
	readonly from: Instant;
	readonly to: Instant;
	readonly call: Instant;
	readonly type: DayType;
};

/**
 * Basis `workday`: the type of the work day's date throughout. Basis `calendar-minute`: a minute on a statutory
 * date is statutory; others take the work day's type, unless that is statutory, in which case their own date says.
 */
export function typedStretches(day: Day, rules: Rules, clock: ZoneClock): Typed[] {
	const ofDay = rules.dayTypeOf(day.day);
	const typed: Typed[] = [];
	for (let i = 0; i < day.worked.length; i += 2) {
		const from = day.worked[i]!;
		const to = day.worked[i + 1]!;
		const call = day.calls[i / 2]!;
		if (!rules.byCalendarMinute || !touchesStatutory(from, to, ofDay, rules, clock)) {
			typed.push({ from, to, call, type: ofDay });
			continue;
		}
		localRuns(from, to, clock, (start, end, localStart) => {
			// Runs end at each midnight, so one date holds for all of it.
			const own = rules.dayTypeOf(Math.floor(localStart / 1440));
			const type = own === 'statutory' ? own : ofDay === 'statutory' ? own : ofDay;
			typed.push({ from: start, to: end, call, type });
		});
	}
	return typed;
}

function touchesStatutory(
	from: Instant,
	to: Instant,
	ofDay: DayType,
	rules: Rules,
	clock: ZoneClock
): boolean {
	if (ofDay === 'statutory') return true;
	const last = Math.floor(clock.localOf(to - 1) / 1440);
	for (let day = Math.floor(clock.localOf(from) / 1440); day <= last; day++)
		if (rules.dayTypeOf(day) === 'statutory') return true;
	return false;
}

/** Cuts a stretch at midnights and changes of the clock, and says what the wall shows where each run begins. */
export function localRuns(
	from: Instant,
	to: Instant,
	clock: ZoneClock,
	each: (from: Instant, to: Instant, localFrom: number) => void
): void {
	for (let at = from; at < to;) {
		const local = clock.localOf(at);
		const midnight = at + (Math.floor(local / 1440) + 1) * 1440 - local;
		const end = Math.min(to, midnight, clock.steadyUntil(at));
		each(at, end, local);
		at = end;
	}
}
