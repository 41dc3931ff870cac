import { CLOSE } from '#lib/domain/sync-protocol.ts';
import type { SaveFacts } from '#lib/domain/save-state.ts';
import { cacheName, Channel } from './channel.ts';
import { Outbox, type Waiting } from './outbox.ts';
import { askToProtectStorage, deviceFacts, type DeviceFacts } from './device.ts';
import { deleteDatabase } from './storage.ts';

type Opened = { channel: Promise<Channel>; live: Channel | null; users: number };

/**
 * Everything one signed-in user has open on this device: the outbox, one channel a document, and the facts for
 * the badge. There is one in a page; signing out closes it.
 */
export class Workspace {
	readonly userId: string;
	readonly outbox: Outbox;
	readonly #server: string;
	readonly #opened = new Map<string, Opened>();
	readonly #listeners = new Set<() => void>();
	readonly #rebuilt = new Set<(document: string) => void>();
	readonly #stop = new AbortController();
	/** documents this workspace itself keeps open until all of them is sent */
	readonly #draining = new Set<string>();
	#everConnected = false;
	#device: DeviceFacts = deviceFacts();

	private constructor(userId: string, outbox: Outbox, server: string) {
		this.userId = userId;
		this.outbox = outbox;
		this.#server = server;
		outbox.observe(() => {
			this.#changed();
			void this.#drain();
		});
		this.#followNetwork();
		void this.#drain();
		void askToProtectStorage().then((kept) => {
			this.#device = { ...this.#device, protected: kept };
			this.#changed();
		});
	}

	/**
	 * @param server `ws(s)://host/sync`
	 * @throws StorageUnavailable when the browser keeps nothing for us
	 */
	static async open(userId: string, server: string): Promise<Workspace> {
		return new Workspace(userId, await Outbox.open(userId), server);
	}

	/** Opens a document, or joins it where it is open already. Call `release` when the page leaves it. */
	async open(document: string): Promise<Channel> {
		const known = this.#opened.get(document);
		if (known) {
			known.users += 1;
			return known.channel;
		}
		const channel = Channel.open({
			userId: this.userId,
			document,
			outbox: this.outbox,
			server: this.#server,
			onRebuilt: () => this.#renew(document)
		});
		const opened: Opened = { channel, live: null, users: 1 };
		this.#opened.set(document, opened);
		opened.live = await channel;
		opened.live.observe(() => this.#changed());
		this.#changed();
		return channel;
	}

	/** A page no longer needs a document; the last one closes it. */
	async release(document: string): Promise<void> {
		const known = this.#opened.get(document);
		if (!known || --known.users > 0) return;
		this.#opened.delete(document);
		await (await known.channel).close();
		this.#changed();
	}

	/**
	 * Documents with changes on their way stay open until these have arrived, whether a page shows them or not:
	 * a device sends the rest by itself, also after a restart into another page.
	 */
	async #drain(): Promise<void> {
		const waiting = new Set(
			this.waiting.filter(({ refused }) => refused === null).map(({ document }) => document)
		);
		for (const document of waiting) {
			if (this.#draining.has(document) || this.#stop.signal.aborted) continue;
			this.#draining.add(document);
			await this.open(document);
		}
		for (const document of [...this.#draining]) {
			if (waiting.has(document)) continue;
			this.#draining.delete(document);
			await this.release(document);
		}
	}

	/** What waits on this device, refused changes included. */
	get waiting(): readonly Waiting[] {
		return this.outbox.waiting;
	}

	/** The facts the badge is reckoned from. */
	get facts(): SaveFacts {
		const channels = [...this.#opened.values()].flatMap(({ live }) => (live ? [live.state] : []));
		const connected = channels.length > 0 && channels.every((state) => state.connected);
		if (connected) this.#everConnected = true;
		const synced = channels.flatMap(({ syncedAt }) => (syncedAt === null ? [] : [syncedAt]));
		const waiting = this.outbox.waiting;
		const refused = waiting.filter((entry) => entry.refused !== null).length;
		return {
			saving: channels.reduce((sum, { saving }) => sum + saving, 0),
			unsaved: channels.reduce((sum, { unsaved }) => sum + unsaved, 0),
			waiting: waiting.length - refused,
			refused,
			online: typeof navigator === 'undefined' || navigator.onLine !== false,
			connected,
			everConnected: this.#everConnected,
			syncedAt: synced.length === channels.length && synced.length > 0 ? Math.min(...synced) : null,
			signedOut: channels.some(({ ended }) => ended === CLOSE.signedOut),
			...this.#device
		};
	}

	/** Whether the server has said that this member has no right to a document any more, or that there is none. */
	isClosedTo(document: string): boolean {
		const ended = this.#opened.get(document)?.live?.state.ended;
		return ended === CLOSE.noRight || ended === CLOSE.noDocument;
	}

	/** Calls back whenever `facts` or `waiting` may have changed. Returns the way to stop. */
	observe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Calls back when a document was made anew after a refusal and has to be opened again. */
	onRebuilt(listener: (document: string) => void): () => void {
		this.#rebuilt.add(listener);
		return () => this.#rebuilt.delete(listener);
	}

	/** Tries all connections at once: after signing in again, or on "Try now". */
	wake(): void {
		for (const { live } of this.#opened.values()) live?.wake();
	}

	/** Throws away refused changes a person has seen and chosen to discard. */
	async discard(keys: readonly number[]): Promise<void> {
		const refused = new Set(this.waiting.filter((entry) => entry.refused !== null).map(({ key }) => key));
		await this.outbox.remove(keys.filter((key) => refused.has(key)));
	}

	/** Closes every document; what wasn't sent stays in the outbox. */
	async close(): Promise<void> {
		this.#stop.abort();
		const opened = [...this.#opened.values()];
		this.#opened.clear();
		await Promise.all(opened.map(async ({ channel }) => (await channel).close()));
		this.outbox.close();
		this.#listeners.clear();
	}

	/** Closes and deletes all that this user has on this device. Sign-out calls it, and asks first when anything waits. */
	async wipe(): Promise<void> {
		await this.close();
		const mine = cacheName(this.userId, '');
		const databases = (await indexedDB.databases?.()) ?? [];
		for (const { name } of databases) if (name?.startsWith(mine)) await deleteDatabase(name);
		await this.outbox.destroy();
	}

	#renew(document: string): void {
		const known = this.#opened.get(document);
		if (!known) return;
		this.#opened.delete(document);
		this.#draining.delete(document);
		void known.channel.then(async (channel) => {
			await channel.close();
			for (const listener of this.#rebuilt) listener(document);
		});
	}

	/** Offline doesn't close an open WebSocket, and coming back doesn't open one: the page says both. */
	#followNetwork(): void {
		if (typeof window === 'undefined') return;
		const { signal } = this.#stop;
		const wake = (): void => {
			this.wake();
			this.#changed();
		};
		window.addEventListener('online', wake, { signal });
		window.addEventListener('pageshow', wake, { signal });
		window.addEventListener(
			'offline',
			() => {
				for (const { live } of this.#opened.values()) live?.sleep();
				this.#changed();
			},
			{ signal }
		);
		document.addEventListener(
			'visibilitychange',
			() => {
				if (document.visibilityState === 'visible') wake();
			},
			{ signal }
		);
	}

	#changed(): void {
		for (const listener of this.#listeners) listener();
	}
}
