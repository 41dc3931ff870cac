import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName, PRODUCTION_DOCUMENTS, type DocumentKind } from '#lib/domain/people/permissions.ts';
import { ADDED_ONLY_ROOT, CLOSE } from '#lib/domain/sync-protocol.ts';
import { newId } from '../auth/tokens.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import type { Wire } from '../testing/wire-client.ts';

let house: House;
let producer: Person;
let crew: Person;
let production: string;
const personId = newId();
const name = (kind: DocumentKind, person?: string): string => documentName(production, kind, person ?? null);

beforeAll(async () => {
	house = await openHouse({ socketsPerUser: 200 });
	producer = await house.person('Mei');
	production = await house.production(producer);
	await producer.expect(200, 'POST', `/api/productions/${production}/people`, { personIds: [personId] });
	crew = await house.member(producer, production, 'crew', { personId });
});
afterAll(() => house.close());

/** What one client would send for these changes, each as one update. */
function updates(write: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array[] {
	const sent: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => sent.push(update));
	write(doc);
	return sent;
}
const first = (list: Uint8Array[]): Uint8Array => list[0] as Uint8Array;
const set = (key: string, value: unknown = 1): Uint8Array =>
	first(updates((doc) => doc.getMap('scenes').set(key, value)));

async function opened(person: Person, document: string): Promise<Wire> {
	const wire = person.wire(document);
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1();
	await until('the first sync is answered', () => wire.synced);
	if (wire.askedForChanges) wire.step2();
	return wire;
}

/** The document as a newcomer gets it. */
async function read(person: Person, document: string): Promise<Y.Doc> {
	const wire = await opened(person, document);
	const doc = new Y.Doc();
	for (const update of wire.updates) Y.applyUpdate(doc, update);
	wire.close();
	return doc;
}

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

