import { DatabaseSync } from 'node:sqlite';
import { walkChain } from './chain.ts';
import { GENESIS, type KeptRow, type LogStore, type Place, type ProvenRow } from './log-store.ts';
import { LogWriter } from './log-writer.ts';

/**
 * The log in an SQLite file. A worker thread owns the only writing connection (WAL, synchronous FULL); reading
 * is done here, on a connection that can't write.
 * @param file path of the database, made when missing
 */
export async function sqliteLog(file: string): Promise<LogStore> {
	const writer = new LogWriter(file);
	await writer.start();

	const db = new DatabaseSync(file, { readOnly: true });
	db.exec('PRAGMA busy_timeout=5000');
	const baseOf = db.prepare(
		'SELECT seq, bytes, state_vector FROM bases WHERE document = ? ORDER BY seq DESC LIMIT 1'
	);
	const tailOf = db.prepare('SELECT seq, bytes FROM updates WHERE document = ? AND seq > ? ORDER BY seq');
	const ownersOf = db.prepare('SELECT client, user FROM owners WHERE document = ?');
	const headOf = db.prepare('SELECT seq, hash FROM updates WHERE production = ? ORDER BY seq DESC LIMIT 1');
	const chainOf = db.prepare('SELECT * FROM updates WHERE production = ? ORDER BY seq');
	const rowsOf = db.prepare(
		'SELECT * FROM updates WHERE production = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?'
	);
	const rowsOfDocument = db.prepare(
		`SELECT u.*, p.hash AS before FROM updates u
			LEFT JOIN updates p ON p.production = u.production AND p.seq = u.seq - 1
			WHERE u.document = ? AND u.seq > ? AND u.seq <= ? ORDER BY u.seq LIMIT ?`
	);
	const tombstoneOf = db.prepare('SELECT seq, hash FROM tombstones WHERE production = ?');
	const unfinished = db.prepare("SELECT production FROM imports WHERE state = 'coming'");
	const placeOf = (production: string): Place => {
		const head = headOf.get(production) as Place | undefined;
		return head ? { seq: head.seq, hash: head.hash } : GENESIS;
	};

	const epochs = db.prepare('SELECT id FROM epochs ORDER BY rowid').all();

	return {
		get writes() {
			return writer.running;
		},
		epoch: { id: String(epochs.at(-1)?.id), restored: epochs.length > 1 },
		async load(document) {
			const base = baseOf.get(document) as
				{ seq: number; bytes: Uint8Array; state_vector: Uint8Array } | undefined;
			const tail = tailOf.all(document, base?.seq ?? 0) as { seq: number; bytes: Uint8Array }[];
			const owners = ownersOf.all(document) as { client: number; user: string }[];
			return {
				base: base ? { seq: base.seq, bytes: base.bytes, stateVector: base.state_vector } : null,
				tail,
				owners: new Map(owners.map(({ client, user }) => [client, user])),
				head: placeOf(document.slice(0, document.indexOf('.')))
			};
		},
		append: (rows) => writer.ask({ kind: 'append', rows }),
		async fold(document, seq, bytes, stateVector) {
			await writer.ask({ kind: 'fold', document, seq, bytes, stateVector, at: Date.now() });
		},
		async verify(production) {
			return walkChain(chainOf.iterate(production) as unknown as Iterable<KeptRow>);
		},
		async forget(production, at) {
			await writer.ask({ kind: 'forget', production, at });
		},
		head: async (production) => placeOf(production),
		rows: async (production, after, upto, limit) =>
			rowsOf.all(production, after, upto, limit) as unknown as KeptRow[],
		async rowsOf(document, after, upto, limit) {
			const rows = rowsOfDocument.all(document, after, upto, limit) as unknown as ProvenRow[];
			return rows.map((row) => ({ ...row, before: row.before ?? GENESIS.hash }));
		},
		async beginImport(production, at) {
			await writer.ask({ kind: 'begin-import', production, at });
		},
		async endImport(production, keep) {
			await writer.ask({ kind: 'end-import', production, keep });
		},
		unfinishedImports: async () => unfinished.all().map((row) => String(row.production)),
		async tombstone(production) {
			const found = tombstoneOf.get(production) as Place | undefined;
			return found ? { seq: found.seq, hash: found.hash } : null;
		},
		async probe() {
			await writer.start();
			await writer.ask({ kind: 'probe', at: Date.now() });
		},
		async close() {
			db.close();
			await writer.close();
		}
	};
}
