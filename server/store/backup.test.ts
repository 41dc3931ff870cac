import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { opened, set } from '../testing/documents.ts';
import { openHouse, until } from '../testing/house.ts';
import { backUp, restore } from './backup.ts';
import { productionsIn, verifyLog } from './verify-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybreak-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const path = (): string => join(folder, String(++count));

test('a live server is backed up between two changes, and the backup is whole, private and restorable', async () => {
	const house = await openHouse();
	const file = path();
	try {
		const mei = await house.person('Mei');
		const production = await house.production(mei);
		const wire = await opened(mei, documentName(production, 'plan'));
		for (let n = 0; n < 50; n++) wire.update(set(`s${n}`));
		await until('some are on disk', () => wire.acknowledged > 5);
		const told = wire.seq;
		expect(backUp(house.dataDir, file).rows).toBeGreaterThanOrEqual(told);
		await until('all are on disk', () => wire.acknowledged === 51);
		expect(statSync(file).mode & 0o077).toBe(0);
		await expect(restore(house.dataDir, file, true)).rejects.toThrow('A server is using');
		expect(() => backUp(house.dataDir, file)).toThrow('there already');
	} finally {
		await house.close();
	}
	const dataDir = path();
	const { rows } = await restore(dataDir, file, false);
	await expect(restore(dataDir, file, false)).rejects.toThrow('--replace');
	const again = await restore(dataDir, file, true);
	expect([again.rows, existsSync(join(again.moved ?? '', 'log.sqlite'))]).toEqual([rows, true]);
	expect(readdirSync(dataDir).filter((name) => name.endsWith('.restoring'))).toEqual([]);
	const log = new DatabaseSync(join(dataDir, 'log.sqlite'), { readOnly: true });
	expect(productionsIn(log).map((id) => verifyLog(log, id).misfit)).toEqual([null]);
	expect(log.prepare('SELECT count(DISTINCT id) AS epochs FROM epochs').get()?.epochs).toBe(2);
	log.close();
	const accounts = new DatabaseSync(join(dataDir, 'accounts.sqlite'), { readOnly: true });
	expect(accounts.prepare("SELECT name FROM users WHERE name LIKE 'Mei%'").get()).toBeTruthy();
	expect(accounts.prepare("SELECT count(*) AS n FROM audit WHERE event = 'backup restored'").get()?.n).toBe(
		1
	);
	accounts.close();
});

test('a backup that was changed, or is none, is refused before anything is touched', async () => {
	const house = await openHouse();
	const file = path();
	const mei = await house.person('Mei');
	const wire = await opened(mei, documentName(await house.production(mei), 'plan'));
	wire.update(set('rain'));
	await until('it is on disk', () => wire.acknowledged === 2);
	backUp(house.dataDir, file);
	await house.close();
	const changed = path();
	copyFileSync(file, changed);
	const db = new DatabaseSync(changed);
	db.exec("DROP TRIGGER updates_stand; UPDATE updates SET user = 'li' WHERE seq = 1");
	db.close();
	const dataDir = path();
	await restore(dataDir, file, false);
	const before = readdirSync(dataDir);
	await expect(restore(dataDir, changed, true)).rejects.toThrow('row 1 doesn’t fit');
	const picture = path();
	writeFileSync(picture, 'not a backup at all, but long enough to be read as one'.repeat(50));
	await expect(restore(dataDir, picture, true)).rejects.toThrow('no backup of Daybreak');
	await expect(restore(dataDir, path(), true)).rejects.toThrow('There is no file');
	expect(readdirSync(dataDir)).toEqual(before);
	expect(() => backUp(path(), path())).toThrow('DATA_DIR');
});
