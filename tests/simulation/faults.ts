/**
 * A browser that fails: storage, locks and sockets as the sync modules get them through their boundary, each with
 * a fault that can be switched on and off. Underneath is the real thing, so what was kept is really kept.
 */
import { decodeUpdate } from 'yjs';

export const STORAGE_FAULTS = [
	/** a request fails as a dying connection does */
	'error',
	/** the transaction is taken back without a word */
	'abort',
	'quota',
	/** the connection is closed under us */
	'closed',
	/** the database doesn't open */
	'hang-open',
	/** a transaction never ends */
	'hang-write',
	'slow'
] as const;
export type StorageFault = (typeof STORAGE_FAULTS)[number] | 'none' | 'dead' | 'forgets' | 'blind';

const isOutbox = (name: string): boolean => name.endsWith('.outbox');

/** A browser's IndexedDB with faults: one of the outbox, and one of the other databases (the caches). */
export class FaultyStorage {
	fault: StorageFault = 'none';
	cacheFault: (typeof STORAGE_FAULTS)[number] | 'none' = 'none';
	/** no cache opens */
	cacheless = false;
	readonly factory: IDBFactory;
	readonly #connections = new Set<IDBDatabase>();

	constructor(real: IDBFactory = indexedDB) {
		const open = (name: string, version?: number): IDBOpenDBRequest => this.#open(real, name, version);
		this.factory = {
			open,
			deleteDatabase: (name: string) => real.deleteDatabase(name),
			databases: () => real.databases(),
			cmp: (a: unknown, b: unknown) => real.cmp(a, b)
		} as IDBFactory;
	}

	#open(real: IDBFactory, name: string, version?: number): IDBOpenDBRequest {
		const fault = (): StorageFault => (isOutbox(name) ? this.fault : this.cacheFault);
		if (!isOutbox(name) && this.cacheless) return failing();
		if (fault() === 'hang-open' || fault() === 'dead') return {} as IDBOpenDBRequest;
		if (fault() === 'error') return failing();
		const request = real.open(name, version);
		request.addEventListener('success', () => this.#spoil(request.result, fault));
		return request;
	}

	/** Every connection is closed by the browser, as it does to a suspended tab. */
	closeAll(): void {
		for (const db of this.#connections) {
			db.close();
			db.onclose?.(new Event('close'));
		}
		this.#connections.clear();
	}

	#spoil(db: IDBDatabase, faultNow: () => StorageFault): void {
		this.#connections.add(db);
		const begin = db.transaction.bind(db);
		db.transaction = (stores, mode, options) => {
			const fault = faultNow();
			if (fault === 'closed' || fault === 'hang-open') db.close();
			if (fault === 'error') throw new DOMException('the connection is dying', 'UnknownError');
			if (fault === 'hang-write' || fault === 'dead') return endless(fault === 'dead');
			const transaction = begin(stores, mode, options);
			if (fault === 'blind' && mode === 'readonly') return seesNothing(transaction);
			if (mode !== 'readwrite') return transaction;
			if (fault === 'abort') queueMicrotask(() => transaction.abort());
			if (fault === 'quota') {
				const error = new DOMException('full', 'QuotaExceededError');
				Object.defineProperty(transaction, 'error', { value: error });
				queueMicrotask(() => transaction.abort());
			}
			if (fault === 'forgets') return keepsNothing(transaction);
			if (fault === 'slow') slowDown(transaction);
			return transaction;
		};
	}
}

function failing(): IDBOpenDBRequest {
	const request = { error: new DOMException('refused', 'UnknownError'), onerror: null } as unknown as {
		onerror: (() => void) | null;
	};
	setImmediate(() => request.onerror?.());
	return request as IDBOpenDBRequest;
}

/** A transaction nothing ever comes of; one of a dead tab can't even be aborted. */
function endless(dead: boolean): IDBTransaction {
	const store = new Proxy({}, { get: () => () => ({}) });
	const transaction = {
		objectStore: () => store,
		error: null,
		onabort: null as (() => void) | null,
		abort: () => void (dead || setImmediate(() => transaction.onabort?.()))
	};
	return transaction as unknown as IDBTransaction;
}

/** Plants "no outbox": says complete, and keeps nothing. */
function keepsNothing(transaction: IDBTransaction): IDBTransaction {
	const store = transaction.objectStore('entries');
	let key = 0;
	const lying = new Proxy(store, {
		get: (target, property) => {
			if (property === 'add') return () => ({ result: Date.now() * 1_000 + ++key });
			const value = Reflect.get(target, property) as unknown;
			return typeof value === 'function' ? value.bind(target) : value;
		}
	});
	Object.defineProperty(transaction, 'objectStore', { value: () => lying });
	store.count();
	return transaction;
}

