import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Command } from '#lib/doc/command.ts';
import { CLOSE, type Refusal } from '#lib/domain/sync-protocol.ts';
import { boundary, type Boundary } from './boundary.ts';
import { Cache, cacheName } from './cache.ts';
import { Connection, type Past } from './connection.ts';
import { holds } from './holds.ts';
import { intentsOf } from './intent.ts';
import type { Change, Outbox, OutboxEvent } from './outbox.ts';
import { SendingTurn } from './sending-turn.ts';
import { OwnChanges } from './own-changes.ts';
import type { RecordHeads } from './record-heads.ts';
import { RecordWatch } from './record-watch.ts';
import { Tabs, type TabMessage } from './tabs.ts';
import { REWRITTEN, rewriteHanging } from './rebuild.ts';

/** Origins of what is applied rather than done here. */
const FROM_OUTBOX = Symbol('outbox');
const FROM_TABS = Symbol('tabs');

const NOTE_MS = 60_000;

/** Close codes that leave what waits with a person, and what that person is told. */
const CLOSED: Readonly<Record<number, Refusal>> = {
	[CLOSE.noRight]: 'reader',
	[CLOSE.noDocument]: 'gone'
};

/** What one document's connection is doing. Every field is a fact, none a hope. */
export type ChannelState = {
	/** own changes in memory whose write to the outbox has not completed */
	readonly saving: number;
	/** own changes that could not be written to the outbox and that no server has either; tried again by itself */
	readonly unsaved: number;
	/** a socket is open and the server's state has arrived over it */
	readonly connected: boolean;
	/** another tab of this user sends for this one */
	readonly follower: boolean;
	/** when the server last said that all is with it (device clock, milliseconds); null: not in this session */
	readonly syncedAt: number | null;
	/** the close code that ended the connection for good (signed out, no right, no such document); null while it tries */
	readonly ended: number | null;
	/** something of this document is not kept on this device but for the outbox; tried again by itself */
	readonly cacheless: boolean;
};

export type ChannelOptions = {
	readonly userId: string;
	readonly document: string;
	readonly outbox: Outbox;
	/** where the server's record stood; null on a device that keeps no copies */
	readonly heads: RecordHeads | null;
	/** `ws(s)://host/sync` */
	readonly server: string;
	/** the browser, or something worse in tests */
	readonly boundary?: Boundary;
	/** called when the server turns out to have forgotten what it once had */
	readonly onForgotten?: () => void;
	/** called when the document has to be opened anew, after a refusal was set aside */
	readonly onRebuilt: () => void;
};

/**
 * One document on this device: kept by the cache, carried by y-websocket, guaranteed by the outbox. One tab a
 * user and document sends (a Web Lock says which); the others hear and speak through it.
 */
