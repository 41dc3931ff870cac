import { afterAll, beforeAll, expect, test } from 'vitest';
import { outboxName } from '#lib/sync/outbox.ts';
import { Database, StorageUnavailable } from '#lib/sync/storage.ts';
import { FaultyStorage } from './faults.ts';
import { seeds, TestServer } from './rig.ts';
import { QUICK, stageOf, storageHistory, type Stage } from './storage-history.ts';

const server = new TestServer();
let stage: Stage;
beforeAll(async () => {
	await server.start();
	stage = await stageOf(server);
});
afterAll(async () => {
	await stage.end();
	await server.end();
});

test('a storage that never opens is unavailable within its bound, and usable once it does', async () => {
	const storage = new FaultyStorage();
	const database = new Database(
		outboxName('hung'),
		{ entries: { keyPath: 'key', autoIncrement: true } },
		{ ...QUICK, indexedDB: storage.factory }
	);
	for (const fault of ['hang-open', 'error'] as const) {
		storage.fault = fault;
		const began = performance.now();
		const add = database.run('entries', 'readwrite', (store) => store.add({}));
		await expect(add).rejects.toBeInstanceOf(StorageUnavailable);
		expect(performance.now() - began).toBeLessThan(1_000);
		storage.fault = 'none';
		await expect(database.run('entries', 'readwrite', (store) => store.add({}))).resolves.toBeTypeOf(
			'number'
		);
	}
});

test.for(['hang-write', 'abort', 'quota'] as const)(
	'a write that meets “%s” is unavailable within its bound, and nothing of it is kept',
	async (fault) => {
		const storage = new FaultyStorage();
		const database = new Database(
			outboxName(fault),
			{ entries: { keyPath: 'key', autoIncrement: true } },
			{ ...QUICK, indexedDB: storage.factory }
		);
		storage.fault = fault;
		const add = database.run('entries', 'readwrite', (store) => store.add({}));
		const error = await add.catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(StorageUnavailable);
		if (fault === 'quota') expect(String(error)).toContain('QuotaExceededError');
		storage.fault = 'none';
		expect(await database.run('entries', 'readonly', (store) => store.count())).toBe(0);
	}
);

test.for(seeds(200))(
	'whatever the storage does, the badge promises only what comes to be (SEED=%i)',
	(seed) => storageHistory(stage, seed)
);
