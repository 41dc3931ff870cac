/** What is typed for one child: latest wrap, hours on set. No law is claimed (H32). */
import { dayOfNumber } from '../calendar/day-number.ts';
import type { ZoneClock } from '../calendar/zone-clock.ts';
import type { Flagger } from './flagger.ts';
import type { Person } from './person.ts';
import type { Shift } from './shifts.ts';

/** On set is call to wrap, pauses between entries apart. */
export function checkMinor(
	shift: Shift,
	{ latestWrap, onSet }: NonNullable<Person['minor']>,
	clock: ZoneClock,
	flag: Flagger
): void {
	const date = dayOfNumber(shift.day);
	const wrap = clock.localOf(shift.to) - shift.day * 1440;
	if (latestWrap !== null && wrap > latestWrap)
		flag('MINOR_LATE_WRAP', date, 'warn', wrap - latestWrap, shift.ids, { wrap, limit: latestWrap });
	const there = shift.to - shift.from - shift.gaps.reduce((sum, { from, to }) => sum + to - from, 0);
	if (onSet !== null && there > onSet)
		flag('MINOR_HOURS', date, 'warn', there - onSet, shift.ids, { worked: there, limit: onSet });
}
