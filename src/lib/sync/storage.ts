/** Thrown when the browser gives no storage: private windows, a hung database, a full or broken disk. */
export class StorageUnavailable extends Error {}

/** How long an IndexedDB may take to open before we say that storage is unavailable (it can hang for ever). */
const OPEN_MS = 5_000;

type Stores = Readonly<Record<string, IDBObjectStoreParameters>>;

/**
 * One IndexedDB database whose connection is made again whenever it dies: iOS closes it while suspended, another
 * tab may ask for a new version. Its version never changes, so no tab can ever block another's upgrade.
 */
export class Database {
	readonly #name: string;
	readonly #stores: Stores;
	#open: Promise<IDBDatabase> | null = null;

	constructor(name: string, stores: Stores) {
		this.#name = name;
		this.#stores = stores;
	}

	/**
	 * Runs requests in one transaction and answers once it is complete: with `readwrite`, on disk
	 * (`durability: 'strict'`). `act` must only use the stores it is given, without awaiting anything else.
	 * @throws StorageUnavailable when the browser doesn't give or keep what was asked, its words as the cause
	 */
	async run<T>(
		store: string,
		mode: IDBTransactionMode,
		act: (store: IDBObjectStore) => IDBRequest<T> | null
	): Promise<T | undefined> {
		try {
			return await this.#attempt(store, mode, act);
		} catch (error) {
			if (!isDeadConnection(error)) throw unavailable(error);
			this.#open = null;
			try {
				return await this.#attempt(store, mode, act);
			} catch (again) {
				throw unavailable(again);
			}
		}
	}

	/** Closes the connection and deletes everything in the database. */
	async destroy(): Promise<void> {
		const open = this.#open;
		this.#open = null;
		if (open) await open.then((db) => db.close()).catch(() => {});
		await deleteDatabase(this.#name);
	}

	async #attempt<T>(
		store: string,
		mode: IDBTransactionMode,
		act: (store: IDBObjectStore) => IDBRequest<T> | null
	): Promise<T | undefined> {
		const db = await (this.#open ??= this.#connect());
		return new Promise((resolve, reject) => {
			const transaction = db.transaction(store, mode, { durability: 'strict' });
			const request = act(transaction.objectStore(store));
			transaction.oncomplete = () => resolve(request?.result);
			transaction.onabort = () => reject(transaction.error ?? new Error('the browser gave up on it'));
			transaction.onerror = () => reject(transaction.error ?? new Error('the browser could not write'));
		});
	}

	#connect(): Promise<IDBDatabase> {
		const connecting = new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(this.#name, 1);
			const timer = setTimeout(
				() => reject(new StorageUnavailable('The browser did not open its storage.')),
				OPEN_MS
			);
			request.onupgradeneeded = () => {
				for (const [store, parameters] of Object.entries(this.#stores)) {
					request.result.createObjectStore(store, parameters);
				}
			};
			request.onsuccess = () => {
				clearTimeout(timer);
				const db = request.result;
				const forget = (): void => {
					if (this.#open === connecting) this.#open = null;
				};
				db.onclose = forget;
				db.onversionchange = () => {
					forget();
					db.close();
				};
				resolve(db);
			};
			request.onerror = () => {
				clearTimeout(timer);
				reject(request.error ?? new Error('the browser refused'));
			};
		});
		connecting.catch(() => {
			if (this.#open === connecting) this.#open = null;
		});
		return connecting;
	}
}

/** Deletes a database; answers also when another tab still holds it (it goes when that tab closes). */
export function deleteDatabase(name: string): Promise<void> {
	return new Promise((resolve) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = request.onerror = request.onblocked = () => resolve();
	});
}

const isDeadConnection = (error: unknown): boolean =>
	error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');

const unavailable = (error: unknown): StorageUnavailable =>
	error instanceof StorageUnavailable
		? error
		: new StorageUnavailable(error instanceof Error ? `${error.name}: ${error.message}` : String(error), {
				cause: error
			});