export class Channel {
	readonly doc = new Y.Doc();
	readonly awareness = new Awareness(this.doc);
	readonly document: string;
	readonly #options: ChannelOptions;
	readonly #boundary: Boundary;
	readonly #own: OwnChanges;
	readonly #tabs: Tabs;
	readonly #stop = new AbortController();
	readonly #turn: SendingTurn;
	readonly #listeners = new Set<() => void>();
	#cache: Cache | null = null;
	#connection: Connection | null = null;
	#reconciling: Promise<void> = Promise.resolve();
	#settingAside = false;
	#noted = -Infinity;
	#noting: Promise<void> = Promise.resolve();
	/** client ids noted as this device's own */
	readonly #writes = new Set<number>();
	#retry: ReturnType<typeof setTimeout> | undefined;
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
		this.#boundary = options.boundary ?? boundary();
		this.document = options.document;
		this.#own = new OwnChanges(options.outbox, this.#boundary, () => this.#reckon());
		this.#tabs = new Tabs(this.#name, (message) => this.#tabSaid(message));
		this.#turn = new SendingTurn(this.#name, this.#boundary, this.#stop.signal, {
			begin: () => this.#connect(),
			lost: () => this.#disconnect(),
			ask: () => this.#tabs.post({ type: 'are you there' })
		});
	}

	/** Opens a document from what this device has; the network comes afterwards, by itself. */
	static async open(options: ChannelOptions): Promise<Channel> {
		const channel = new Channel(options);
		await channel.#load();
		channel.#listen();
		void channel.#turn.take();
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
		if (this.#settingAside) return;
		if (this.#connection) this.#connection.wake();
		else this.#tabs.post({ type: 'wake' });
	}

	/** Closes the socket at once: the network went, though an open WebSocket doesn't notice. */
	sleep(): void {
		this.#connection?.sleep();
	}

	/** Changes made here that are in memory and nowhere else, oldest first. */
	get unwritten(): readonly Change[] {
		return this.#own.unwritten;
	}

	/** Resolves once every change made so far is on this device's disk (or known not to be). */
	settled(): Promise<void> {
		return this.#own.settled();
	}

	/**
	 * Lets go of socket, cache and lock. The outbox keeps what wasn't sent, also what a page that still shows the
	 * document changes afterwards: whoever opens it next carries that.
	 */
	async close(): Promise<void> {
		await this.settled();
		clearTimeout(this.#retry);
		this.#own.stop();
		this.#disconnect();
		this.#stop.abort();
		this.#tabs.close();
		this.awareness.destroy();
		await this.#noting;
		await this.#cache?.close();
	}

	get #name(): string {
		return cacheName(this.#options.userId, this.#options.document);
	}

	async #load(): Promise<void> {
		// Before the cache's: whatever becomes of that, a change reaches the outbox.
		this.doc.on('update', (update, origin, _doc, transaction) => this.#updated(update, origin, transaction));
		if (this.#boundary.copies) {
			this.#cache = await Cache.open(this.#name, this.doc, this.#boundary, (cacheless) =>
				this.#set({ cacheless })
			);
		} else this.#set({ cacheless: true });
		await this.#takeFromOutbox().catch(() => {});
	}

	#listen(): void {
		const { signal } = this.#stop;
		signal.addEventListener(
			'abort',
			this.#options.outbox.observe((event) => this.#outboxSaid(event))
		);
		this.#tabs.listen();
		this.#tabs.post({ type: 'hello', vector: Y.encodeStateVector(this.doc) });
	}

	#updated(update: Uint8Array, origin: unknown, transaction: Y.Transaction): void {
		if (origin === REWRITTEN) this.#tabs.post({ type: 'update', update });
		else if (transaction.local) this.#keep(update, transaction);
		else if (origin === FROM_TABS) this.#connection?.send(update, []);
		else if (origin !== FROM_OUTBOX) this.#tabs.post({ type: 'update', update });
		// What waited for this can go now. Own changes go by themselves.
		if (!transaction.local && origin !== FROM_OUTBOX) this.#connection?.flush();
	}

	/** An own change: on its way into the outbox, where it becomes "saved", and to the server. */
	#keep(update: Uint8Array, transaction: Y.Transaction): void {
		const { origin } = transaction;
		const { clientID } = this.doc;
		if (!this.#writes.has(clientID)) {
			this.#writes.add(clientID);
			void this.#cache?.keepOwn(clientID);
		}
		const seq = this.#own.made({
			document: this.document,
			update,
			intents: intentsOf(transaction),
			name: origin instanceof Command ? origin.name : 'undo',
			at: this.#boundary.now()
		});
		if (this.#connection?.readsOnly) void this.#setAside([seq], 'reader');
		else this.#connection?.send(update, [seq]);
	}

	/** Applies own changes that the outbox holds and this document may lack: the cache may have lost them. */
	async #takeFromOutbox(): Promise<void> {
		for (const { key, update, refused } of await this.#options.outbox.of(this.document)) {
			if (refused === null && this.#own.carried({ key, update }) !== null) {
				Y.applyUpdate(this.doc, update, FROM_OUTBOX);
			}
		}
	}

	/** Sends what waits in the outbox, whoever put it there, writing anew what hangs on something that is nowhere. */
	#reconcile(): Promise<void> {
		this.#reconciling = this.#reconciling.then(async () => {
			try {
				await this.#options.outbox.refresh();
				await this.#takeFromOutbox();
				if (!this.#connection?.complete) return;
				const waiting = await this.#options.outbox.of(this.document);
				const rewritten = rewriteHanging(
					this.doc,
					waiting.filter(({ refused }) => refused === null)
				);
				for (const entry of rewritten) this.#own.rewritten(entry);
				await this.#options.outbox.rewrite(rewritten);
			} catch {
				// No storage now: what is in memory goes out as far as it can, the rest at the next connection.
			}
			this.#connection?.flush();
		});
		return this.#reconciling;
	}

	#outboxSaid(event: OutboxEvent): void {
		if (event.type === 'removed' || event.type === 'refused') this.#own.gone(event.keys);
		if (event.type === 'offered') void this.#reconcile();
		if (event.type !== 'added' || event.by === this.#own) return;
		const { key, update, document, refused } = event.entry;
		if (document !== this.document || refused !== null) return;
		const seq = this.#own.carried({ key, update });
		if (seq === null) return;
		Y.applyUpdate(this.doc, update, FROM_OUTBOX);
		if (!this.#connection) return;
		if (holds(this.doc, update)) this.#connection.send(update, [seq]);
		else void this.#reconcile();
	}

	#tabSaid(message: TabMessage): void {
		if (message.type === 'update') Y.applyUpdate(this.doc, message.update, FROM_TABS);
		else if (message.type === 'rebuilt') this.#options.onRebuilt();
		else if (message.type === 'wake') this.#connection?.wake();
		else if (message.type === 'i am') this.#turn.answered();
		else if (message.type === 'are you there') {
			if (this.#connection) this.#tabs.post({ type: 'i am' });
		} else if (message.type === 'state') {
			if (!this.#connection) this.#set(message.state);
		} else {
			if (this.#connection) this.#tellTabs();
			// Nobody may build on what isn't on disk yet: it could die with this tab.
			void this.settled().then(() =>
				this.#tabs.post({ type: 'update', update: Y.encodeStateAsUpdate(this.doc, message.vector) })
			);
		}
	}

	#tellTabs(): void {
		const { connected, syncedAt, ended } = this.#state;
		this.#tabs.post({ type: 'state', state: { connected, syncedAt, ended } });
	}

	#connect(): void {
		this.#set({ follower: false, connected: false });
		this.#connection = new Connection({
			doc: this.doc,
			awareness: this.awareness,
			server: this.#options.server,
			document: this.document,
			boundary: this.#boundary,
			own: this.#own,
			past: this.#past(),
			record: this.#recordWatch(),
			prepare: () => this.#reconcile(),
			onForgotten: () => this.#options.onForgotten?.(),
			onSynced: () => this.#synced(),
			onRefused: (seqs, code) => void this.#setAside(seqs, code),
			onChange: () => this.#reckon()
		});
	}

	/** Noted in the cache now and then, so that a device knows without a network how whole its copy is. */
	#synced(): void {
		const at = this.#boundary.now();
		this.#set({ syncedAt: at });
		if (Math.abs(at - this.#noted) < NOTE_MS) return;
		this.#noted = at;
		this.#noting = this.#cache?.keepWhole(at) ?? Promise.resolve();
	}

	#recordWatch(): RecordWatch | null {
		const { heads } = this.#options;
		return heads && new RecordWatch(heads, this.document);
	}

	#past(): Past {
		return {
			epoch: async () => (await this.#cache?.epoch()) ?? null,
			keepEpoch: async (epoch) => void (await this.#cache?.keepEpoch(epoch)),
			own: async () => (await this.#cache?.own()) ?? []
		};
	}

	#disconnect(): void {
		const connection = this.#connection;
		if (!connection) return;
		this.#connection = null;
		connection.destroy();
		this.#set({ connected: false });
		this.#set({ follower: true });
	}

	/**
	 * What was refused is kept for a person to see. The bytes of what was made after it hang on it, and so does this
	 * document: it is opened anew from the server's state, and the rest written into it again by intent. Each step
	 * may be the last before the app dies: then the change is refused once more, and this is done again.
	 */
	async #setAside(seqs: readonly number[], code: Refusal): Promise<void> {
		if (this.#settingAside) return;
		this.#settingAside = true;
		this.#connection?.sleep();
		await this.settled();
		const keys = this.#own.keysOf(seqs);
		try {
			// In memory only, and refused: not to be let go before it is on disk.
			if (keys === null) throw new Error('not on disk yet');
			await this.#cache?.delete();
			await this.#options.outbox.refuse(keys, code);
		} catch {
			this.#settingAside = false;
			this.#retry = setTimeout(() => this.wake(), this.#boundary.retryMs);
			return;
		}
		this.#tabs.post({ type: 'rebuilt' });
		this.#options.onRebuilt();
	}

	/** Takes the facts from the parts. A right that is gone leaves what waits with a person. */
	#reckon(): void {
		const connection = this.#connection;
		this.#set({
			saving: this.#own.saving,
			unsaved: this.#own.unsaved,
			...(connection ? { connected: connection.connected, ended: connection.ended } : {})
		});
		const code = CLOSED[connection?.ended ?? 0];
		const waiting = this.#own.ledger.waiting;
		if (code && waiting.length > 0) void this.#setAside(waiting, code);
	}

	#set(change: Partial<ChannelState>): void {
		const before = this.#state;
		const next = { ...before, ...change };
		if (
			Object.keys(next).every((key) => next[key as keyof ChannelState] === before[key as keyof ChannelState])
		) {
			return;
		}
		this.#state = next;
		const { connected, syncedAt, ended } = next;
		const told = connected !== before.connected || syncedAt !== before.syncedAt || ended !== before.ended;
		if (told && !next.follower) this.#tellTabs();
		for (const listener of [...this.#listeners]) listener();
	}
}
