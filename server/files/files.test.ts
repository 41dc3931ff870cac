import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName, readDocumentName } from '#lib/domain/people/permissions.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { newId } from '../auth/tokens.ts';
import { openAccounts } from '../store/accounts.ts';
import { memoryLog } from '../store/memory-log.ts';
import { addEntry, opened, read, set } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import { finishImports } from './read-production.ts';

let here: House;
let there: House;
beforeAll(async () => {
	[here, there] = [await openHouse(), await openHouse({ importsPerHour: 1000 })];
});
afterAll(() => Promise.all([here.close(), there.close()]));

const exported = (person: Person, production: string): Promise<Buffer> =>
	person.download(`/api/productions/${production}/export`);
const opens = (person: Person, file: Uint8Array) => person.upload('/api/productions/import', file);
const linesOf = (file: Uint8Array): string[] => gunzipSync(file).toString().trimEnd().split('\n');
const fileOf = (lines: readonly string[]): Buffer => gzipSync(lines.map((line) => `${line}\n`).join(''));
const said = ({ status, json }: Awaited<ReturnType<typeof opens>>): string => {
	const { code, row } = (json.error ?? {}) as { code?: string; row?: number };
	return [status, code, row].filter((part) => part !== undefined).join(' ');
};

/** A production with a planner, hours of a person by two people, and some history. */
async function madeUp(): Promise<{
	mei: Person;
	li: Person;
	production: string;
	personId: string;
	file: Buffer;
}> {
	const mei = await here.person('Mei');
	const production = await here.production(mei);
	const personId = newId();
	await mei.expect(200, 'POST', `/api/productions/${production}/people`, { personIds: [personId] });
	const li = await here.member(mei, production, 'planner', { personId, keeps: [personId] });
	const hours = documentName(production, 'hours', personId);
	const writing: [Person, string, number][] = [
		[mei, documentName(production, 'plan'), 12],
		[li, documentName(production, 'plan'), 12],
		[mei, documentName(production, 'money'), 2],
		[li, hours, 5],
		[mei, hours, 1]
	];
	for (const [person, document, times] of writing) {
		const wire = await opened(person, document);
		const doc = new Y.Doc();
		doc.on('update', (update: Uint8Array) => wire.update(update));
		for (let n = 0; n < times; n++) {
			if (document === hours) addEntry(doc, person, personId, person === li, { start: n });
			else doc.getMap('scenes').set(`s${n % 5}`, new Y.Map([['number', n]]));
			await until('it is acknowledged', () => wire.acknowledged === n + 2);
		}
		wire.close();
	}
	await mei.expect(200, 'PATCH', `/api/productions/${production}`, { archived: true, title: '雨 & Rain' });
	return { mei, li, production, personId, file: await exported(mei, production) };
}

test('a production goes to another server as one file and comes out of it the same: members, record, hours and who wrote them', async () => {
	const { mei, li, production, personId, file } = await madeUp();
	const wen = await there.person('Wen');
	const answer = await opens(wen, file);
	expect([answer.status, answer.json]).toEqual([
		201,
		{ production: { id: production, title: '雨 & Rain' }, rows: 32 }
	]);
	const again = linesOf(await exported(wen, production));
	const before = linesOf(file);
	const head = JSON.parse(again[0] as string) as { members: { userId: string }[] };
	head.members = head.members.filter(({ userId }) => userId !== wen.id);
	expect(head).toEqual(JSON.parse(before[0] as string));
	expect(again.slice(1, -2)).toEqual(before.slice(1, -2));
	const { people } = JSON.parse(again.at(-2) as string) as { people: { id: string; name: string }[] };
	expect(people.filter(({ id }) => id !== wen.id)).toEqual(
		(JSON.parse(before.at(-2) as string) as { people: unknown }).people
	);
	const { members } = await wen.expect(200, 'GET', `/api/productions/${production}/members`);
	expect(members).toMatchObject([
		{ userId: mei.id, role: 'producer', name: expect.stringMatching(/^Mei/) },
		{ userId: li.id, role: 'planner', personId, keeps: [personId] },
		{ userId: wen.id, role: 'producer', personId: null }
	]);
	for (const name of [documentName(production, 'plan'), documentName(production, 'hours', personId)]) {
		const kind = readDocumentName(name)?.kind === 'hours' ? ADDED_ONLY_ROOT : 'scenes';
		const [one, other] = [await read(mei, name), await read(wen, name)];
		expect(other.getMap(kind).toJSON()).toEqual(one.getMap(kind).toJSON());
		expect(other.getMap(kind).size).toBeGreaterThan(0);
	}
	// Mei's client ids stay hers: nobody here may write as if it were her.
	await wen.expect(200, 'PATCH', `/api/productions/${production}`, { archived: false });
	const wire = await opened(wen, documentName(production, 'plan'));
	const doc = await read(mei, documentName(production, 'plan'));
	doc.clientID = Math.max(...Y.decodeStateVector(Y.encodeStateVector(doc)).keys());
	doc.on('update', (update: Uint8Array) => wire.update(update));
	doc.getMap('scenes').set('forged', 1);
	await until('it is refused', () => wire.refusals[0]);
	expect(wire.refusals[0]?.code).toBe('not-own');
	// The producer who came with the file can't sign in, so she is no producer to count on.
	expect(await wen.refused('DELETE', `/api/productions/${production}/members/${wen.id}`)).toBe(
		'409 last-producer'
	);
});

