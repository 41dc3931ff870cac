import { localeOf, number, type Language } from '../format.ts';

const rules = new Map<string, Intl.PluralRules>();
const rulesOf = (locale: string): Intl.PluralRules => {
	let found = rules.get(locale);
	if (!found) rules.set(locale, (found = new Intl.PluralRules(locale)));
	return found;
};

/** A count with the form of the noun that the language wants: `counted('en')(2, 'scene', 'scenes')` → "2 scenes". */
export const counted =
	(language: Language) =>
	(count: number, one: string, other: string): string =>
		`${number(count, language)} ${rulesOf(localeOf(language)).select(count) === 'one' ? one : other}`;