test('a reader is asked for nothing, may answer emptily, and is refused when it writes; nobody sees it', async () => {
	const planner = await opened(producer, name('plan'));
	const reader = await opened(crew, name('plan'));
	expect(reader.askedForChanges).toBe(false);
	reader.step2();
	reader.update(set('sneaked'));
	reader.update(new Uint8Array([0, 1, 5, 1, 0, 3]));
	reader.step2(set('sneaked'));
	await until('four updates are dealt with', () => reader.acknowledged === 4);
	expect(reader.refusals).toEqual([2, 3, 4].map((which) => ({ which, code: 'reader' })));
	expect(reader.order.indexOf('refused 2 reader')).toBeLessThan(reader.order.indexOf('ack 2'));
	planner.update(set('honest'));
	await until('the honest change is heard', () => reader.order.includes('update'));
	expect((await read(producer, name('plan'))).getMap('scenes').toJSON()).toEqual({ honest: 1 });
	expect(planner.order).not.toContain('update');
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

test('crew cannot open money, strangers nothing, and names that aren’t registered are not there', async () => {
	const outsider = await house.person('Outsider');
	const tries: [Person, string, number][] = [
		[crew, name('money'), 403],
		[crew, name('private'), 403],
		[outsider, name('plan'), 403],
		[house.stranger(), name('plan'), 401],
		[producer, documentName(newId(), 'plan'), 404],
		[producer, name('hours', newId()), 404],
		[producer, 'plan', 404],
		[producer, '..%2f..%2fetc%2fpasswd', 404],
		[producer, '', 404]
	];
	for (const [person, document, status] of tries) {
		const wire = person.wire(document);
		await until('there is an answer', () => wire.status);
		expect([document, wire.status]).toEqual([document, status]);
	}
});

test('a page of another server can’t open a socket, look-alikes and missing origins included', async () => {
	const { host } = new URL(house.base);
	const origins = [
		undefined,
		'null',
		'https://evil.example',
		`http://${host}.evil.example`,
		`https://${host}`
	];
	for (const origin of origins) {
		producer.origin = origin;
		const wire = producer.wire(name('plan'));
		producer.origin = house.base;
		await until('there is an answer', () => wire.status);
		expect([origin, wire.status]).toEqual([origin, 403]);
	}
});

test('signing out closes the sockets of that session within a second, with 4401', async () => {
	const person = await house.member(producer, production, 'planner');
	const wire = await opened(person, name('plan'));
	const other = await opened(producer, name('plan'));
	const start = Date.now();
	await person.expect(204, 'DELETE', '/api/sessions/current');
	await until('the socket is closed', () => wire.closeCode);
	expect([wire.closeCode, Date.now() - start < 1000]).toEqual([CLOSE.signedOut, true]);
	expect(other.closeCode).toBe(0);
});

test('a removed member’s sockets close with 4403 within a second; who may only read from now on reconnects', async () => {
	const person = await house.member(producer, production, 'planner');
	const plan = await opened(person, name('plan'));
	const hidden = await opened(person, name('private'));
	const path = `/api/productions/${production}/members/${person.id}`;
	const start = Date.now();
	await producer.expect(200, 'PATCH', path, { role: 'crew' });
	await until('both are closed', () => plan.closeCode && hidden.closeCode);
	expect([plan.closeCode, hidden.closeCode]).toEqual([CLOSE.again, CLOSE.noRight]);
	const again = await opened(person, name('plan'));
	expect(again.askedForChanges).toBe(false);
	await producer.expect(204, 'DELETE', path);
	await until('it is closed', () => again.closeCode);
	expect([again.closeCode, Date.now() - start < 2000]).toEqual([CLOSE.noRight, true]);
});

test('an update that was on its way when the right ended is not stored', async () => {
	const person = await house.member(producer, production, 'planner');
	const wire = await opened(person, name('plan'));
	const late = set('late');
	const ended = producer.call('DELETE', `/api/productions/${production}/members/${person.id}`);
	const until_ = Date.now() + 500;
	await ended;
	while (wire.socket.readyState === wire.socket.OPEN && Date.now() < until_) {
		wire.update(late);
		await new Promise((resolve) => setImmediate(resolve));
	}
	await until('it is closed', () => wire.closeCode);
	expect((await read(producer, name('plan'))).getMap('scenes').has('late')).toBe(false);
});

test('hours are added by their person, never changed or deleted, and read by nobody who may not', async () => {
	const own = await opened(crew, name('hours', personId));
	const [added, changed] = updates((doc) => {
		doc.getMap(ADDED_ONLY_ROOT).set('e1', { wrap: '25:30' });
		doc.getMap(ADDED_ONLY_ROOT).set('e1', { wrap: '19:00' });
	});
	own.update(added as Uint8Array);
	own.update(changed as Uint8Array);
	await until('both are dealt with', () => own.acknowledged === 3);
	expect(own.refusals).toEqual([{ which: 3, code: 'added-only' }]);
	const hours = await read(producer, name('hours', personId));
	expect(hours.getMap(ADDED_ONLY_ROOT).toJSON()).toEqual({ e1: { wrap: '25:30' } });
	const colleague = (await house.member(producer, production, 'crew')).wire(name('hours', personId));
	await until('there is an answer', () => colleague.status);
	expect(colleague.status).toBe(403);
});

test('presence is one’s own, stamped with name and role by the server, echoed, and gone with the socket', async () => {
	const a = await opened(producer, name('plan'));
	const b = await opened(crew, name('plan'));
	b.say(77, 1, { at: 'strip 12A', user: { name: 'The Producer', role: 'producer' } });
	await until('both hear it', () => a.presence.length > 0 && b.presence.length > 0);
	const said = JSON.parse(a.presence[0]?.slice(3) ?? '') as unknown;
	expect(said).toMatchObject({ at: 'strip 12A', user: { id: crew.id, role: 'crew', personId } });
	a.say(77, 9, { at: 'forged' });
	a.say(78, 1, { at: 'strip 3' });
	await until('b hears the producer', () => b.presence.some((line) => line.startsWith('78 ')));
	expect(b.presence.some((line) => line.includes('forged'))).toBe(false);
	b.close();
	await until('a hears that b left', () => a.presence.includes('77 null'));
});

test('there is no presence on hours: each line only hears itself', async () => {
	const worker = await opened(crew, name('hours', personId));
	const boss = await opened(producer, name('hours', personId));
	worker.say(5, 1, { here: true });
	boss.say(6, 1, { here: true });
	await until('both are echoed', () => worker.presence.length > 0 && boss.presence.length > 0);
	expect(worker.presence.every((line) => line.startsWith('5 '))).toBe(true);
	expect(boss.presence.every((line) => line.startsWith('6 '))).toBe(true);
});

test('hostile frames neither kill the server nor hold up others', async () => {
	const id = await house.production(producer);
	const document = documentName(id, 'plan');
	const [writer, witness] = [await opened(producer, document), await opened(producer, document)];
	let seed = 7;
	const random = (below: number): number => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return seed % below;
	};
	const noise = (length: number): Uint8Array => Uint8Array.from({ length }, () => random(256));
	const huge = new Uint8Array(6_000_000);
	const frames: ((wire: Wire) => void)[] = [
		...Array.from({ length: 40 }, () => (wire: Wire) => wire.raw(noise(1 + random(60)))),
		...Array.from({ length: 40 }, () => (wire: Wire) => wire.update(noise(1 + random(60)))),
		(wire) => wire.raw(new Uint8Array()),
		(wire) => wire.socket.send('text'),
		(wire) => wire.raw(new Uint8Array([0, 2, 255, 255, 255, 255, 15, 1])),
		(wire) => wire.step1(new Uint8Array([255, 255, 255, 255, 15])),
		(wire) => wire.say(1, 1, '[' + '['.repeat(1000)),
		(wire) => wire.say(1, 1, JSON.stringify({ big: 'x'.repeat(5000) })),
		(wire) => wire.raw(huge)
	];
	for (const [index, attack] of frames.entries()) {
		const wire = await opened(producer, document);
		attack(wire);
		writer.update(set(`round ${index}`));
		const start = performance.now();
		await until(
			'the bystander is served',
			() => witness.order.filter((what) => what === 'update').length > index
		);
		expect(performance.now() - start).toBeLessThan(1000);
		wire.close();
	}
	expect((await producer.call('GET', '/ready')).status).toBe(200);
}, 30_000);

test('half a handshake, a broken one and a socket that nobody takes do no harm', async () => {
	const port = Number(new URL(house.base).port);
	const lines = [
		'GET /sync/x HTTP/1.1\r\nHost: a\r\n',
		'GET /elsewhere HTTP/1.1\r\nUpgrade: websocket\r\n',
		'\0\0\0'
	];
	const sockets = lines.map((line) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(line));
		return socket.on('error', () => {});
	});
	expect((await producer.call('GET', '/health')).status).toBe(200);
	for (const socket of sockets) socket.destroy();
});

