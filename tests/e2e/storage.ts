import type { Page } from '@playwright/test';

/**
 * Everything a browser keeps for this address, as one text: databases with every value, caches with every answer,
 * both storages, cookies a page can read. Bytes are read as Latin-1 and as UTF-16, so that no encoding hides a word.
 */
export const everythingKept = (page: Page): Promise<string> =>
	page.evaluate(async () => {
		const said: string[] = [];
		const say = (value: unknown): void => {
			if (value instanceof ArrayBuffer) say(new Uint8Array(value));
			else if (ArrayBuffer.isView(value)) {
				const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
				for (const encoding of ['utf-8', 'latin1', 'utf-16le'])
					said.push(new TextDecoder(encoding).decode(bytes));
			} else if (typeof value === 'object' && value !== null) {
				for (const [key, inner] of Object.entries(value)) {
					said.push(key);
					say(inner);
				}
			} else said.push(String(value));
		};
		for (const { name } of await indexedDB.databases()) {
			if (!name) continue;
			said.push(name);
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error(name));
			});
			for (const store of db.objectStoreNames) {
				const all = db.transaction(store).objectStore(store);
				for (const request of [all.getAllKeys(), all.getAll()]) {
					await new Promise((resolve) => (request.onsuccess = resolve));
					say(request.result);
				}
			}
			db.close();
		}
		for (const name of await caches.keys()) {
			said.push(name);
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				said.push(request.url);
				// The app's own files are the same for everybody.
				if (/\/_app\//.test(request.url)) continue;
				const answer = await cache.match(request);
				if (answer) say(await answer.arrayBuffer());
			}
		}
		say({ ...localStorage });
		say({ ...sessionStorage });
		said.push(document.cookie, document.documentElement.outerHTML);
		return said.join('\n');
	});

/**
 * Begins to listen to what a browser is sent: every answer but the app's own files, and every frame.
 * @returns all of it up to when it is asked for, byte by byte
 */
export function overheard(page: Page): () => Promise<string> {
	const heard: Buffer[] = [];
	const bodies: Promise<unknown>[] = [];
	page.context().on('response', (response) => {
		if (/\/_app\//.test(response.url())) return;
		bodies.push(
			response
				.body()
				.then((body) => heard.push(body))
				.catch(() => {})
		);
	});
	page.on('websocket', (socket) => {
		socket.on('framereceived', ({ payload }) =>
			heard.push(typeof payload === 'string' ? Buffer.from(payload) : payload)
		);
	});
	return async () => {
		await Promise.all(bodies);
		return Buffer.concat(heard).toString('latin1');
	};
}
