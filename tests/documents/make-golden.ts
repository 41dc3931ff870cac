/**
 * Makes the golden documents of this build that aren't there yet (`node tests/documents/make-golden.ts`): one of each
 * kind and format, with every field said, fields and entries of "a newer Daybreak", a row put away. What fields say
 * is taken from the demo productions, and made up where they are silent. A golden file is never made again once it is
 * committed, because it stands for what is on people's devices; where a format only grew, another one with a letter
 * stands beside it (`plan-1b`).
 */
import { existsSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { buildDemo } from '#lib/demo/index.ts';
import { perform } from '#lib/doc/command.ts';
import { markFormat, type Schema } from '#lib/doc/document.ts';
import type { Field, Fields } from '#lib/domain/record.ts';
import { readDocumentName } from '#lib/domain/people/permissions.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { entryKey } from '#lib/doc/entry-key.ts';
import { ENTRIES } from './entries.ts';
import { ADDED_ONLY, ENTRY_FORMAT, openEntries, openTables, SCHEMAS } from './kinds.ts';
import { readableTables } from './readable.ts';

/** Where the format of a kind only grew since its first golden document. */
const GREW: Readonly<Record<string, string>> = { plan: 'b' };

const demos = (['A', 'B', 'C'] as const).flatMap(
	(which) =>
		buildDemo({ which, seed: 1, today: '2026-11-20', productionId: 'A'.repeat(22), guestName: '' }).documents
);

/** All rows of a table in the demos' documents of a kind. */
function rowsOf(kind: string, key: string): Record<string, unknown>[] {
	return demos.flatMap(({ name, update }) => {
		if (readDocumentName(name)?.kind !== kind) return [];
		const doc = new Y.Doc();
		Y.applyUpdate(doc, update);
		return [...(openTables(kind, doc).tables[key]?.rows().values() ?? [])] as Record<string, unknown>[];
	});
}

/** Something a field may say that isn't what it says by itself. */
function said(name: string, field: Field<unknown>, rows: readonly Record<string, unknown>[]): unknown {
	const silent = field.kept === 'many' ? [] : field.read(undefined);
	const made = [`${name} 说明`, 7, true, false, '2026-11-20', 0.5, ['one', 'two'], [6, 7]];
	return [...rows.map((row) => row[name]), ...made].find(
		(value) =>
			value !== undefined && !isDeepStrictEqual(value, silent) && isDeepStrictEqual(field.read(value), value)
	);
}

function fill(kind: string, { records }: Schema, doc: Y.Doc): void {
	const document = openTables(kind, doc);
	perform(document, 'golden', 1, () => {
		markFormat(document);
		for (const [key, { fields }] of Object.entries(records)) {
			const rows = rowsOf(kind, key);
			const values = Object.entries(fields as Fields).flatMap(([name, field]) => {
				const value = said(name, field, rows);
				return value === undefined ? [] : [[name, value] as const];
			});
			const table = document.tables[key];
			const [id, other] = [key.padEnd(22, '0'), key.padEnd(22, '1')];
			table?.add(id, Object.fromEntries(values) as never);
			table?.add(other, {});
			table?.archive(other, 1_700_000_000_000);
			(doc.getMap(key).get(id) as Y.Map<unknown>).set('fromTheFuture', { colour: 'blue' });
		}
	});
}

function make(name: string, clientID: number, write: (doc: Y.Doc) => unknown): void {
	const file = new URL(name, import.meta.url).pathname;
	if (existsSync(`${file}.bin`)) return;
	const doc = new Y.Doc();
	doc.clientID = clientID;
	const readable = write(doc);
	writeFileSync(`${file}.bin`, Y.encodeStateAsUpdate(doc));
	writeFileSync(`${file}.json`, `${JSON.stringify(readable, null, '\t')}\n`);
	console.log(`made ${name}`);
}

for (const [kind, schema] of Object.entries(SCHEMAS)) {
	make(`${kind}-${schema.format}${GREW[kind] ?? ''}`, 4242, (doc) => {
		fill(kind, schema, doc);
		return readableTables(openTables(kind, doc));
	});
}
for (const kind of ADDED_ONLY) {
	make(`${kind}-${ENTRY_FORMAT}`, 4243, (doc) => {
		const entries = doc.getMap(ADDED_ONLY_ROOT);
		doc.transact(() => {
			for (const entry of ENTRIES[kind] ?? []) entries.set(entryKey(entry), entry);
		});
		return { entries: openEntries(kind, doc).all(), unread: openEntries(kind, doc).unread };
	});
}
