import { execSync } from 'node:child_process';
import { expect } from 'vitest';

/** What a run was asked for: `SEED=… HISTORIES=…` replays or lengthens. */
export const SEED = Number(process.env.SEED ?? 20_261_122);

/**
 * How many histories a suite runs: `npm test` the first figure, `npm run test:long` the second, `HISTORIES` any.
 * @returns the count, at least 1
 */
export const count = (short: number, long: number): number =>
	Number(process.env.HISTORIES ?? (process.env.DAYBREAK_LONG ? long : short));

/** The seeds of so many histories, one test each. */
export const seeds = (short: number, long: number): number[] =>
	Array.from({ length: count(short, long) }, (_, n) => SEED + n);

/** So many seeds a test, so that a red one says soon what it found and a green run isn't thousands of lines. */
const A_BATCH = 100;

/** First seeds of batches that make up so many histories, and how many each has. */
export const batches = (total: number): { readonly from: number; readonly many: number }[] =>
	Array.from({ length: Math.ceil(total / A_BATCH) }, (_, n) => ({
		from: SEED + n * A_BATCH,
		many: Math.min(A_BATCH, total - n * A_BATCH)
	}));

/** Runs histories one after another; the first that fails says with which line it is replayed. */
export async function runAll(
	{ from, many }: { readonly from: number; readonly many: number },
	file: string,
	history: (seed: number) => Promise<unknown>
): Promise<void> {
	let ran = 0;
	for (let seed = from; seed < from + many; seed++, ran++) {
		try {
			await history(seed);
		} catch (error) {
			const replay = `SEED=${seed} HISTORIES=1 npx vitest run --config tests/vitest.config.ts --project simulation ${file}`;
			const message = error instanceof Error ? error.message : String(error);
			throw new Error(`${message}\nat commit ${commit()}, replay: ${replay}`, {
				cause: error
			});
		}
	}
	expect(ran).toBe(many);
}

function commit(): string {
	try {
		return execSync('git rev-parse --short HEAD', { encoding: 'utf8' }).trim();
	} catch {
		return 'unknown';
	}
}
