import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '#lib/domain/people/permissions.ts';
import { CLOSE } from '#lib/domain/sync-protocol.ts';
import { opened, read, set, updates } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
let producer: Person;

beforeAll(async () => {
	house = await openHouse({ socketsPerUser: 200 });
	producer = await house.person('Mei');
});
afterAll(() => house.close());

test('two planners on the stock client see each other’s strips', async () => {
	const id = await house.production(producer);
	const a = producer.open(documentName(id, 'plan'));
	const b = producer.open(documentName(id, 'plan'));
	await until('both are synced', () => a.provider.synced && b.provider.synced);
	a.doc.getMap('strips').set('12A', 'day 3');
	b.doc.getMap('strips').set('12B', 'day 4');
	const both = { '12A': 'day 3', '12B': 'day 4' };
	await until('they agree', () => [a, b].every(({ doc }) => doc.getMap('strips').size === 2));
	expect(a.doc.getMap('strips').toJSON()).toEqual(both);
	expect(b.doc.getMap('strips').toJSON()).toEqual(both);
});

test('what a tablet changed offline arrives when it is back, on top of what others changed', async () => {
	const id = await house.production(producer);
	const a = producer.open(documentName(id, 'plan'));
	await until('it is synced', () => a.provider.synced);
	a.doc.getMap('strips').set('1', 'before');
	a.provider.disconnect();
	a.doc.getMap('strips').set('1', 'offline');
	const b = producer.open(documentName(id, 'plan'));
	await until('b is synced', () => b.provider.synced);
	b.doc.getMap('strips').set('2', 'meanwhile');
	a.provider.connect();
	a.doc.getMap('strips').set('3', 'while connecting');
	await until('they agree', () => [a, b].every(({ doc }) => doc.getMap('strips').size === 3));
	expect(b.doc.getMap('strips').toJSON()).toEqual({
		'1': 'offline',
		'2': 'meanwhile',
		'3': 'while connecting'
	});
});

test('an acknowledgement comes only when the row is in the file, and names its place in the chain', async () => {
	const id = await house.production(producer);
	const document = documentName(id, 'plan');
	const wire = await opened(producer, document);
	await until('the empty step 2 is dealt with', () => wire.acknowledged === 1);
	const file = new DatabaseSync(join(house.dataDir, 'log.sqlite'), { readOnly: true });
	const last = file.prepare('SELECT seq, hash FROM updates WHERE document = ? ORDER BY seq DESC LIMIT 1');
	for (let count = 2; count < 12; count++) {
		wire.update(set(`s${count}`));
		await until('it is acknowledged', () => wire.acknowledged === count);
		const row = last.get(document) as { seq: number; hash: Uint8Array };
		expect({ seq: wire.seq, head: wire.head }).toEqual({
			seq: row.seq,
			head: Buffer.from(row.hash).toString('hex')
		});
	}
	file.close();
});

test('nobody hears of a change before its sender has the acknowledgement', async () => {
	const id = await house.production(producer);
	const wire = await opened(producer, documentName(id, 'plan'));
	const other = await opened(producer, documentName(id, 'plan'));
	for (let count = 0; count < 20; count++) other.update(set(`o${count}`));
	wire.update(set('mine'));
	await until('all is acknowledged', () => wire.acknowledged === 2 && other.acknowledged === 21);
	await until('all is heard', () => wire.order.includes('update') && other.order.includes('update'));
	expect(other.order.findIndex((what) => what.startsWith('ack'))).toBeLessThan(other.order.indexOf('update'));
});

test('each refusal names its update and comes before the acknowledgement that counts it', async () => {
	const id = await house.production(producer);
	const wire = await opened(producer, documentName(id, 'plan'));
	const chain = updates((doc) => {
		doc.getMap('scenes').set('a', 1);
		doc.getMap('scenes').set('b', 2);
	});
	wire.update(chain[0] as Uint8Array);
	wire.update(new Uint8Array([9, 9, 9]));
	wire.update(set('later'));
	const gap = updates((doc) => {
		doc.getMap('scenes').set('x', 1);
		doc.getMap('scenes').set('y', 2);
	});
	wire.update(gap[1] as Uint8Array);
	await until('all five are dealt with', () => wire.acknowledged === 5);
	expect(wire.refusals).toEqual([
		{ which: 3, code: 'malformed' },
		{ which: 5, code: 'pending' }
	]);
	for (const { which, code } of wire.refusals) {
		const said = wire.order.indexOf(`refused ${which} ${code}`);
		const counted = wire.order.findIndex((what) => what.startsWith('ack ') && Number(what.slice(4)) >= which);
		expect(said).toBeLessThan(counted);
	}
});

