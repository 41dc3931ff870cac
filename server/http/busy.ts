import { BusyError } from '../auth/turns.ts';
import { HttpError } from './router.ts';

export const busy = (): HttpError =>
	new HttpError(503, 'busy', 'Many people are signing in right now. Try again in a moment.');

/** Runs something that hashes; too many at once is an answer, not a fault. */
export async function orBusy<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw error instanceof BusyError ? busy() : error;
	}
}
