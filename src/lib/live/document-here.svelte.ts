import { openDocument, type Schema, type Tables, type TypedDocument } from '#lib/doc/document.ts';
import { documentName, type DocumentKind } from '#lib/domain/people/permissions.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { liveTables, type LiveTables } from './table.svelte.ts';
import type { LiveWorkspace } from './workspace.svelte.ts';

/**
 * A document beside the plan (the script, private data …), open on this device while a page needs it. Rows are read
 * through `tables`, written by commands on `document`.
 */
export class DocumentHere<S extends Schema> {
	readonly document: TypedDocument<S>;
	readonly tables: LiveTables<Tables<S>>;
	readonly channel: Channel;
	readonly #live: LiveWorkspace;

	private constructor(live: LiveWorkspace, channel: Channel, schema: S) {
		this.#live = live;
		this.channel = channel;
		this.document = openDocument(channel.doc, schema);
		this.tables = liveTables(this.document.tables);
	}

	/**
	 * Opens a document of a production, or joins it where it is open already. Nothing waits for the network. Close it
	 * when the page goes.
	 * @param personId the person a `deal`, `hours` or `decisions` document belongs to
	 */
	static async open<S extends Schema>(
		live: LiveWorkspace,
		production: string,
		schema: S,
		personId: string | null = null
	): Promise<DocumentHere<S>> {
		const name = documentName(production, schema.kind as DocumentKind, personId);
		return new DocumentHere(live, await live.workspace.open(name), schema);
	}

	async close(): Promise<void> {
		for (const table of Object.values(this.tables) as { destroy(): void }[]) table.destroy();
		await this.#live.workspace.release(this.channel);
	}
}
