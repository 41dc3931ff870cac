/** A PIN as a station keeps it: PBKDF2 with SHA-256, salt and hash in base64url. */
export type KeptPin = { readonly salt: string; readonly iterations: number; readonly hash: string };

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** Whether a PIN is the one that was kept. Needs no network; takes about as long on purpose as a blink. */
export async function isPin(pin: string, { salt, iterations, hash }: KeptPin): Promise<boolean> {
	const expected = bytes(hash);
	const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
		'deriveBits'
	]);
	const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations };
	const tried = new Uint8Array(await crypto.subtle.deriveBits(how, key, expected.length * 8));
	return tried.reduce((difference, byte, n) => difference | (byte ^ (expected[n] ?? 0)), 0) === 0;
}
