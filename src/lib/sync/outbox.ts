import type { Refusal } from '#lib/domain/sync-protocol.ts';
import type { Intent } from './intent.ts';
import { boundary, type Boundary } from './boundary.ts';
import { Database, StorageUnavailable } from './storage.ts';

/** A change made on this device that no server has acknowledged. */
export type Entry = {
	readonly key: number;
	readonly document: string;
	readonly update: Uint8Array;
	readonly intents: readonly Intent[];
	/** the command's name, for the list of what waits */
	readonly name: string;
	/** device clock, milliseconds: shown, never ordered by */
	readonly at: number;
	/** why the server refused it; it then waits for a person */
	readonly refused: Refusal | null;
};

/** A change on its way into the outbox. */
export type Change = Omit<Entry, 'key' | 'refused'>;

/** What tabs of one user tell each other and their pages. */
export type OutboxEvent =
	/** `by`: who in this tab added it; null when another tab did, or when it was found on disk */
	| { readonly type: 'added'; readonly entry: Entry; readonly by: object | null }
	| { readonly type: 'removed'; readonly keys: readonly number[] }
	| { readonly type: 'refused'; readonly keys: readonly number[]; readonly code: Refusal }
	/** a person, or a right that returned, has these refused changes offered once more */
	| { readonly type: 'offered'; readonly keys: readonly number[] }
	/** what waits on this device is known now */
	| { readonly type: 'available' }
	/** another tab signed this user out of the device and deleted everything */
	| { readonly type: 'wiped' };

/** What is known of an entry without reading it again. */
export type Waiting = Pick<Entry, 'key' | 'document' | 'name' | 'at' | 'refused' | 'intents'>;

/** How many removed keys are remembered: messages overtake each other by a few, not by thousands. */
const REMEMBERED = 10_000;

/** The name of a user's outbox database. */
export const outboxName = (userId: string): string => `daybreak.${userId}.outbox`;

/**
 * The guarantee: own changes stay here, on disk, from before the page says "saved" until the server has
 * acknowledged them or a person has seen and discarded them. One database a user, its version fixed for good.
 */
export class Outbox {
	readonly #database: Database;
	readonly #tabs: BroadcastChannel | null;
	readonly #waiting = new Map<number, Waiting>();
	/** keys that were heard of as removed: tabs' messages may overtake each other, and a key is never used twice */
	readonly #removed = new Set<number>();
	/** dealt with, but still on disk because deleting failed; tried again, and harmless until then */
	readonly #undeleted = new Set<number>();
	readonly #listeners = new Set<(event: OutboxEvent) => void>();
	readonly #retryMs: number;
	#closed = false;
	#read = false;
	#retry: ReturnType<typeof setTimeout> | undefined;

