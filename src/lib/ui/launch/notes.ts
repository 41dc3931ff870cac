import type { Reckoned } from '#lib/domain/launch/compression/reckoner.ts';
import { list } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';
import { taskName } from './names.ts';
import type { LaunchHrefs, LaunchView } from './types.ts';

export type Note = {
	readonly words: string;
	readonly link: null | { readonly href: string; readonly words: string };
};

/** What isn't known yet, and the best answer that is given without it. */
export function notesOf(view: LaunchView, reckoned: Reckoned | null, hrefs: LaunchHrefs): Note[] {
	const words = text.launch.lacking;
	const notes: Note[] = [];
	const say = (said: string, href: string | null = null, to = ''): void =>
		void notes.push({ words: said, link: href === null ? null : { href, words: to } });
	if (reckoned && reckoned.input.budget === null)
		say(words.budget, hrefs.money, text.launch.openCause.budget);
	if (view.timeline.tasks.length > 0 && view.loads.length === 0)
		say(words.days, hrefs.board, text.launch.toBoard);
	const idle = view.timeline.tasks.filter(({ days, task }) => days === 0 && task.key !== 'shoot');
	if (idle.length > 0)
		say(
			words.zero(
				list(
					idle.map(({ task }) => taskName(task)),
					language.current
				)
			)
		);
	return notes;
}