test('an edit sent before the answer to the server’s question waits for it instead of being refused', async () => {
	const id = await house.production(producer);
	const wire = producer.wire(documentName(id, 'plan'));
	const doc = new Y.Doc();
	const [, online] = updates((tablet) => {
		tablet.getMap('scenes').set('offline', 1);
		tablet.getMap('scenes').set('online', 2);
	}, doc);
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1();
	wire.update(online as Uint8Array);
	wire.step2(Y.encodeStateAsUpdate(doc));
	await until('both are dealt with', () => wire.acknowledged === 2);
	expect(wire.refusals).toEqual([]);
	const plan = await read(producer, documentName(id, 'plan'));
	expect(plan.getMap('scenes').toJSON()).toEqual({ offline: 1, online: 2 });
});

test('a newcomer who is told “synced” has everything, however long the history is', async () => {
	const id = await house.production(producer);
	const document = documentName(id, 'plan');
	const wire = await opened(producer, document);
	const all = updates((doc) => {
		for (let count = 0; count < 450; count++) doc.getMap('scenes').set(`s${count % 100}`, count);
	});
	// One at a time, so that each is a row of its own and the log gets long enough to be folded.
	for (const [index, update] of all.entries()) {
		wire.update(update);
		await until('it is acknowledged', () => wire.acknowledged === index + 2);
	}
	expect((await read(producer, document)).getMap('scenes').size).toBe(100);
	const figures = async (): Promise<string> => (await producer.call('GET', '/metrics')).text;
	await until('the log was folded', async () => /daybreak_folds_total [1-9]/.test(await figures()));
	const scenes = (await read(producer, document)).getMap('scenes').toJSON();
	expect(Object.keys(scenes)).toHaveLength(100);
	expect(Math.max(...Object.values(scenes).map(Number))).toBe(449);
}, 30_000);

test('when the store fails nothing is acknowledged, clients are sent away for later, and the server says it is not ready', async () => {
	const own = await openHouse();
	try {
		const person = await own.person('Li');
		const document = documentName(await own.production(person), 'plan');
		const wire = await opened(person, document);
		await until('the empty step 2 is dealt with', () => wire.acknowledged === 1);
		const file = new DatabaseSync(join(own.dataDir, 'log.sqlite'));
		file.exec('ALTER TABLE updates RENAME TO elsewhere');
		wire.update(set('unlucky'));
		await until('the socket is closed', () => wire.closeCode);
		expect([wire.closeCode, wire.acknowledged]).toEqual([CLOSE.later, 1]);
		expect(wire.refusals).toEqual([{ which: 2, code: 'storage' }]);
		expect((await person.call('GET', '/ready')).status).toBe(503);
		const meanwhile = person.wire(document);
		await until('there is an answer', () => meanwhile.status);
		expect(meanwhile.status).toBe(503);
		file.exec('ALTER TABLE elsewhere RENAME TO updates');
		file.close();
		await until('it is ready again', async () => (await person.call('GET', '/ready')).status === 200);
		const again = await opened(person, document);
		again.update(set('offered again'));
		await until('it is acknowledged', () => again.acknowledged === 2);
		expect((await read(person, document)).getMap('scenes').toJSON()).toEqual({ 'offered again': 1 });
	} finally {
		await own.close();
	}
}, 20_000);

test('there is one copy of Yjs', () => {
	const from = createRequire(import.meta.url);
	const versions = ['y-websocket', 'y-protocols/sync', 'y-indexeddb'].map((place) =>
		createRequire(from.resolve(place)).resolve('yjs')
	);
	expect(new Set([...versions, from.resolve('yjs')]).size).toBe(1);
});
