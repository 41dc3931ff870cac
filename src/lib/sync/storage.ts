import type { Boundary } from './boundary.ts';

/** Thrown when the browser gives no storage: private windows, a hung database, a full or broken disk. */
export class StorageUnavailable extends Error {}

type Stores = Readonly<Record<string, IDBObjectStoreParameters>>;
type Manner = {
	/** `strict` where nothing else is said: complete means on disk */
	readonly durability?: IDBTransactionDurability;
	/** called when another tab deletes it; it is then not made again here. Left out: whatever was deleted is made anew */
	readonly onDeleted?: () => void;
};
/** What is done with a connection; `onLate` takes what ends it when it is over time. */
type Use<T> = (db: IDBDatabase, onLate: (what: () => void) => void) => Promise<T>;
export type StorageBoundary = Pick<Boundary, 'indexedDB' | 'openMs' | 'writeMs'>;

/**
 * One IndexedDB database whose connection is made again whenever it dies: iOS closes it while suspended, another
 * tab may ask for a new version. Its version never changes, so no tab can ever block another's upgrade.
 */
export class Database {
	readonly #name: string;
	readonly #stores: Stores;
	readonly #boundary: StorageBoundary;
	readonly #manner: Manner;
	/** it has been open: where it isn't there any more, somebody deleted it */
	#known = false;
	#open: Promise<IDBDatabase> | null = null;
	#destroyed = false;

	constructor(name: string, stores: Stores, boundary: StorageBoundary, manner: Manner = {}) {
		this.#name = name;
		this.#stores = stores;
		this.#boundary = boundary;
		this.#manner = manner;
	}

	/**
	 * Runs requests in one transaction and answers once it is complete: with `readwrite`, on disk unless another
	 * durability was asked for. `act` must only use the store it is given, without awaiting anything else.
	 * @throws StorageUnavailable when the browser doesn't give or keep what was asked, its words as the cause; a
	 *   transaction that hangs is aborted and counts as not kept
	 */
	async run<T>(
		store: string,
		mode: IDBTransactionMode,
		act: (store: IDBObjectStore) => IDBRequest<T> | null
	): Promise<T | undefined> {
		const { durability = 'strict' } = this.#manner;
		try {
			return await this.lend(
				(db, onLate) =>
					new Promise<T | undefined>((resolve, reject) => {
						const transaction = db.transaction(store, mode, { durability });
						onLate(() => abort(transaction));
						const request = act(transaction.objectStore(store));
						transaction.oncomplete = () => resolve(request?.result);
						// An error in a request aborts its transaction, and only then its cause is known.
						transaction.onabort = () => reject(transaction.error ?? new Error('the browser gave up on it'));
					})
			);
		} catch (error) {
			throw unavailable(error);
		}
	}

