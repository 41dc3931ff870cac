import type { Refusal } from '#lib/domain/sync-protocol.ts';
import type { Intent } from './intent.ts';
import { Database } from './storage.ts';

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

/** What tabs of one user tell each other and their pages. */
export type OutboxEvent =
	| { readonly type: 'added'; readonly entry: Entry; readonly here: boolean }
	| { readonly type: 'removed'; readonly keys: readonly number[] }
	| { readonly type: 'refused'; readonly keys: readonly number[]; readonly code: Refusal };

/** What is known of an entry without reading it again. */
export type Waiting = Pick<Entry, 'key' | 'document' | 'name' | 'at' | 'refused'>;

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
	readonly #listeners = new Set<(event: OutboxEvent) => void>();

	private constructor(userId: string) {
		this.#database = new Database(outboxName(userId), {
			entries: { keyPath: 'key', autoIncrement: true }
		});
		this.#tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(outboxName(userId));
		if (this.#tabs) {
			this.#tabs.onmessage = ({ data }) => this.#heard(data as OutboxEvent);
		}
	}

	/**
	 * Opens a user's outbox and learns what waits in it.
	 * @throws StorageUnavailable
	 */
	static async open(userId: string): Promise<Outbox> {
		const outbox = new Outbox(userId);
		for (const entry of await outbox.#all()) outbox.#waiting.set(entry.key, entry);
		return outbox;
	}

	/** All that waits, refused ones included, oldest first. */
	get waiting(): readonly Waiting[] {
		return [...this.#waiting.values()].sort((a, b) => a.key - b.key);
	}

	/**
	 * Keeps a change. Resolves only once it is on disk: this is what "saved" means.
	 * @throws StorageUnavailable
	 */
	async add(change: Omit<Entry, 'key' | 'refused'>): Promise<number> {
		const key = await this.#database.run('entries', 'readwrite', (store) =>
			store.add({ ...change, refused: null })
		);
		const entry: Entry = { ...change, key: Number(key), refused: null };
		this.#waiting.set(entry.key, entry);
		this.#tell({ type: 'added', entry, here: true });
		this.#tabs?.postMessage({ type: 'added', entry, here: false } satisfies OutboxEvent);
		return entry.key;
	}

	/** The entries of one document, oldest first. */
	async of(document: string): Promise<Entry[]> {
		return (await this.#all()).filter((entry) => entry.document === document);
	}

	/** Takes out what the server acknowledged, or what a person chose to discard. */
	async remove(keys: readonly number[]): Promise<void> {
		if (keys.length === 0) return;
		await this.#database.run('entries', 'readwrite', (store) => {
			for (const key of keys) store.delete(key);
			return null;
		});
		this.#share({ type: 'removed', keys });
	}

	/** Marks entries as refused: they stay, readable and exportable, until a person decides. */
	async refuse(keys: readonly number[], code: Refusal): Promise<void> {
		if (keys.length === 0) return;
		await this.#database.run('entries', 'readwrite', (store) => {
			for (const key of keys) {
				const read = store.get(key);
				read.onsuccess = () => {
					if (read.result) store.put({ ...read.result, refused: code });
				};
			}
			return null;
		});
		this.#share({ type: 'refused', keys, code });
	}

	/** Everything in it, for an export. */
	export(): Promise<Entry[]> {
		return this.#all();
	}

	/** Calls back on every change, in this tab or another one of the same user. Returns the way to stop. */
	observe(listener: (event: OutboxEvent) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Stops listening to other tabs. */
	close(): void {
		this.#tabs?.close();
		this.#listeners.clear();
	}

	/** Deletes the whole outbox: only at sign-out, when nothing waits or a person discarded it by name. */
	async destroy(): Promise<void> {
		this.close();
		await this.#database.destroy();
	}

	async #all(): Promise<Entry[]> {
		return (await this.#database.run<Entry[]>('entries', 'readonly', (store) => store.getAll())) ?? [];
	}

	#share(event: OutboxEvent): void {
		this.#heard(event);
		this.#tabs?.postMessage(event);
	}

	#heard(event: OutboxEvent): void {
		if (event.type === 'added') this.#waiting.set(event.entry.key, event.entry);
		else {
			for (const key of event.keys) {
				const known = this.#waiting.get(key);
				if (event.type === 'removed') this.#waiting.delete(key);
				else if (known) this.#waiting.set(key, { ...known, refused: event.code });
			}
		}
		this.#tell(event);
	}

	#tell(event: OutboxEvent): void {
		for (const listener of this.#listeners) listener(event);
	}
}
