import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { perform } from '#lib/doc/command.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import { documentName, PERSON_DOCUMENTS, type DocumentKind } from '#lib/domain/people/permissions.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { newId } from '../../server/auth/tokens.ts';
import { openHouse, until, type House } from '../../server/testing/house.ts';
import type { Person } from '../../server/testing/person.ts';
import { ADDED_ONLY, ENTRY_FORMAT, openEntries, openTables, SCHEMAS } from '../documents/kinds.ts';
import { readableTables } from '../documents/readable.ts';

const FOLDER = join(import.meta.dirname, '../documents');
const files = readdirSync(FOLDER).flatMap((name) => {
	const [, kind, format, letter] = /^([a-z]+)-(\d+)([a-z]?)\.bin$/.exec(name) ?? [];
	return kind && format
		? [{ name: `${kind}-${format}${letter}`, kind: kind as DocumentKind, format: Number(format) }]
		: [];
});
const isOfEntries = (kind: string): boolean => (ADDED_ONLY as readonly string[]).includes(kind);
const ofRows = files.filter(({ kind }) => !isOfEntries(kind));
const ofEntries = files.filter(({ kind }) => isOfEntries(kind));

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, `${name}.bin`)));
const meantBy = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
const read = (name: string): Y.Doc => {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, bytesOf(name));
	return doc;
};

describe.each(ofRows)('$name, as Daybreak wrote it then', ({ name, kind }) => {
	test('is read field by field as it was meant, nothing lost', () => {
		expect(readableTables(openTables(kind, read(name)))).toMatchObject(meantBy(name) as object);
	});

	test('is not written to by opening it', () => {
		const document = openTables(kind, read(name));
		const before = Y.encodeStateAsUpdate(document.doc);
		readableTables(document);
		expect(document.writable()).toBe(true);
		expect(Y.encodeStateAsUpdate(document.doc)).toEqual(before);
	});

	test('keeps fields of a newer Daybreak through an edit of every table', () => {
		const document = openTables(kind, read(name));
		for (const [key, table] of Object.entries(document.tables)) {
			const id = key.padEnd(22, '0');
			// A table that this document is too old to have.
			if (!table.get(id)) continue;
			perform(document, 'edit', 1, () => {
				table.archive(id, 1);
				table.archive(id, null);
			});
			const row = document.doc.getMap(key).get(id) as Y.Map<unknown>;
			expect(row.get('fromTheFuture'), key).toEqual({ colour: 'blue' });
		}
		expect(readableTables(document)).toMatchObject(meantBy(name) as object);
	});

	test('is shown and not changed once a newer Daybreak has given it another format', () => {
		const doc = read(name);
		const newer = new Y.Doc();
		Y.applyUpdate(newer, Y.encodeStateAsUpdate(doc));
		newer.getMap('meta').set('format', (SCHEMAS[kind]?.format ?? 0) + 1);
		const document = openTables(kind, newer);
		expect(document.writable()).toBe(false);
		expect(readableTables(document)).toMatchObject(meantBy(name) as object);
	});
});

test('a field of a scene that is edited leaves those of a newer Daybreak alone', () => {
	const plan = openPlan(read('plan-1'));
	const id = 'scenes'.padEnd(22, '0');
	changeRow(plan, 'scenes', id, { synopsis: 'edited' });
	const scene = plan.doc.getMap('scenes').get(id) as Y.Map<unknown>;
	expect([scene.get('synopsis'), scene.get('fromTheFuture')]).toEqual(['edited', { colour: 'blue' }]);
});

describe.each(ofEntries)('$name, as Daybreak wrote it then', ({ name, kind }) => {
	test('is read entry by entry under its own key, and what only a newer one knows is counted', () => {
		const entries = openEntries(kind, read(name));
		expect({ entries: entries.all(), unread: entries.unread }).toMatchObject(meantBy(name) as object);
		expect(entries.unread).toBe(1);
	});

	test('is not written to by opening it, and an entry that is added leaves every other as it was', () => {
		const doc = read(name);
		const entries = openEntries(kind, doc);
		const before = doc.getMap(ADDED_ONLY_ROOT).toJSON();
		entries.all();
		expect(Y.encodeStateAsUpdate(doc)).toEqual(bytesOf(name));
		const [first] = entries.all();
		entries.add('again', [{ ...first, key: undefined, id: newId() } as never]);
		expect(doc.getMap(ADDED_ONLY_ROOT).toJSON()).toMatchObject(before);
		expect(doc.getMap(ADDED_ONLY_ROOT).size).toBe(Object.keys(before).length + 1);
	});
});

describe('a tablet with an older app and its documents', () => {
	let house: House;
	let mei: Person;
	beforeAll(async () => {
		house = await openHouse();
		mei = await house.person('Mei');
	});
	afterAll(() => house.close());

	// The stock client is the oldest there is: a socket a document, whole messages, no acknowledgement heard.
	test.each(ofRows)(
		'delivers $name to today’s server, and another one gets all of it from there',
		async ({ name, kind }) => {
			const production = await house.production(mei);
			const person = (PERSON_DOCUMENTS as readonly string[]).includes(kind) ? newId() : null;
			if (person)
				await mei.expect(200, 'POST', `/api/productions/${production}/people`, { personIds: [person] });
			const document = documentName(production, kind, person);
			mei.open(document, read(name));
			const wire = mei.wire(document);
			await until('the second is there', () => wire.status === 101);
			wire.step1();
			const there = new Y.Doc();
			await until('all of it has come', () => {
				for (const update of wire.updates.splice(0)) Y.applyUpdate(there, update);
				return Y.encodeStateAsUpdate(there).length >= bytesOf(name).length;
			});
			expect(readableTables(openTables(kind, there))).toMatchObject(meantBy(name) as object);
			expect(Y.encodeStateAsUpdate(there)).toEqual(Y.encodeStateAsUpdate(read(name)));
			mei.leave();
		}
	);
});

test('every released format of every kind has its golden document', () => {
	const kinds = [
		...Object.entries(SCHEMAS).map(([kind, { format }]) => [kind, format] as const),
		...ADDED_ONLY.map((kind) => [kind, ENTRY_FORMAT] as const)
	];
	for (const [kind, format] of kinds) {
		const there = new Set(files.filter((file) => file.kind === kind).map((file) => file.format));
		expect([...there].sort(), kind).toEqual(Array.from({ length: format }, (_, n) => n + 1));
	}
});

test('of today’s records each has a row in a golden document, so that none changes its meaning unseen', () => {
	for (const [kind, { records }] of Object.entries(SCHEMAS)) {
		const docs = files.filter((file) => file.kind === kind).map(({ name }) => openTables(kind, read(name)));
		for (const key of Object.keys(records)) {
			expect(
				docs.some(({ tables }) => tables[key]?.get(key.padEnd(22, '0'))),
				`${kind}: ${key}`
			).toBe(true);
		}
	}
});
