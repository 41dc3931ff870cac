import './clock.ts';
import './tab-lines.ts';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { outboxName } from '#lib/sync/outbox.ts';
import { Database, StorageUnavailable } from '#lib/sync/storage.ts';
import { FaultyStorage } from '../faults.ts';
import { until } from './clock.ts';
import { batches, count, runAll } from '../counted.ts';
import { arrives } from './seat.ts';
import { QUICK, storageHistory } from './storage-history.ts';

const outbox = (name: string, storage: FaultyStorage): Database =>
	new Database(
		outboxName(name),
		{ entries: { keyPath: 'key', autoIncrement: true } },
		{ ...QUICK, indexedDB: storage.factory }
	);
/** What became of it within a second. */
const outcome = (promise: Promise<unknown>): Promise<unknown> => {
	let ended = false;
	const result = promise.catch((error: unknown) => error).finally(() => (ended = true));
	return until('it is decided', () => ended, 1_000).then(() => result);
};

test('a storage that never opens is unavailable within its bound, and usable once it does', async () => {
	const storage = new FaultyStorage();
	const database = outbox('hung', storage);
	for (const fault of ['hang-open', 'error'] as const) {
		storage.fault = fault;
		const add = (): Promise<unknown> => database.run('entries', 'readwrite', (store) => store.add({}));
		expect(await outcome(add())).toBeInstanceOf(StorageUnavailable);
		storage.fault = 'none';
		expect(await outcome(add())).toBeTypeOf('number');
	}
});

test.for(['hang-write', 'abort', 'quota'] as const)(
	'a write that meets “%s” is unavailable within its bound, and nothing of it is kept',
	async (fault) => {
		const storage = new FaultyStorage();
		const database = outbox(fault, storage);
		storage.fault = fault;
		const error = await outcome(database.run('entries', 'readwrite', (store) => store.add({})));
		expect(error).toBeInstanceOf(StorageUnavailable);
		if (fault === 'quota') expect(String(error)).toContain('QuotaExceededError');
		storage.fault = 'none';
		expect(await arrives(database.run('entries', 'readonly', (store) => store.count()))).toBe(0);
	}
);

test.for(batches(count(1_000, 20_000)))(
	'whatever the storage does, the badge promises only what comes to be ($many from SEED=$from)',
	(batch) => runAll(batch, 'tests/simulation/inside/storage', storageHistory)
);
