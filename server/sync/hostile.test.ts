import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentName, PRODUCTION_DOCUMENTS } from '#lib/domain/people/permissions.ts';
import { CLOSE } from '#lib/domain/sync-protocol.ts';
import { opened, read, set, updates } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import type { Wire } from '../testing/wire-client.ts';

let house: House;
let producer: Person;

beforeAll(async () => {
	house = await openHouse({ socketsPerUser: 200 });
	producer = await house.person('Mei');
});
afterAll(() => house.close());

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

test('a message far too large is not asked for again: the stock client stops instead of sending it for ever', async () => {
	const id = await house.production(producer);
	const wire = await opened(producer, documentName(id, 'talk'));
	wire.raw(new Uint8Array(1_000_000));
	await until('it is closed', () => wire.closeCode);
	expect(wire.closeCode).toBe(CLOSE.tooBig);
	const text = await opened(producer, documentName(id, 'talk'));
	text.socket.send('words');
	await until('it is closed', () => text.closeCode);
	expect(text.closeCode).toBe(CLOSE.badMessage);
});

test('more bytes than ten seconds’ worth wait their turn, and are all taken', async () => {
	const small = await openHouse({ bytesPerSecond: 100_000 });
	try {
		const person = await small.person('Li');
		const document = documentName(await small.production(person), 'plan');
		const wire = await opened(person, document);
		const all = updates((doc) => {
			for (let count = 0; count < 30; count++) doc.getMap('scenes').set(`s${count}`, 'x'.repeat(50_000));
		});
		const start = performance.now();
		for (const update of all) wire.update(update);
		// A million bytes at once, the other half in five seconds: never sooner, and nothing is lost on the way.
		await until('everything is dealt with', () => wire.acknowledged === 31, 20_000);
		expect(performance.now() - start).toBeGreaterThan(4000);
		expect(wire.refusals).toEqual([]);
		expect((await read(person, document)).getMap('scenes').size).toBe(30);
	} finally {
		await small.close();
	}
}, 30_000);

test('one user has only so many sockets', async () => {
	const small = await openHouse({ socketsPerUser: 3 });
	try {
		const person = await small.person('Li');
		const id = await small.production(person);
		const wires = PRODUCTION_DOCUMENTS.map((kind) => person.wire(documentName(id, kind)));
		await until('all are answered', () => wires.every(({ status }) => status));
		expect(wires.filter(({ status }) => status === 101)).toHaveLength(3);
		expect(wires.filter(({ status }) => status === 429)).toHaveLength(wires.length - 3);
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
