import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { chainHash, GENESIS, type KeptRow } from '../server/store/log-store.ts';

/**
 * As somebody would who has the server's disk and knows what is on it: changes when a production's first row came, and
 * every hash after it so that the chain fits again. The server must not run.
 * @param data its data folder
 */
export function forgeRecord(data: string, production: string): void {
	const db = new DatabaseSync(join(data, 'log.sqlite'));
	db.exec('DROP TRIGGER updates_stand');
	const rows = db.prepare('SELECT * FROM updates WHERE production = ? ORDER BY seq').all(production);
	let { hash } = GENESIS;
	for (const row of rows as unknown as KeptRow[]) {
		const forged = { ...row, at: row.seq === 1 ? row.at + 60_000 : row.at };
		hash = chainHash(hash, row.seq, forged);
		db.prepare('UPDATE updates SET at = ?, hash = ? WHERE production = ? AND seq = ?').run(
			forged.at,
			hash,
			production,
			row.seq
		);
	}
	db.close();
}
