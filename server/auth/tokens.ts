/** Random ids and secrets. A secret is shown once and kept as its hash. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 128 random bits as 22 characters of base64url, like every id of the project. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** 256 random bits as 43 characters of base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A plain hash is enough for secrets of 80 random bits and more: there is nothing to guess through. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** No 0, O, 1, I, L: people copy these from paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A recovery code of 20 characters (99 bits) in groups of five. */
export function newRecoveryCode(): string {
	const letters = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
	return letters.replace(/(.{5})(?=.)/g, '$1-');
}

/** A recovery code as hashed: without what people add or leave out when they copy it. */
export const plainCode = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '');
