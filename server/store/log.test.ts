import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test, vi } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { logContract, row } from './log-contract.ts';
import type { Row } from './log-store.ts';
import { memoryLog } from './memory-log.ts';
import { sqliteLog } from './sqlite-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybreak-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const file = (): string => join(folder, `${++files}.sqlite`);

logContract('memory', async () => memoryLog());
logContract('sqlite', () => sqliteLog(file()));

const A = 'A'.repeat(22);
const write = (text: string): Row => row(A, text);

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

test('sqlite: after a fold the base before it stays, and those before that for a day', async () => {
	const path = file();
	const store = await sqliteLog(path);
	await store.append(['one', 'two', 'three', 'four', 'five'].map(write));
	const raw = new DatabaseSync(path, { readOnly: true });
	const kept = (): unknown[] =>
		raw
			.prepare('SELECT seq FROM bases ORDER BY seq')
			.all()
			.map(({ seq }) => seq);
	const at = Date.UTC(2026, 10, 22, 6);
	const fold = async (seq: number, hours: number): Promise<unknown[]> => {
		vi.setSystemTime(at + hours * 3_600_000);
		await store.fold(documentName(A, 'plan'), seq, new TextEncoder().encode('folded'), new Uint8Array([0]));
		return kept();
	};
	vi.useFakeTimers({ toFake: ['Date'] });
	try {
		expect(await fold(1, 0)).toEqual([1]);
		expect(await fold(2, 1)).toEqual([1, 2]);
		expect(await fold(3, 23)).toEqual([1, 2, 3]);
		// The first is more than a day old now, and neither the newest nor the one before it.
		expect(await fold(4, 24.5)).toEqual([2, 3, 4]);
		expect(await fold(5, 100)).toEqual([4, 5]);
	} finally {
		vi.useRealTimers();
	}
	raw.close();
	await store.close();
});