test('the demo, whose content the server wrote, goes the same way', async () => {
	const guest = here.stranger();
	const { production } = await guest.expect(201, 'POST', '/api/demo', {});
	const file = await exported(guest, production.id);
	const wen = await there.person('Wen');
	expect((await opens(wen, file)).status).toBe(201);
	const name = documentName(production.id, 'plan');
	expect((await read(wen, name)).getMap('scenes').toJSON()).toEqual(
		(await read(guest, name)).getMap('scenes').toJSON()
	);
	const { productions } = await wen.expect(200, 'GET', '/api/me');
	expect(productions[0]).toMatchObject({ demo: false, expiresAt: null, role: 'producer' });
});

test('a production that is here already is left as it is', async () => {
	const { mei, production, file } = await madeUp();
	expect(said(await opens(mei, file))).toBe('409 production-exists');
	const wen = await there.person('Wen');
	const [first, second] = await Promise.all([opens(wen, file), opens(wen, file)]);
	expect([said(first), said(second)].sort()).toEqual(['201', '409 production-exists']);
	expect(await exported(mei, production)).toEqual(file);
});

test('a file that was changed or cut anywhere is refused with the row, and nothing of it stays', async () => {
	const { production, file } = await madeUp();
	const lines = linesOf(file);
	const wen = await there.person('Wen');
	const change = (n: number, edit: (row: Record<string, unknown>) => void): Buffer => {
		const row = JSON.parse(lines[n] as string) as Record<string, unknown>;
		edit(row);
		return fileOf(lines.map((line, at) => (at === n ? JSON.stringify(row) : line)));
	};
	const other = (bytes: unknown): string => {
		const changed = Buffer.from(String(bytes), 'base64');
		changed[changed.length >> 1]! ^= 1;
		return changed.toString('base64');
	};
	const swapped = lines.with(3, lines[4] as string).with(4, lines[3] as string);
	const cases: [string, Buffer, RegExp][] = [
		['another author', change(7, (row) => (row.user = newId())), /^400 file-damaged 7$/],
		['another time', change(32, (row) => (row.at = 1)), /^400 file-damaged 32$/],
		['another device', change(1, (row) => (row.device = 'x')), /^400 file-damaged 1$/],
		['other bytes', change(9, (row) => (row.bytes = other(row.bytes))), /^400 file-damaged 9$/],
		['another hash', change(5, (row) => (row.hash = other(row.hash))), /^400 file-damaged 5$/],
		[
			'another document',
			change(4, (row) => (row.document = documentName(production, 'guest'))),
			/^400 file-damaged/
		],
		[
			'a foreign document',
			change(4, (row) => (row.document = documentName(newId(), 'plan'))),
			/^400 file-damaged 4$/
		],
		['no bytes', change(4, (row) => delete row.bytes), /^400 file-damaged 4$/],
		['two rows swapped', fileOf(swapped), /^400 file-damaged 3$/],
		['a row left out', fileOf(lines.toSpliced(6, 1)), /^400 file-damaged 6$/],
		['a line that is no row', fileOf(lines.with(6, 'oops')), /^400 file-damaged 6$/],
		[
			'a new title',
			change(0, (head) => ((head.production as { title: string }).title = 'Sun')),
			/^400 file-damaged$/
		],
		[
			'a member more',
			change(0, (head) => (head.members = [...(head.members as unknown[]), (head.members as unknown[])[0]])),
			/^400 file-damaged$/
		],
		[
			'an unknown role',
			change(0, (head) => ((head.members as [{ role: string }])[0].role = 'emperor')),
			/^400 file-damaged$/
		],
		['a newer format', change(0, (head) => (head.version = 2)), /^400 file-newer$/],
		[
			'an unknown document',
			change(0, (head) => ((head.documents as [{ kind: string }])[0].kind = 'dreams')),
			/^400 file-newer$/
		],
		['no end', fileOf(lines.slice(0, -1)), /^400 file-damaged$/],
		['more after the end', fileOf([...lines, '{}']), /^400 file-damaged$/],
		['half a file', file.subarray(0, file.length >> 1), /^400 file-damaged \d+$/],
		['the last byte missing', file.subarray(0, -9), /^400 file-damaged/],
		['another kind of file', Buffer.from('PK\u0003\u0004 this is a spreadsheet'), /^400 file-other$/],
		['gzip of something else', gzipSync('{"hello":"world"}\n'), /^400 file-other$/],
		['nothing', Buffer.alloc(0), /^400 file-/]
	];
	for (const [title, bytes, expected] of cases) {
		expect(`${title}: ${said(await opens(wen, bytes))}`).toMatch(
			new RegExp(`^${title}: ${expected.source.slice(1)}`)
		);
	}
	expect((await wen.expect(200, 'GET', '/api/me')).productions).toEqual([]);
	const log = new DatabaseSync(join(there.dataDir, 'log.sqlite'), { readOnly: true });
	expect(log.prepare('SELECT count(*) AS rows FROM updates WHERE production = ?').get(production)?.rows).toBe(
		0
	);
	log.close();
	expect((await opens(wen, file)).status).toBe(201);
}, 30_000);