/** Plants "the outbox is not replayed": whatever is read, nothing was there. */
function seesNothing(transaction: IDBTransaction): IDBTransaction {
	const store = transaction.objectStore('entries');
	store.count();
	const getAll = (): { result: unknown[] } => ({ result: [] });
	Object.defineProperty(transaction, 'objectStore', { value: () => ({ getAll }) });
	return transaction;
}

function slowDown(transaction: IDBTransaction): void {
	Object.defineProperty(transaction, 'oncomplete', {
		set: (listener: (event: Event) => void) =>
			transaction.addEventListener('complete', (event) => setTimeout(() => listener(event), 8))
	});
}

type Held = { readonly tab: object; readonly rob: () => void };

/** Web Locks of one browser, whose tabs can die. */
export class Locks {
	readonly #held = new Map<string, Held>();
	readonly #queue: { name: string; tab: object; grant: () => void; rob: () => void }[] = [];

	/** What one tab sees of them. */
	of(tab: object): LockManager {
		const request = async (
			name: string,
			{ signal, steal }: { signal?: AbortSignal; steal?: boolean },
			act: () => Promise<unknown>
		): Promise<unknown> => {
			const robbed = Promise.withResolvers<never>();
			robbed.promise.catch(() => {});
			await new Promise<void>((grant, refuse) => {
				const rob = (): void => robbed.reject(new DOMException('stolen', 'AbortError'));
				const waiting = { name, tab, grant, rob };
				if (steal) {
					this.#queue.unshift(waiting);
					this.#held.get(name)?.rob();
					return this.#release(name);
				}
				this.#queue.push(waiting);
				signal?.addEventListener('abort', () => {
					const at = this.#queue.indexOf(waiting);
					if (at >= 0) this.#queue.splice(at, 1);
					refuse(new DOMException('aborted', 'AbortError'));
				});
				this.#next(name);
			});
			try {
				return await Promise.race([act(), robbed.promise]);
			} finally {
				if (this.#held.get(name)?.tab === tab) this.#release(name);
			}
		};
		return { request } as unknown as LockManager;
	}

	/** A tab died: the browser gives what it held to the next. */
	died(tab: object): void {
		for (let at = this.#queue.length; at-- > 0;) if (this.#queue[at]?.tab === tab) this.#queue.splice(at, 1);
		for (const [name, held] of [...this.#held]) if (held.tab === tab) this.#release(name);
	}

	#release(name: string): void {
		this.#held.delete(name);
		this.#next(name);
	}

	#next(name: string): void {
		if (this.#held.has(name)) return;
		const at = this.#queue.findIndex((waiting) => waiting.name === name);
		const [first] = at < 0 ? [] : this.#queue.splice(at, 1);
		if (!first) return;
		this.#held.set(name, { tab: first.tab, rob: first.rob });
		first.grant();
	}
}

/** Notes what each socket of a user sends, to find a change that two of them send at once. */
export class Wire {
	readonly doubled: string[] = [];
	readonly #sockets = new Set<{ socket: WebSocket; tab: object; sent: Set<string> }>();
	readonly #dead = new Set<object>();

	died(tab: object): void {
		this.#dead.add(tab);
	}

	/** @param Base the socket such a tab has */
	of(tab: object, Base: typeof WebSocket): typeof WebSocket {
		const note = (socket: WebSocket, frame: Uint8Array): void => this.#note(socket, tab, frame);
		const opened = (socket: WebSocket): void => void this.#sockets.add({ socket, tab, sent: new Set() });
		return class extends Base {
			constructor(...args: ConstructorParameters<typeof WebSocket>) {
				super(...args);
				opened(this);
			}
			override send(data: Parameters<WebSocket['send']>[0]): void {
				if (data instanceof Uint8Array) note(this, data);
				super.send(data);
			}
		};
	}

	#note(socket: WebSocket, tab: object, frame: Uint8Array): void {
		const update = updateIn(frame);
		const own = [...this.#sockets].find((one) => one.socket === socket);
		if (!update || !own) return;
		for (const { id, length } of decodeUpdate(update).structs) {
			for (let clock = id.clock; clock < id.clock + length; clock++) own.sent.add(`${id.client}.${clock}`);
		}
		for (const other of this.#sockets) {
			if (other.tab === tab || other.socket.readyState !== other.socket.OPEN || this.#dead.has(other.tab))
				continue;
			for (const sent of own.sent) if (other.sent.has(sent)) this.doubled.push(sent);
		}
	}
}

/** The Yjs update in a step 2 or update frame; null for any other. */
export function updateIn(frame: Uint8Array): Uint8Array | null {
	if (frame[0] !== 0 || (frame[1] !== 1 && frame[1] !== 2)) return null;
	let at = 2;
	while ((frame[at] ?? 0) > 127) at++;
	return frame.subarray(at + 1);
}
