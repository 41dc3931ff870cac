import type { Boundary } from './boundary.ts';
import { Database } from './storage.ts';

/** A place in the server's record of a production: the row's number and the chain's hash up to it. */
export type Place = { readonly seq: number; readonly hash: Uint8Array };

/** Where the record stood when this device last heard of it, through one document. */
export type Noted = Place & {
	readonly document: string;
	/** which life of the record that was: after a restored backup it is another one */
	readonly epoch: string;
	/** when something else was found at this place (device clock, milliseconds); null: it is as it was */
	readonly differs: number | null;
};

/** The name of the database of what this device knows of the server's records. */
export const headsName = (userId: string): string => `daybreak.${userId}.heads`;

/**
 * What makes a rewritten record found: each device remembers where the chain stood, and asks when it returns. Kept
 * apart from the documents' caches, which go when something is refused.
 */
export class RecordHeads {
	readonly #database: Database;
	readonly #boundary: Boundary;
	readonly #changed: () => void;
	/** documents whose record isn't what this device was told, until a person has seen it */
	readonly #differing = new Set<string>();

	constructor(userId: string, at: Boundary, changed: () => void) {
		this.#boundary = at;
		this.#changed = changed;
		this.#database = new Database(headsName(userId), { heads: { keyPath: 'document' } }, at);
		void this.#readDiffering();
	}

	/** Documents whose record was changed behind this device's back, as far as is known. */
	get differing(): readonly string[] {
		return [...this.#differing];
	}

	/** What is noted of a document's record; null when nothing is, or storage can't be read now. */
	async of(document: string): Promise<Noted | null> {
		const read = this.#database.run<Noted | undefined>('heads', 'readonly', (store) => store.get(document));
		return (await read.catch(() => undefined)) ?? null;
	}

	/** Notes where the record stands. What differs stays as it was noted: it is the evidence. */
	async keep(document: string, epoch: string, { seq, hash }: Place): Promise<void> {
		if (seq === 0 || this.#differing.has(document)) return;
		await this.#put({ document, epoch, seq, hash, differs: null });
	}

	/** The record isn't what this device was told. Stays so until a person has seen it, also over a restart. */
	async differs(noted: Noted): Promise<void> {
		this.#differing.add(noted.document);
		this.#changed();
		await this.#put({ ...noted, differs: noted.differs ?? this.#boundary.now() });
	}

	/** A person has seen it: from the next connection on, the record as it is now counts. */
	async seen(): Promise<void> {
		const documents = this.differing;
		this.#differing.clear();
		this.#changed();
		const forget = this.#database.run('heads', 'readwrite', (store) => {
			for (const document of documents) store.delete(document);
			return null;
		});
		await forget.catch(() => {});
	}

	/** Deletes all of it, at sign-out. */
	destroy(): Promise<void> {
		return this.#database.destroy();
	}

	async #put(noted: Noted): Promise<void> {
		const put = this.#database.run('heads', 'readwrite', (store) => {
			store.put(noted);
			return null;
		});
		await put.catch(() => {});
	}

	async #readDiffering(): Promise<void> {
		const read = this.#database.run<Noted[]>('heads', 'readonly', (store) => store.getAll());
		for (const { document, differs } of (await read.catch(() => [])) ?? []) {
			if (differs !== null) this.#differing.add(document);
		}
		if (this.#differing.size > 0) this.#changed();
	}
}
