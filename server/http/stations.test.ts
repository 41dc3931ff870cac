import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName, type DocumentKind } from '#lib/domain/people/permissions.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { isPin, type KeptPin } from '#lib/sync/pin.ts';
import { newId } from '../auth/tokens.ts';
import { addEntry, opened, read, updates } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Fields, Person } from '../testing/person.ts';
import type { Wire } from '../testing/wire-client.ts';

let house: House;
let producer: Person;
let production: string;
const [wang, zhao] = [newId(), newId()];
const name = (kind: DocumentKind, person?: string): string => documentName(production, kind, person);
const path = (rest: string): string => `/api/productions/${production}${rest}`;

beforeAll(async () => {
	house = await openHouse();
	producer = await house.person('Mei');
	production = await house.production(producer);
	await producer.expect(200, 'POST', path('/people'), { personIds: [wang, zhao] });
});
afterAll(() => house.close());

/** A tablet at the truck, enrolled for one person's hours. */
async function atTheTruck(
	people = [{ personId: wang, name: 'Wang' }]
): Promise<{ tablet: Person; id: string; token: string; info: Fields }> {
	const { station, token } = await producer.expect(201, 'POST', path('/stations'), { name: 'Truck', people });
	const tablet = house.stranger();
	const info = await tablet.expect(201, 'POST', '/api/stations/enrol', { token });
	return { tablet, id: station.id as string, token, info };
}
async function open(tablet: Person, document: string): Promise<Wire> {
	const wire = tablet.wire(document, '?as=station');
	await until('there is an answer', () => wire.status);
	if (wire.status !== 101) return wire;
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1();
	await until('it is told that this was all', () => wire.synced);
	return wire;
}
const said = (person: Person) => ({ id: person.id });

test('a station adds hours of the people on its list, reads none of them back, and the record says they were entered there', async () => {
	const own = await house.member(producer, production, 'crew', { personId: wang });
	const before = await opened(own, name('hours', wang));
	const [mine] = updates((doc) => addEntry(doc, said(own), wang, true, { start: '08:00' }));
	before.update(mine as Uint8Array);
	await until('Wang’s own entry is on disk', () => before.acknowledged === 2);

	const { tablet, id, info } = await atTheTruck();
	expect(info).toMatchObject({
		station: { id, name: 'Truck', production: { id: production } },
		people: [{ name: 'Wang', pin: null }]
	});
	const wire = await open(tablet, name('hours', wang));
	expect(wire.updates.every((update) => update.length === 2)).toBe(true);
	// Not even how much others have written.
	expect([...(wire.serverVector ?? [])]).toEqual([0]);
	const [entry, forged] = updates((doc) => {
		addEntry(doc, { id }, wang, false, { wrap: '25:30', station: 'Truck' });
		addEntry(doc, said(own), wang, true, { wrap: '19:00', station: 'Truck' });
	});
	wire.step2();
	wire.update(entry as Uint8Array);
	wire.update(forged as Uint8Array);
	await until('both are dealt with', () => wire.acknowledged === 3);
	expect(wire.refusals).toEqual([{ which: 3, code: 'not-own' }]);
	expect(wire.updates.every((update) => update.length === 2)).toBe(true);
	const hours = (await read(producer, name('hours', wang))).getMap<Fields>(ADDED_ONLY_ROOT).toJSON();
	expect(
		Object.values(hours)
			.map((one) => (one as Fields).by)
			.sort()
	).toEqual([own.id, id].sort());
	const log = new DatabaseSync(join(house.dataDir, 'log.sqlite'), { readOnly: true });
	expect(log.prepare('SELECT count(*) AS rows FROM updates WHERE user = ?').get(id)?.rows).toBe(1);
	log.close();
	// Back after a night: it hears what it has delivered itself, so that it sends no more than is missing.
	wire.close();
	const again = await open(tablet, name('hours', wang));
	expect(Y.decodeStateVector(again.serverVector ?? new Uint8Array([0])).size).toBe(1);
});

test('a station opens nothing else, reads what was issued, and is nobody at the routes of people', async () => {
	const { tablet } = await atTheTruck();
	const status = async (document: string): Promise<number> => (await open(tablet, document)).status;
	expect(await status(name('issued'))).toBe(101);
	for (const document of [
		name('hours', zhao),
		name('decisions', wang),
		name('deal', wang),
		name('plan'),
		name('private'),
		name('money'),
		name('talk'),
		name('guest')
	]) {
		expect([document, await status(document)]).toEqual([document, 403]);
	}
	expect((await tablet.call('GET', '/api/me')).status).toBe(401);
	expect((await tablet.call('GET', path('/members'))).status).toBe(401);
	expect((await tablet.call('GET', path('/stations'))).status).toBe(401);
	const plain = tablet.wire(name('hours', wang));
	await until('there is an answer', () => plain.status);
	expect(plain.status).toBe(401);
});

