import * as Y from 'yjs';

/** Whether a document has integrated all that an update says: none of it is missing or waits for something else. */
export function holds(doc: Y.Doc, update: Uint8Array): boolean {
	for (const [client, clock] of Y.parseUpdateMeta(update).to) {
		if (Y.getState(doc.store, client) < clock) return false;
	}
	const deleted = Y.decodeUpdate(update).ds.clients;
	if (deleted.size === 0) return true;
	for (const [client, ranges] of deleted) {
		const structs = doc.store.clients.get(client) ?? [];
		for (const { clock, len } of ranges) {
			if (Y.getState(doc.store, client) < clock + len) return false;
			for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
				const struct = structs[index];
				if (!struct || struct.id.clock >= clock + len) break;
				if (!struct.deleted) return false;
			}
		}
	}
	return true;
}

/** What a document has beyond a state vector, without anything that waits for what isn't there. */
export function stateBeyond(doc: Y.Doc, vector: Uint8Array): Uint8Array {
	const { store } = doc;
	const { pendingStructs, pendingDs } = store;
	store.pendingStructs = store.pendingDs = null;
	try {
		return Y.encodeStateAsUpdate(doc, vector);
	} finally {
		store.pendingStructs = pendingStructs;
		store.pendingDs = pendingDs;
	}
}

/** The state vector of somebody who had `vector` and then took these updates. */
export function vectorAfter(vector: Uint8Array, updates: readonly Uint8Array[]): Uint8Array {
	const clocks = Y.decodeStateVector(vector);
	for (const update of updates) {
		const { from, to } = Y.parseUpdateMeta(update);
		for (const [client, end] of to) {
			const has = clocks.get(client) ?? 0;
			if ((from.get(client) ?? 0) <= has && end > has) clocks.set(client, end);
		}
	}
	return Y.encodeStateVector(clocks);
}
