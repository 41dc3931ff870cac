import type { News } from '#lib/domain/reports/index.ts';
import { text } from '../text/index.svelte.ts';

/** The sentence above the workload, in the language in force: what is ahead first, then what was. `current`: today is in it. */
export function newsText({ passing, past, rest, inARow }: News, month: boolean, current: boolean): string {
	const words = text.reports.news;
	const which = current ? 'this' : 'that';
	const parts = [
		passing && words.passing(passing.people, passing.limit, passing.by),
		past && words.past(past.people, past.limit, which),
		rest && words.rest(rest.people, rest.limit, which, month),
		inARow && words.inARow(inARow.people)
	].filter((part) => part !== null);
	return words.join(parts.length > 0 ? parts : [words.calm]);
}
