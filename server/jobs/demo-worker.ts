/** Builds demo productions in a thread of its own, so that nobody's frame waits for 260 scenes. */
import { parentPort } from 'node:worker_threads';

export type DemoOrder = {
	which: 'A' | 'B' | 'C';
	seed: number;
	today: string;
	productionId: string;
	guestName: string;
};
export type BuiltDemo = {
	title: string;
	documents: { name: string; update: Uint8Array }[];
	personId: string | null;
};
export type DemoAnswer = { id: number; demo?: BuiltDemo; error?: string };
type Build = (order: DemoOrder) => BuiltDemo | Promise<BuiltDemo>;

/** The builder of `src/lib/demo`; while that room is empty, a builder of empty productions. */
async function builder(): Promise<Build> {
	const place: string = '#lib/demo/index.ts';
	try {
		return ((await import(place)) as { buildDemo: Build }).buildDemo;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
		return () => ({ title: 'Demo', documents: [], personId: null });
	}
}

const port = parentPort;
port?.on('message', async ({ id, ...order }: DemoOrder & { id: number }) => {
	try {
		const build = await builder();
		port.postMessage({ id, demo: await build(order) } satisfies DemoAnswer);
	} catch (error) {
		port.postMessage({ id, error: error instanceof Error ? (error.stack ?? '') : '' } satisfies DemoAnswer);
	}
});
