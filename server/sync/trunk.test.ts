import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { documentName, PERSON_DOCUMENTS } from '#lib/domain/people/permissions.ts';
import { MESSAGE, SYNC, TRUNK, UNDERSTANDS_PARTS } from '#lib/domain/sync-protocol.ts';
import { Trunk } from '#lib/sync/trunk.ts';
import { newId } from '../auth/tokens.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
let mei: Person;
let production: string;
const open: { destroy(): void }[] = [];
beforeAll(async () => {
	house = await openHouse({ socketsPerUser: 3 });
	mei = await house.person('Mei');
	production = await house.production(mei);
});
afterAll(async () => {
	for (const provider of open) provider.destroy();
	await house.close();
});

/** The app's own trunk with a socket that sends a cookie, as a browser would. */
function trunkOf(person: Person): { trunk: Trunk; sockets: WebSocket[] } {
	const sockets: WebSocket[] = [];
	class Socket extends WebSocket {
		constructor(url: string) {
			super(url, { headers: { cookie: person.cookie, origin: person.base } });
			sockets.push(this);
		}
	}
	return { trunk: new Trunk(Socket as unknown as typeof globalThis.WebSocket), sockets };
}
function opened(
	person: Person,
	trunk: Trunk,
	document: string,
	doc = new Y.Doc()
): { doc: Y.Doc; provider: WebsocketProvider } {
	const provider = new WebsocketProvider(`${person.base.replace('http', 'ws')}/sync`, document, doc, {
		WebSocketPolyfill: trunk.Socket,
		disableBc: true
	});
	for (const type of [MESSAGE.acknowledgement, MESSAGE.refusal, MESSAGE.epoch])
		provider.messageHandlers[type] = () => {};
	open.push(provider);
	return { doc, provider };
}

test('sixty people’s hours and the plan go over one socket, where three sockets are allowed', async () => {
	const personIds = Array.from({ length: 60 }, newId);
	await mei.expect(200, 'POST', `/api/productions/${production}/people`, { personIds });
	const { trunk, sockets } = trunkOf(mei);
	const all = [
		opened(mei, trunk, documentName(production, 'plan')),
		...personIds.flatMap((id) =>
			PERSON_DOCUMENTS.map((kind) => opened(mei, trunk, documentName(production, kind, id)))
		)
	];
	await until('all are synced', () => all.every(({ provider }) => provider.synced));
	expect([all.length, sockets.length]).toEqual([181, 1]);
	const other = mei.open(documentName(production, 'plan'));
	await until('the stock client is synced too', () => other.provider.synced);
	all[0]?.doc.getMap('scenes').set('shared', 'x'.repeat(70_000));
	other.doc.getMap('scenes').set('stock', 'x'.repeat(200));
	await until('each sees the other’s', () =>
		[all[0]?.doc, other.doc].every((doc) => doc?.getMap('scenes').size === 2)
	);
	for (const { provider } of all) provider.destroy();
	await until('the socket goes with the last document', () => sockets[0]?.readyState === WebSocket.CLOSED);
});

test('one document that is closed to somebody leaves the others open', async () => {
	const li = await house.member(mei, production, 'planner');
	const { trunk, sockets } = trunkOf(li);
	const plan = opened(li, trunk, documentName(production, 'plan'));
	const money = opened(li, trunk, documentName(production, 'money'));
	const nowhere = opened(li, trunk, documentName(newId(), 'plan'));
	const closed: number[] = [];
	money.provider.on('closed', ({ code }) => closed.push(code));
	plan.provider.on('closed', ({ code }) => closed.push(code));
	await until('the plan is synced', () => plan.provider.synced);
	await until('the money is refused for good', () => closed.length === 1);
	expect(closed).toEqual([4403]);
	// What is not registered yet may be later: it is asked for again.
	await until('it is asked for again', () => nowhere.provider.wsUnsuccessfulReconnects > 1);
	expect(nowhere.provider.shouldConnect).toBe(true);
	expect(plan.provider.synced).toBe(true);
	await mei.expect(204, 'DELETE', `/api/productions/${production}/members/${li.id}`);
	await until('the plan is closed within a second', () => closed.length === 2, 1000);
	expect(closed).toEqual([4403, 4403]);
	expect(sockets).toHaveLength(1);
});

