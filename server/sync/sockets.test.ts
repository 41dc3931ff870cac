import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentName, type DocumentKind } from '#lib/domain/people/permissions.ts';
import { ADDED_ONLY_ROOT, CLOSE } from '#lib/domain/sync-protocol.ts';
import { newId } from '../auth/tokens.ts';
import { chainHash } from '../store/log-store.ts';
import { addEntry, opened, read, set, updates } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
let producer: Person;
let crew: Person;
let production: string;
const personId = newId();
/** how soon a socket has to close once the answer is there */
const SECOND_MS = 1000;
const name = (kind: DocumentKind, person?: string): string => documentName(production, kind, person ?? null);

beforeAll(async () => {
	house = await openHouse({ socketsPerUser: 200 });
	producer = await house.person('Mei');
	production = await house.production(producer);
	await producer.expect(200, 'POST', `/api/productions/${production}/people`, { personIds: [personId] });
	crew = await house.member(producer, production, 'crew', { personId });
});
afterAll(() => house.close());

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

test('a page that is still open for whoever was signed in before sends nothing in the name of who is now', async () => {
	const another = await house.member(producer, production, 'planner');
	const page = another.wire(name('plan'), `?for=${producer.id}`);
	await until('the page is told', () => page.closeCode);
	expect(page.closeCode).toBe(CLOSE.signedOut);
	expect([page.order, page.epoch]).toEqual([[], '']);
	const own = another.wire(name('plan'), `?for=${another.id}`);
	await until('its own page is heard', () => own.askedForChanges);
	own.close();
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

test('a new passphrase closes the sockets of all other sessions within a second, with 4401, and keeps one’s own', async () => {
	const passphrase = 'rain over the harbour';
	const desk = await house.member(producer, production, 'planner');
	const { user } = await desk.expect(200, 'GET', '/api/me');
	const phone = house.stranger();
	await phone.expect(201, 'POST', '/api/sessions', { name: user.name, passphrase });
	const [own, others] = [
		await opened(desk, name('plan')),
		[await opened(phone, name('plan')), await opened(phone, name('private'))]
	];
	await desk.expect(204, 'POST', '/api/passphrase', { old: passphrase, new: 'a new beginning' });
	await until('both sockets are closed', () => others.every(({ closeCode }) => closeCode), SECOND_MS);
	expect(others.map(({ closeCode }) => closeCode)).toEqual([CLOSE.signedOut, CLOSE.signedOut]);
	own.update(set('still here'));
	await until('the own socket is still heard', () => own.acknowledged === 2);
	const again = phone.wire(name('plan'));
	await until('there is an answer', () => again.status);
	expect(again.status).toBe(401);
});

test('recovering an account closes every socket it had within a second, with 4401', async () => {
	const lost = house.stranger();
	const { recoveryCodes } = await lost.expect(201, 'POST', '/api/accounts', {
		name: 'Recovers',
		passphrase: 'rain over the harbour'
	});
	const own = await house.production(lost);
	const [plan, talk] = [
		await opened(lost, documentName(own, 'plan')),
		await opened(lost, documentName(own, 'talk'))
	];
	const found = house.stranger();
	const passphrase = 'a new beginning';
	const body = { name: 'Recovers', code: recoveryCodes[0], passphrase };
	await found.expect(201, 'POST', '/api/recovery', body);
	await until('both sockets are closed', () => plan.closeCode && talk.closeCode, SECOND_MS);
	expect([plan.closeCode, talk.closeCode]).toEqual([CLOSE.signedOut, CLOSE.signedOut]);
	await opened(found, documentName(own, 'plan'));
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
	let key = '';
	const [added, changed] = updates((doc) => {
		key = addEntry(doc, crew, personId, true, { wrap: '25:30' });
		doc.getMap(ADDED_ONLY_ROOT).set(key, { wrap: '19:00' });
	});
	const [forged] = updates((doc) => addEntry(doc, producer, personId, false, { wrap: '19:00' }));
	own.update(added as Uint8Array);
	own.update(changed as Uint8Array);
	await until('both are dealt with', () => own.acknowledged === 3);
	expect(own.refusals).toEqual([{ which: 3, code: 'added-only' }]);
	own.update(forged as Uint8Array);
	await until('it is dealt with', () => own.acknowledged === 4);
	expect(own.refusals.map(({ code }) => code)).toEqual(['added-only', 'not-own']);
	const hours = await read(producer, name('hours', personId));
	expect(hours.getMap(ADDED_ONLY_ROOT).toJSON()).toMatchObject({ [key]: { wrap: '25:30', self: true } });
	expect(hours.getMap(ADDED_ONLY_ROOT).size).toBe(1);
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

test('a guest who makes an account keeps the board: the socket comes back under the new session', async () => {
	const guest = house.stranger();
	const { production: demo } = await guest.expect(201, 'POST', '/api/demo', {});
	const wire = await opened(guest, documentName(demo.id as string, 'plan'));
	await guest.expect(201, 'POST', '/api/accounts', {
		name: 'Was a guest',
		passphrase: 'rain over the harbour'
	});
	await until('it is sent to come again', () => wire.closeCode);
	expect(wire.closeCode).toBe(CLOSE.again);
	expect((await opened(guest, documentName(demo.id as string, 'plan'))).askedForChanges).toBe(true);
});

test('of presence that comes too fast, the last is shown', async () => {
	const a = await opened(producer, name('plan'));
	const b = await opened(producer, name('plan'));
	for (let count = 1; count <= 40; count++) b.say(900, count, { at: count });
	await until('the last is heard', () => a.presence.some((line) => line.startsWith('900 {"at":40,')));
	expect(a.presence.length).toBeLessThan(20);
});

test('each person sees who can see their hours and who opened them, nobody sees it of others', async () => {
	await read(producer, name('hours', personId));
	await opened(crew, name('hours', personId));
	const path = `/api/productions/${production}/hours/openings`;
	const mine = await crew.expect(200, 'GET', path);
	expect(mine.readers).toEqual([{ userId: producer.id, name: expect.any(String), role: 'producer' }]);
	expect(mine.opened).toEqual([
		{ userId: producer.id, name: expect.any(String), firstAt: expect.any(Number), lastAt: expect.any(Number) }
	]);
	expect(await producer.expect(200, 'GET', path)).toEqual({ readers: [], opened: [] });
	const viewer = await house.member(producer, production, 'viewer');
	expect(await viewer.refused('GET', path)).toBe('403 no-right');
});

test('somebody’s own record proves itself row by row, and nobody else’s is in it', async () => {
	const record = await crew.expect(200, 'GET', `/api/productions/${production}/hours/record`);
	expect(record.rows.length).toBeGreaterThan(0);
	for (const row of record.rows) {
		expect(row.document).toContain(personId);
		const bytes = Buffer.from(row.bytes, 'base64url');
		const said = { production, ...row, bytes };
		const hash = chainHash(Buffer.from(row.before, 'base64url'), row.seq, said);
		expect(Buffer.from(hash).toString('base64url')).toBe(row.hash);
	}
	expect(record.head.seq).toBeGreaterThanOrEqual(record.rows.at(-1).seq);
	const viewer = await house.member(producer, production, 'viewer');
	expect(await viewer.refused('GET', `/api/productions/${production}/hours/record`)).toBe('403 no-right');
});
