/** What every call to the server answers. Nothing here throws: a page shows `errorText(answer.code)` and goes on. */
export type Refusal = {
	readonly ok: false;
	/** why, as the server named it; `offline` when the server was not reached at all */
	readonly code: string;
	/** plain English, for logs; people read the words of `text.errors.codes` */
	readonly message: string;
	/** which input it is about */
	readonly field?: string;
	/** which row of a file it is about, from 1 */
	readonly row?: number;
	/** the server was not reached: says nothing about the sign-in or the rights */
	readonly offline?: true;
};

export type Answer<T> = { readonly ok: true; readonly value: T } | Refusal;

export const OFFLINE: Refusal = {
	ok: false,
	code: 'offline',
	message: 'The server was not reached.',
	offline: true
};

/** Long enough for a passphrase to be hashed on a busy server, short enough not to be stared at. */
const PATIENCE_MS = 15_000;

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export const isObject = (raw: unknown): raw is Record<string, unknown> =>
	typeof raw === 'object' && raw !== null;

/** What the server said instead of what was asked. */
export function refusal(status: number, json: unknown): Refusal {
	const error = isObject(json) && isObject(json.error) ? json.error : {};
	// A proxy's page instead of our JSON is no answer of ours: treat a gateway's error as not reached.
	if (typeof error.code !== 'string') return status >= 502 && status <= 504 ? OFFLINE : { ...SERVER };
	return {
		ok: false,
		code: error.code,
		message: typeof error.message === 'string' ? error.message : '',
		...(typeof error.field === 'string' ? { field: error.field } : {}),
		...(typeof error.row === 'number' ? { row: error.row } : {})
	};
}

export const SERVER: Refusal = { ok: false, code: 'server', message: 'The server could not do this.' };

/**
 * Sends a request and reads the answer. Routes go through `ask` (`ask.ts`), which settles an owed sign-out first.
 * @param read picks what is wanted out of the answer's JSON; null when it isn't there
 */
export async function request<T>(
	method: Method,
	path: string,
	read: (json: Record<string, unknown>) => T | null,
	body?: object
): Promise<Answer<T>> {
	let response: Response;
	try {
		response = await fetch(`/api${path}`, {
			method,
			credentials: 'same-origin',
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE_MS),
			...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {})
		});
	} catch {
		return OFFLINE;
	}
	let json: unknown = {};
	try {
		if (response.status !== 204) json = await response.json();
	} catch {
		json = null;
	}
	if (!response.ok) return refusal(response.status, json);
	const value = isObject(json) ? read(json) : null;
	return value === null ? SERVER : { ok: true, value };
}
