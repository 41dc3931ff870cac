/** Folds documents in a thread of its own: a large one takes longer than anybody should wait for a frame. */
import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';

export type FoldOrder = { id: number; updates: Uint8Array[] };
export type FoldAnswer = { id: number; bytes?: Uint8Array; stateVector?: Uint8Array; error?: string };

parentPort?.on('message', ({ id, updates }: FoldOrder) => {
	try {
		const doc = new Y.Doc({ gc: true });
		doc.transact(() => {
			for (const update of updates) Y.applyUpdate(doc, update);
		});
		const answer: FoldAnswer = {
			id,
			bytes: Y.encodeStateAsUpdate(doc),
			stateVector: Y.encodeStateVector(doc)
		};
		doc.destroy();
		parentPort?.postMessage(answer);
	} catch (error) {
		parentPort?.postMessage({ id, error: String(error) } satisfies FoldAnswer);
	}
});