	/**
	 * Lends the connection to something that begins a transaction of its own, once more where it was dead.
	 * @param use its second argument takes what to do when it is over time
	 * @throws StorageUnavailable as `run` does; whatever else `use` throws, as it is
	 */
	async lend<T>(use: Use<T>): Promise<T> {
		try {
			return await this.#lend(use);
		} catch (error) {
			if (!isDeadConnection(error)) throw error instanceof DOMException ? unavailable(error) : error;
			this.#open = null;
			return this.#lend(use).catch((again: unknown) => {
				throw again instanceof DOMException ? unavailable(again) : again;
			});
		}
	}

	/** Closes the connection once what runs on it is done; nothing opens it here again. */
	async close(): Promise<void> {
		this.#destroyed = true;
		const open = this.#open;
		this.#open = null;
		if (open) await open.then((db) => db.close()).catch(() => {});
	}

	/** Closes the connection and deletes everything in the database, for good: nothing opens it here again. */
	async destroy(): Promise<void> {
		await this.close();
		await deleteDatabase(this.#name, this.#boundary);
	}

	async #lend<T>(use: Use<T>): Promise<T> {
		if (this.#destroyed) throw closed();
		const db = await (this.#open ??= this.#connect());
		let timer: ReturnType<typeof setTimeout> | undefined;
		let giveUp = (): void => {};
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => {
				this.#open = null;
				reject(new StorageUnavailable('The browser did not finish in time.'));
				giveUp();
				db.close();
			}, this.#boundary.writeMs);
		});
		try {
			return await Promise.race([use(db, (what) => (giveUp = what)), late]);
		} finally {
			clearTimeout(timer);
		}
	}

	#connect(): Promise<IDBDatabase> {
		const { onDeleted } = this.#manner;
		const connecting = openDatabase(this.#name, this.#boundary, (db, upgrade) => {
			if (this.#known && onDeleted) {
				this.#destroyed = true;
				onDeleted();
				return upgrade?.abort();
			}
			for (const [store, parameters] of Object.entries(this.#stores)) {
				db.createObjectStore(store, parameters);
			}
		}).then((db) => {
			this.#known = true;
			const forget = (): void => {
				if (this.#open === connecting) this.#open = null;
			};
			db.onclose = forget;
			db.onversionchange = () => {
				forget();
				db.close();
				if (!onDeleted) return;
				this.#destroyed = true;
				onDeleted();
			};
			return db;
		});
		connecting.catch(() => {
			if (this.#open === connecting) this.#open = null;
		});
		return connecting;
	}
}

/**
 * Opens version 1 of a database.
 * @throws StorageUnavailable when that takes longer than it may; an error of the browser otherwise
 */
export function openDatabase(
	name: string,
	{ indexedDB, openMs }: StorageBoundary,
	create: (db: IDBDatabase, upgrade: IDBTransaction | null) => void
): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			reject(new StorageUnavailable('The browser did not open its storage.'));
		}, openMs);
		const request = indexedDB.open(name, 1);
		request.onupgradeneeded = () => create(request.result, request.transaction);
		request.onsuccess = () => {
			clearTimeout(timer);
			if (late) request.result.close();
			else resolve(request.result);
		};
		request.onerror = () => {
			clearTimeout(timer);
			reject(request.error ?? new Error('the browser refused'));
		};
	});
}

/**
 * One value of a database that may not exist, without making it.
 * @throws Error when there is none, or it can't be read
 */
export function readIfThere(
	name: string,
	store: string,
	key: string,
	{ indexedDB, openMs }: Pick<Boundary, 'indexedDB' | 'openMs'>
): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const fail = (): void => reject(new Error('there is no such database'));
		const timer = setTimeout(fail, openMs);
		const request = indexedDB.open(name);
		// It would be made now: it isn't there.
		request.onupgradeneeded = () => request.transaction?.abort();
		request.onerror = fail;
		request.onsuccess = () => {
			clearTimeout(timer);
			const db = request.result;
			try {
				const read = db.transaction(store, 'readonly').objectStore(store).get(key);
				read.onsuccess = () => resolve(read.result);
				read.onerror = fail;
			} catch {
				fail();
			} finally {
				db.close();
			}
		};
	});
}

/** Deletes a database; answers also when another tab still holds it (it goes when that tab closes). */
export function deleteDatabase(
	name: string,
	{ indexedDB, openMs }: Pick<Boundary, 'indexedDB' | 'openMs'>
): Promise<void> {
	return new Promise((resolve) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = request.onerror = request.onblocked = () => resolve();
		setTimeout(resolve, openMs);
	});
}

const closed = (): StorageUnavailable => new StorageUnavailable('This storage was closed or deleted.');

function abort(transaction: IDBTransaction): void {
	try {
		transaction.abort();
	} catch {
		// it has ended already
	}
}

const isDeadConnection = (error: unknown): boolean =>
	error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');

const unavailable = (error: unknown): StorageUnavailable =>
	error instanceof StorageUnavailable
		? error
		: new StorageUnavailable(error instanceof Error ? `${error.name}: ${error.message}` : String(error), {
				cause: error
			});
