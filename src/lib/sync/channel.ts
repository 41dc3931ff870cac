import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import { Awareness } from 'y-protocols/awareness';
import type * as decoding from 'lib0/decoding';
import { readVarUint, readVarUint8Array } from 'lib0/decoding';
import * as Y from 'yjs';
import { Command } from '#lib/doc/command.ts';
import { MESSAGE, SYNC, type Refusal } from '#lib/domain/sync-protocol.ts';
import { intentsOf } from './intent.ts';
import { Ledger } from './ledger.ts';
import type { Outbox, OutboxEvent } from './outbox.ts';
import { rebuild } from './rebuild.ts';
import { deleteDatabase } from './storage.ts';
import { readAcknowledgement, readRefusal, step2Frame, syncKind } from './wire.ts';

/** How long the cache may take to open before the document goes on without it. */
const CACHE_MS = 5_000;

/** Origins of what is applied rather than done here. */
const FROM_OUTBOX = Symbol('outbox');
const FROM_TABS = Symbol('tabs');

/** What one document's connection is doing. Every field is a fact, none a hope. */
export type ChannelState = {
	/** own changes in memory whose write to the outbox has not completed */
	readonly saving: number;
	/** own changes that could not be written to the outbox and that no server has either */
	readonly unsaved: number;
	/** a socket is open and the server's state has arrived over it */
	readonly connected: boolean;
	/** another tab of this user sends for this one */
	readonly follower: boolean;
	/** when the server last said that all is with it (device clock, milliseconds); null: not in this session */
	readonly syncedAt: number | null;
	/** the close code that ended the connection for good (signed out, no right, no such document); null while it tries */
	readonly ended: number | null;
	/** the cache could not be opened: nothing is kept on this device but the outbox */
	readonly cacheless: boolean;
};

export type ChannelOptions = {
	readonly userId: string;
	readonly document: string;
	readonly outbox: Outbox;
	/** `ws(s)://host/sync` */
	readonly server: string;
	/** device clock, handed in for tests */
	readonly now?: () => number;
	/** called when the document has to be opened anew, after a refusal was set aside */
	readonly onRebuilt: () => void;
};

/** The name of the database that caches a document for a user. */
export const cacheName = (userId: string, document: string): string => `daybreak.${userId}.${document}`;

type TabMessage =
	| { readonly type: 'hello'; readonly vector: Uint8Array }
	| { readonly type: 'update'; readonly update: Uint8Array }
	| { readonly type: 'state'; readonly connected: boolean; readonly syncedAt: number | null }
	| { readonly type: 'rebuilt' };

/**
 * One document on this device: cached by y-indexeddb, carried by y-websocket, guaranteed by the outbox. One tab a
 * user and document sends (a Web Lock says which); the others hear and speak through it.
 */
