/**
 * The log of updates: what every implementation (SQLite, memory, later Postgres) promises. The contract suite
 * in `log-contract.ts` checks each of them.
 */
import { createHash } from 'node:crypto';
import type { DocumentName } from '#lib/domain/people/permissions.ts';

/** One accepted change to one document, as it will stand in the log for good. */
export type Row = {
	readonly production: string;
	readonly document: DocumentName;
	/** who: a user id, or `SERVER_USER` for content the server itself wrote (a demo) */
	readonly user: string;
	/** from which session; sessions stand for devices */
	readonly device: string;
	/** server receive time, ms since 1970 */
	readonly at: number;
	/** a Yjs update, version 1 encoding */
	readonly bytes: Uint8Array;
	/** Yjs client ids that appear in this document for the first time; they belong to `user` from now on */
	readonly clients: readonly number[];
};

/** Where a row stands in the chain of its production. */
export type Place = { readonly seq: number; readonly hash: Uint8Array };

export type Loaded = {
	/** the folded document up to and including `seq`, or null when nothing was folded yet */
	readonly base: { seq: number; bytes: Uint8Array; stateVector: Uint8Array } | null;
	/** rows after the base, oldest first */
	readonly tail: readonly { seq: number; bytes: Uint8Array }[];
	/** whom each Yjs client id belongs to */
	readonly owners: ReadonlyMap<number, string>;
	/** the last row of the production, whichever document it changed */
	readonly head: Place;
};

/** A row as it stands in the log. */
export type KeptRow = Omit<Row, 'clients'> & Place;

/** A row with the hash before it in its production: with that its own hash can be reckoned again. */
export type ProvenRow = KeptRow & { readonly before: Uint8Array };

export type Verdict =
	{ readonly ok: true; readonly head: Place } | { readonly ok: false; readonly seq: number };

/**
 * Which life of the log this is. A restored backup begins another one, so that devices know that the server may
 * have forgotten what it once had.
 */
export type Epoch = { readonly id: string; readonly restored: boolean };

export interface LogStore {
	readonly epoch: Epoch;
	/** false: nothing can be written now, and nobody has to try in order to know; `probe` may mend it */
	readonly writes: boolean;
	load(document: DocumentName): Promise<Loaded>;
	/**
	 * Puts rows on disk, all or none, in the order given, and resolves once they would survive a power cut.
	 * Appends happen in the order they are asked for. Rows of a production that was deleted are left out, with null in
	 * the place of theirs: others' rows, which share the commit, have nothing to do with it.
	 */
	append(rows: readonly Row[]): Promise<readonly (Place | null)[]>;
	/**
	 * Keeps a folded state of the document; the rows stay. The base before it is kept a day. Nothing is kept of a
	 * production that was deleted meanwhile.
	 */
	fold(document: DocumentName, uptoSeq: number, bytes: Uint8Array, stateVector: Uint8Array): Promise<void>;
	/** Walks the whole chain of a production. `seq` of a bad verdict is the first row that doesn't fit. */
	verify(production: string): Promise<Verdict>;
	/** Deletes everything of a production and leaves a tombstone: its id takes no rows any more. */
	forget(production: string, at: number): Promise<void>;
	/** The last row of a production, whichever document it changed. */
	head(production: string): Promise<Place>;
	/** Rows of a production in order: those after `after`, up to and including `upto`, at most `limit`. */
	rows(production: string, after: number, upto: number, limit: number): Promise<KeptRow[]>;
	/** Rows of one document, likewise, each with the hash before it. Costs what is answered, however long the record is. */
	rowsOf(document: DocumentName, after: number, upto: number, limit: number): Promise<ProvenRow[]>;
	/**
	 * Opens an id for the rows of a production file; they are appended as usual. A tombstone is no obstacle.
	 * @throws LogError when the production has rows, or is being imported
	 */
	beginImport(production: string, at: number): Promise<void>;
	/** Ends an import: what was appended stands for good, or is taken out again. */
	endImport(production: string, keep: boolean): Promise<void>;
	/** Productions whose import has begun and not ended: the server went down in between. */
	unfinishedImports(): Promise<string[]>;
	/** Where a production stood when it was deleted here; null when it never was. */
	tombstone(production: string): Promise<Place | null>;
	/** Resolves when the store would take rows again, after an append failed. */
	probe(): Promise<void>;
	close(): Promise<void>;
}

/** Stands in the log as the user of what the server itself wrote. */
export const SERVER_USER = 'server';

/**
 * Devices of rows that bring back what an older backup had lost: who offers it need not be who wrote it, and the
 * record says so for good.
 */
const AGAIN = 'again:';
export const offeredAgain = (device: string): string => `${AGAIN}${device}`;
export const isOfferedAgain = ({ device }: Pick<Row, 'device'>): boolean => device.startsWith(AGAIN);

/** The chain of a production starts here. */
export const GENESIS: Place = { seq: 0, hash: new Uint8Array(32) };

/** A production that was deleted, or a row the log refuses. */
export class LogError extends Error {}

/**
 * Appends rows that belong together.
 * @throws LogError when their production was deleted meanwhile: then nothing of it is there
 */
export async function appendAll(store: LogStore, rows: readonly Row[]): Promise<readonly Place[]> {
	const places = await store.append(rows);
	return places.map((place, n) => {
		if (!place) throw new LogError(`production ${rows[n]?.production} was deleted`);
		return place;
	});
}

/** Hash of a row: SHA-256 of the hash before it, the row's fields as one JSON line, and its bytes. */
export function chainHash(previous: Uint8Array, seq: number, row: Omit<Row, 'clients'>): Uint8Array {
	return createHash('sha256')
		.update(previous)
		.update(JSON.stringify([row.production, seq, row.document, row.user, row.device, row.at]) + '\n')
		.update(row.bytes)
		.digest();
}
