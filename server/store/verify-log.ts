/** Whether the log of a production is what was written: the rows, and what was derived from them for speed. */
import type { DatabaseSync } from 'node:sqlite';
import * as Y from 'yjs';
import { walkChain } from './chain.ts';
import { isOfferedAgain, type KeptRow, type Place } from './log-store.ts';

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
		const written = (rowsOf.all(document, seq) as { bytes: Uint8Array }[]).map((row) => row.bytes);
		const right = listing(written);
		if (!isStateOf(bytes, vector, right, vectorOf(written)))
			return { seq, what: `the folded ${document} at row ${seq} isn’t what its rows come to` };
	}
	return null;
}

/** A client id that belongs to somebody else than the first who used it. */
function ownerMisfit(db: DatabaseSync, production: string): Misfit | null {
	const rows = db.prepare('SELECT * FROM updates WHERE production = ? ORDER BY seq');
	const first = new Map<string, { user: string; seq: number }>();
	const open = new Set<string>();
	for (const row of rows.iterate(production) as unknown as Iterable<KeptRow>) {
		for (const client of Y.parseUpdateMeta(row.bytes).to.keys()) {
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

function isStateOf(bytes: Uint8Array, vector: Uint8Array, content: string, clocks: string): boolean {
	try {
		return listing([bytes]) === content && vectorText(vector) === clocks;
	} catch {
		// not even an update any more
		return false;
	}
}

const merged = (updates: readonly Uint8Array[]): Y.Doc => {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	return doc;
};
const vectorOf = (updates: readonly Uint8Array[]): string => vectorText(Y.encodeStateVector(merged(updates)));
const vectorText = (vector: Uint8Array): string =>
	JSON.stringify([...Y.decodeStateVector(vector)].sort(([a], [b]) => a - b));

/** A document clock by clock, however its structs are cut: what is there, between what, and what was deleted. */
function listing(updates: readonly Uint8Array[]): string {
	const doc = merged(updates);
	const lines: string[] = [];
	for (const client of [...doc.store.clients.keys()].sort((a, b) => a - b)) {
		for (const struct of doc.store.clients.get(client) ?? []) {
			for (let n = 0; n < struct.length; n++)
				lines.push(`${client}.${struct.id.clock + n} ${part(struct, n)}`);
		}
	}
	doc.destroy();
	return lines.join('\n');
}

function part(struct: Y.Item | Y.GC, n: number): string {
	if (!(struct instanceof Y.Item) || struct.deleted) return 'deleted';
	const left = n > 0 ? `${struct.id.client}.${struct.id.clock + n - 1}` : place(struct.origin);
	const root = struct.parent instanceof Y.AbstractType ? struct.parent : null;
	const parent = root?._item
		? place(root._item.id)
		: [...(root?.doc?.share ?? [])].find(([, t]) => t === root)?.[0];
	const content = JSON.stringify(struct.content.getContent()[n]) ?? struct.content.constructor.name;
	return `${left}|${place(struct.rightOrigin)}|${parent}|${struct.parentSub}|${content}`;
}
const place = (id: Y.ID | null): string => (id ? `${id.client}.${id.clock}` : '-');
