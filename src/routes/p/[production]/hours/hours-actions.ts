import {
	addHours,
	answerHours,
	correctHours,
	punchClock,
	receiveMoney,
	signHours,
	voidHours,
	type Writer
} from '#lib/doc/commands/log-hours.ts';
import { stretchOf } from '#lib/domain/hours/log/clock.ts';
import { todayIn } from '#lib/domain/calendar/zone.ts';
import { daysBetween } from '#lib/domain/calendar/day-key.ts';
import { mayWrite } from '#lib/domain/people/permissions.ts';
import { deviceClock } from '#lib/live/device-clock.svelte.ts';
import type { HoursOf } from '#lib/live/hours-of.svelte.ts';
import { deviceKind } from '#lib/sync/device.ts';
import type { HoursActions } from '#lib/ui/hours/types.ts';

/** Who writes: the user, and the person of the plan that user is. */
export type HoursWriter = {
	readonly userId: string;
	readonly name: string;
	readonly personId: string | null;
	/** the production's zone */
	readonly zone: string;
};

/** Says who writes on whose hours, now. */
export const writerOn = (hours: HoursOf, who: HoursWriter): Writer => ({
	person: hours.personId,
	by: who.userId,
	byName: who.name,
	self: who.personId === hours.personId,
	station: null,
	device: deviceKind(),
	...deviceClock.stamp()
});

/** What this member may do to somebody's hours; null for who only reads. Answers, signatures and receipts are the person's own. */
export function hoursActions(hours: HoursOf, who: HoursWriter): HoursActions | null {
	if (!mayWrite(hours.access.hours)) return null;
	const writer = (): Writer => writerOn(hours, who);
	const document = hours.hours;
	const own = who.personId === hours.personId;
	return {
		punch: (punch, at, type) => {
			const stretch =
				punch === 'start' ? null : stretchOf([...hours.days.values()].flatMap((day) => day.punches));
			const date = stretch?.date ?? at.date;
			const minutes = daysBetween(date, at.date) * 1440 + at.at;
			return punchClock(document, writer(), punch, date, minutes, stretch, type);
		},
		add: (said) => [addHours(document, writer(), said)],
		correct: (keys, said, reason) => void correctHours(document, writer(), keys, said, reason),
		takeOut: (keys, reason) => void voidHours(document, writer(), keys, reason),
		...(own
			? {
					answer: (keys, says, reason) => void answerHours(document, writer(), keys, says, reason),
					sign: (keys, from, to) => void signHours(document, writer(), keys, from, to),
					receive: (decision) =>
						void receiveMoney(document, writer(), decision, todayIn(who.zone, Date.now()))
				}
			: {})
	};
}
