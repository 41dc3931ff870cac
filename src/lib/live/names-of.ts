import { plainOf } from '#lib/doc/plain.ts';
import { rowName, type PlainDocument } from '#lib/doc/row-name.ts';
import { documentName, isPersonDocument, readDocumentName } from '#lib/domain/people/permissions.ts';
import type { Unsent } from '#lib/sync/workspace.ts';
import type { LiveWorkspace } from './workspace.svelte.ts';

/** What a change is about, for the list of what waits. */
export type About = {
	/** how many rows of the kind it changed most of */
	readonly count: number;
	/** what people call them, as far as this device knows: "34-1" */
	readonly names: readonly string[];
};

/** The rows a change wrote, those of the kind it wrote most of. */
function rowsOf({ intents }: Unsent): { root: string; ids: readonly string[] } {
	const roots = [...Map.groupBy(intents, ({ root }) => root)].map(([root, of]) => ({
		root,
		ids: [...new Set(of.map(({ row }) => row))]
	}));
	return roots.sort((a, b) => b.ids.length - a.ids.length)[0] ?? { root: '', ids: [] };
}

/**
 * What these changes are about, read from what this device has of their documents; hours, decisions and deals by whose
 * they are. In the order of `changes`. Nothing waits for a network.
 */
export async function aboutOf(live: LiveWorkspace, changes: readonly Unsent[]): Promise<readonly About[]> {
	const read = new Map<string, Promise<PlainDocument>>();
	const plain = (document: string): Promise<PlainDocument> => {
		const known = read.get(document) ?? plainHere(live, document);
		read.set(document, known);
		return known;
	};
	return Promise.all(
		changes.map(async (change) => {
			const { root, ids } = rowsOf(change);
			const named = readDocumentName(change.document);
			if (!named) return { count: ids.length, names: [] };
			if (isPersonDocument(named.kind)) {
				const name = rowName(
					await plain(documentName(named.production, 'plan')),
					'people',
					named.personId ?? ''
				);
				return { count: ids.length, names: name === null ? [] : [name] };
			}
			const document = withMade(await plain(change.document), change);
			return { count: ids.length, names: ids.flatMap((id) => rowName(document, root, id) ?? []) };
		})
	);
}

/** A document with the rows a change made: one that was refused isn't in it any more. */
function withMade(document: PlainDocument, { intents }: Unsent): PlainDocument {
	const made = intents.filter(({ field, value }) => field === null && value !== undefined);
	const roots = [...Map.groupBy(made, ({ root }) => root)].map(([root, of]) => [
		root,
		{
			...Object.fromEntries(of.map(({ row, value }) => [row, value])),
			...(document[root] as object | undefined)
		}
	]);
	return { ...document, ...Object.fromEntries(roots) };
}

async function plainHere({ workspace }: LiveWorkspace, document: string): Promise<PlainDocument> {
	try {
		const channel = await workspace.open(document);
		const plain = plainOf(channel.doc);
		await workspace.release(channel);
		return plain;
	} catch {
		// Signed out meanwhile: the list says what was done, and not to what.
		return {};
	}
}
