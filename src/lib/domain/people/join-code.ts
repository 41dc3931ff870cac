/**
 * A join code is said aloud and typed by somebody who may never have seen one: eight characters of Crockford's
 * base 32 (https://www.crockford.com/base32.html), which has no I, L, O or U, so that each of them can be read as
 * what it was taken for. 40 bits: enough for a quarter of an hour and ten tries an address.
 */
export const JOIN_CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const JOIN_CODE_LENGTH = 8;

/** What was typed without what people add to a code: spaces, dashes, dots, small or wide letters. */
export const joinCodeTyped = (typed: string): string =>
	typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{P}\p{Cf}]/gu, '');

/**
 * The code somebody typed, in its one spelling: `k7mq-2f9o` → `K7MQ2F90`.
 * @returns null when it is no code: too short, too long, or with characters that no code has
 */
export function readJoinCode(typed: string): string | null {
	const code = joinCodeTyped(typed).replaceAll('O', '0').replace(/[IL]/g, '1');
	const fits =
		code.length === JOIN_CODE_LENGTH && [...code].every((letter) => JOIN_CODE_LETTERS.includes(letter));
	return fits ? code : null;
}

/** A code as it is shown and said: in two groups of four. */
export const showJoinCode = (code: string): string => code.replace(/^(.{4})/, '$1 ');
