/** The server's clock says whole seconds; the middle of one is the best guess. */
const HALF_SECOND_MS = 500;
const PATIENCE_MS = 8_000;

/**
 * How far this device's clock is from the server's: device minus server, milliseconds, right to within half of how
 * long the answer took and half a second.
 * @returns null when the server isn't reached
 */
export async function clockOff(now: () => number = Date.now): Promise<number | null> {
	try {
		const asked = now();
		const response = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
		const answered = now();
		const server = Date.parse(response.headers.get('date') ?? '');
		if (!response.ok || Number.isNaN(server)) return null;
		return Math.round((asked + answered) / 2 - (server + HALF_SECOND_MS));
	} catch {
		return null;
	}
}