test('one user has only so many sockets', async () => {
	const small = await openHouse({ socketsPerUser: 3 });
	try {
		const person = await small.person('Li');
		const id = await small.production(person);
		const wires = PRODUCTION_DOCUMENTS.map((kind) => person.wire(documentName(id, kind)));
		await until('all are answered', () => wires.every(({ status }) => status));
		expect(wires.map(({ status }) => status).sort()).toEqual([101, 101, 101, 429, 429, 429]);
	} finally {
		await small.close();
	}
});

test('a flood is slowed to the limit, loses nothing, and others are served meanwhile', async () => {
	const small = await openHouse({ framesPerSecond: 20 });
	try {
		const person = await small.person('Li');
		const id = await small.production(person);
		const wire = await opened(person, documentName(id, 'plan'));
		const bystander = await opened(person, documentName(id, 'plan'));
		const all = updates((doc) => {
			for (let count = 0; count < 230; count++) doc.getMap('scenes').set(`s${count}`, count);
		});
		for (const update of all.slice(0, 225)) wire.update(update);
		await until('the budget is used up', () => wire.acknowledged === 226);
		const start = performance.now();
		for (const update of all.slice(225)) wire.update(update);
		bystander.update(set('bystander'));
		await until('the bystander is served', () => bystander.acknowledged === 2);
		expect(performance.now() - start).toBeLessThan(900);
		await until('everything is dealt with', () => wire.acknowledged === 231);
		expect(performance.now() - start).toBeGreaterThan(900);
		expect(wire.refusals).toEqual([]);
		expect((await read(person, documentName(id, 'plan'))).getMap('scenes').size).toBe(231);
	} finally {
		await small.close();
	}
}, 15_000);

test('there is one copy of Yjs', () => {
	const from = createRequire(import.meta.url);
	const versions = ['y-websocket', 'y-protocols/sync', 'y-indexeddb'].map((place) =>
		createRequire(from.resolve(place)).resolve('yjs')
	);
	expect(new Set([...versions, from.resolve('yjs')]).size).toBe(1);
});
