import { chainHash, GENESIS, type KeptRow, type Place, type Verdict } from './log-store.ts';

/**
 * Walks the rows of one production from the first on.
 * @param stands where the chain has to end, when that is written down; null when it isn't
 */
export function walkChain(rows: Iterable<KeptRow>, stands: Place | null = null): Verdict {
	let before = GENESIS;
	for (const row of rows) {
		const hash = chainHash(before.hash, before.seq + 1, row);
		if (row.seq !== before.seq + 1 || Buffer.compare(hash, row.hash) !== 0) {
			return { ok: false, seq: before.seq + 1 };
		}
		before = { seq: row.seq, hash };
	}
	// A chain that lost its last rows is a chain still; only what was written down beside it tells.
	const whole = !stands || (stands.seq === before.seq && Buffer.compare(stands.hash, before.hash) === 0);
	return whole ? { ok: true, head: before } : { ok: false, seq: Math.min(before.seq, stands.seq) + 1 };
}
