import type { Finding } from '#lib/domain/finding.ts';
import { clock, duration, eighths } from './format.ts';
import { language, text } from './text/index.svelte.ts';

/** How a sentence names what a finding is about. */
export type Names = {
	readonly dayNumber: (dayId: string) => number;
	readonly who: (id: string) => string;
	readonly sceneNumber: (id: string) => string;
	readonly place: (id: string) => string;
};

/** Figures that are minutes, by name: they are written as times. */
const MINUTES = ['worked', 'limit', 'over', 'rest', 'short', 'minutes', 'overlap', 'dark', 'onSet'];
/** Figures that are times of the clock. */
const CLOCKS = ['from', 'to', 'until', 'latest', 'sun'];

type Sentences = Readonly<
	Record<string, ((words: Record<string, string>, figures: Finding['figures']) => string) | undefined>
>;

/** The sentence of a finding in the language in force. */
export function findingText(finding: Finding, names: Names): string {
	const sentences: Sentences = text.findings.sentences;
	return (sentences[finding.rule] ?? text.findings.sentences.other)(wordsOf(finding, names), finding.figures);
}

/** A finding in the fewest words, where the day is clear: "Lin away". The sentence for rules that have none. */
export function findingBrief(finding: Finding, names: Names): string {
	const brief = (text.findings.brief as Sentences)[finding.rule];
	return brief ? brief(wordsOf(finding, names), finding.figures) : findingText(finding, names);
}

function wordsOf({ rule, about, figures }: Finding, names: Names): Record<string, string> {
	const words: Record<string, string> = { rule };
	if (about.reason) words.reason = about.reason;
	if (about.locationId) words.place = names.place(about.locationId);
	if (about.dayId) words.day = text.findings.day(names.dayNumber(about.dayId));
	if (about.fromDayId) words.fromDay = text.findings.day(names.dayNumber(about.fromDayId));
	if (about.toDayId) words.toDay = text.findings.day(names.dayNumber(about.toDayId));
	if (about.who) words.who = names.who(about.who);
	if (about.sceneId) words.scene = names.sceneNumber(about.sceneId);
	for (const name of MINUTES) {
		const minutes = figures[name];
		if (minutes !== undefined) words[name] = duration(minutes, language.current);
	}
	for (const name of CLOCKS) {
		const at = figures[name];
		if (at !== undefined) words[name] = clock(at);
	}
	if (figures.eighths !== undefined) words.pages = text.board.pages(eighths(figures.eighths));
	return words;
}
