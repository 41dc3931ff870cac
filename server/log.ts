/**
 * What the server says on its console: one line of JSON an event. Never a token, a passphrase, an hour or a
 * link: callers pass ids and counts.
 */
type Detail = Readonly<Record<string, string | number | boolean | null | undefined>>;

const write = (level: 'info' | 'error', event: string, detail: Detail): void => {
	const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...detail });
	if (level === 'error') console.error(line);
	else console.log(line);
};

export const log = {
	info: (event: string, detail: Detail = {}): void => write('info', event, detail),
	/** @param cause kept to its message and place; a stack stays on the server */
	error: (event: string, cause: unknown, detail: Detail = {}): void =>
		write('error', event, {
			...detail,
			cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
		})
};
