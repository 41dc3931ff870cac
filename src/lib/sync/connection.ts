import { WebsocketProvider } from 'y-websocket';
import type { Awareness } from 'y-protocols/awareness';
import { readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding';
import * as Y from 'yjs';
import { isAddedOnly, readDocumentName } from '#lib/domain/people/permissions.ts';
import { CLOSE, LARGEST_MESSAGE, MESSAGE, SYNC, type Refusal } from '#lib/domain/sync-protocol.ts';
import type { Boundary } from './boundary.ts';
import { cutUpdate } from './cut.ts';
import { stateBeyond, vectorAfter } from './holds.ts';
import type { OwnChanges } from './own-changes.ts';
import type { RecordWatch } from './record-watch.ts';
import {
	againFrame,
	askRecordFrame,
	readAcknowledgement,
	readRecord,
	readRefusal,
	updateFrame
} from './wire.ts';

/** The most that goes out in one message of several changes; the smallest documents take 64 kB. */
const MESSAGE_BYTES = 48 * 1024;
/** Merging is superlinear in the number of parts. */
const MESSAGE_CHANGES = 64;
/** A message has a few bytes beside the update, more of them where it brings back what was forgotten. */
const LARGEST_UPDATE = LARGEST_MESSAGE - 131_072;
/** A server that ends a socket others share, for a message that was too large, can't mean less than this. */
const SUSPECT_BYTES = 1_048_576;
/** How long after a goodbye that names no document's fault the next try comes. */
const TURNED_AWAY_MS = 30_000;
const NOTHING = Uint8Array.of(0, 0);

/** What outlives a connection: which life of the server's record this copy was with, and what this device wrote. */
export type Past = {
	epoch(): Promise<string | null>;
	keepEpoch(epoch: string): Promise<void>;
	/** client ids under which this device has written */
	own(): Promise<readonly number[]>;
};

export type ConnectionOptions = {
	readonly doc: Y.Doc;
	readonly awareness: Awareness;
	/** `ws(s)://host/sync`, with a query that says who asks where it isn't who is signed in */
	readonly server: string;
	readonly document: string;
	readonly boundary: Boundary;
	readonly own: OwnChanges;
	/** What this device knows of the document's past on the server. */
	readonly past: Past;
	/** Compares the server's record with what this device was told; null on one that keeps nothing. */
	readonly record: RecordWatch | null;
	/** The server's state has arrived: brings what waits into a shape that can be sent, before anything is. */
	readonly prepare: () => Promise<void>;
	/** The server is in another life of its record than this copy was: an older backup was restored. */
	readonly onForgotten: () => void;
	/** All that was sent and made is with the server. */
	readonly onSynced: () => void;
	/** These were refused, and nothing is heard any more until `wake`. `seqs` is empty when it was nothing of ours. */
	readonly onRefused: (seqs: readonly number[], code: Refusal) => void;
	readonly onChange: () => void;
};

/**
 * One document's way to the server: y-websocket underneath, own changes counted out and acknowledged back. Nothing
 * goes out before the answer to the server's step 1, and that waits for the server's state: what refers to something
 * the server hasn't got would be refused.
 */
export class Connection {
	readonly #options: ConnectionOptions;
	readonly #provider: WebsocketProvider;
	/** on this connection, own changes go out as they are made */
	#answered = false;
	/** the server's state is here and what waits was brought into shape */
	#ready = false;
	#serverVector: Uint8Array | null = null;
	#connected = false;
	#ended: number | null = null;
	/** which life of its record the server is in, and whether this copy knew an earlier one */
	#epoch: string | null = null;
	/** the epoch this device has noted */
	#kept: string | null = null;
	#forgotten: { readonly own: readonly number[] } | null = null;
	/** numbers of messages that bring back what the server has forgotten */
	readonly #again = new Set<number>();
	/** so many changes share a message; fewer after a refusal, until it is clear which one is meant */
	#together = MESSAGE_CHANGES;
	#later: ReturnType<typeof setTimeout> | undefined;

	constructor(options: ConnectionOptions) {
		this.#options = options;
		const { awareness, doc, document, server, boundary } = options;
		const [at = server, query] = server.split('?');
		const provider = new WebsocketProvider(at, document, doc, {
			params: Object.fromEntries(new URLSearchParams(query)),
			awareness,
			connect: false,
			// y-websocket's own channel is named by address and document only: it would join two sign-ins.
			disableBc: true,
			maxBackoffTime: 5_000,
			WebSocketPolyfill: boundary.WebSocket
		});
		this.#provider = provider;
		// Which message carries which change is ours to know, so we send them.
		doc.off('update', provider._updateHandler);
		provider.messageHandlers[MESSAGE.sync] = (_encoder, decoder) => this.#readSync(decoder);
		provider.messageHandlers[MESSAGE.acknowledgement] = (_encoder, decoder) =>
			this.#acknowledged(readAcknowledgement(decoder));
		provider.messageHandlers[MESSAGE.record] = (_encoder, decoder) =>
			options.record?.answered(readRecord(decoder));
		provider.messageHandlers[MESSAGE.refusal] = (_encoder, decoder) => {
			const { index, code } = readRefusal(decoder);
			this.#refused(index, code);
		};
		provider.messageHandlers[MESSAGE.epoch] = (_encoder, decoder) => {
			this.#epoch = readVarString(decoder);
		};
		provider.on('connection-close', () => this.#broke());
		provider.on('closed', ({ code }) => {
			if (code === CLOSE.tooBig || code === CLOSE.badMessage) return this.#turnedAway(code);
			this.#ended = code;
			options.onChange();
		});
		provider.on('sync', (synced) => {
			if (synced) void this.#arrived();
		});
		this.#followLine();
		this.#speakForOurselvesOnly();
		// A state under clock 0 is one that others take for known: the first they can see has clock 1.
		awareness.setLocalState(awareness.getLocalState());
		if (typeof navigator === 'undefined' || navigator.onLine !== false) provider.connect();
	}

	/** A socket is open and the server's state has arrived over it. */
	get connected(): boolean {
		return this.#connected;
	}
	/** The close code that ended the connection for good; null while it tries. */
	get ended(): number | null {
		return this.#ended;
	}
	/** The server's state is here and it takes nothing: this member may only read. */
	get readsOnly(): boolean {
		return this.#connected && this.#ready && !this.#answered;
	}
	/** The server's state is here: what doesn't fit the document now, never will. */
	get complete(): boolean {
		return this.#connected;
	}

	/** Sends an update, if this connection takes any yet; it then carries these changes. */
	send(update: Uint8Array, seqs: readonly number[]): void {
		if (this.#answered) this.#put('update', update, seqs);
	}

	/** Sends every change that no message has carried yet and that can go. */
	flush(): void {
		if (!this.#answered) return;
		for (const { seq, update } of this.#options.own.sendable(this.#options.doc)) {
			this.#put('update', update, [seq]);
		}
	}

	wake(): void {
		clearTimeout(this.#later);
		this.#ended = null;
		this.#provider.wsUnsuccessfulReconnects = 0;
		this.#provider.connect();
		this.#options.onChange();
	}

	sleep(): void {
		this.#provider.disconnect();
	}

	destroy(): void {
		clearTimeout(this.#later);
		this.#provider.destroy();
		this.#broke();
	}

	#put(
		kind: 'step2' | 'update' | 'again',
		update: Uint8Array,
		seqs: readonly number[],
		mine: readonly number[] = []
	): void {
		const socket = this.#provider.ws;
		// A socket that is closing swallows what it is given; the next connection carries it.
		if (!socket || socket.readyState !== socket.OPEN) return;
		// The server would close before it has read whose it is, and so all that shares the socket.
		if (update.length > LARGEST_UPDATE) return this.#options.onRefused(seqs, 'too-big');
		this.#options.own.ledger.sent(seqs);
		socket.send(kind === 'again' ? againFrame(update, mine) : updateFrame(kind, update));
	}

	#broke(): void {
		this.#answered = this.#ready = this.#connected = false;
		this.#serverVector = this.#epoch = this.#forgotten = null;
		this.#again.clear();
		this.#options.own.ledger.reset();
		this.#options.record?.ended();
		this.#options.onChange();
		const { awareness } = this.#options;
		// Others were told that we left; the same state under the same clock would stay unseen to them.
		awareness.setLocalState(awareness.getLocalState());
	}

	#readSync(decoder: Decoder): void {
		const kind = readVarUint(decoder);
		const bytes = readVarUint8Array(decoder);
		if (kind === SYNC.step1) {
			this.#serverVector = bytes.slice();
			if (this.#ready) this.#answer();
			return;
		}
		Y.applyUpdate(this.#options.doc, bytes, this.#provider);
		if (kind === SYNC.step2 && !this.#provider.synced) this.#provider.synced = true;
	}

	/** The server's state is here. A server that asked nothing takes nothing: this member reads only. */
	async #arrived(): Promise<void> {
		const socket = this.#provider.ws;
		this.#connected = true;
		this.#ended = null;
		void this.#askRecord();
		await this.#options.prepare();
		const { past } = this.#options;
		const before = await past.epoch();
		const own = before !== null && this.#epoch !== null && before !== this.#epoch ? await past.own() : null;
		if (this.#provider.ws !== socket || !this.#connected) return;
		this.#forgotten = own && { own };
		this.#ready = true;
		if (this.#serverVector) this.#answer();
		else {
			const waiting = this.#options.own.ledger.waiting;
			if (waiting.length > 0) this.#options.onRefused(waiting, 'reader');
			else this.#noteSynced();
		}
		this.#options.onChange();
	}

	async #askRecord(): Promise<void> {
		const socket = this.#provider.ws;
		const seq = await this.#options.record?.place();
		if (seq !== undefined && socket?.readyState === socket?.OPEN) socket?.send(askRecordFrame(seq));
	}

	/** All that the server lacks: one step 2 where that is small, else in pieces after an empty one. */
	#answer(): void {
		const { doc, own } = this.#options;
		const vector = this.#serverVector;
		if (!vector) return;
		this.#serverVector = null;
		this.#answered = true;
		const waiting = own.sendable(doc);
		const all = stateBeyond(doc, vector);
		if (this.#forgotten) return this.#bringBack(all, this.#forgotten.own);
		if (waiting.length <= this.#together && all.length <= MESSAGE_BYTES) {
			return this.#put(
				'step2',
				all,
				waiting.map(({ seq }) => seq)
			);
		}
		this.#put('step2', NOTHING, []);
		for (const piece of pieces(waiting, this.#together)) {
			this.#put(
				'update',
				piece.length === 1 && piece[0] ? piece[0].update : Y.mergeUpdates(piece.map(({ update }) => update)),
				piece.map(({ seq }) => seq)
			);
		}
		// What came from others and the server has lost (an older backup), or is on no books.
		const rest = stateBeyond(
			doc,
			vectorAfter(
				vector,
				waiting.map(({ update }) => update)
			)
		);
		if (Y.parseUpdateMeta(rest).to.size > 0) this.#put('update', rest, []);
	}

	/**
	 * A backup was restored: the server lacks what it once acknowledged. All of it goes there again, whoever wrote it
	 * (in an added-only document only what is ours: nobody speaks for others there). What waits is part of it, and
	 * credited to the last part: the parts are only taken together.
	 */
	#bringBack(all: Uint8Array, own: readonly number[]): void {
		const socket = this.#provider.ws;
		// Nothing would go out, and that this life of the record is known would be noted all the same.
		if (socket?.readyState !== socket?.OPEN) return;
		this.#options.onForgotten();
		this.#put('step2', NOTHING, []);
		const { document, doc } = this.#options;
		const kind = readDocumentName(document)?.kind;
		const ours = new Set([...own, doc.clientID, ...this.#waitingClients()]);
		const parts = cutUpdate(all, MESSAGE_BYTES, kind && isAddedOnly(kind) ? ours : null);
		const seqs = this.#options.own.sendable(doc).map(({ seq }) => seq);
		parts.forEach((part, n) => {
			const mine = [...Y.parseUpdateMeta(part).to.keys()].filter((client) => ours.has(client));
			this.#put('again', part, n === parts.length - 1 ? seqs : [], mine);
			this.#again.add(this.#options.own.ledger.count);
		});
		this.#noteSynced();
	}

	#waitingClients(): number[] {
		const { own, doc } = this.#options;
		return own.sendable(doc).flatMap(({ update }) => [...Y.parseUpdateMeta(update).to.keys()]);
	}

	#acknowledged({ count, head }: ReturnType<typeof readAcknowledgement>): void {
		const { own, record } = this.#options;
		if (head) record?.heard(head);
		void own.dealtWith(own.ledger.acknowledged(count));
		this.#noteSynced();
	}

	#noteSynced(): void {
		if (!this.#options.own.ledger.quiet || !this.#connected) return;
		this.#together = MESSAGE_CHANGES;
		this.#options.onSynced();
		if (this.#epoch === null || this.#epoch === this.#kept) return;
		this.#kept = this.#epoch;
		void this.#options.past.keepEpoch(this.#epoch);
	}

	#refused(index: number, code: Refusal): void {
		const seqs = this.#options.own.ledger.refused(index);
		// The server couldn't just now: it closes, and everything is offered again on the next connection.
		if (code === 'rate' || code === 'storage') return;
		// Whatever was sent after it would be refused as well, only for hanging on it: stop listening at once.
		this.#provider.disconnect();
		// What the server doesn't want back is nothing a person has to decide about.
		if (this.#again.has(index)) this.#options.onRefused([], code);
		else if (seqs.length > 1) {
			// One of several: they are offered again in smaller groups, so that the innocent aren't set aside with it.
			this.#together = Math.max(1, Math.floor(seqs.length / 8));
			this.#provider.connect();
		} else this.#options.onRefused(seqs, code);
	}

	/**
	 * The stock provider gives up a connection on which no message came for half a minute. On a shared socket another
	 * document's, or a part of a large one, is a sign of life as good.
	 */
	#followLine(): void {
		const provider = this.#provider;
		let heard = 0;
		Object.defineProperty(provider, 'wsLastMessageReceived', {
			get: () => Math.max(heard, aliveAtOf(provider.ws)),
			set: (at: number) => (heard = at)
		});
	}

	/**
	 * The server closed over a message it doesn't read. Where one of what waits here is too large for any, that one needs
	 * a person; else it was another document's on the same socket, or whoever stands between: it is tried again.
	 */
	#turnedAway(code: number): void {
		const { own, doc, boundary } = this.#options;
		const least = boundary.oneSocket ? SUSPECT_BYTES : MESSAGE_BYTES;
		const [largest] = own
			.sendable(doc)
			.filter(({ update }) => code === CLOSE.tooBig && update.length > least)
			.sort((a, b) => b.update.length - a.update.length);
		if (largest) return this.#options.onRefused([largest.seq], 'too-big');
		this.#later = setTimeout(() => this.wake(), TURNED_AWAY_MS);
		this.#options.onChange();
	}

	/** The stock provider sends on what it hears of everybody; each device says only what is its own. */
	#speakForOurselvesOnly(): void {
		const { awareness } = this.#options;
		const send = this.#provider._awarenessUpdateHandler;
		awareness.off('update', send);
		this.#provider._awarenessUpdateHandler = (change: Parameters<typeof send>[0], origin: unknown) => {
			if (origin === 'local') send(change, origin);
		};
		// Under its own name in the provider, so that destroying the provider takes it off again.
		awareness.on('update', this.#provider._awarenessUpdateHandler);
	}
}

/** When a shared socket last gave a sign of life; a socket of its own has nothing to say about that. */
const aliveAtOf = (socket: WebSocket | null): number =>
	socket && 'aliveAt' in socket && typeof socket.aliveAt === 'number' ? socket.aliveAt : 0;

/** Changes in order, in groups that are small enough to be one message; one that is larger goes alone. */
function pieces<C extends { readonly update: Uint8Array }>(changes: readonly C[], together: number): C[][] {
	const groups: C[][] = [];
	let size = 0;
	for (const change of changes) {
		const last = groups.at(-1);
		size += change.update.length;
		if (last && last.length < together && size <= MESSAGE_BYTES) last.push(change);
		else {
			groups.push([change]);
			size = change.update.length;
		}
	}
	return groups;
}
