import type { News } from '#lib/domain/reports/index.ts';
import { text } from '../text/index.svelte.ts';

/** The sentence above the workload, in the language in force: what is ahead first, then what was. */
export function newsText({ passing, past, rest, inARow }: News, month: boolean): string {
	const words = text.reports.news;
	const parts = [
		passing && words.passing(passing.people, passing.limit, passing.by),
		past && words.past(past.people, past.limit),
		rest && words.rest(rest.people, rest.limit, month),
		inARow && words.inARow(inARow.people)
	].filter((part) => part !== null);
	return words.join(parts.length > 0 ? parts : [words.calm]);
}
