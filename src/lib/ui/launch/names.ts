import type { TaskId } from '#lib/domain/ids.ts';
import type { Request, Task } from '#lib/domain/launch/records.ts';
import { TASK_KEYS, type TaskKey } from '#lib/domain/launch/templates/index.ts';
import { text } from '../text/index.svelte.ts';

const isKey = (key: string): key is TaskKey => (TASK_KEYS as readonly string[]).includes(key);

/** What a task is called: its own name, else the template's word, with the episodes it is about. */
export function taskName(task: Pick<Task, 'key' | 'name' | 'fromEpisode' | 'toEpisode'>): string {
	const name =
		task.name || (isKey(task.key) ? text.newProduction.tasks[task.key] : '') || text.launch.newTask;
	const episodes = text.launch.episodes(task.fromEpisode, task.toEpisode);
	return episodes ? `${name} ${episodes}` : name;
}

export const namesOf = (
	ids: readonly string[],
	tasks: ReadonlyMap<TaskId, { readonly task: Task }>
): string[] =>
	ids.map((id) => {
		const known = tasks.get(id as TaskId);
		return known ? taskName(known.task) : '';
	});

export const requestName = ({ from, round, number }: Pick<Request, 'from' | 'round' | 'number'>): string =>
	text.launch.requests.name(from, round, number);

/** Minutes as whole hours: overtime of everyone is too large for minutes to mean anything. */
export const inHours = (minutes: number): number => Math.round(minutes / 60);
