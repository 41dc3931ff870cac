/**
 * The words on screen. `text.board.title` is the word in the language in force, and a component that reads it is
 * drawn again when the language changes. Dictionaries are plain typed objects, one file an area; a sentence with
 * a figure is a function, so nothing is glued together from pieces.
 */
import { keep, kept } from '../kept.ts';
import { LANGUAGES, localeOf, type Language } from '../format.ts';
import type { Text } from './en.ts';
import { core } from './en-core.ts';
import { pseudo } from './pseudo.ts';

export type { Text } from './en.ts';
export { LANGUAGES, type Language } from '../format.ts';

const KEY = 'daybreak.language';

/** The rest follows: `start` before the first page, `complete` before a page other than the board. */
let words = $state.raw<Text>(core as Text);
let current = $state<Language>('en');

const isLanguage = (raw: unknown): raw is Language =>
	(LANGUAGES as readonly unknown[]).includes(raw) || raw === 'pseudo';

type Part = Partial<Text>;

/** English words of the board travel with the app; other pages' words, and other languages, when somebody reads them. */
async function corePart(of: Language): Promise<Part> {
	if (of === 'zh-Hans') return (await import('./zh-Hans-core.ts')).core;
	return of === 'pseudo' ? pseudo(core) : core;
}
async function morePart(of: Language): Promise<Part> {
	if (of === 'zh-Hans') return (await import('./zh-Hans-more.ts')).more;
	const { more } = await import('./en-more.ts');
	return of === 'pseudo' ? pseudo(more) : more;
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

let whole = false;
let started: Promise<void> | null = null;
let completed: Promise<void> | null = null;

function show(to: Language, next: Text): void {
	words = next;
	current = to;
	if (typeof document !== 'undefined') document.documentElement.lang = to === 'zh-Hans' ? 'zh-Hans' : 'en';
}

/** Shows everything in a language: all of it where all of it is here, else what the board needs. */
async function use(to: Language): Promise<void> {
	const parts = await Promise.all([corePart(to), whole ? morePart(to) : {}]);
	show(to, Object.assign({}, ...parts) as Text);
}

async function fetchRest(): Promise<void> {
	const rest = await morePart(current);
	whole = true;
	show(current, { ...words, ...rest });
}

export const language = {
	get current(): Language {
		return current;
	},
	/** The tag for Intl: `en-GB`, `zh-CN`. */
	get locale(): string {
		return localeOf(current);
	},
	/** To be awaited before the first page is drawn: the words of the board and of the frame. */
	start: (): Promise<void> => (started ??= use(languageHere())),
	/** To be awaited before any page but the board: the rest of the words. */
	complete: (): Promise<void> => (completed ??= language.start().then(fetchRest)),
	/** Takes a language, and remembers it on this device. */
	async choose(to: Language): Promise<void> {
		await language.complete();
		await use(to);
		keep(KEY, to);
	}
};

/** The dictionary in force, by area. */
export const text: Text = new Proxy({} as Text, {
	get: (_nothing, area) => words[area as keyof Text]
});
