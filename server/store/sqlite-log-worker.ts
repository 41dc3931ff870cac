/**
 * The one writer of `log.sqlite`, in a thread of its own so that waiting for the disk never holds up the wire.
 * Messages are handled in the order they come; each is one transaction, answered after its fsync.
 */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { release } from '../release.ts';
import { chainHash, GENESIS, LogError, type Place, type Row } from './log-store.ts';
import { LOG_SCHEMA } from './sqlite-log-schema.ts';

export type Order =
	| { kind: 'append'; rows: readonly Row[] }
	| { kind: 'fold'; document: string; seq: number; bytes: Uint8Array; stateVector: Uint8Array; at: number }
	| { kind: 'forget'; production: string; at: number }
	| { kind: 'begin-import'; production: string; at: number }
	| { kind: 'end-import'; production: string; keep: boolean }
	| { kind: 'probe'; at: number }
	| { kind: 'close' };
export type Asked = Order & { id: number };
/** `places` has null for each row of a production that was deleted. */
export type Answer = { id: number; places?: (Place | null)[]; error?: string };

if (!parentPort) throw new Error('sqlite-log-worker.ts runs as a worker of sqlite-log.ts');
const port = parentPort;
const db = new DatabaseSync((workerData as { file: string }).file);
db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;');
// On a Mac fsync leaves bytes in the drive's own memory, which a power cut takes; elsewhere this changes nothing.
db.exec('PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON;');
db.exec(LOG_SCHEMA);
const insertRow = db.prepare('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
const insertOwner = db.prepare('INSERT OR IGNORE INTO owners VALUES (?, ?, ?)');
const keepHead = db.prepare('INSERT OR REPLACE INTO heads VALUES (?, ?, ?)');
const lastRow = db.prepare('SELECT seq, hash FROM updates WHERE production = ? ORDER BY seq DESC LIMIT 1');
// A production that came back through a file lives again, though its tombstone stands.
const tombstone = db.prepare(
	`SELECT 1 AS dead FROM tombstones WHERE production = ?
		AND NOT EXISTS (SELECT 1 FROM imports WHERE imports.production = tombstones.production)`
);

/** The last row of each production written since the start; a failed transaction empties it. */
const heads = new Map<string, Place>();

/** Where a production stands; null when it was deleted. */
function headOf(production: string): Place | null {
	const known = heads.get(production);
	if (known) return known;
	if (tombstone.get(production)) return null;
	const row = lastRow.get(production) as { seq: number; hash: Uint8Array } | undefined;
	return row ? { seq: row.seq, hash: row.hash } : GENESIS;
}

function append(rows: readonly Row[]): (Place | null)[] {
	const places = rows.map((row) => {
		const before = headOf(row.production);
		if (!before) return null;
		const seq = before.seq + 1;
		const place = { seq, hash: chainHash(before.hash, seq, row) };
		const { production, document, user, device, at, bytes } = row;
		insertRow.run(production, seq, document, user, device, at, bytes, place.hash);
		for (const client of row.clients) insertOwner.run(document, client, user);
		heads.set(production, place);
		return place;
	});
	for (const production of new Set(rows.map((row) => row.production))) {
		const head = headOf(production);
		if (head) keepHead.run(production, head.seq, head.hash);
	}
	return places;
}

const DAY_MS = 86_400_000;

function fold(order: Order & { kind: 'fold' }): void {
	const { document, seq, at, bytes, stateVector } = order;
	// It was under way when its production was deleted: what it holds is to be gone.
	if (!headOf(document.slice(0, document.indexOf('.')))) return;
	db.prepare('INSERT OR IGNORE INTO bases VALUES (?, ?, ?, ?, ?)').run(document, seq, at, bytes, stateVector);
	// The newest base serves; the one before it stays a day, should a fold turn out to be wrong.
	db.prepare(
		`DELETE FROM bases WHERE document = ? AND at < ? AND seq <
			(SELECT max(seq) FROM bases WHERE document = ? AND seq < ?)`
	).run(document, at - DAY_MS, document, seq);
}

function forget(production: string, at: number): void {
	const head = headOf(production);
	if (!head) return;
	db.prepare('INSERT OR IGNORE INTO tombstones VALUES (?, ?, ?, ?)').run(production, at, head.seq, head.hash);
	db.prepare('DELETE FROM imports WHERE production = ?').run(production);
	removeAll(production);
}

function removeAll(production: string): void {
	for (const table of ['updates', 'heads']) {
		db.prepare(`DELETE FROM ${table} WHERE production = ?`).run(production);
	}
	// Names start with the production's id and a dot; "/" follows "." in the order of text.
	for (const table of ['bases', 'owners']) {
		db.prepare(`DELETE FROM ${table} WHERE document > ? AND document < ?`).run(
			`${production}.`,
			`${production}/`
		);
	}
	heads.delete(production);
}

function beginImport(production: string, at: number): void {
	const coming = db.prepare("SELECT 1 AS yes FROM imports WHERE production = ? AND state = 'coming'");
	if (lastRow.get(production) ?? coming.get(production)) {
		throw new LogError(`production ${production} is in the log already`);
	}
	db.prepare("INSERT OR REPLACE INTO imports VALUES (?, ?, 'coming')").run(production, at);
	heads.delete(production);
}

function endImport(production: string, keep: boolean): void {
	if (keep) return void db.prepare("UPDATE imports SET state = 'here' WHERE production = ?").run(production);
	removeAll(production);
	db.prepare('DELETE FROM imports WHERE production = ?').run(production);
}

function carryOut(order: Order): (Place | null)[] {
	if (order.kind === 'append') return append(order.rows);
	if (order.kind === 'fold') fold(order);
	if (order.kind === 'forget') forget(order.production, order.at);
	if (order.kind === 'begin-import') beginImport(order.production, order.at);
	if (order.kind === 'end-import') endImport(order.production, order.keep);
	if (order.kind === 'probe') db.prepare('INSERT OR REPLACE INTO pulse VALUES (1, ?)').run(order.at);
	return [];
}

port.on('message', (asked: Asked) => {
	if (asked.kind === 'close') {
		db.close();
		port.postMessage({ id: asked.id } satisfies Answer);
		port.close();
		return;
	}
	try {
		db.exec('BEGIN IMMEDIATE');
		const places = carryOut(asked);
		db.exec('COMMIT');
		port.postMessage({ id: asked.id, places } satisfies Answer);
		if (asked.kind === 'append') release(asked.rows.map(({ bytes }) => bytes));
	} catch (error) {
		heads.clear();
		try {
			if (db.isTransaction) db.exec('ROLLBACK');
		} finally {
			port.postMessage({ id: asked.id, error: String(error) } satisfies Answer);
		}
	}
});
port.postMessage({ id: 0 } satisfies Answer);
