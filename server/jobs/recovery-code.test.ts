/** The operator's way out for somebody who lost the passphrase and every recovery code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { CLOSE } from '#lib/domain/sync-protocol.ts';
import { opened } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

const JOB = fileURLToPath(new URL('./recovery-code.ts', import.meta.url));
const passphrase = 'rain over the harbour';
const next = 'a new beginning';
let house: House;
beforeAll(async () => {
	house = await openHouse({ failuresPerAddress: 1000 });
});
afterAll(() => house.close());

const run = (dataDir: string, ...words: string[]) =>
	spawnSync(process.execPath, [JOB, ...words], {
		encoding: 'utf8',
		env: { ...process.env, DATA_DIR: dataDir }
	});
const codeIn = (said: string): string => /^ {4}([0-9A-Z]{5}(?:-[0-9A-Z]{5}){3})$/m.exec(said)?.[1] ?? '';
async function account(name: string): Promise<{ person: Person; recoveryCodes: string[] }> {
	const person = house.stranger();
	const made = await person.expect(201, 'POST', '/api/accounts', { name, passphrase });
	return { person, recoveryCodes: made.recoveryCodes as string[] };
}
const recover = (name: string, code: string) =>
	house.stranger().refused('POST', '/api/recovery', { name, code, passphrase: next });

test('beside the running server: the code sets a new passphrase once, signs all devices out, and new recovery codes replace the old', async () => {
	const { person: tablet, recoveryCodes } = await account('Mei Lin');
	const production = await house.production(tablet);
	const socket = await opened(tablet, documentName(production, 'plan'));
	const { status, stdout } = run(house.dataDir, 'mei', ' lin');
	expect(status).toBe(0);
	expect(stdout).toContain('One-time code for Mei Lin, good for 24 hours');
	const code = codeIn(stdout);
	expect(await recover('Somebody Else', code)).toBe('401 wrong-recovery');

	const phone = house.stranger();
	const typed = code.toLowerCase().replaceAll('-', ' ');
	const back = await phone.expect(201, 'POST', '/api/recovery', {
		name: 'Mei Lin',
		code: typed,
		passphrase: next
	});
	expect(new Set(back.recoveryCodes).size).toBe(10);
	await until('the tablet’s socket is closed', () => socket.closeCode);
	expect(socket.closeCode).toBe(CLOSE.signedOut);
	expect(await tablet.refused('GET', '/api/me')).toBe('401 signed-out');
	await phone.expect(200, 'GET', '/api/me');
	await house.stranger().expect(201, 'POST', '/api/sessions', { name: 'Mei Lin', passphrase: next });

	expect(await recover('Mei Lin', code)).toBe('401 wrong-recovery');
	expect(await recover('Mei Lin', recoveryCodes[0]!)).toBe('401 wrong-recovery');
	expect(await recover('Mei Lin', back.recoveryCodes[0])).toBe('allowed with 201');
});

test('making and using it are in the audit log, and the code isn’t on disk', async () => {
	const { person } = await account('Audited');
	const code = codeIn(run(house.dataDir, 'Audited').stdout);
	expect(await recover('Audited', code)).toBe('allowed with 201');
	const file = new DatabaseSync(join(house.dataDir, 'accounts.sqlite'), { readOnly: true });
	const rows = file.prepare('SELECT event, detail FROM audit WHERE user = ? ORDER BY at').all(person.id);
	const codes = JSON.stringify(file.prepare('SELECT * FROM one_time_codes').all());
	file.close();
	expect(rows.map(({ event }) => event)).toEqual(['account made', 'one-time code made', 'recovered']);
	expect(rows.map(({ detail }) => JSON.parse(String(detail)))).toMatchObject([
		{},
		{ by: 'operator', hours: 24 },
		{ by: 'one-time code' }
	]);
	expect(codes + JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
});

test('a second code ends the first, and a code ends after a day', async () => {
	await account('Twice');
	const [first, second] = [0, 1].map(() => codeIn(run(house.dataDir, 'Twice').stdout));
	expect(await recover('Twice', first!)).toBe('401 wrong-recovery');
	const file = new DatabaseSync(join(house.dataDir, 'accounts.sqlite'));
	file.exec('PRAGMA busy_timeout=5000; UPDATE one_time_codes SET expires_at = expires_at - 86400000');
	file.close();
	expect(await recover('Twice', second!)).toBe('401 wrong-recovery');
});

test('an ordinary recovery code still works, and leaves the other nine', async () => {
	const { recoveryCodes } = await account('Ordinary');
	const back = await house.stranger().expect(201, 'POST', '/api/recovery', {
		name: 'Ordinary',
		code: recoveryCodes[0],
		passphrase: next
	});
	expect(back).not.toHaveProperty('recoveryCodes');
	expect(await recover('Ordinary', recoveryCodes[1]!)).toBe('allowed with 201');
});

test('an unknown name, no name and a folder without accounts are said plainly, and nothing is made', async () => {
	const unknown = run(house.dataDir, 'Nobody', 'at all');
	expect([unknown.status, unknown.stderr]).toEqual([
		1,
		expect.stringContaining('Nobody here signs in as “Nobody at all”.')
	]);
	expect(run(house.dataDir)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: ') });
	const empty = mkdtempSync(join(tmpdir(), 'daybreak-empty-'));
	const nothing = run(empty, 'Mei Lin');
	expect([nothing.status, nothing.stderr]).toEqual([2, expect.stringContaining('There are no accounts at')]);
	expect(readdirSync(empty)).toEqual([]);
	rmSync(empty, { recursive: true });
});
