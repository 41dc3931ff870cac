/** Builds demo productions in a thread of its own, so that nobody's frame waits for 260 scenes. */
import { parentPort } from 'node:worker_threads';
import { buildDemo, type BuiltDemo, type DemoOrder } from '#lib/demo/index.ts';

export type DemoAnswer = { id: number; demo?: BuiltDemo; error?: string };

const port = parentPort;
port?.on('message', ({ id, ...order }: DemoOrder & { id: number }) => {
	try {
		port.postMessage({ id, demo: buildDemo(order) } satisfies DemoAnswer);
	} catch (error) {
		port.postMessage({ id, error: error instanceof Error ? (error.stack ?? '') : '' } satisfies DemoAnswer);
	}
});
