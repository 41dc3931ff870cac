/** Marks every word that comes from a dictionary: ⟦like this⟧. Whatever is on screen unmarked was never put in one. */
export const mark = (words: string): string => `⟦${words}⟧`;

type Words = string | ((...given: never[]) => string) | readonly Words[] | { readonly [key: string]: Words };

/** A dictionary of the same shape whose every sentence is marked. */
export function pseudo<T extends object>(dictionary: T): T {
	const walk = (words: Words): Words => {
		if (typeof words === 'string') return mark(words);
		if (typeof words === 'function') return (...given: never[]) => mark(words(...given));
		if (Array.isArray(words)) return words.map(walk);
		return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, walk(value)]));
	};
	return walk(dictionary as Words) as T;
}
