import type { Finding } from '#lib/domain/finding.ts';
import type { TaskId } from '#lib/domain/ids.ts';
import { list } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';
import { namesOf, taskName } from './names.ts';
import type { LaunchView } from './types.ts';

/** The task a finding is about, to be opened; null where it is about none, or one that has gone. */
export function taskOf({ about }: Finding, { timeline }: LaunchView): TaskId | null {
	const id = (about.taskId ?? about.taskId0) as TaskId | undefined;
	if (id && timeline.byId.has(id)) return id;
	return timeline.tasks.find(({ task }) => task.gateId !== null && task.gateId === about.gateId)?.id ?? null;
}

/** The sentence of a timeline's finding (launch/RULES.md). */
export function timelineFinding({ rule, about, figures }: Finding, { timeline }: LaunchView): string {
	const words = text.launch.finding;
	const name = (id: string | undefined): string => {
		const timed = id === undefined ? undefined : timeline.byId.get(id as TaskId);
		return timed ? taskName(timed.task) : '';
	};
	const figure = (key: string): number => figures[key] ?? 0;
	switch (rule) {
		case 'T1':
			return words.T1(list(namesOf(Object.values(about), timeline.byId), language.current));
		case 'T2':
			return words.T2(name(about.taskId), figure('room'), figure('days'));
		case 'T3':
			return words.T3(name(about.taskId));
		case 'T4':
			return words.T4(name(about.taskId), figure('late'));
		case 'T5':
			return words.T5(name(about.taskId));
		case 'T6':
			return words.T6(name(about.taskId), name(about.beforeId));
		case 'T7':
			return words.T7(figure('early'), figure('decided') === 1);
		case 'T8':
			return words.T8(figure('early'), figure('decided') === 1);
		default:
			return text.findings.sentences.other({ rule });
	}
}
