/** Replays documents in a thread of its own and answers what became of one row. Keeps the last few it replayed. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';
import type { DocumentName } from '#lib/domain/people/permissions.ts';
import type { Answered, Asked } from './ask-thread.ts';
import type { HistoryQuestion, RowHistory } from './history.ts';
import { Replay } from './replay.ts';

/** Documents kept ready: a crew asks about one production, again and again. */
const KEPT = 3;

const replays = new Map<DocumentName, Replay>();
const files = new Map<string, DatabaseSync>();

function open(file: string): DatabaseSync {
	let db = files.get(file);
	if (!db) {
		db = new DatabaseSync(file, { readOnly: true });
		db.exec('PRAGMA busy_timeout=5000');
		files.set(file, db);
	}
	return db;
}

function answer({ file, document, table, row, most }: HistoryQuestion): RowHistory {
	const replay = replays.get(document) ?? new Replay();
	replays.delete(document);
	replays.set(document, replay);
	for (const oldest of replays.keys()) if (replays.size > KEPT) replays.delete(oldest);
	const rows = open(file).prepare(
		'SELECT seq, user, at, bytes FROM updates WHERE document = ? AND seq > ? ORDER BY seq'
	);
	try {
		replay.go(rows.iterate(document, replay.seq) as Iterable<never>);
	} catch (error) {
		replays.delete(document);
		throw error;
	}
	const all = replay.of(table, row);
	return { changes: all.slice(-most).reverse(), more: all.length > most || replay.cut(table, row) };
}

parentPort?.on('message', ({ id, question }: Asked<HistoryQuestion>) => {
	try {
		parentPort?.postMessage({ id, value: answer(question) } satisfies Answered<RowHistory>);
	} catch (error) {
		parentPort?.postMessage({ id, error: String(error) } satisfies Answered<RowHistory>);
	}
});
