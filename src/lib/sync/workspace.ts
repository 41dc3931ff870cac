import { readDocumentName } from '#lib/domain/people/permissions.ts';
import { CLOSE } from '#lib/domain/sync-protocol.ts';
import type { SaveFacts } from '#lib/domain/save-state.ts';
import { boundary, type Boundary } from './boundary.ts';
import { Cache, cacheName } from './cache.ts';
import { Channel, type ChannelState } from './channel.ts';
import { comes } from './comes.ts';
import { Outbox, type Change, type Waiting } from './outbox.ts';
import { RecordHeads } from './record-heads.ts';
import { askToProtectStorage, deviceFacts, isStorageProtected, type DeviceFacts } from './device.ts';
import { deleteDatabase } from './storage.ts';
import { Trunk } from './trunk.ts';

/** How often the disk is asked for what another tab wrote and died before telling. */
const REFRESH_MS = 30_000;
/** How long a cache may take to open in a browser that has just given no storage. */
const HURRY_MS = 500;

/** A change no server has, as an export shows it. */
export type Unsent = Omit<Waiting, 'key'>;

type Opened = { channel: Promise<Channel>; live: Channel | null; users: number };

/**
 * Everything one signed-in user has open on this device: the outbox, one channel a document, and the facts for
 * the badge. There is one in a page; signing out closes it.
 */
export class Workspace {
	readonly userId: string;
	readonly outbox: Outbox;
	readonly #heads: RecordHeads | null;
	readonly #server: string;
	readonly #boundary: Boundary;
	/** the one socket; null where each document has its own */
	readonly #trunk: Trunk | null;
	readonly #opened = new Map<string, Opened>();
	readonly #listeners = new Set<() => void>();
	readonly #rebuilt = new Set<(document: string) => void>();
	readonly #wiped = new Set<() => void>();
	readonly #stop = new AbortController();
	/** documents this workspace itself keeps open until all of them is sent */
	readonly #draining = new Set<string>();
	#asked = false;
	#givingBack = false;
	readonly #again: ReturnType<typeof setInterval>;
	#everConnected = false;
	#device: DeviceFacts = deviceFacts();

