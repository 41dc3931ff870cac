import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Turns } from './turns.ts';

/** argon2id, 19 MiB, 2 passes: what OWASP asks for at least. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
/** Waiting for more than so many others means that somebody floods us. */
export const MAX_WAITING = 200;
/** Whatever hashes on purpose slowly takes a turn here, so that it never has more than the cores there are. */
export const hashing = new Turns(availableParallelism(), MAX_WAITING);

export const MIN_PASSPHRASE = 8;
export const MAX_PASSPHRASE = 1024;

const hash = (passphrase: string, salt: Buffer, cost: typeof COST): Promise<Buffer> =>
	hashing.take(
		() =>
			new Promise((resolve, reject) => {
				const message = Buffer.from(passphrase.normalize('NFKC'));
				argon2('argon2id', { message, nonce: salt, ...cost }, (error, key) =>
					error ? reject(error) : resolve(key)
				);
			})
	);

/** Hashes a passphrase for keeping: `argon2id$memory$passes$salt$hash`. */
export async function hashPassphrase(passphrase: string): Promise<string> {
	const salt = randomBytes(16);
	const key = await hash(passphrase, salt, COST);
	return ['argon2id', COST.memory, COST.passes, salt.toString('base64url'), key.toString('base64url')].join(
		'$'
	);
}

const NOBODY = Buffer.alloc(16, 7);

/**
 * Whether a passphrase is the one that was hashed. With null (no such user) it takes as long and says no.
 */
export async function checkPassphrase(passphrase: string, kept: string | null): Promise<boolean> {
	const [, memory, passes, salt, key] = kept?.split('$') ?? [];
	if (!memory || !passes || !salt || !key) {
		await hash(passphrase, NOBODY, COST);
		return false;
	}
	const cost = { ...COST, memory: Number(memory), passes: Number(passes) } as typeof COST;
	const tried = await hash(passphrase, Buffer.from(salt, 'base64url'), cost);
	const expected = Buffer.from(key, 'base64url');
	return tried.length === expected.length && timingSafeEqual(tried, expected);
}
