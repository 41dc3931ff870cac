/** A document as plain values: `{ scenes: { [id]: { number: '34-1', … } } }` (`plainOf`). */
export type PlainDocument = Readonly<Record<string, unknown>>;

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/**
 * What people call a row of a document: a scene by its number, a strip by its scene's, anything else by its title, name
 * or number. Null where it has none, or isn't there.
 */
export function rowName(document: PlainDocument, root: string, id: string): string | null {
	const rows = document[root];
	const row = isRow(rows) ? rows[id] : null;
	if (!isRow(row)) return null;
	if (typeof row.sceneId === 'string' && root !== 'scenes') return rowName(document, 'scenes', row.sceneId);
	for (const value of [row.title, row.name, row.number]) {
		if (typeof value === 'number' || (typeof value === 'string' && value !== '')) return String(value);
	}
	return null;
}
