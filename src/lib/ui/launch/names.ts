import type { TaskId } from '#lib/domain/ids.ts';
import type { TimedTask } from '#lib/domain/launch/critical-path.ts';
import type { Task } from '#lib/domain/launch/records.ts';
import { TASK_KEYS, type TaskKey } from '#lib/domain/launch/templates/index.ts';
import { date } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';

const isKey = (key: string): key is TaskKey => (TASK_KEYS as readonly string[]).includes(key);

/** What a task is called: its own name, else the template's word, with the episodes it is about. */
export function taskName(task: Pick<Task, 'key' | 'name' | 'fromEpisode' | 'toEpisode'>): string {
	const name =
		task.name || (isKey(task.key) ? text.newProduction.tasks[task.key] : '') || text.launch.newTask;
	const episodes = text.launch.episodes(task.fromEpisode, task.toEpisode);
	return episodes ? `${name} ${episodes}` : name;
}

/** Everything a bar of the picture shows, for who hears it. */
export function taskLabel(timed: TimedTask): string {
	const words = text.launch;
	return [
		words.taskWords(
			taskName(timed.task),
			date(timed.from, language.current),
			date(timed.to, language.current)
		),
		timed.state === 'done' ? words.done : timed.state === 'going' ? words.going : '',
		timed.slack === null ? '' : words.slackWords(timed.slack),
		timed.isCritical ? words.critical : ''
	]
		.filter(Boolean)
		.join(', ');
}

export const namesOf = (
	ids: readonly string[],
	tasks: ReadonlyMap<TaskId, { readonly task: Task }>
): string[] =>
	ids.map((id) => {
		const known = tasks.get(id as TaskId);
		return known ? taskName(known.task) : '';
	});

/** Minutes as whole hours: overtime of everyone is too large for minutes to mean anything. */
export const inHours = (minutes: number): number => Math.round(minutes / 60);
