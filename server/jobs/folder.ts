import { askThread } from './ask-thread.ts';

export type Folded = { bytes: Uint8Array; stateVector: Uint8Array };
export type Folder = {
	/** Merges updates, oldest first, into one state without what was overwritten. */
	fold(updates: Uint8Array[]): Promise<Folded>;
	close(): Promise<void>;
};

/** Folding in a thread of its own, started when first needed. */
export function startFolder(): Folder {
	const thread = askThread<Uint8Array[], Folded>(new URL('./fold-worker.ts', import.meta.url), 'folding');
	return { fold: thread.ask, close: thread.close };
}
