/**
 * The words on screen. `text.board.title` is the word in the language in force, and a component that reads it is
 * drawn again when the language changes. Dictionaries are plain typed objects, one file an area; a sentence with
 * a figure is a function, so nothing is glued together from pieces.
 */
import { keep, kept } from '../kept.ts';
import { LANGUAGES, localeOf, type Language } from '../format.ts';
import { en, type Text } from './en.ts';
import { pseudo } from './pseudo.ts';

export type { Text } from './en.ts';
export { LANGUAGES, type Language } from '../format.ts';

const KEY = 'daybreak.language';

let words = $state.raw<Text>(en);
let current = $state<Language>('en');

const isLanguage = (raw: unknown): raw is Language =>
	(LANGUAGES as readonly unknown[]).includes(raw) || raw === 'pseudo';

/** English travels with the app; the other languages when somebody reads them. */
async function dictionary(of: Language): Promise<Text> {
	if (of === 'zh-Hans') return (await import('./zh-Hans.ts')).zhHans;
	return of === 'pseudo' ? pseudo(en) : en;
}

/** The language this person chose here before, else the device's. */
export function languageHere(): Language {
	const chosen = kept(KEY);
	if (isLanguage(chosen)) return chosen;
	const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
	for (const tag of wanted) {
		if (tag.toLowerCase().startsWith('zh')) return 'zh-Hans';
		if (tag.toLowerCase().startsWith('en')) return 'en';
	}
	return 'en';
}

/** Shows everything in a language, and remembers it on this device when `remember` is set. */
async function use(to: Language, remember: boolean): Promise<void> {
	words = await dictionary(to);
	current = to;
	document.documentElement.lang = to === 'zh-Hans' ? 'zh-Hans' : 'en';
	if (remember) keep(KEY, to);
}

export const language = {
	get current(): Language {
		return current;
	},
	/** The tag for Intl: `en-GB`, `zh-CN`. */
	get locale(): string {
		return localeOf(current);
	},
	/** To be awaited once, before the first page is drawn. */
	start: (): Promise<void> => use(languageHere(), false),
	choose: (to: Language): Promise<void> => use(to, true)
};

/** The dictionary in force, by area. */
export const text: Text = new Proxy({} as Text, {
	get: (_nothing, area) => words[area as keyof Text]
});
