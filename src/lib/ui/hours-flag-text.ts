import { formatClock } from '#lib/domain/calendar/clock.ts';
import type { HoursFlag } from '#lib/domain/hours/types.ts';
import { duration } from './format.ts';
import { language, text } from './text/index.svelte.ts';

type Sentence = (words: Readonly<Record<string, string>>, figures: HoursFlag['figures']) => string;

/** A flag as a line shows it: its sentence, how strongly it speaks, its rule and where that stands. */
export type FlagWords = Pick<HoursFlag, 'severity' | 'rule' | 'source'> & { readonly words: string };

/** @param day the flag's date as people read it */
export const flagWords = (flag: HoursFlag, day: string): FlagWords => ({
	words: hoursFlagText(flag, day),
	severity: flag.severity,
	rule: flag.rule,
	source: flag.source
});

/** Figures that are counts; the rest are minutes, and a minor's wrap and latest wrap are clock times. */
const COUNTS = ['days', 'weeks', 'corrections', 'ahead'];

/**
 * The sentence of a flag of hours in the language in force.
 *
 * @param day the flag's date as people read it
 */
export function hoursFlagText(flag: HoursFlag, day: string): string {
	const sentences: Readonly<Record<string, Sentence | undefined>> = text.hoursRules.sentences;
	return (sentences[flag.code] ?? text.hoursRules.sentences.other)(wordsOf(flag, day), flag.figures);
}

/** The limit a flag is about, in the fewest words: what many people who pass it have in common. */
export function hoursLimitText(flag: HoursFlag): string {
	const limits: Readonly<Record<string, Sentence | undefined>> = text.hoursRules.limits;
	return (limits[flag.code] ?? text.hoursRules.limits.other)(wordsOf(flag, ''), flag.figures);
}

function wordsOf({ code, figures, minutes }: HoursFlag, day: string): Record<string, string> {
	const words: Record<string, string> = { day, minutes: duration(minutes, language.current) };
	for (const [name, figure] of Object.entries(figures))
		if (!COUNTS.includes(name))
			words[name] = name === 'wrap' ? formatClock(figure) : duration(figure, language.current);
	if (code === 'MINOR_LATE_WRAP') words.limitAt = formatClock(figures.limit ?? 0);
	return words;
}
