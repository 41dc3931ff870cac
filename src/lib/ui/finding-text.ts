import type { Finding } from '#lib/domain/finding.ts';
import { duration, eighths } from './format.ts';
import { language, text } from './text/index.svelte.ts';

/** How a sentence names what a finding is about. */
export type Names = {
	readonly dayNumber: (dayId: string) => number;
	readonly who: (id: string) => string;
	readonly sceneNumber: (id: string) => string;
};

/** Figures that are minutes, by name: they are written as times. */
const MINUTES = ['worked', 'limit', 'over', 'rest', 'short', 'minutes', 'overlap'];

/** The sentence of a finding in the language in force. */
export function findingText({ rule, about, figures }: Finding, names: Names): string {
	const words: Record<string, string> = { rule };
	if (about.dayId) words.day = text.findings.day(names.dayNumber(about.dayId));
	if (about.fromDayId) words.fromDay = text.findings.day(names.dayNumber(about.fromDayId));
	if (about.toDayId) words.toDay = text.findings.day(names.dayNumber(about.toDayId));
	if (about.who) words.who = names.who(about.who);
	if (about.sceneId) words.scene = names.sceneNumber(about.sceneId);
	for (const name of MINUTES) {
		const minutes = figures[name];
		if (minutes !== undefined) words[name] = duration(minutes, language.current);
	}
	if (figures.eighths !== undefined) words.pages = text.board.pages(eighths(figures.eighths));
	const sentences: Readonly<
		Record<string, ((words: Record<string, string>, figures: Finding['figures']) => string) | undefined>
	> = text.findings.sentences;
	return (sentences[rule] ?? text.findings.sentences.other)(words, figures);
}