test('a file that says what people of this server wrote is not believed, unless it stood here before', async () => {
	const { production, file } = await madeUp();
	const wen = await there.person('Wen');
	const accounts = openAccounts(join(there.dataDir, 'accounts.sqlite'));
	for (const { id, name } of (
		JSON.parse(linesOf(file).at(-2) as string) as { people: { id: string; name: string }[] }
	).people) {
		accounts.users.addGuest(id, name, 1);
	}
	accounts.close();
	expect(said(await opens(wen, file))).toBe('403 file-others 32');
	expect((await wen.call('GET', `/api/productions/${production}/members`)).status).toBe(404);
});

test('whoever has no account, and whoever sends more than may be, is told so', async () => {
	const small = await openHouse({ importBytes: 20_000 });
	const { file } = await madeUp();
	expect(said(await opens(small.stranger(), file))).toBe('401 signed-out');
	const wen = await small.person('Wen');
	expect(said(await opens(wen, gzipSync(Buffer.alloc(1_000_000, 97))))).toBe('413 too-large');
	expect(said(await opens(wen, Buffer.alloc(30_000)))).toBe('413 too-large');
	await small.close();
});

test('an import that a crash cut short is taken out at the next start; one that had ended stays', async () => {
	const accounts = openAccounts(':memory:');
	const store = memoryLog();
	const [half, whole] = [newId(), newId()];
	const row = (production: string) => ({
		production,
		document: documentName(production, 'plan'),
		user: 'mei',
		device: 'tablet',
		at: 1,
		bytes: set('rain'),
		clients: []
	});
	for (const id of [half, whole]) {
		await store.beginImport(id, 1);
		await store.append([row(id)]);
	}
	accounts.productions.add({ id: whole, title: 'Rain', creator: 'mei', demo: false, expiresAt: null }, 1);
	await finishImports(accounts, store);
	expect([(await store.head(half)).seq, (await store.head(whole)).seq]).toEqual([0, 1]);
	expect(await store.unfinishedImports()).toEqual([]);
	accounts.close();
});

test('a production from an older Daybreak gets the documents that are new', () => {
	const accounts = openAccounts(':memory:');
	const id = newId();
	accounts.productions.add({ id, title: 'Rain', creator: 'mei', demo: false, expiresAt: null }, 1);
	accounts.productions.register(id, 'plan', null, 1);
	expect(accounts.productions.registerEverywhere(['plan', 'issued', 'talk'], 2)).toBe(2);
	expect(accounts.productions.registerEverywhere(['plan', 'issued', 'talk'], 3)).toBe(0);
	for (const kind of ['plan', 'issued', 'talk'] as const) {
		expect(accounts.productions.isRegistered(documentName(id, kind))).toBe(true);
	}
	accounts.close();
});
