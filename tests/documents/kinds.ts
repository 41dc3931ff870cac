import type * as Y from 'yjs';
import { openDocument, type Schema, type TypedDocument } from '#lib/doc/document.ts';
import { openDecisions, openHours } from '#lib/doc/hours-documents.ts';
import { dealSchema } from '#lib/doc/schema/deal.ts';
import { guestSchema } from '#lib/doc/schema/guest.ts';
import { moneySchema } from '#lib/doc/schema/money.ts';
import { planSchema } from '#lib/doc/schema/plan.ts';
import { privateSchema } from '#lib/doc/schema/private.ts';
import { scriptSchema } from '#lib/doc/schema/script.ts';

/** Documents of rows, and those of entries that are only ever added: each kind that is on people's devices. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
	plan: planSchema,
	script: scriptSchema,
	guest: guestSchema,
	private: privateSchema,
	money: moneySchema,
	deal: dealSchema
};
export const ADDED_ONLY = ['hours', 'decisions'] as const;
/** Entries have no format: what a version doesn't know it leaves alone. */
export const ENTRY_FORMAT = 1;

export const openTables = (kind: string, doc: Y.Doc): TypedDocument<Schema> => {
	const schema = SCHEMAS[kind];
	if (!schema) throw new Error(`no schema of ${kind}`);
	return openDocument(doc, schema);
};
export const openEntries = (kind: string, doc: Y.Doc) =>
	kind === 'hours' ? openHours(doc) : openDecisions(doc);
