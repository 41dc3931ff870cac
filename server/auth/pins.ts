import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Pin } from '../store/stations.ts';
import { hashing } from './passphrase.ts';

/** What OWASP asks for with SHA-256. A tablet takes a second for it, and a thief with the tablet days for all PINs. */
const ITERATIONS = 600_000;
const HASH_BYTES = 32;

/** Hashes a PIN so that a browser can check it offline (`#lib/sync/pin.ts`). */
export async function hashPin(pin: string): Promise<Pin> {
	const salt = randomBytes(16);
	const hash = await hashing.take(() => promisify(pbkdf2)(pin, salt, ITERATIONS, HASH_BYTES, 'sha256'));
	return { salt: salt.toString('base64url'), iterations: ITERATIONS, hash: hash.toString('base64url') };
}
