import type { Schema, TypedDocument } from '#lib/doc/document.ts';

/** All rows of a document, in use and put away, as plain JSON in a stable order. */
export function readableTables(document: TypedDocument<Schema>): Record<string, unknown[]> {
	return Object.fromEntries(
		Object.entries(document.tables).map(([key, table]) => [
			key,
			[...table.rows().values(), ...table.archived()].sort((a, b) => String(a.id).localeCompare(String(b.id)))
		])
	);
}
