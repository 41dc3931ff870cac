import { text } from './text/index.svelte.ts';

/** The sentence for a refusal, by the server's code. Reads the language in force. */
export function errorText(refusal: { readonly code: string; readonly row?: number }): string {
	if (refusal.code === 'file-damaged' && refusal.row !== undefined)
		return text.errors.damagedRow(refusal.row);
	const codes: Readonly<Record<string, string>> = text.errors.codes;
	return Object.hasOwn(codes, refusal.code)
		? (codes[refusal.code] as string)
		: text.errors.unknown(refusal.code);
}
