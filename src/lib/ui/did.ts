import { text } from './text/index.svelte.ts';

/** What a command did, in words: "Moved 3 strips". */
export function did(name: string, count = 1): string {
	const words: Readonly<Record<string, ((n: number) => string) | undefined>> = text.here.did;
	return (words[name] ?? text.here.did.other)(count);
}

/** Why the server refused a change, in a sentence. */
export function refusalText(code: string): string {
	const words: Readonly<Record<string, string | undefined>> = text.here.why;
	return words[code] ?? text.here.why.malformed;
}
