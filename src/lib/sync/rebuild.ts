import type * as Y from 'yjs';
import { holds } from './holds.ts';
import { applyIntents } from './intent.ts';
import type { Entry } from './outbox.ts';

/** Origin of a change that is written a second time, by its intent. */
export const REWRITTEN = Symbol('rewritten');

const NOTHING = Uint8Array.of(0, 0);

/**
 * Makes changes sendable whose bytes hang on something that is nowhere: a change the server refused, or one that
 * died with a tab. Call it once the document has the server's state and every entry that waits: what then still
 * isn't part of it never will be, so from the first such entry on all are written into the document anew, in order,
 * by what they meant. (From the first on, and not only those that hang: a later value must not lose to an earlier
 * one.) The document is changed under the origin `REWRITTEN`.
 * @param entries all changes that wait, oldest first, refused ones left out
 * @returns the same keys with the bytes to send instead; empty when nothing hangs
 */
export function rewriteHanging(
	doc: Y.Doc,
	entries: readonly Pick<Entry, 'key' | 'update' | 'intents'>[]
): Pick<Entry, 'key' | 'update'>[] {
	const first = entries.findIndex(({ update }) => !holds(doc, update));
	if (first < 0) return [];
	doc.store.pendingStructs = doc.store.pendingDs = null;
	return entries.slice(first).map(({ key, intents }) => {
		let written: Uint8Array = NOTHING;
		const note = (update: Uint8Array): void => {
			written = update;
		};
		doc.on('update', note);
		doc.transact(() => applyIntents(doc, intents), REWRITTEN);
		doc.off('update', note);
		return { key, update: written };
	});
}
