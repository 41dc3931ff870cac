/** Whether the log of a production is what was written: the rows, and what was derived from them for speed. */
import type { DatabaseSync } from 'node:sqlite';
import * as Y from 'yjs';
import { walkChain } from './chain.ts';
import { isOfferedAgain, type KeptRow, type Place } from './log-store.ts';
import { documentOf, isSameDocument } from './same-document.ts';

/** What doesn't fit; `seq` is the first row concerned. */
export type Misfit = { readonly seq: number; readonly what: string };
export type Checked = { readonly rows: number; readonly head: Place | null; readonly misfit: Misfit | null };

/** Productions that have rows, or are said to have some. */
export const productionsIn = (db: DatabaseSync): string[] =>
	db
		.prepare('SELECT production FROM updates UNION SELECT production FROM heads ORDER BY 1')
		.all()
		.map((row) => String(row.production));

/** Walks one production: its chain, then its folded documents and the owners of client ids against the rows. */
export function verifyLog(db: DatabaseSync, production: string): Checked {
	const rows = db.prepare('SELECT * FROM updates WHERE production = ? ORDER BY seq');
	const stands = db.prepare('SELECT seq, hash FROM heads WHERE production = ?').get(production) as
		Place | undefined;
	const verdict = walkChain(rows.iterate(production) as unknown as Iterable<KeptRow>, stands ?? null);
	const count = Number(
		db.prepare('SELECT count(*) AS rows FROM updates WHERE production = ?').get(production)?.rows
	);
	if (!verdict.ok) {
		const what = `row ${verdict.seq} doesn’t fit the one before it, or is missing`;
		return { rows: count, head: null, misfit: { seq: verdict.seq, what } };
	}
	const misfit = foldMisfit(db, production) ?? ownerMisfit(db, production);
	return { rows: count, head: verdict.head, misfit };
}

/** A folded document that isn't what its rows come to: readers would be shown something nobody wrote. */
function foldMisfit(db: DatabaseSync, production: string): Misfit | null {
	const bases = db
		.prepare('SELECT document, seq, bytes, state_vector FROM bases WHERE document > ? AND document < ?')
		.all(`${production}.`, `${production}/`) as {
		document: string;
		seq: number;
		bytes: Uint8Array;
		state_vector: Uint8Array;
	}[];
	const rowsOf = db.prepare('SELECT bytes FROM updates WHERE document = ? AND seq <= ? ORDER BY seq');
	for (const { document, seq, bytes, state_vector: vector } of bases) {
		const rows = read(() => documentOf(bytesOf(rowsOf.iterate(document, seq))));
		if (!rows) return { seq, what: `rows of ${document} up to row ${seq} can’t be read` };
		const fits = read(() => {
			const folded = documentOf([bytes]);
			const same = isSameDocument(rows, folded) && clocksIn(vector) === clocksIn(Y.encodeStateVector(rows));
			folded.destroy();
			return same;
		});
		rows.destroy();
		if (!fits) return { seq, what: `the folded ${document} at row ${seq} isn’t what its rows come to` };
	}
	return null;
}

function* bytesOf(rows: Iterable<unknown>): Iterable<Uint8Array> {
	for (const row of rows) yield (row as { bytes: Uint8Array }).bytes;
}

/** Null for what isn't an update any more. */
function read<T>(what: () => T): T | null {
	try {
		return what();
	} catch {
		return null;
	}
}

const clocksIn = (vector: Uint8Array): string =>
	JSON.stringify([...Y.decodeStateVector(vector)].sort(([a], [b]) => a - b));

/** A client id that belongs to somebody else than the first who used it. */
function ownerMisfit(db: DatabaseSync, production: string): Misfit | null {
	const rows = db.prepare('SELECT * FROM updates WHERE production = ? ORDER BY seq');
	const first = new Map<string, { user: string; seq: number }>();
	const open = new Set<string>();
	for (const row of rows.iterate(production) as unknown as Iterable<KeptRow>) {
		const clients = read(() => Y.parseUpdateMeta(row.bytes).to.keys());
		if (!clients) return { seq: row.seq, what: `row ${row.seq} can’t be read` };
		for (const client of clients) {
			const key = `${row.document} ${client}`;
			// What was offered again may be another's: the row doesn't say whose.
			if (isOfferedAgain(row)) open.add(key);
			else if (!first.has(key)) first.set(key, { user: row.user, seq: row.seq });
		}
	}
	const owners = db
		.prepare('SELECT document, client, user FROM owners WHERE document > ? AND document < ?')
		.all(`${production}.`, `${production}/`) as { document: string; client: number; user: string }[];
	const said = new Map(owners.map(({ document, client, user }) => [`${document} ${client}`, user]));
	for (const [key, { user, seq }] of first) {
		if (!open.has(key) && said.get(key) !== user) {
			return { seq, what: `client id ${key} is said to be somebody else’s than the writer’s of row ${seq}` };
		}
	}
	for (const key of said.keys()) {
		if (!first.has(key) && !open.has(key)) return { seq: 1, what: `client id ${key} is in no row` };
	}
	return null;
}
