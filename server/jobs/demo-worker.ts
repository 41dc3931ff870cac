/** Builds demo productions in a thread of its own, so that nobody's frame waits for 260 scenes. */
import { parentPort } from 'node:worker_threads';
import { buildDemo, type BuiltDemo, type DemoOrder } from '#lib/demo/index.ts';
import type { Answered, Asked } from './ask-thread.ts';

const port = parentPort;
port?.on('message', ({ id, question: order }: Asked<DemoOrder>) => {
	try {
		port.postMessage({ id, value: buildDemo(order) } satisfies Answered<BuiltDemo>);
	} catch (error) {
		port.postMessage({
			id,
			error: error instanceof Error ? (error.stack ?? '') : ''
		} satisfies Answered<BuiltDemo>);
	}
});
