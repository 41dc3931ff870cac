import * as Y from 'yjs';
import type { Fields, RecordType } from '#lib/domain/record.ts';
import { Table } from './table.ts';

/** A schema literal: the records of one kind of document. */
export type Schema = {
	readonly kind: string;
	readonly format: number;
	readonly records: Readonly<Record<string, RecordType<string, Fields>>>;
	readonly retired: readonly string[];
};

export type Tables<S extends Schema> = { readonly [K in keyof S['records']]: Table<S['records'][K]> };

/** A document with its tables. Opening one writes nothing. */
export type TypedDocument<S extends Schema> = {
	readonly doc: Y.Doc;
	readonly schema: S;
	readonly tables: Tables<S>;
	/** The format the document says it has; 0 while it is empty. */
	readonly format: () => number;
	/** False when a newer Daybreak wrote a format this one could damage: then it is shown and not changed. */
	readonly writable: () => boolean;
};

const META = 'meta';
const opened = new WeakMap<Y.Doc, TypedDocument<Schema>>();

/** The tables of a document; the same object for the same document. */
export function openDocument<const S extends Schema>(doc: Y.Doc, schema: S): TypedDocument<S> {
	const known = opened.get(doc);
	if (known) return known as unknown as TypedDocument<S>;
	const meta = doc.getMap(META);
	const format = (): number => {
		const raw = meta.get('format');
		return typeof raw === 'number' ? raw : 0;
	};
	const typed: TypedDocument<S> = {
		doc,
		schema,
		tables: Object.fromEntries(
			Object.entries(schema.records).map(([key, type]) => [
				key,
				new Table(type, doc.getMap<Y.Map<unknown>>(key), () => new Y.Map())
			])
		) as Tables<S>,
		format,
		writable: () => format() <= schema.format
	};
	opened.set(doc, typed as unknown as TypedDocument<Schema>);
	return typed;
}

/** Marks an empty document with its format, inside the transaction that first fills it. */
export function markFormat(document: TypedDocument<Schema>): void {
	const meta = document.doc.getMap(META);
	if (!meta.has('format')) meta.set('format', document.schema.format);
}

/** The root types a document's undo may touch. */
export const rootsOf = (document: TypedDocument<Schema>): Y.Map<unknown>[] =>
	Object.keys(document.schema.records).map((key) => document.doc.getMap(key));