test('hours of somebody nobody has registered are closed to who may not read them, and asked for again by who may', async () => {
	const li = await house.member(mei, production, 'crew');
	const hours = documentName(production, 'hours', newId());
	const [his, hers] = [opened(li, trunkOf(li).trunk, hours), opened(mei, trunkOf(mei).trunk, hours)];
	const closed: number[] = [];
	his.provider.on('closed', ({ code }) => closed.push(code));
	hers.provider.on('closed', ({ code }) => closed.push(code));
	await until('it is asked for again', () => hers.provider.wsUnsuccessfulReconnects > 1);
	await until('it is closed', () => closed.length > 0);
	expect(closed).toEqual([4403]);
	for (const { provider } of [his, hers]) provider.destroy();
});

test('a board comes in parts of 16 kB to an app that says it puts them together, and whole to an older one', async () => {
	const nan = await house.person('Nan');
	const plan = documentName(await house.production(nan), 'plan');
	const { trunk } = trunkOf(nan);
	const writer = opened(nan, trunk, plan);
	await until('the writer is synced', () => writer.provider.synced);
	writer.doc.getMap('scenes').set('long', 'x'.repeat(100_000));
	const reader = opened(nan, trunkOf(nan).trunk, plan);
	await until('the board is here', () => reader.doc.getMap('scenes').get('long') === 'x'.repeat(100_000));
	for (const { provider } of [writer, reader]) provider.destroy();

	/** What a client that asks for the board is sent, message by message. */
	const messages = async (understands: number[]): Promise<Uint8Array[]> => {
		const headers = { origin: nan.base, cookie: nan.cookie };
		const socket = new WebSocket(`${nan.base.replace('http', 'ws')}/sync`, { headers });
		const heard: Uint8Array[] = [];
		socket.on('message', (data: Buffer) => heard.push(new Uint8Array(data)));
		await new Promise((resolve) => socket.on('open', resolve));
		const name = new TextEncoder().encode(plan);
		socket.send(Uint8Array.from([TRUNK.open, 1, name.length, ...name, ...understands]));
		await until('it is open', () => heard.some(([kind]) => kind === TRUNK.open));
		socket.send(Uint8Array.from([TRUNK.data, 1, MESSAGE.sync, SYNC.step1, 1, 0]));
		const size = (): number => heard.reduce((sum, { length }) => sum + length, 0);
		await until('the board has come', () => size() > 100_000 && heard.at(-1)?.[0] === TRUNK.data);
		socket.terminate();
		return heard;
	};
	const apart = await messages([UNDERSTANDS_PARTS]);
	expect(apart.filter(([kind]) => kind === TRUNK.part).length).toBeGreaterThanOrEqual(6);
	expect(Math.max(...apart.map(({ length }) => length))).toBeLessThan(16_400);
	const whole = await messages([]);
	expect(whole.every(([kind]) => kind !== TRUNK.part)).toBe(true);
	expect(Math.max(...whole.map(({ length }) => length))).toBeGreaterThan(100_000);
});

test('signing out ends the shared socket within a second, and a socket that breaks brings every document back', async () => {
	const wang = await house.member(mei, production, 'crew');
	const { trunk, sockets } = trunkOf(wang);
	const both = ['plan', 'talk'] as const;
	const docs = both.map((kind) => opened(wang, trunk, documentName(production, kind)));
	await until('both are synced', () => docs.every(({ provider }) => provider.synced));
	sockets[0]?.terminate();
	await until('it is noticed', () => docs.every(({ provider }) => !provider.synced));
	await until('both are back', () => docs.every(({ provider }) => provider.synced));
	expect(sockets).toHaveLength(2);
	const closed: number[] = [];
	for (const { provider } of docs) provider.on('closed', ({ code }) => closed.push(code));
	await wang.call('DELETE', '/api/sessions/current');
	await until('both are closed', () => closed.length === 2, 1000);
	expect(closed).toEqual([4401, 4401]);
});

