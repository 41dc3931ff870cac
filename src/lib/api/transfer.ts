/** Whole files to and from the server, however long they take, as long as something moves. */
import { isObject, OFFLINE, refusal, SERVER, type Answer } from './answer.ts';

/** Nothing came or went for so long: the line is dead. The server checks a file for seconds at most. */
const SILENCE_MS = 60_000;

/** Fetches a file. @param onprogress bytes that have come so far */
export async function receive(path: string, onprogress: (bytes: number) => void): Promise<Answer<Blob>> {
	const stop = new AbortController();
	let timer = setTimeout(() => stop.abort(), SILENCE_MS);
	try {
		const response = await fetch(`/api${path}`, {
			credentials: 'same-origin',
			cache: 'no-store',
			signal: stop.signal
		});
		if (!response.ok || !response.body) {
			return refusal(response.status, await response.json().catch(() => null));
		}
		const parts: BlobPart[] = [];
		let bytes = 0;
		const reader = response.body.getReader();
		for (let part = await reader.read(); !part.done; part = await reader.read()) {
			clearTimeout(timer);
			timer = setTimeout(() => stop.abort(), SILENCE_MS);
			parts.push(part.value);
			onprogress((bytes += part.value.length));
		}
		return { ok: true, value: new Blob(parts) };
	} catch {
		// Also when it breaks off in the middle: half a file is none.
		return OFFLINE;
	} finally {
		clearTimeout(timer);
	}
}

/**
 * Sends a file and reads the answer's JSON. An XMLHttpRequest, because `fetch` doesn't say how much has gone.
 * @param onprogress the part that has gone, 0 to 1
 */
export function send<T>(
	path: string,
	file: Blob,
	read: (json: Record<string, unknown>) => T | null,
	onprogress: (part: number) => void
): Promise<Answer<T>> {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		let timer = setTimeout(() => request.abort(), SILENCE_MS);
		const done = (answer: Answer<T>): void => {
			clearTimeout(timer);
			resolve(answer);
		};
		request.upload.onprogress = ({ loaded, total }) => {
			clearTimeout(timer);
			timer = setTimeout(() => request.abort(), SILENCE_MS);
			onprogress(total > 0 ? loaded / total : 0);
		};
		request.onload = () => {
			const json: unknown = request.response;
			if (request.status >= 300) return done(refusal(request.status, json));
			const value = isObject(json) ? read(json) : null;
			done(value === null ? SERVER : { ok: true, value });
		};
		request.onerror = request.onabort = () => done(OFFLINE);
		request.open('POST', `/api${path}`);
		request.responseType = 'json';
		request.setRequestHeader('Content-Type', 'application/octet-stream');
		request.send(file);
	});
}