test('ending a station, or taking a person off its list, closes what it has open within a second', async () => {
	const { tablet, id } = await atTheTruck([
		{ personId: wang, name: 'Wang' },
		{ personId: zhao, name: 'Zhao' }
	]);
	const [one, other] = [await open(tablet, name('hours', wang)), await open(tablet, name('hours', zhao))];
	await producer.expect(200, 'PATCH', path(`/stations/${id}`), {
		people: [{ personId: zhao, name: 'Zhao' }]
	});
	await until('Wang’s hours are closed', () => one.closeCode === 4403, 1000);
	expect(other.closeCode).toBe(0);
	await producer.expect(204, 'DELETE', path(`/stations/${id}`));
	await until('Zhao’s are closed too', () => other.closeCode === 4401, 1000);
	expect((await tablet.call('GET', '/api/station')).status).toBe(401);
	expect((await open(tablet, name('hours', zhao))).status).toBe(401);
	expect(await producer.refused('DELETE', path(`/stations/${id}`))).toBe('404 not-found');
	const { stations } = await producer.expect(200, 'GET', path('/stations'));
	expect(stations.find((station: Fields) => station.id === id)).toMatchObject({
		name: 'Truck',
		revokedAt: expect.any(Number)
	});
});

test('a tablet that leaves is no station any more, and the planner sees when it was last there', async () => {
	const { tablet, id } = await atTheTruck();
	const shown = async (): Promise<Fields> =>
		(await producer.expect(200, 'GET', path('/stations'))).stations.find((one: Fields) => one.id === id);
	expect(await shown()).toMatchObject({ seenAt: null, revokedAt: null });
	await tablet.expect(200, 'GET', '/api/station');
	expect((await shown()).seenAt).toBeGreaterThan(Date.now() - 60_000);
	await tablet.expect(204, 'DELETE', '/api/station');
	expect((await tablet.call('GET', '/api/station')).status).toBe(401);
	expect((await shown()).revokedAt).toEqual(expect.any(Number));
});

test('a station is told the zone of its production and the departments of its people, and a zone nobody knows is refused', async () => {
	const people = [{ personId: wang, name: 'Wang', department: 'lighting' }];
	const { token } = await producer.expect(201, 'POST', path('/stations'), {
		...{ name: 'Truck', zone: 'Asia/Shanghai', people }
	});
	const info = await house.stranger().expect(201, 'POST', '/api/stations/enrol', { token });
	expect(info).toMatchObject({ station: { zone: 'Asia/Shanghai' }, people });
	expect(
		await producer.refused('POST', path('/stations'), { name: 'Truck', people, zone: 'Mars/Olympus' })
	).toBe('400 field');
});

test('a code for a station works once, and a wrong one is counted', async () => {
	const { token } = await atTheTruck();
	expect(await house.stranger().refused('POST', '/api/stations/enrol', { token })).toBe(
		'404 station-unknown'
	);
	const small = await openHouse({ invitationTries: 2 });
	const stranger = small.stranger();
	for (const expected of ['404 station-unknown', '404 station-unknown', '429 too-many-tries']) {
		expect(await stranger.refused('POST', '/api/stations/enrol', { token: 'wrong' })).toBe(expected);
	}
	await small.close();
});

test('a PIN is set by its person, checked on the tablet without the server, and nobody else sets it', async () => {
	const personId = newId();
	await producer.expect(200, 'POST', path('/people'), { personIds: [personId] });
	// Somebody without an account: who keeps the hours sets it.
	await producer.expect(204, 'POST', path('/pins'), { personId, pin: '6142' });
	const own = await house.member(producer, production, 'crew', { personId });
	expect(await producer.refused('POST', path('/pins'), { personId, pin: '6142' })).toBe('403 no-right');
	const colleague = await house.member(producer, production, 'planner');
	expect(await colleague.refused('POST', path('/pins'), { personId, pin: '6142' })).toBe('403 no-right');
	const viewer = await house.member(producer, production, 'viewer');
	expect(await viewer.refused('POST', path('/pins'), { personId, pin: '6142' })).toBe('403 no-right');
	for (const pin of ['123', '123456789', '12a4', '１２３４']) {
		expect(await own.refused('POST', path('/pins'), { personId, pin })).toBe('400 field');
	}
	for (const pin of ['1234', '0000', '9876', '1212']) {
		expect(await own.refused('POST', path('/pins'), { personId, pin })).toBe('400 weak-pin');
	}
	await own.expect(204, 'POST', path('/pins'), { personId, pin: '7391' });
	// Whether somebody has one is for the planner to see; to others only about themselves.
	expect((await colleague.expect(200, 'GET', path('/pins'))).people).toEqual([personId]);
	expect((await own.expect(200, 'GET', path('/pins'))).people).toEqual([personId]);
	const other = await house.member(producer, production, 'crew');
	expect((await other.expect(200, 'GET', path('/pins'))).people).toEqual([]);
	expect((await viewer.call('GET', path('/pins'))).status).toBe(403);
	const { info } = await atTheTruck([{ personId, name: 'Li' }]);
	const kept = info.people[0].pin as KeptPin;
	expect(JSON.stringify(info)).not.toContain('7391');
	expect([await isPin('7391', kept), await isPin('6142', kept), await isPin('', kept)]).toEqual([
		true,
		false,
		false
	]);
});
