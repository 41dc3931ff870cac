import * as Y from 'yjs';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';

/**
 * What a person meant by a change, apart from the bytes that carry it: which field of which row got which value.
 * Bytes that a server refused can't be sent again (everything after them would hang on what isn't there); the
 * intent of the changes that were fine is written anew into the document as the server has it. It is also what
 * "Needs you" shows and exports.
 */
export type Intent = {
	readonly root: string;
	readonly row: string;
	/** null: the whole row was added with these values */
	readonly field: string | null;
	/** a plain value; undefined: the field, or the row, was taken away */
	readonly value: unknown;
};

/** The intents in a transaction on a document of tables. */
export function intentsOf(transaction: Y.Transaction): Intent[] {
	const found: Intent[] = [];
	for (const [type, keys] of transaction.changed) {
		if (!(type instanceof Y.Map)) continue;
		const root = rootName(transaction.doc, type);
		if (root !== null) {
			for (const key of keys) {
				if (key === null) continue;
				const value = type.get(key);
				found.push({
					root,
					row: key,
					field: null,
					value: value instanceof Y.Map ? value.toJSON() : value
				});
			}
			continue;
		}
		const parent = type.parent;
		const parentRoot = parent instanceof Y.Map ? rootName(transaction.doc, parent) : null;
		const row = type._item?.parentSub;
		if (parentRoot === null || !row || isNew(transaction, type._item)) continue;
		for (const field of keys) {
			if (field !== null) found.push({ root: parentRoot, row, field, value: type.get(field) });
		}
	}
	return found;
}

/** Writes intents into a document, in order. Rows that have gone meanwhile are left alone. */
export function applyIntents(doc: Y.Doc, intents: readonly Intent[]): void {
	for (const { root, row, field, value } of intents) {
		const table = doc.getMap<unknown>(root);
		if (field === null) {
			// An entry of hours, decisions or talk is one immutable value, written once and never taken back.
			if (root === ADDED_ONLY_ROOT) {
				if (value !== undefined && !table.has(row)) table.set(row, value);
			} else if (value === undefined) table.delete(row);
			else if (!isPlainObject(value)) table.set(row, value);
			else if (!table.has(row)) table.set(row, new Y.Map(Object.entries(value)));
			continue;
		}
		const stored = table.get(row);
		if (!(stored instanceof Y.Map)) continue;
		if (value === undefined) stored.delete(field);
		else stored.set(field, value);
	}
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isNew = (transaction: Y.Transaction, item: Y.Item | null): boolean =>
	item !== null && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);

/** The name a root map is kept under; null for a type inside another. */
function rootName(doc: Y.Doc, type: { readonly _item: Y.Item | null }): string | null {
	if (type._item !== null) return null;
	for (const [name, shared] of doc.share) if ((shared as unknown) === type) return name;
	return null;
}
