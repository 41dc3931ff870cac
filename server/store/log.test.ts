import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { logContract } from './log-contract.ts';
import { memoryLog } from './memory-log.ts';
import { sqliteLog } from './sqlite-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybreak-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const file = (): string => join(folder, `${++files}.sqlite`);

logContract('memory', async () => memoryLog());
logContract('sqlite', () => sqliteLog(file()));

const A = 'A'.repeat(22);
const write = (text: string) => ({
	production: A,
	document: documentName(A, 'plan'),
	user: 'mei',
	device: 'tablet',
	at: 1,
	bytes: new TextEncoder().encode(text),
	clients: []
});

test('sqlite: the chain goes on where it was after a restart', async () => {
	const path = file();
	const first = await sqliteLog(path);
	await first.append([write('one')]);
	await first.close();
	const second = await sqliteLog(path);
	expect((await second.append([write('two')]))[0]?.seq).toBe(2);
	expect(await second.verify(A)).toMatchObject({ ok: true, head: { seq: 2 } });
	await second.close();
});

test('sqlite: a row can be neither changed nor deleted, and an edit behind our back is found', async () => {
	const path = file();
	const store = await sqliteLog(path);
	await store.append([write('one'), write('two'), write('three')]);
	const raw = new DatabaseSync(path);
	expect(() => raw.exec("UPDATE updates SET user = 'li'")).toThrow('never changed');
	expect(() => raw.exec('DELETE FROM updates WHERE seq = 2')).toThrow('never deleted');
	raw.exec("DROP TRIGGER updates_stand; UPDATE updates SET user = 'li' WHERE seq = 2");
	raw.close();
	expect(await store.verify(A)).toEqual({ ok: false, seq: 2 });
	await store.close();
});
