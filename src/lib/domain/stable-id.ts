/**
 * An id that follows from what it names: 132 bits of a text, written as 22 characters of base64url. Two devices
 * that make the same thing out of the same file offline make one row of it. Not for secrets: anybody can reckon it.
 */
export function stableId<I extends string>(text: string): I {
	let id = '';
	for (let round = 0; id.length < 22; round++) {
		// Two 32-bit lanes with a final mix each (constants of MurmurHash3, A. Appleby, public domain).
		let [a, b] = [0x9e3779b1 ^ Math.imul(round, 0x85ebca6b), 0xc2b2ae35 + round];
		for (let i = 0; i < text.length; i++) {
			const code = text.charCodeAt(i);
			a = Math.imul(a ^ code, 0x85ebca6b);
			a ^= a >>> 13;
			b = Math.imul(b ^ code, 0xcc9e2d51);
			b ^= b >>> 15;
		}
		id += letters(mix(a ^ Math.imul(b, 5))) + letters(mix(b ^ Math.imul(a, 3)));
	}
	return id.slice(0, 22) as I;
}

function mix(hash: number): number {
	let mixed = hash;
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The upper 30 bits of 32, as five letters. */
const letters = (hash: number): string =>
	[26, 20, 14, 8, 2].map((shift) => ALPHABET[(hash >>> shift) & 63]).join('');
