import { request, type Answer, type Method } from './answer.ts';
import { settleSignOut } from './sign-out-owed.ts';

/** Asks the server; before anything else it hears of a sign-out that couldn't be told. Else as `request`. */
export async function ask<T>(
	method: Method,
	path: string,
	read: (json: Record<string, unknown>) => T | null,
	body?: object
): Promise<Answer<T>> {
	const left = await settleSignOut();
	return left.ok ? request(method, path, read, body) : left;
}
