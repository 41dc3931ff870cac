import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LOG_FILE } from '../store/backup.ts';
import { sqliteLog } from '../store/sqlite-log.ts';

/** Prepares a data folder as if an older backup had just been put back in it: the epoch is `second`. */
export async function restored(dataDir: string): Promise<void> {
	const file = join(dataDir, LOG_FILE);
	await (await sqliteLog(file)).close();
	const db = new DatabaseSync(file);
	db.exec("INSERT INTO epochs VALUES ('second', 2)");
	db.close();
}
