/** The most of one value that a list shows; the export has all of it. */
const MOST = 300;

/**
 * What a change wrote, in lines a person can read: "synopsis: at the pier". Values that only place a thing (orders,
 * ids) are left out; a row that was taken away has no lines.
 */
export function contentOf(
	intents: readonly { readonly field: string | null; readonly value: unknown }[]
): string[] {
	return intents.flatMap(({ field, value }) =>
		field === null
			? Object.entries(isRow(value) ? value : {}).flatMap(([key, one]) => lineOf(key, one))
			: lineOf(field, value)
	);
}

const isRow = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const NO_WORDS = new Set(['order', 'id', 'archivedAt']);

function lineOf(field: string, value: unknown): string[] {
	if (NO_WORDS.has(field) || /Ids?$/.test(field) || value === null || value === undefined || value === '')
		return [];
	const shown = typeof value === 'string' ? value : typeof value === 'object' ? '' : String(value);
	if (shown === '') return [];
	return [`${field}: ${shown.length > MOST ? `${shown.slice(0, MOST)}…` : shown}`];
}
