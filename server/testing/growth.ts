/** For tests: how the cost of something grows with its size. */

/** Of so many tries the cheapest counts: whatever else the machine does only makes one dearer. */
const TRIES = 4;
/** The system counts CPU time in steps of some milliseconds, so the work is repeated until it took so many. */
const LEAST_MS = 40;
/** A quadratic cost is sixteen times as much at four times the size; this is far from it, and from linear. */
export const ABOUT_LINEAR = 9;

/**
 * How many times as much CPU time something takes at four times the size: 4 where it is linear, 16 where quadratic.
 * @param prepare makes what has to be there for a size and gives the work, which is done once for each
 */
export function growth(size: number, prepare: (size: number) => () => unknown): number {
	const tries = Array.from({ length: TRIES }, () => [
		costOf(() => prepare(size)),
		costOf(() => prepare(4 * size))
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