export class Channel {
	readonly doc = new Y.Doc();
	readonly awareness = new Awareness(this.doc);
	readonly document: string;
	readonly #options: ChannelOptions;
	readonly #ledger = new Ledger();
	/** the outbox key of each own change; null when it couldn't be written */
	readonly #keys = new Map<number, Promise<number | null>>();
	readonly #seqOfKey = new Map<number, number>();
	readonly #tabs: BroadcastChannel | null;
	readonly #stop = new AbortController();
	readonly #listeners = new Set<() => void>();
	#seq = 0;
	#cache: IndexeddbPersistence | null = null;
	#provider: WebsocketProvider | null = null;
	/** on this connection, own changes may go out only after the answer to the server's step 1 */
	#answered = false;
	#serverVector: Uint8Array | null = null;
	#state: ChannelState = {
		saving: 0,
		unsaved: 0,
		connected: false,
		follower: true,
		syncedAt: null,
		ended: null,
		cacheless: false
	};

	private constructor(options: ChannelOptions) {
		this.#options = options;
		this.document = options.document;
		this.#tabs =
			typeof BroadcastChannel === 'undefined'
				? null
				: new BroadcastChannel(cacheName(options.userId, options.document));
	}

	/** Opens a document from what this device has; the network comes afterwards, by itself. */
	static async open(options: ChannelOptions): Promise<Channel> {
		const channel = new Channel(options);
		await channel.#load();
		channel.#listen();
		void channel.#becomeSender();
		return channel;
	}

	get state(): ChannelState {
		return this.#state;
	}

	/** Calls back whenever `state` changes. Returns the way to stop. */
	observe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Tries to connect at once: the network came back, the page was shown again, somebody signed in. */
	wake(): void {
		const provider = this.#provider;
		if (!provider) return;
		this.#set({ ended: null });
		provider.wsUnsuccessfulReconnects = 0;
		provider.connect();
	}

	/** Closes the socket at once: the network went, though an open WebSocket doesn't notice. */
	sleep(): void {
		this.#provider?.disconnect();
	}

	/** Resolves once every change made so far is on this device's disk (or known not to be). */
	async settled(): Promise<void> {
		await Promise.allSettled([...this.#keys.values()]);
	}

	/** Lets go of socket, cache and lock. The outbox keeps what wasn't sent. */
	async close(): Promise<void> {
		await this.settled();
		this.#stop.abort();
		this.#disconnect();
		this.#tabs?.close();
		this.awareness.destroy();
		await this.#cache?.destroy();
		this.doc.destroy();
	}

	async #load(): Promise<void> {
		const cache = new IndexeddbPersistence(cacheName(this.#options.userId, this.document), this.doc);
		const opened = await Promise.race([
			cache.whenSynced.then(() => true),
			cache._db.then(
				() => new Promise<boolean>(() => {}),
				() => false
			),
			new Promise<boolean>((resolve) => setTimeout(resolve, CACHE_MS, false))
		]);
		this.#cache = opened ? cache : null;
		if (!opened) this.#set({ cacheless: true });
		await this.#takeFromOutbox();
	}

	/** Applies own changes that the outbox holds and this document may lack: the cache may have lost them. */
	async #takeFromOutbox(): Promise<void> {
		const entries = await this.#options.outbox.of(this.document).catch(() => []);
		for (const { key, update, refused } of entries) {
			if (refused === null) this.#carry(key, update, FROM_OUTBOX);
		}
	}

	#carry(key: number, update: Uint8Array, origin: symbol): void {
		if (this.#seqOfKey.has(key)) return;
		const seq = this.#book(key, Promise.resolve(key));
		this.#ledger.made(seq);
		Y.applyUpdate(this.doc, update, origin);
	}

	#book(key: number | null, kept: Promise<number | null>): number {
		const seq = ++this.#seq;
		this.#keys.set(seq, kept);
		if (key !== null) this.#seqOfKey.set(key, seq);
		return seq;
	}

	#listen(): void {
		const { signal } = this.#stop;
		this.doc.on('update', (update, origin, _doc, transaction) => {
			if (transaction.local) this.#keep(update, transaction);
			else if (origin === this.#provider && this.#provider) this.#post({ type: 'update', update });
		});
		signal.addEventListener(
			'abort',
			this.#options.outbox.observe((event) => this.#outboxSaid(event))
		);
		if (!this.#tabs) return;
		this.#tabs.onmessage = ({ data }) => this.#tabSaid(data as TabMessage);
		this.#post({ type: 'hello', vector: Y.encodeStateVector(this.doc) });
	}

	/** An own change: into the outbox first; only then is it "saved". */
	#keep(update: Uint8Array, transaction: Y.Transaction): void {
		const { outbox, now = Date.now } = this.#options;
		const { origin } = transaction;
		const kept = outbox
			.add({
				document: this.document,
				update,
				intents: intentsOf(transaction),
				name: origin instanceof Command ? origin.name : 'undo',
				at: now()
			})
			.catch(() => null);
		const seq = this.#book(null, kept);
		this.#ledger.made(seq);
		this.#set({ saving: this.#state.saving + 1 });
		void kept.then((key) => {
			if (key !== null) this.#seqOfKey.set(key, seq);
			this.#set({
				saving: this.#state.saving - 1,
				unsaved: this.#state.unsaved + (key === null && this.#keys.has(seq) ? 1 : 0)
			});
		});
	}

	#outboxSaid(event: OutboxEvent): void {
		if (event.type === 'added') {
			if (!event.here && event.entry.document === this.document) {
				this.#carry(event.entry.key, event.entry.update, FROM_TABS);
			}
			return;
		}
		for (const key of event.keys) {
			const seq = this.#seqOfKey.get(key);
			if (seq !== undefined) this.#forget(seq, key);
		}
	}

	#forget(seq: number, key: number | null): void {
		this.#ledger.forget(seq);
		this.#keys.delete(seq);
		if (key !== null) this.#seqOfKey.delete(key);
	}

	#tabSaid(message: TabMessage): void {
		if (message.type === 'update') Y.applyUpdate(this.doc, message.update, FROM_TABS);
		else if (message.type === 'rebuilt') this.#options.onRebuilt();
		else if (message.type === 'hello') {
			this.#post({ type: 'update', update: Y.encodeStateAsUpdate(this.doc, message.vector) });
			if (this.#provider) this.#tellTabs();
		} else if (this.#state.follower) {
			this.#set({ connected: message.connected, syncedAt: message.syncedAt });
		}
	}

	#post(message: TabMessage): void {
		if (!this.#stop.signal.aborted) this.#tabs?.postMessage(message);
	}

	#tellTabs(): void {
		const { connected, syncedAt } = this.#state;
		this.#post({ type: 'state', connected, syncedAt });
	}

	/** Waits until no other tab of this user sends for this document, then sends until closed. */
	async #becomeSender(): Promise<void> {
		const { signal } = this.#stop;
		const send = async (): Promise<void> => {
			if (signal.aborted) return;
			await this.#takeFromOutbox();
			// Closed meanwhile: an abort that has been is not heard again, and the lock would be held for ever.
			if (signal.aborted) return;
			this.#connect();
			await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
		};
		if (typeof navigator === 'undefined' || !navigator.locks) return send();
		const name = cacheName(this.#options.userId, this.document);
		await navigator.locks.request(name, { signal }, send).catch((error: unknown) => {
			if (!signal.aborted) throw error;
		});
	}

	#connect(): void {
		if (this.#stop.signal.aborted) return;
		this.#set({ follower: false });
		const provider = new WebsocketProvider(this.#options.server, this.document, this.doc, {
			awareness: this.awareness,
			connect: false,
			// y-websocket's own channel is named by address and document only: it would join two sign-ins.
			disableBc: true,
			maxBackoffTime: 5_000,
			WebSocketPolyfill: this.#guardedSocket()
		});
		this.#provider = provider;
		provider.messageHandlers[MESSAGE.sync] = (_encoder, decoder) => this.#readSync(provider, decoder);
		provider.messageHandlers[MESSAGE.acknowledgement] = (_encoder, decoder) => {
			void this.#acknowledged(readAcknowledgement(decoder).count);
		};
		provider.messageHandlers[MESSAGE.refusal] = (_encoder, decoder) => {
			const { index, code } = readRefusal(decoder);
			void this.#refused(index, code);
		};
		provider.on('connection-close', () => {
			this.#answered = false;
			this.#serverVector = null;
			this.#ledger.reset();
			this.#set({ connected: false });
			// Others were told that we left; the same state under the same clock would stay unseen to them.
			this.awareness.setLocalState(this.awareness.getLocalState());
		});
		this.#speakForOurselvesOnly(provider);
		// A state under clock 0 is one that others take for known: the first they can see has clock 1.
		this.awareness.setLocalState(this.awareness.getLocalState());
		provider.on('closed', ({ code }) => this.#set({ ended: code }));
		provider.on('sync', (synced) => {
			if (synced) this.#arrived();
		});
		if (typeof navigator === 'undefined' || navigator.onLine !== false) provider.connect();
	}

	/** The stock provider sends on what it hears of everybody; each device says only what is its own. */
	#speakForOurselvesOnly(provider: WebsocketProvider): void {
		const send = provider._awarenessUpdateHandler;
		this.awareness.off('update', send);
		this.awareness.on('update', (change: Parameters<typeof send>[0], origin: unknown) => {
			if (origin === 'local') send(change, origin);
		});
	}

	#disconnect(): void {
		this.#provider?.destroy();
		this.#provider = null;
		this.#set({ connected: false, follower: true });
	}

	/**
	 * Own changes made on this connection before the server knows what came before them would hang in the air, so
	 * they wait for the answer to its step 1, which carries them all; from then on each goes out as it is made.
	 */
	#guardedSocket(): typeof WebSocket {
		const sends = (kind: ReturnType<typeof syncKind>): boolean => {
			if (kind !== 'update') return true;
			if (this.#answered) this.#ledger.sent();
			return this.#answered;
		};
		return class extends WebSocket {
			override send(data: Parameters<WebSocket['send']>[0]): void {
				const bytes = typeof data === 'string' || data instanceof Blob ? null : data;
				if (bytes === null || sends(syncKind(bytes))) super.send(data);
			}
		};
	}

	#readSync(provider: WebsocketProvider, decoder: decoding.Decoder): void {
		const kind = readVarUint(decoder);
		const bytes = readVarUint8Array(decoder);
		if (kind === SYNC.step1) {
			this.#serverVector = bytes.slice();
			if (provider.synced) this.#answer();
			return;
		}
		Y.applyUpdate(this.doc, bytes, provider);
		if (kind === SYNC.step2 && !provider.synced) provider.synced = true;
	}

	/** The server's state is here. A server that asked nothing takes nothing: this member reads only. */
	#arrived(): void {
		this.#set({ connected: true, ended: null });
		if (this.#serverVector) this.#answer();
		else void this.#onlyReading();
		this.#noteSynced();
	}

	#answer(): void {
		const socket = this.#provider?.ws;
		if (!this.#serverVector || !socket) return;
		const frame = step2Frame(Y.encodeStateAsUpdate(this.doc, this.#serverVector));
		this.#serverVector = null;
		this.#answered = true;
		this.#ledger.sent();
		socket.send(frame as Uint8Array<ArrayBuffer>);
	}

	async #acknowledged(count: number): Promise<void> {
		const safe = this.#ledger.acknowledged(count);
		const keys = await this.#keysOf(safe);
		for (const seq of safe) this.#keys.delete(seq);
		await this.#options.outbox.remove(keys).catch(() => {});
		if (safe.length > keys.length) this.#set({ unsaved: 0 });
		this.#noteSynced();
	}

	async #keysOf(seqs: readonly number[]): Promise<number[]> {
		const keys = await Promise.all(seqs.map((seq) => this.#keys.get(seq)));
		return keys.filter((key) => key !== null && key !== undefined);
	}

	#noteSynced(): void {
		if (!this.#ledger.quiet || !this.#state.connected) return;
		this.#set({ syncedAt: (this.#options.now ?? Date.now)() });
	}

	async #onlyReading(): Promise<void> {
		const waiting = this.#ledger.waiting;
		if (waiting.length > 0) await this.#setAside(waiting, 'reader');
	}

	async #refused(index: number, code: Refusal): Promise<void> {
		// The server couldn't just now: it closes, and everything is offered again on the next connection.
		if (code === 'rate' || code === 'storage') return;
		const refused = this.#ledger.refused(index);
		// Whatever was sent after it would be refused as well, only for hanging on it: stop listening at once.
		this.#provider?.disconnect();
		await this.#setAside(refused, code);
	}

	/**
	 * What was refused is kept for a person to see. The bytes of all that was made after it hang on it, so the
	 * document is made anew from the server's state, and the rest is written into it again by intent.
	 */
	async #setAside(seqs: readonly number[], code: Refusal): Promise<void> {
		const { outbox, userId, server } = this.#options;
		await outbox.refuse(await this.#keysOf(seqs), code);
		await this.settled();
		this.#provider?.destroy();
		this.#provider = null;
		const name = cacheName(userId, this.document);
		await this.#cache?.destroy();
		this.#cache = null;
		await rebuild({ outbox, document: this.document, server, code });
		await deleteDatabase(name);
		this.#post({ type: 'rebuilt' });
		this.#options.onRebuilt();
	}

	#set(change: Partial<ChannelState>): void {
		const next = { ...this.#state, ...change };
		if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
		const told = next.connected !== this.#state.connected || next.syncedAt !== this.#state.syncedAt;
		this.#state = next;
		if (told && !next.follower) this.#tellTabs();
		for (const listener of this.#listeners) listener();
	}
}
