/**
 * A backup is one file: the log as SQLite copies it, with the accounts inside. Made from a live server, and put back
 * only when nothing of it is damaged.
 */
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openAccounts } from './accounts.ts';
import { productionsIn, verifyLog } from './verify-log.ts';

export const LOG_FILE = 'log.sqlite';
export const ACCOUNTS_FILE = 'accounts.sqlite';
const FILES = [LOG_FILE, ACCOUNTS_FILE];

/** Something an operator can mend; the message says how. */
export class BackupError extends Error {}

export type Counted = { readonly productions: number; readonly rows: number };

/**
 * Copies everything into one new file. The server may run: readers see one moment of the log, and the accounts as
 * they are right after, so that no row is without its production.
 * @throws BackupError when there is nothing to copy, or the file is there already
 */
export function backUp(dataDir: string, file: string): Counted {
	if (existsSync(file)) throw new BackupError(`${file} is there already. Choose another name.`);
	for (const name of FILES) {
		if (existsSync(join(dataDir, name))) continue;
		throw new BackupError(`There is no ${name} in ${dataDir}. Set DATA_DIR to the server's data folder.`);
	}
	const [log, accounts] = [`${file}.part`, `${file}.accounts`];
	for (const part of [log, accounts]) rmSync(part, { force: true });
	try {
		copyOf(join(dataDir, LOG_FILE), log);
		copyOf(join(dataDir, ACCOUNTS_FILE), accounts);
		const db = new DatabaseSync(log);
		db.exec('CREATE TABLE backup (name TEXT PRIMARY KEY, at INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT');
		const insert = db.prepare('INSERT INTO backup VALUES (?, ?, ?)');
		insert.run(ACCOUNTS_FILE, Date.now(), readFileSync(accounts));
		const counted = countIn(db);
		db.close();
		sync(log);
		renameSync(log, file);
		return counted;
	} finally {
		for (const part of [log, accounts]) rmSync(part, { force: true });
	}
}

/**
 * Puts a backup in the place of what a data folder holds. What was there is moved into a folder beside it, never
 * deleted. Devices are told by a new epoch, and bring back what the backup lacks.
 * @param replace whether there may be something in the folder
 * @throws BackupError when the file isn't whole, a server runs, or the folder isn't empty
 */
export async function restore(
	dataDir: string,
	file: string,
	replace: boolean
): Promise<Counted & { moved: string | null }> {
	if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`);
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const there = FILES.filter((name) => existsSync(join(dataDir, name)));
	if (there.length > 0 && !replace) {
		throw new BackupError(`${dataDir} holds ${there.join(' and ')}. Add --replace to move it aside first.`);
	}
	for (const name of there) refuseOpen(join(dataDir, name));
	const [log, accounts] = FILES.map((name) => join(dataDir, `${name}.restoring`)) as [string, string];
	try {
		for (const part of [log, accounts]) rmSync(part, { force: true });
		await copyFile(file, log);
		const counted = unpack(log, accounts, file);
		for (const part of [log, accounts]) sync(part);
		const moved = there.length > 0 ? moveAside(dataDir) : null;
		renameSync(log, join(dataDir, LOG_FILE));
		renameSync(accounts, join(dataDir, ACCOUNTS_FILE));
		return { ...counted, moved };
	} finally {
		for (const part of [log, accounts]) rmSync(part, { force: true });
	}
}

function copyOf(from: string, to: string): void {
	// Only for whoever runs the server: everybody's hours and the hashes of passphrases.
	writeFileSync(to, '', { mode: 0o600 });
	const db = new DatabaseSync(from, { readOnly: true });
	try {
		db.exec('PRAGMA busy_timeout=10000');
		db.prepare('VACUUM INTO ?').run(to);
	} finally {
		db.close();
	}
}

/** Checks the copy, takes the accounts out of it and begins a new epoch. */
function unpack(log: string, accounts: string, file: string): Counted {
	const damaged = (what: string): BackupError => new BackupError(`${file} can't be restored: ${what}.`);
	let db: DatabaseSync;
	let kept: { bytes: Uint8Array } | undefined;
	try {
		db = new DatabaseSync(log);
		kept = db.prepare('SELECT bytes FROM backup WHERE name = ?').get(ACCOUNTS_FILE) as typeof kept;
	} catch {
		throw damaged('it is no backup of Daybreak');
	}
	try {
		if (!kept) throw damaged('the accounts are missing');
		if (db.prepare('PRAGMA integrity_check').get()?.integrity_check !== 'ok') throw damaged('it is damaged');
		for (const production of productionsIn(db)) {
			const { misfit } = verifyLog(db, production);
			if (misfit) throw damaged(`in production ${production}, ${misfit.what}`);
		}
		writeFileSync(accounts, kept.bytes, { mode: 0o600 });
		db.exec('DROP TABLE backup');
		db.exec('INSERT INTO epochs VALUES (lower(hex(randomblob(8))), unixepoch() * 1000)');
		const counted = countIn(db);
		const book = openAccounts(accounts);
		book.audit({ event: 'backup restored', detail: { rows: counted.rows } });
		book.close();
		return counted;
	} finally {
		db.close();
	}
}

function countIn(db: DatabaseSync): Counted {
	const { rows, productions } = db
		.prepare('SELECT count(*) AS rows, count(DISTINCT production) AS productions FROM updates')
		.get() as { rows: number; productions: number };
	return { rows, productions };
}

/** A database that somebody has open can't leave WAL mode: that is how a running server is noticed. */
function refuseOpen(file: string): void {
	const db = new DatabaseSync(file);
	try {
		db.exec('PRAGMA journal_mode=DELETE');
	} catch {
		throw new BackupError(`A server is using ${file}. Stop it first, then restore.`);
	} finally {
		db.close();
	}
}

function moveAside(dataDir: string): string {
	const folder = join(dataDir, `before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}`);
	mkdirSync(folder, { mode: 0o700 });
	for (const name of FILES) {
		if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(folder, name));
	}
	return folder;
}

function sync(file: string): void {
	const handle = openSync(file, 'r+');
	fsyncSync(handle);
	closeSync(handle);
}
