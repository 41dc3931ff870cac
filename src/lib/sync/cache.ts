import { fetchUpdates, PREFERRED_TRIM_SIZE, type IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { Boundary } from './boundary.ts';
import { Database, readIfThere, StorageUnavailable } from './storage.ts';

/** The name of the database that caches a document for a user. */
export const cacheName = (userId: string, document: string): string => `daybreak.${userId}.${document}`;

const EPOCH = 'epoch';
const OWN = 'own.';
const WHOLE = 'whole';

/** How long after the last of too many rows they are folded into one. */
const FOLD_MS = 1_000;

/** What y-indexeddb's reading asks of one of its own objects: we bring the connection, and watch over it. */
type Reader = Pick<IndexeddbPersistence, 'doc' | '_dbref' | '_dbsize' | '_destroyed'> & {
	db: IDBDatabase | null;
};

/**
 * What this device has of a document, so that it opens without a network; kept as y-indexeddb keeps it, and read by
 * it. A convenience, never a guarantee (that is the outbox). Its own way of writing isn't used: it neither awaits nor
 * catches a write, and stays dead once its connection died. This answers in bounded time whatever the browser does,
 * never throws into whoever changes the document, and once a write failed tries again until all of the document is kept.
 */
export class Cache {
	readonly #doc: Y.Doc;
	readonly #database: Database;
	readonly #retryMs: number;
	readonly #lacks: (lacking: boolean) => void;
	/** updates that aren't on disk, oldest first */
	#pending: Uint8Array[] = [];
	/** more isn't on disk than is in `#pending`: the next write is all of the document */
	#whole = false;
	readonly #reader: Reader;
	/** the last write failed */
	#failing = false;
	#over = false;
	#writing: Promise<void> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	private constructor(name: string, doc: Y.Doc, boundary: Boundary, lacks: (lacking: boolean) => void) {
		this.#doc = doc;
		this.#reader = { doc, db: null, _dbref: 0, _dbsize: 0, _destroyed: false };
		this.#retryMs = boundary.retryMs;
		this.#lacks = lacks;
		const stores = { updates: { autoIncrement: true }, custom: {} };
		this.#database = new Database(name, stores, boundary, {
			durability: 'relaxed',
			// Another tab set it aside or signed out: what this document holds must not come back into it.
			onDeleted: () => this.#end(true)
		});
	}

	/**
	 * Reads the cache into the document; answers in bounded time whether or not the browser gives one.
	 * @param lacks called when something of the document isn't kept, and when all of it is again
	 */
	static async open(
		name: string,
		doc: Y.Doc,
		boundary: Boundary,
		lacks: (lacking: boolean) => void
	): Promise<Cache> {
		const cache = new Cache(name, doc, boundary, lacks);
		await cache.#load();
		doc.on('update', cache.#keep);
		return cache;
	}

	/** The epoch of the server that this device's copy was last wholly with; null when it isn't known. */
	async epoch(): Promise<string | null> {
		const kept = await this.#custom('readonly', (store) => store.get(EPOCH) as IDBRequest<unknown>);
		return typeof kept === 'string' ? kept : null;
	}

	async keepEpoch(epoch: string): Promise<void> {
		await this.#note(epoch, EPOCH);
	}

	/** Notes that all that the server has, and all made here, was in this copy and with the server (device clock). */
	async keepWhole(at: number): Promise<void> {
		await this.#note(at, WHOLE);
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
		await this.#custom('readwrite', (store) => store.put(1, `${OWN}${client}`));
	}

	/** Client ids under which this device has written, in any tab, since the cache was made. */
	async own(): Promise<number[]> {
		const keys = (await this.#custom('readonly', (store) => store.getAllKeys())) ?? [];
		return keys.flatMap((key) =>
			typeof key === 'string' && key.startsWith(OWN) ? Number(key.slice(OWN.length)) : []
		);
	}

	/** Lets go of the connection, once what is being written is; what is kept stays. */
	async close(): Promise<void> {
		const writing = this.#writing;
		this.#end(false);
		await writing;
		await this.#database.close();
	}

	/** Lets go and deletes what is kept, also where another tab has it open. */
	async delete(): Promise<void> {
		this.#end(false);
		await this.#database.destroy();
	}

	async #load(): Promise<void> {
		try {
			await this.#read();
		} catch (error) {
			if (!(error instanceof StorageUnavailable)) await this.#salvage().catch(() => {});
			this.#failed();
		}
	}

	/**
	 * Takes in the rows that haven't been read: those of earlier days, and of other tabs.
	 * @param then with the rows' store, in the same transaction; what it answers is awaited before the connection goes
	 */
	#read(then?: (rows: IDBObjectStore) => Promise<void>): Promise<void> {
		return this.#database.lend(async (db) => {
			let done: Promise<void> | undefined;
			this.#reader.db = db;
			await fetchUpdates(this.#reader as IndexeddbPersistence, undefined, (rows) => {
				done = then?.(rows);
				// Where both fail, reading says so first, and nobody is left to hear of this.
				done?.catch(() => {});
			});
			await done;
		});
	}

	/** Takes in what can be of rows of which one is damaged; the rest comes from the server again. */
	async #salvage(): Promise<void> {
		const keys = await this.#database.run('updates', 'readonly', (store) => store.getAllKeys());
		const rows = await this.#database.run(
			'updates',
			'readonly',
			(store) => store.getAll() as IDBRequest<unknown[]>
		);
		const take = (): void => {
			for (const row of rows ?? []) apply(this.#doc, row, this.#reader);
		};
		Y.transact(this.#doc, take, this.#reader, false);
		this.#reader._dbref = Number(keys?.at(-1) ?? 0) + 1;
	}

	readonly #keep = (update: Uint8Array, origin: unknown): void => {
		if (this.#over || origin === this.#reader) return;
		if (!this.#whole) this.#pending.push(update);
		if (!this.#failing) this.#write();
	};

	#write(): void {
		this.#writing ??= this.#writeAll();
	}

	async #writeAll(): Promise<void> {
		clearTimeout(this.#timer);
		try {
			while (this.#whole || this.#pending.length > 0) {
				if (this.#whole) await this.#putWhole();
				else await this.#put(this.#pending.splice(0));
			}
			if (this.#failing) this.#lacks(false);
			this.#failing = false;
			if (this.#reader._dbsize >= PREFERRED_TRIM_SIZE) this.#later(FOLD_MS);
		} catch {
			this.#failed();
		}
		this.#writing = null;
	}

	async #put(updates: readonly Uint8Array[]): Promise<void> {
		await this.#database.run('updates', 'readwrite', (store) => {
			for (const update of updates) store.add(update);
			return null;
		});
		this.#reader._dbsize += updates.length;
	}

	/** All of the document in the place of all rows, those of other tabs taken in first. */
	async #putWhole(): Promise<void> {
		await this.#read((rows) => {
			// From here on changes are beyond it.
			this.#whole = false;
			this.#pending = [];
			rows.clear();
			rows.add(Y.encodeStateAsUpdate(this.#doc));
			return new Promise((resolve, reject) => {
				rows.transaction.oncomplete = () => resolve();
				rows.transaction.onabort = () =>
					reject(new StorageUnavailable('The browser gave up on it.', { cause: rows.transaction.error }));
			});
		});
	}

	#failed(): void {
		this.#whole = true;
		this.#pending = [];
		if (this.#over) return;
		if (!this.#failing) this.#lacks(true);
		this.#failing = true;
		this.#later(this.#retryMs);
	}

	#later(ms: number): void {
		clearTimeout(this.#timer);
		if (this.#over) return;
		this.#timer = setTimeout(() => {
			this.#whole = true;
			this.#write();
		}, ms);
	}

	/** Nothing more is written. @param lacking whether the document goes on without it */
	#end(lacking: boolean): void {
		if (this.#over) return;
		this.#over = true;
		clearTimeout(this.#timer);
		this.#doc.off('update', this.#keep);
		if (lacking) this.#lacks(true);
	}

	/** Notes something about the copy, after everything that is in the document by now; not about one that lacks some. */
	async #note(value: unknown, key: string): Promise<void> {
		await this.#writing;
		if (!this.#failing && !this.#over) await this.#custom('readwrite', (store) => store.put(value, key));
	}

	async #custom<T>(
		mode: IDBTransactionMode,
		act: (store: IDBObjectStore) => IDBRequest<T>
	): Promise<T | null> {
		if (this.#over) return null;
		return (await this.#database.run('custom', mode, act).catch(() => null)) ?? null;
	}
}

/** Takes a row in; one that is damaged is left out, and comes from the server again. */
function apply(doc: Y.Doc, row: unknown, origin: unknown): void {
	try {
		if (row instanceof Uint8Array) Y.applyUpdate(doc, row, origin);
	} catch {
		// not an update
	}
}
