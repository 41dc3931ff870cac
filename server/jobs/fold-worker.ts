/** Folds documents in a thread of its own: a large one takes longer than anybody should wait for a frame. */
import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';
import { release } from '../release.ts';
import type { Answered, Asked } from './ask-thread.ts';
import type { Folded } from './folder.ts';

parentPort?.on('message', ({ id, question: updates }: Asked<Uint8Array[]>) => {
	try {
		const doc = new Y.Doc({ gc: true });
		doc.transact(() => {
			for (const update of updates) Y.applyUpdate(doc, update);
		});
		const value: Folded = { bytes: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
		doc.destroy();
		parentPort?.postMessage({ id, value } satisfies Answered<Folded>);
		release([...updates, value.bytes]);
	} catch (error) {
		parentPort?.postMessage({ id, error: String(error) } satisfies Answered<Folded>);
	}
});
