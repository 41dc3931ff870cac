import { date, longDate } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';
import type { LaunchView } from './types.ts';

/** Who reviews the title, and by the rules of which day. */
export function tierSentence({ tier, rules, filedOn }: NonNullable<LaunchView['tier']>): string {
	const words = text.launch;
	const [filed, since] = [date(filedOn, language.current), longDate(rules.from, language.current)];
	return tier === null ? words.tierUnknown(filed, since, rules.id) : words.tier(tier, filed, since, rules.id);
}
