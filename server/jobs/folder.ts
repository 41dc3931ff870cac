import { Worker } from 'node:worker_threads';
import type { FoldAnswer, FoldOrder } from './fold-worker.ts';

export type Folded = { bytes: Uint8Array; stateVector: Uint8Array };
export type Folder = {
	/** Merges updates, oldest first, into one state without what was overwritten. */
	fold(updates: Uint8Array[]): Promise<Folded>;
	close(): Promise<void>;
};

/** Folding in a thread of its own, started when first needed. */
export function startFolder(): Folder {
	const waiting = new Map<number, { resolve(folded: Folded): void; reject(error: Error): void }>();
	let worker: Worker | null = null;
	let lastId = 0;
	const stop = (error: Error): void => {
		worker = null;
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	const start = (): Worker => {
		const started = new Worker(new URL('./fold-worker.ts', import.meta.url));
		started.unref();
		started.on('error', (error) => stop(error instanceof Error ? error : new Error(String(error))));
		started.on('exit', () => stop(new Error('folding was stopped')));
		started.on('message', ({ id, bytes, stateVector, error }: FoldAnswer) => {
			const asker = waiting.get(id);
			waiting.delete(id);
			if (bytes && stateVector) asker?.resolve({ bytes, stateVector });
			else asker?.reject(new Error(error ?? 'folding failed'));
		});
		return started;
	};
	return {
		fold: (updates) =>
			new Promise((resolve, reject) => {
				worker ??= start();
				const id = ++lastId;
				waiting.set(id, { resolve, reject });
				worker.postMessage({ id, updates } satisfies FoldOrder);
			}),
		async close() {
			await worker?.terminate();
		}
	};
}
