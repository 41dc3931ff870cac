import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '#lib/domain/people/permissions.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { newId } from '../auth/tokens.ts';
import { addEntry, opened, read, set, updates } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import { restored } from '../testing/restored.ts';

let house: House;
let mei: Person;
let production: string;
const personId = newId();
beforeAll(async () => {
	house = await openHouse({}, restored);
	mei = await house.person('Mei');
	production = await house.production(mei);
	await mei.expect(200, 'POST', `/api/productions/${production}/people`, { personIds: [personId] });
});
afterAll(() => house.close());

const rows = (): { user: string; device: string }[] => {
	const db = new DatabaseSync(join(house.dataDir, 'log.sqlite'), { readOnly: true });
	const all = db
		.prepare('SELECT user, device FROM updates WHERE production = ? ORDER BY seq')
		.all(production);
	db.close();
	return all as { user: string; device: string }[];
};

test('after a restore a planner brings back what another wrote: it is taken, logged as brought back, and nobody’s', async () => {
	const plan = documentName(production, 'plan');
	const li = await house.member(mei, production, 'planner');
	const doc = new Y.Doc();
	const [first, second] = updates(() => {
		doc.getMap('scenes').set('a', new Y.Map([['number', 1]]));
		(doc.getMap('scenes').get('a') as Y.Map<unknown>).set('number', 2);
	}, doc);
	const wire = await opened(mei, plan);
	expect(wire.epoch).toBe('second');
	// The second part leans on the first: it is kept apart, and both are acknowledged together.
	wire.again(second as Uint8Array);
	wire.update(set('meanwhile'));
	await until('the ordinary change is passed on', async () =>
		(await read(li, plan)).getMap('scenes').has('meanwhile')
	);
	expect(wire.acknowledged).toBe(1);
	expect((await read(li, plan)).getMap('scenes').has('a')).toBe(false);
	wire.again(first as Uint8Array);
	await until('all is acknowledged', () => wire.acknowledged === 4);
	expect((await read(li, plan)).getMap('scenes').toJSON()).toMatchObject({ a: { number: 2 } });
	expect(rows().map(({ user, device }) => [user === mei.id, device.startsWith('again:')])).toEqual([
		[true, false],
		[true, true]
	]);
	// Li, who wrote it, goes on under the same client id; from then on it is Li's.
	const own = await opened(li, plan);
	const [third] = updates(() => doc.getMap('scenes').set('b', 1), doc);
	own.update(third as Uint8Array);
	await until('it is acknowledged', () => own.acknowledged === 2);
	expect(own.refusals).toEqual([]);
	const [fourth] = updates(() => doc.getMap('scenes').set('c', 1), doc);
	wire.update(fourth as Uint8Array);
	await until('it is refused', () => wire.refusals[0]);
	expect(wire.refusals[0]?.code).toBe('not-own');
});

test('hours are brought back by nobody but who entered them', async () => {
	const hours = documentName(production, 'hours', personId);
	const li = await house.member(mei, production, 'planner', { personId });
	const doc = new Y.Doc();
	const [entry] = updates(() => addEntry(doc, li, personId, true), doc);
	const producer = await opened(mei, hours);
	producer.again(entry as Uint8Array);
	producer.again(entry as Uint8Array, [doc.clientID]);
	await until('both are refused', () => producer.refusals.length === 2);
	expect(producer.refusals.map(({ code }) => code)).toEqual(['not-own', 'not-own']);
	const own = await opened(li, hours);
	own.again(entry as Uint8Array, [doc.clientID]);
	await until('it is acknowledged', () => own.acknowledged === 2);
	expect((await read(mei, hours)).getMap(ADDED_ONLY_ROOT).size).toBe(1);
});

test('a reader brings nothing back, and a server that never forgot takes nothing of others', async () => {
	const crew = await house.member(mei, production, 'crew');
	const reader = await opened(crew, documentName(production, 'plan'));
	reader.again(set('crew'));
	await until('it is refused', () => reader.refusals[0]);
	expect(reader.refusals[0]?.code).toBe('reader');
	const other = await openHouse();
	const li = await other.person('Li');
	const wire = await opened(li, documentName(await other.production(li), 'plan'));
	wire.again(set('a'));
	await until('it is refused', () => wire.refusals[0]);
	expect(wire.refusals[0]?.code).toBe('not-own');
	await other.close();
});
