/** For tests: how the cost of something grows with its size. */

/** Of so many tries the cheapest counts: whatever else the machine does only makes one dearer. */
const TRIES = 2;
/** The system counts CPU time in steps of some milliseconds, so the work is repeated until it took so many. */
const LEAST_MS = 24;
const TIMES = 16;
/** Where it is linear, 16 times the size costs 16 times as much, and where quadratic 256 times: this is far from both. */
export const ABOUT_LINEAR = 64;

/**
 * How many times as much CPU time something takes at 16 times the size.
 * @param prepare makes what has to be there for a size and gives the work, which is done once for each
 */
export function growth(size: number, prepare: (size: number) => () => unknown): number {
	const tries = Array.from({ length: TRIES }, () => [
		costOf(() => prepare(size)),
		costOf(() => prepare(TIMES * size))
	]);
	const [small, large] = [0, 1].map((n) => Math.min(...tries.map((costs) => costs[n] as number)));
	return (large as number) / (small as number);
}

function costOf(prepare: () => () => unknown): number {
	for (let times = 1; ; times *= 2) {
		const works = Array.from({ length: times }, prepare);
		const start = process.threadCpuUsage();
		for (const work of works) work();
		const { user, system } = process.threadCpuUsage(start);
		if (user + system >= 1000 * LEAST_MS) return (user + system) / times;
	}
}