	private constructor(userId: string, at: Boundary) {
		this.#retryMs = at.retryMs;
		this.#database = new Database(
			outboxName(userId),
			{ entries: { keyPath: 'key', autoIncrement: true } },
			at
		);
		this.#tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(outboxName(userId));
		if (this.#tabs) {
			this.#tabs.onmessage = ({ data }) => this.#heard(data as OutboxEvent);
		}
	}

	/**
	 * Opens a user's outbox and learns what waits in it. Where the browser gives no storage it isn't `available`, tries
	 * again by itself, and tells what it then finds as `added`.
	 */
	static async open(userId: string, at: Boundary = boundary()): Promise<Outbox> {
		const outbox = new Outbox(userId, at);
		await outbox.#readAtLast();
		return outbox;
	}

	/** Whether it is known what waits on this device. Until then nothing here may be taken for all there is. */
	get available(): boolean {
		return this.#read;
	}

	async #readAtLast(): Promise<void> {
		try {
			await this.#readAll();
		} catch {
			if (!this.#closed) this.#retry = setTimeout(() => void this.#readAtLast(), this.#retryMs);
		}
	}

	/** All that waits, refused ones included, oldest first. */
	get waiting(): readonly Waiting[] {
		return [...this.#waiting.values()].sort((a, b) => a.key - b.key);
	}

	/**
	 * Keeps changes, all or none. Resolves only once they are on disk: this is what "saved" means.
	 * @param by whoever adds them, to know them again among the events
	 * @throws StorageUnavailable
	 */
	async add(changes: readonly Change[], by: object | null = null): Promise<number[]> {
		this.#mustBeAvailable();
		const requests: IDBRequest<IDBValidKey>[] = [];
		await this.#database.run('entries', 'readwrite', (store) => {
			requests.length = 0;
			for (const change of changes) requests.push(store.add({ ...change, refused: null }));
			return null;
		});
		const keys = requests.map(({ result }) => Number(result));
		changes.forEach((change, n) => {
			const entry: Entry = { ...change, key: keys[n] as number, refused: null };
			this.#waiting.set(entry.key, entry);
			this.#tell({ type: 'added', entry, by });
			this.#post({ type: 'added', entry, by: null });
		});
		return keys;
	}

	/** The entries of one document, oldest first. */
	async of(document: string): Promise<Entry[]> {
		this.#mustBeAvailable();
		return (await this.#all()).filter((entry) => entry.document === document);
	}

	/**
	 * Reads the disk again: a tab that died between writing and telling has told nobody. What is new is told as
	 * `added`.
	 * @throws StorageUnavailable
	 */
	async refresh(): Promise<void> {
		this.#mustBeAvailable();
		await this.#readAll();
	}

	async #readAll(): Promise<void> {
		const all = await this.#all();
		const first = !this.#read;
		this.#read = true;
		for (const entry of all) {
			if (!this.#waiting.has(entry.key)) this.#heard({ type: 'added', entry, by: null });
		}
		if (first) this.#tell({ type: 'available' });
		if (this.#undeleted.size > 0) await this.#delete([]).catch(() => {});
	}

	/**
	 * Takes out what the server acknowledged, or what a person chose to discard. It counts as gone from here on;
	 * where the disk fails, deleting is tried again with the next removal.
	 * @throws StorageUnavailable
	 */
	async remove(keys: readonly number[]): Promise<void> {
		if (keys.length === 0) return;
		this.#share({ type: 'removed', keys });
		await this.#delete(keys);
	}

	/** Replaces the bytes of entries that could not be sent as they were; all or none. */
	async rewrite(entries: readonly Pick<Entry, 'key' | 'update'>[]): Promise<void> {
		await this.#change(
			entries.map(({ key }) => key),
			(entry) => ({ ...entry, update: entries.find(({ key }) => key === entry.key)?.update ?? entry.update })
		);
	}

	/** Marks entries as refused: they stay, readable and exportable, until a person decides. */
	async refuse(keys: readonly number[], code: Refusal): Promise<void> {
		if (keys.length === 0) return;
		await this.#change(keys, (entry) => ({ ...entry, refused: code }));
		this.#share({ type: 'refused', keys, code });
	}

	/** Has refused entries offered to the server once more, as if they had never been. */
	async offer(keys: readonly number[]): Promise<void> {
		if (keys.length === 0) return;
		await this.#change(keys, (entry) => ({ ...entry, refused: null }));
		this.#share({ type: 'offered', keys });
	}

	/** Calls back on every change, in this tab or another one of the same user. Returns the way to stop. */
	observe(listener: (event: OutboxEvent) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Stops listening to other tabs. What is still being written is written. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#retry);
		this.#tabs?.close();
		this.#listeners.clear();
	}

	/** Tells the other tabs that this user leaves the device: they let go, and write nothing here again. */
	tellWiped(): void {
		this.#post({ type: 'wiped' });
	}

	/**
	 * Deletes the whole outbox, and never writes here again: only at sign-out, in this tab or another one, when nothing
	 * waits or a person discarded it by name.
	 */
	async destroy(): Promise<void> {
		this.close();
		await this.#database.destroy();
	}

	/** Nobody waits again for what doesn't answer: it is tried in one place, by itself. */
	#mustBeAvailable(): void {
		if (!this.#read) throw new StorageUnavailable('The browser gives no storage now.');
	}

	async #all(): Promise<Entry[]> {
		const all = await this.#database.run<Entry[]>('entries', 'readonly', (store) => store.getAll());
		return (all ?? []).filter(({ key }) => !this.#removed.has(key));
	}

	async #change(keys: readonly number[], change: (entry: Entry) => Entry): Promise<void> {
		await this.#database.run('entries', 'readwrite', (store) => {
			for (const key of keys) {
				const read = store.get(key) as IDBRequest<Entry | undefined>;
				read.onsuccess = () => {
					if (read.result) store.put(change(read.result));
				};
			}
			return null;
		});
	}

	async #delete(keys: readonly number[]): Promise<void> {
		for (const key of keys) this.#undeleted.add(key);
		const all = [...this.#undeleted];
		await this.#database.run('entries', 'readwrite', (store) => {
			for (const key of all) store.delete(key);
			return null;
		});
		for (const key of all) this.#undeleted.delete(key);
	}

	#share(event: OutboxEvent): void {
		this.#heard(event);
		this.#post(event);
	}

	#post(event: OutboxEvent): void {
		if (!this.#closed) this.#tabs?.postMessage(event);
	}

	#heard(event: OutboxEvent): void {
		if (event.type === 'added') {
			if (this.#removed.has(event.entry.key)) return;
			this.#waiting.set(event.entry.key, event.entry);
		} else if (event.type === 'removed' || event.type === 'refused' || event.type === 'offered') {
			for (const key of event.keys) {
				const known = this.#waiting.get(key);
				if (event.type === 'removed') {
					this.#removed.add(key);
					if (this.#removed.size > REMEMBERED) this.#removed.delete(this.#removed.values().next().value ?? 0);
					this.#waiting.delete(key);
				} else if (known) {
					const refused = event.type === 'refused' ? event.code : null;
					this.#waiting.set(key, { ...known, refused });
				}
			}
		}
		this.#tell(event);
	}

	#tell(event: OutboxEvent): void {
		for (const listener of [...this.#listeners]) listener(event);
	}
}
