import { dayMonth } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';
import { inHours } from './names.ts';
import { partsOf } from './parts.ts';
import type { Timeline } from '#lib/domain/launch/critical-path.ts';
import type { Reckoned } from '#lib/domain/launch/compression/reckoner.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';

/** Whether it is online on the day, and by how much not: of the timeline as it is, or as it would be after a drop. */
export function launchSentence(
	promised: DayKey | null,
	timeline: Timeline,
	reckoned: Reckoned | null
): string {
	const words = text.launch;
	if (promised === null) return words.noLaunch;
	const on = dayMonth(promised, language.current);
	if (timeline.daysShort > 0) return words.short(on, timeline.daysShort);
	const shoot = reckoned?.result;
	if (shoot && shoot.daysShort > 0 && shoot.overtime > shoot.inTheWork)
		return words.shootShort(on, shoot.daysShort);
	const launch = timeline.tasks.find(({ task }) => task.key === 'launch');
	return words.kept(on, Math.max(0, launch?.slack ?? 0));
}

/** The overtime ahead and whose it is. */
export function hoursSentence(reckoned: Reckoned | null, failed: boolean): string {
	const words = text.launch;
	if (!reckoned) return failed ? words.failed : words.reckoning;
	const { input, result, ahead } = reckoned;
	if (input.people.length === 0) return words.nobody;
	if (result.workLeft === 0) return words.nothingLeft;
	const hours = inHours(ahead);
	if (hours === 0) return words.noOvertime;
	return words.ahead(
		hours,
		partsOf(reckoned)
			.filter((part) => part.hours > 0)
			.map((part) => words.part[part.cause](part.hours))
	);
}
