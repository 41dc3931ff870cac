import type * as Y from 'yjs';

/** All that a document holds as plain values, for a person to keep: every root is a map. */
export const plainOf = (doc: Y.Doc): Record<string, unknown> =>
	Object.fromEntries([...doc.share.keys()].map((root) => [root, doc.getMap(root).toJSON()]));
