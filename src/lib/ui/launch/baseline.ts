/** The timeline held against its baseline. */
import { daysBetween } from '#lib/domain/calendar/day-key.ts';
import type { Timeline } from '#lib/domain/launch/critical-path.ts';

export type AgainstBaseline = {
	/** calendar days the launch lies later (earlier when negative) */
	readonly later: number;
	/** tasks that lie elsewhere */
	readonly moved: number;
};

/** Null while nothing was frozen. Tasks that came later have no baseline and count nowhere. */
export function againstBaseline({ tasks }: Pick<Timeline, 'tasks'>): AgainstBaseline | null {
	const known = tasks.filter(({ task }) => task.baselineFrom && task.baselineTo);
	if (known.length === 0) return null;
	const launch = known.find(({ task }) => task.key === 'launch');
	return {
		later: launch?.task.baselineTo ? daysBetween(launch.task.baselineTo, launch.to) : 0,
		moved: known.filter(({ task, from, to }) => task.baselineFrom !== from || task.baselineTo !== to).length
	};
}
