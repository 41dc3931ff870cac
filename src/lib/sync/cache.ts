import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { Boundary } from './boundary.ts';
import { deleteDatabase, openDatabase, readIfThere } from './storage.ts';

/** The name of the database that caches a document for a user. */
export const cacheName = (userId: string, document: string): string => `daybreak.${userId}.${document}`;

const EPOCH = 'epoch';
const OWN = 'own.';
const WHOLE = 'whole';

/** How long after the last write many small ones are folded into one. */
const FOLD_MS = 1_000;

/**
 * What this device has of a document, kept by y-indexeddb so that it opens without a network. A convenience, never
 * a guarantee: any of its writes may fail, and then it says so and keeps nothing until the document is opened again.
 * y-indexeddb throws into whoever changes the document once its connection has died, so its listener is not used.
 */
export class Cache {
	readonly #name: string;
	readonly #doc: Y.Doc;
	readonly #boundary: Boundary;
	readonly #lost: () => void;
	#inner: IndexeddbPersistence | null = null;
	#fold: ReturnType<typeof setTimeout> | undefined;

	private constructor(name: string, doc: Y.Doc, boundary: Boundary, lost: () => void) {
		this.#name = name;
		this.#doc = doc;
		this.#boundary = boundary;
		this.#lost = lost;
	}

	/** Reads the cache into the document; answers in bounded time whether or not the browser gives one. */
	static async open(name: string, doc: Y.Doc, boundary: Boundary, lost: () => void): Promise<Cache> {
		const cache = new Cache(name, doc, boundary, lost);
		await cache.#open();
		return cache;
	}

	/** The epoch of the server that this device's copy was last wholly with; null when it isn't known. */
	async epoch(): Promise<string | null> {
		const kept: unknown = await this.#inner?.get(EPOCH).catch(() => null);
		return typeof kept === 'string' ? kept : null;
	}

	async keepEpoch(epoch: string): Promise<void> {
		await this.#inner?.set(EPOCH, epoch).catch(() => {});
	}

	/** Notes that all that the server has, and all made here, was in this copy and with the server (device clock). */
	async keepWhole(at: number): Promise<void> {
		const db = this.#inner?.db;
		if (!db) return;
		try {
			// Over both stores: it comes after every update that was written before it.
			const transaction = db.transaction(['updates', 'custom'], 'readwrite');
			transaction.objectStore('custom').put(at, WHOLE);
			await new Promise((resolve) => (transaction.oncomplete = transaction.onabort = resolve));
		} catch {
			// A cache that is going: then the copy here isn't whole either.
		}
	}

	/** When the copy kept under a name was last known to be whole (device clock); null: never, or there is none. */
	static async wholeAt(name: string, boundary: Boundary): Promise<number | null> {
		try {
			const at: unknown = await readIfThere(name, 'custom', WHOLE, boundary);
			return typeof at === 'number' ? at : null;
		} catch {
			return null;
		}
	}

	/** Notes that this device writes under a client id. One key each: tabs don't overwrite each other's. */
	async keepOwn(client: number): Promise<void> {
		await this.#inner?.set(`${OWN}${client}`, 1).catch(() => {});
	}

	/** Client ids under which this device has written, in any tab, since the cache was made. */
	async own(): Promise<number[]> {
		const db = this.#inner?.db;
		if (!db) return [];
		try {
			const request = db.transaction('custom', 'readonly').objectStore('custom').getAllKeys();
			await new Promise((resolve, reject) => {
				request.onsuccess = resolve;
				request.onerror = () => reject(request.error ?? new Error('the browser refused'));
			});
			return request.result.flatMap((key) =>
				typeof key === 'string' && key.startsWith(OWN) ? Number(key.slice(OWN.length)) : []
			);
		} catch {
			return [];
		}
	}

	/** Lets go of the connection; what is kept stays. */
	async close(): Promise<void> {
		const inner = this.#letGo();
		await inner?.destroy().catch(() => {});
	}

	/** Lets go and deletes what is kept, also where another tab has it open. */
	async delete(): Promise<void> {
		await this.close();
		await deleteDatabase(this.#name, this.#boundary);
	}

	async #open(): Promise<void> {
		try {
			// A database that doesn't open is found here: y-indexeddb would wait, or fail where nobody can catch it.
			const db = await openDatabase(this.#name, this.#boundary, (made) => {
				made.createObjectStore('updates', { autoIncrement: true });
				made.createObjectStore('custom');
			});
			db.close();
			const inner = new IndexeddbPersistence(this.#name, this.#doc);
			this.#doc.off('update', inner._storeUpdate);
			let timer: ReturnType<typeof setTimeout> | undefined;
			const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, this.#boundary.openMs, null)));
			const opened = await Promise.race([inner.whenSynced, late]);
			clearTimeout(timer);
			if (!opened?.db) {
				void inner.destroy().catch(() => {});
				return this.#lost();
			}
			this.#inner = inner;
			opened.db.onclose = () => this.#failed();
			opened.db.onversionchange = () => {
				// Another tab deletes it: what this document holds must not come back into it.
				opened.db?.close();
				this.#failed();
			};
			this.#doc.on('update', this.#keep);
		} catch {
			this.#lost();
		}
	}

	#keep = (update: Uint8Array, origin: unknown): void => {
		const inner = this.#inner;
		if (!inner?.db || origin === inner) return;
		try {
			const transaction = inner.db.transaction('updates', 'readwrite');
			transaction.onabort = () => this.#failed();
			transaction.objectStore('updates').add(update);
		} catch {
			return this.#failed();
		}
		if (++inner._dbsize < PREFERRED_TRIM_SIZE) return;
		clearTimeout(this.#fold);
		this.#fold = setTimeout(() => {
			void Promise.resolve()
				.then(() => storeState(inner, false))
				.catch(() => this.#failed());
		}, FOLD_MS);
	};

	#failed(): void {
		const inner = this.#letGo();
		if (!inner) return;
		void inner.destroy().catch(() => {});
		this.#lost();
	}

	#letGo(): IndexeddbPersistence | null {
		clearTimeout(this.#fold);
		this.#doc.off('update', this.#keep);
		const inner = this.#inner;
		this.#inner = null;
		return inner;
	}
}
