import './clock.ts';
import './tab-lines.ts';
import 'fake-indexeddb/auto';
import { afterAll, expect, test } from 'vitest';
import { batches, count, runAll } from '../counted.ts';
import { networkHistory } from './network-history.ts';
import { CRASHES } from './world.ts';

const total = count(2_000, 10_000);
const crashed = new Map<string, number>();

test.for(batches(total))(
	'through cuts, half-open sockets and a server that dies, nothing promised is lost and all boards end equal ($many from SEED=$from)',
	(batch) =>
		runAll(batch, 'tests/simulation/inside/network', async (seed) => {
			for (const [where, times] of await networkHistory(seed)) {
				crashed.set(where, (crashed.get(where) ?? 0) + times);
			}
		})
);

afterAll(() => {
	const died = CRASHES.map((where) => `${crashed.get(where) ?? 0} ${where}`).join(', ');
	console.log(`${total} network histories; the server died ${died}`);
	// A quarter of the histories at least: else these histories wouldn't be about crashes.
	if (total >= 100) for (const where of CRASHES) expect(crashed.get(where) ?? 0).toBeGreaterThan(total / 4);
});