	private constructor(
		userId: string,
		outbox: Outbox,
		server: string,
		{ at, trunk }: { at: Boundary; trunk: Trunk | null }
	) {
		this.userId = userId;
		this.#trunk = trunk;
		this.outbox = outbox;
		this.#server = server;
		this.#boundary = at;
		this.#heads = at.copies ? new RecordHeads(userId, at, () => this.#changed()) : null;
		outbox.observe((event) => {
			if (event.type === 'wiped') return void this.#forget();
			if (event.type === 'added') this.#protect();
			this.#changed();
			void this.#drain();
		});
		this.#followNetwork();
		this.#again = setInterval(() => void outbox.refresh().catch(() => {}), REFRESH_MS);
		void this.#drain();
		void isStorageProtected().then((kept) => this.#noteProtected(kept));
	}

	/**
	 * Where the browser gives no storage it opens all the same: what is made then is in memory, sent where there is a
	 * network, exported where not, and the facts say so.
	 * @param server `ws(s)://host/sync`, with `?for=` and whose page it is; a station's with `?as=station`
	 * @param otherwise what the browser gives, where a test wants something worse
	 */
	static async open(userId: string, server: string, otherwise: Partial<Boundary> = {}): Promise<Workspace> {
		const browser = boundary(otherwise);
		const trunk = browser.oneSocket ? new Trunk(browser.WebSocket) : null;
		const at = trunk ? { ...browser, WebSocket: trunk.Socket } : browser;
		return new Workspace(userId, await Outbox.open(userId, at), server, { at, trunk });
	}

	/**
	 * Opens a document, or joins it where it is open already. Call `release` when the page leaves it.
	 * @throws Error when the workspace was closed meanwhile: nothing would be kept
	 */
	async open(document: string): Promise<Channel> {
		if (this.#stop.signal.aborted) throw new Error('This workspace is closed.');
		const known = this.#opened.get(document);
		if (known) {
			known.users += 1;
			return known.channel;
		}
		const channel = Channel.open({
			userId: this.userId,
			document,
			outbox: this.outbox,
			heads: this.#heads,
			server: this.#server,
			boundary: this.#forCaches(),
			onRebuilt: () => this.#renew(document, opened),
			onForgotten: () => void this.#giveAllBack()
		});
		const opened: Opened = { channel, live: null, users: 1 };
		this.#opened.set(document, opened);
		try {
			const live = await channel;
			opened.live = live;
			live.observe(() => {
				this.#changed();
				if (this.#draining.has(document)) void this.#drain();
			});
		} catch (error) {
			if (this.#opened.get(document) === opened) this.#opened.delete(document);
			throw error;
		}
		this.#changed();
		return channel;
	}

	/**
	 * A page no longer needs a document; the last one closes it, once its changes are on disk.
	 * @param which the channel that `open` gave: one that was made anew meanwhile is not closed by its predecessor's
	 *   page
	 */
	async release(which: Channel): Promise<void> {
		const known = this.#opened.get(which.document);
		if (!known || known.live !== which || --known.users > 0) return;
		await this.#closeUnused(which.document, known);
	}

	/** Where the outbox waited in vain for its storage, no page waits as long again for a cache. */
	#forCaches(): Boundary {
		const { openMs } = this.#boundary;
		return this.outbox.available ? this.#boundary : { ...this.#boundary, openMs: Math.min(openMs, HURRY_MS) };
	}

	async #closeUnused(document: string, opened: Opened): Promise<void> {
		const channel = await opened.channel;
		await channel.settled();
		// Somebody came back to it meanwhile, or closed it.
		if (opened.users > 0 || this.#opened.get(document) !== opened) return;
		if (channel.state.unsaved > 0) {
			opened.users += 1;
			this.#draining.add(document);
			return;
		}
		this.#opened.delete(document);
		await channel.close();
		this.#changed();
	}

	/**
	 * An older backup was restored, so the server has forgotten some of every document: each of which a copy is here is
	 * opened once, whether a page shows it or not, for that is how it gets back what it lacks.
	 */
	async #giveAllBack(): Promise<void> {
		if (this.#givingBack || !this.#boundary.copies) return;
		this.#givingBack = true;
		for (const document of await this.kept().catch(() => [])) {
			if (this.#stop.signal.aborted) return;
			if (!this.#opened.has(document)) await this.fetch(document).catch(() => false);
		}
		this.#givingBack = false;
	}

	/** Whether changes of a document are on their way to the disk or to the server. */
	#isBusy(document: string): boolean {
		const { saving = 0, unsaved = 0 } = this.#opened.get(document)?.live?.state ?? {};
		return (
			saving > 0 ||
			unsaved > 0 ||
			this.waiting.some((entry) => entry.document === document && entry.refused === null)
		);
	}

	/**
	 * Documents with changes on their way stay open until these have arrived, whether a page shows them or not:
	 * a device sends the rest by itself, also after a restart into another page.
	 */
	async #drain(): Promise<void> {
		const waiting = new Set(
			this.waiting.filter(({ refused }) => refused === null).map((one) => one.document)
		);
		for (const document of waiting) {
			if (this.#draining.has(document) || this.#stop.signal.aborted) continue;
			this.#draining.add(document);
			await this.open(document).catch(() => this.#draining.delete(document));
		}
		for (const document of [...this.#draining]) {
			const opened = this.#opened.get(document);
			if (!opened?.live || this.#isBusy(document)) continue;
			// Another round may have let go of it while this one waited: then it is no longer this one's to count.
			if (!this.#draining.delete(document)) continue;
			if (--opened.users === 0) await this.#closeUnused(document, opened);
		}
	}

	/** What waits on this device, refused changes included. */
	get waiting(): readonly Waiting[] {
		return this.outbox.waiting;
	}

	get #states(): readonly ChannelState[] {
		return [...this.#opened.values()].flatMap(({ live }) => (live ? [live.state] : []));
	}

	/**
	 * When this device's copy of a document was last known to be whole (device clock); null: it isn't here, or the
	 * browser fails to keep what has come since.
	 */
	async keptSince(document: string): Promise<number | null> {
		if (this.#opened.get(document)?.live?.state.cacheless) return null;
		return Cache.wholeAt(cacheName(this.userId, document), this.#boundary);
	}

	/** Names of all documents of which this device has a copy, open or not. */
	async kept(): Promise<string[]> {
		const mine = cacheName(this.userId, '');
		const databases = (await this.#boundary.indexedDB.databases?.()) ?? [];
		const names = databases.flatMap(({ name }) => (name?.startsWith(mine) ? name.slice(mine.length) : []));
		return [...new Set([...names, ...this.#opened.keys()])].filter((name) => readDocumentName(name) !== null);
	}

	/**
	 * Brings a document onto this device, all of it. Answers whether it came: it is waited for as long as something
	 * comes, and then for the time given.
	 */
	async fetch(document: string, patienceMs = 20_000): Promise<boolean> {
		const channel = await this.open(document);
		const came = await comes(channel, patienceMs, () => this.#trunk?.receivedBytes ?? 0);
		await this.release(channel);
		return came;
	}

	/** The facts the badge is reckoned from. */
	get facts(): SaveFacts {
		const channels = this.#states;
		const possible = channels.filter(isPossible);
		const synced = possible.flatMap(({ syncedAt }) => (syncedAt === null ? [] : [syncedAt]));
		const waiting = this.outbox.waiting;
		const refused = waiting.filter((entry) => entry.refused !== null).length;
		return {
			storage: this.outbox.available,
			saving: channels.reduce((sum, { saving }) => sum + saving, 0),
			unsaved: channels.reduce((sum, { unsaved }) => sum + unsaved, 0),
			waiting: waiting.length - refused,
			refused,
			online: typeof navigator === 'undefined' || navigator.onLine !== false,
			connected: isConnected(possible),
			everConnected: this.#everConnected,
			syncedAt: synced.length === possible.length && synced.length > 0 ? Math.min(...synced) : null,
			differing: this.differing.length,
			signedOut: channels.some(({ ended }) => ended === CLOSE.signedOut),
			...this.#device
		};
	}

	/** Whether the server has said that this member has no right to a document any more, or that there is none. */
	isClosedTo(document: string): boolean {
		const ended = this.#opened.get(document)?.live?.state.ended;
		return ended === CLOSE.noRight || ended === CLOSE.noDocument;
	}

	/** Documents whose record on the server isn't the one this device was told of, until a person has seen it. */
	get differing(): readonly string[] {
		return this.#heads?.differing ?? [];
	}

	/** A person has seen that the record differs: from here on, the record as it is now counts. */
	async seenDiffering(): Promise<void> {
		await this.#heads?.seen();
		this.wake();
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
		void this.outbox.refresh().catch(() => {});
	}

	/** Resolves once every change made so far is on disk, or known not to be. */
	async settled(): Promise<void> {
		await Promise.all([...this.#opened.values()].map(({ live }) => live?.settled()));
	}

	/** Everything made here that no server has, on disk or only in memory, refused changes included: for an export. */
	async unsent(): Promise<readonly Unsent[]> {
		await this.outbox.refresh().catch(() => {});
		return [...this.waiting, ...this.unwritten.map((change) => ({ ...change, refused: null }))];
	}

	/** Changes made on this page that are in memory and nowhere else, document by document, oldest first. */
	get unwritten(): readonly Change[] {
		return [...this.#opened.values()].flatMap(({ live }) => live?.unwritten ?? []);
	}

	/**
	 * Offers refused changes to the server once more: a right has returned, or a person wants it tried again. What it
	 * refuses again needs a person again.
	 */
	async sendAgain(keys: readonly number[]): Promise<void> {
		const refused = new Set(this.waiting.filter((entry) => entry.refused !== null).map(({ key }) => key));
		await this.outbox.offer(keys.filter((key) => refused.has(key)));
	}

	/** Throws away refused changes a person has seen and chosen to discard. */
	async discard(keys: readonly number[]): Promise<void> {
		const refused = new Set(this.waiting.filter((entry) => entry.refused !== null).map(({ key }) => key));
		await this.outbox.remove(keys.filter((key) => refused.has(key)));
	}

	/** Calls back when another tab signed this user out of the device: everything of theirs has been deleted. */
	onWiped(listener: () => void): () => void {
		this.#wiped.add(listener);
		return () => this.#wiped.delete(listener);
	}

	/** Closes every document; what wasn't sent stays in the outbox. */
	async close(): Promise<void> {
		this.#stop.abort();
		clearInterval(this.#again);
		// Still counted until they are closed: what is being written is not saved yet.
		await Promise.allSettled([...this.#opened.values()].map(async ({ channel }) => (await channel).close()));
		this.outbox.close();
		this.#listeners.clear();
		this.#opened.clear();
	}

	/**
	 * Closes and deletes all that this user has on this device, in every tab. Sign-out calls it, and asks first when
	 * anything waits.
	 */
	async wipe(): Promise<void> {
		const documents = [...this.#opened.keys()];
		// Before anything is closed: a tab that isn't told would write all of it here again.
		this.outbox.tellWiped();
		await this.close();
		const mine = cacheName(this.userId, '');
		const databases = (await this.#boundary.indexedDB.databases?.()) ?? [];
		const names = new Set(documents.map((document) => cacheName(this.userId, document)));
		for (const { name } of databases) if (name?.startsWith(mine)) names.add(name);
		await this.outbox.destroy();
		await this.#heads?.destroy();
		for (const name of names) await deleteDatabase(name, this.#boundary);
	}

	/** Another tab wiped this device: nothing of this user may be written here again. */
	async #forget(): Promise<void> {
		await Promise.allSettled([this.outbox.destroy(), this.#heads?.destroy(), this.close()]);
		for (const listener of this.#wiped) listener();
	}

	#renew(document: string, opened: Opened): void {
		if (this.#opened.get(document) !== opened) return;
		this.#opened.delete(document);
		this.#draining.delete(document);
		void opened.channel.then(async (channel) => {
			await channel.close();
			for (const listener of [...this.#rebuilt]) listener(document);
			this.#changed();
			void this.#drain();
		});
	}

	/** The first change on this device is when the browser is asked to keep it: some browsers ask the person. */
	#protect(): void {
		if (this.#asked || this.#device.protected) return;
		this.#asked = true;
		void askToProtectStorage().then((kept) => this.#noteProtected(kept));
	}

	#noteProtected(kept: boolean): void {
		this.#device = { ...this.#device, protected: kept };
		this.#changed();
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
		// Connected for the first time once all of it is known to be there: before, "offline" would be said in between.
		const states = this.#states.filter(isPossible);
		if (isConnected(states) && states.every(({ syncedAt }) => syncedAt !== null)) this.#everConnected = true;
		for (const listener of [...this.#listeners]) listener();
	}
}

/** A document that is closed to this member for good is no connection that is missing. */
const isPossible = ({ ended }: ChannelState): boolean =>
	ended !== CLOSE.noRight && ended !== CLOSE.noDocument;

const isConnected = (channels: readonly ChannelState[]): boolean =>
	channels.length > 0 && channels.every(({ connected }) => connected);