test('nonsense on a shared socket, a session that isn’t one and a foreign page are turned away; nobody else notices', async () => {
	const url = `${mei.base.replace('http', 'ws')}/sync`;
	const refused = async (headers: Record<string, string>): Promise<number> => {
		const socket = new WebSocket(url, { headers });
		return new Promise((resolve) => {
			socket.on('unexpected-response', (request, response) => {
				request.destroy();
				resolve(response.statusCode ?? 0);
			});
			socket.on('open', () => resolve(101));
			socket.on('error', () => {});
		});
	};
	expect(await refused({ origin: mei.base })).toBe(401);
	expect(await refused({ origin: 'https://elsewhere.example', cookie: mei.cookie })).toBe(403);
	const { trunk } = trunkOf(mei);
	const bystander = opened(mei, trunk, documentName(production, 'plan'));
	await until('the bystander is synced', () => bystander.provider.synced);
	const attacks = [
		[],
		[9],
		[0],
		[0, 1],
		[0, 1, 255, 255],
		[2, 1, 0],
		[2],
		[1],
		[0, 1, 3, 1, 2, 3],
		[255, 255, 255, 255, 255, 255, 255, 255, 255]
	];
	for (const attack of attacks) {
		const socket = new WebSocket(url, { headers: { origin: mei.base, cookie: mei.cookie } });
		await new Promise((resolve) => socket.on('open', resolve));
		socket.send(Uint8Array.from(attack));
		socket.send(Uint8Array.from(attack));
		socket.send('text');
		await new Promise((resolve) => socket.on('close', resolve));
	}
	expect(bystander.provider.synced).toBe(true);
});

test('a shared socket has only so many documents open; one that is closed makes room for the next', async () => {
	const small = await openHouse({ documentsPerSocket: 3 });
	const li = await small.person('Li');
	const id = await small.production(li);
	const { trunk, sockets } = trunkOf(li);
	const kinds = ['plan', 'money', 'talk', 'issued'] as const;
	const all = kinds.map((kind) => opened(li, trunk, documentName(id, kind)));
	await until('three are synced', () => all.filter(({ provider }) => provider.synced).length === 3);
	await until('the fourth is told to come again', () => all[3]?.provider.wsUnsuccessfulReconnects);
	expect(all[3]?.provider.synced).toBe(false);
	all[0]?.provider.destroy();
	await until('the fourth is synced', () => all[3]?.provider.synced);
	expect(sockets).toHaveLength(1);
	for (const { provider } of all) provider.destroy();
	await small.close();
});

test('a tablet back from a week offline delivers two hundred documents over one socket, and nothing is refused or slowed', async () => {
	const home = await openHouse();
	const li = await home.person('Li');
	const id = await home.production(li);
	const personIds = Array.from({ length: 66 }, newId);
	await li.expect(200, 'POST', `/api/productions/${id}/people`, { personIds });
	const names = [
		...(['plan', 'talk'] as const).map((kind) => documentName(id, kind)),
		...personIds.flatMap((person) => PERSON_DOCUMENTS.map((kind) => documentName(id, kind, person)))
	];
	const { trunk, sockets } = trunkOf(li);
	const plans = names.filter((name) => /plan|deal/.test(name));
	const refused: number[] = [];
	const all = names.map((name) => {
		const doc = new Y.Doc();
		// What was done meanwhile is there before the socket is.
		if (plans.includes(name)) for (let n = 0; n < 20; n++) doc.getMap('a').set(`k${n}`, 'x'.repeat(100));
		const one = opened(li, trunk, name, doc);
		one.provider.messageHandlers[MESSAGE.refusal] = () => void refused.push(1);
		return one;
	});
	await until('all are synced', () => all.every(({ provider }) => provider.synced), 20_000);
	expect([all.length, sockets.length, refused.length]).toEqual([200, 1, 0]);
	const other = home.stranger();
	other.cookie = li.cookie;
	for (const name of plans.slice(0, 5)) {
		const { doc, provider } = other.open(name);
		await until('it is there', () => provider.synced && doc.getMap('a').size === 20);
	}
	for (const { provider } of all) provider.destroy();
	await home.close();
}, 60_000);
