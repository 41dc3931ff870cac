import { Ledger } from './ledger.ts';
import { holds } from './holds.ts';
import type * as Y from 'yjs';
import type { Boundary } from './boundary.ts';
import type { Change, Entry, Outbox } from './outbox.ts';

type Own = {
	readonly seq: number;
	update: Uint8Array;
	/** what is to be written; null once it is on disk */
	change: Change | null;
	/** its key in the outbox; null until it is on disk */
	key: number | null;
	/** the server has it: when its write completes it leaves the outbox at once */
	dealtWith: boolean;
};

/**
 * The changes of one document that no server has: each on its way into the outbox, in the order they were made, and
 * on the ledger of the connection. A change is written only after all that this tab made before it, or together with
 * them: later bytes hang on earlier ones, so nothing may be called saved that hangs on something unsaved.
 */
export class OwnChanges {
	readonly ledger = new Ledger();
	readonly #outbox: Outbox;
	readonly #retryMs: number;
	readonly #changed: () => void;
	readonly #own = new Map<number, Own>();
	readonly #seqOfKey = new Map<number, number>();
	#unwritten: Own[] = [];
	#writing: Promise<void> | null = null;
	#failing = false;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#seq = 0;

	constructor(outbox: Outbox, { retryMs }: Pick<Boundary, 'retryMs'>, changed: () => void) {
		this.#outbox = outbox;
		this.#retryMs = retryMs;
		this.#changed = changed;
	}

	/** Own changes in memory whose write has not completed. */
	get saving(): number {
		return this.#failing ? 0 : this.#unwritten.length;
	}

	/** Own changes that could not be written, and that no server has either. */
	get unsaved(): number {
		return this.#failing ? this.#unwritten.length : 0;
	}

	/** What is in memory and nowhere else, oldest first: for an export when the disk can't be written. */
	get unwritten(): readonly Change[] {
		return this.#unwritten.flatMap(({ change }) => change ?? []);
	}

	/** A change made here: it starts on its way to the disk. Answers its number on the ledger. */
	made(change: Change): number {
		const own: Own = { seq: ++this.#seq, update: change.update, change, key: null, dealtWith: false };
		this.#own.set(own.seq, own);
		this.#unwritten.push(own);
		this.ledger.made(own.seq);
		this.#changed();
		void this.#write();
		return own.seq;
	}

	/** A change that the outbox holds already. Answers its number, or null when it is on the books. */
	carried({ key, update }: Pick<Entry, 'key' | 'update'>): number | null {
		if (this.#seqOfKey.has(key)) return null;
		const own: Own = { seq: ++this.#seq, update, change: null, key, dealtWith: false };
		this.#own.set(own.seq, own);
		this.#seqOfKey.set(key, own.seq);
		this.ledger.made(own.seq);
		return own.seq;
	}

	/** The outbox holds other bytes for a change now. */
	rewritten({ key, update }: Pick<Entry, 'key' | 'update'>): void {
		const own = this.#own.get(this.#seqOfKey.get(key) ?? 0);
		if (own) own.update = update;
	}

	/** Entries that are no longer to be sent: another tab's acknowledgement, a refusal. */
	gone(keys: readonly number[]): void {
		for (const key of keys) {
			const seq = this.#seqOfKey.get(key);
			if (seq === undefined) continue;
			this.ledger.forget(seq);
			this.#own.delete(seq);
			this.#seqOfKey.delete(key);
		}
	}

	/** The server has these. */
	async dealtWith(seqs: readonly number[]): Promise<void> {
		const keys: number[] = [];
		for (const seq of seqs) {
			const own = this.#own.get(seq);
			if (!own) continue;
			own.dealtWith = true;
			this.#own.delete(seq);
			if (own.key !== null) keys.push(own.key);
			// One that could not be written needs no writing any more; one under way is taken out when it is done.
			else if (!this.#writing) this.#unwritten = this.#unwritten.filter((other) => other !== own);
		}
		if (this.#unwritten.length === 0 && !this.#writing) this.#failing = false;
		this.#changed();
		await this.#outbox.remove(keys).catch(() => {});
	}

	/** Changes that a message to the server can carry now, in order: those the document has in full. */
	sendable(doc: Y.Doc): { readonly seq: number; readonly update: Uint8Array }[] {
		return this.ledger.open.flatMap((seq) => {
			const own = this.#own.get(seq);
			return own && holds(doc, own.update) ? [{ seq, update: own.update }] : [];
		});
	}

	/** The outbox keys of changes; null when one of them isn't on disk. */
	keysOf(seqs: readonly number[]): number[] | null {
		const keys = seqs.flatMap((seq) => this.#own.get(seq)?.key ?? []);
		return keys.length === seqs.filter((seq) => this.#own.has(seq)).length ? keys : null;
	}

	/** Resolves once every change made so far is on disk, or known not to be. */
	async settled(): Promise<void> {
		const last = this.#unwritten.at(-1);
		while (last && this.#unwritten.includes(last)) {
			await this.#write();
			if (this.#failing) return;
		}
	}

	/** No more tries after this; a write under way comes to its end. */
	stop(): void {
		clearTimeout(this.#retry);
	}

	#write(): Promise<void> {
		if (this.#unwritten.length === 0) return this.#writing ?? Promise.resolve();
		this.#writing ??= this.#writeAll();
		return this.#writing;
	}

	/** It has ended in the same turn in which it finds nothing more: what is made right afterwards begins another. */
	async #writeAll(): Promise<void> {
		clearTimeout(this.#retry);
		while (this.#unwritten.length > 0) {
			const batch = [...this.#unwritten];
			const changes = batch.flatMap(({ change }) => change ?? []);
			try {
				const keys = await this.#outbox.add(changes, this);
				this.#wrote(batch, keys);
			} catch {
				this.#unwritten = this.#unwritten.filter(({ dealtWith }) => !dealtWith);
				this.#failing = this.#unwritten.length > 0;
				if (this.#failing) this.#retry = setTimeout(() => void this.#write(), this.#retryMs);
				this.#writing = null;
				this.#changed();
				return;
			}
		}
		this.#writing = null;
	}

	#wrote(batch: readonly Own[], keys: readonly number[]): void {
		this.#failing = false;
		const superfluous: number[] = [];
		batch.forEach((own, n) => {
			own.key = keys[n] as number;
			own.change = null;
			if (own.dealtWith) superfluous.push(own.key);
			else this.#seqOfKey.set(own.key, own.seq);
		});
		this.#unwritten = this.#unwritten.filter(({ key }) => key === null);
		this.#changed();
		if (superfluous.length > 0) void this.#outbox.remove(superfluous).catch(() => {});
	}
}
