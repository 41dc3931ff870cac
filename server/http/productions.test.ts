import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type * as Y from 'yjs';
import { documentName } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
let producer: Person;
let production: string;
beforeAll(async () => {
	house = await openHouse({ invitationTries: 3, demosPerHour: 3 });
	producer = await house.person('Mei');
	production = await house.production(producer);
});
afterAll(() => house.close());

const invite = (body: unknown) =>
	producer.expect(201, 'POST', `/api/productions/${production}/invitations`, body);
const setExpiry = (table: string, at: number): void => {
	const file = new DatabaseSync(join(house.dataDir, 'accounts.sqlite'));
	file.prepare(`UPDATE ${table} SET expires_at = ? WHERE expires_at IS NOT NULL`).run(at);
	file.close();
};

test('a production made offline is registered once, however often the tablet asks', async () => {
	const id = newId();
	await producer.expect(201, 'POST', '/api/productions', { id, title: 'Rain' });
	await producer.expect(200, 'POST', '/api/productions', { id, title: 'Rain' });
	const other = await house.person('Li');
	expect(await other.refused('POST', '/api/productions', { id, title: 'Mine' })).toBe('409 id-taken');
	const { productions } = await producer.expect(200, 'GET', '/api/me');
	expect((productions as { id: string }[]).find((one) => one.id === id)).toEqual({
		id,
		title: 'Rain',
		role: 'producer',
		personId: null,
		keeps: 'none',
		demo: false,
		expiresAt: null,
		archivedAt: null,
		documents: ['guest', 'issued', 'money', 'plan', 'private', 'script', 'talk']
	});
	expect((await other.expect(200, 'GET', '/api/me')).productions).toEqual([]);
});

test('a production that was deleted isn’t made again by a tablet that still has it, and its documents are closed for good', async () => {
	const id = newId();
	const log = new DatabaseSync(join(house.dataDir, 'log.sqlite'));
	log.prepare('INSERT INTO tombstones VALUES (?, 1, 0, ?)').run(id, new Uint8Array(32));
	log.close();
	const body = { id, title: 'Rain' };
	expect(await producer.refused('POST', '/api/productions', body)).toBe('410 production-deleted');
	const plan = producer.wire(documentName(id, 'plan'));
	expect(await until('it is refused', () => plan.status)).toBe(410);
});

test('a production is renamed and archived', async () => {
	const id = await house.production(producer);
	const { production: changed } = await producer.expect(200, 'PATCH', `/api/productions/${id}`, {
		title: 'Storm',
		archived: true
	});
	expect(changed).toMatchObject({ title: 'Storm', archivedAt: expect.any(Number) });
});

test('the last producer can be neither demoted nor removed', async () => {
	const path = `/api/productions/${production}/members/${producer.id}`;
	expect(await producer.refused('PATCH', path, { role: 'crew' })).toBe('409 last-producer');
	expect(await producer.refused('DELETE', path)).toBe('409 last-producer');
	const second = await house.member(producer, production, 'producer');
	await producer.expect(200, 'PATCH', path, { role: 'planner' });
	await second.expect(200, 'PATCH', path, { role: 'producer' });
	await producer.expect(204, 'DELETE', `/api/productions/${production}/members/${second.id}`);
});

test('an invitation shows what it is for, brings in one person once, and then says it is used up', async () => {
	const personId = newId();
	const { token, invitation } = await invite({ role: 'crew', personId, personName: 'Ana' });
	expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
	const ana = await house.person('Ana');
	const { invitation: seen } = await house.stranger().expect(200, 'POST', '/api/invitations/look', { token });
	expect(seen).toMatchObject({ title: 'Rain', role: 'crew', personId, personName: 'Ana' });
	expect(seen.inviter).toMatch(/^Mei/);
	expect(await house.stranger().refused('POST', '/api/invitations/accept', { token })).toBe('401 signed-out');
	const { production: joined } = await ana.expect(201, 'POST', '/api/invitations/accept', { token });
	expect(joined).toMatchObject({ id: production, role: 'crew', personId });
	expect(await ana.refused('POST', '/api/invitations/accept', { token })).toBe('410 invitation-used');
	expect(await house.stranger().refused('POST', '/api/invitations/look', { token })).toBe(
		'410 invitation-used'
	);
	const { invitations } = await producer.expect(200, 'GET', `/api/productions/${production}/invitations`);
	const listed = (invitations as { id: string; used: number }[]).find(({ id }) => id === invitation.id);
	expect(listed).toMatchObject({ used: 1, uses: 1 });
	expect(JSON.stringify(invitations)).not.toContain(token);
});

test('who is a member already keeps the role, and the invitation stays unused', async () => {
	const { token } = await invite({ role: 'viewer' });
	expect(await producer.refused('POST', '/api/invitations/accept', { token })).toBe('409 already-member');
	await house.stranger().expect(200, 'POST', '/api/invitations/look', { token });
});

test('a withdrawn invitation says so', async () => {
	const { token, invitation } = await invite({ role: 'crew' });
	await producer.expect(204, 'DELETE', `/api/productions/${production}/invitations/${invitation.id}`);
	expect(await house.stranger().refused('POST', '/api/invitations/look', { token })).toBe(
		'410 invitation-revoked'
	);
});

test('an invitation lives seven days at most, and an old one says that it is too old', async () => {
	const path = `/api/productions/${production}/invitations`;
	expect(await producer.refused('POST', path, { role: 'crew', hours: 169 })).toBe('400 field');
	expect(await producer.refused('POST', path, { role: 'god' })).toBe('400 field');
	const { token } = await invite({ role: 'crew', hours: 1 });
	setExpiry('invitations', Date.now() - 1);
	expect(await house.stranger().refused('POST', '/api/invitations/look', { token })).toBe(
		'410 invitation-expired'
	);
});

test('an address that guesses tokens is stopped', async () => {
	const tries: string[] = [];
	for (let count = 0; count < 4; count++) {
		tries.push(await house.stranger().refused('POST', '/api/invitations/look', { token: `guess${count}` }));
	}
	expect(tries).toEqual([...Array(3).fill('404 invitation-unknown'), '429 too-many-tries']);
});

test('a guest’s demo is an own copy to write in, and stays with the guest who makes an account', async () => {
	const guest = house.stranger();
	const { production: demo } = await guest.expect(201, 'POST', '/api/demo', {});
	const { doc, provider } = guest.open(documentName(demo.id, 'plan'));
	await until('the board is there', () => provider.synced);
	const strips = doc.getMap<Y.Map<unknown>>('strips');
	expect(strips.size).toBeGreaterThan(200);
	const [first] = strips.values();
	first?.set('tried', 'by a guest');
	const again = guest.open(documentName(demo.id, 'plan')).doc.getMap<Y.Map<unknown>>('strips');
	await until('the change is on the server', () => [...again.values()].some((strip) => strip.has('tried')));
	const before = await guest.expect(200, 'GET', '/api/me');
	expect(before.user.guest).toBe(true);
	expect(before.productions[0]).toMatchObject({ id: demo.id, demo: true, role: 'producer' });
	const days = (before.productions[0].expiresAt - Date.now()) / 86_400_000;
	expect(Math.round(days)).toBe(7);
	await guest.expect(201, 'POST', '/api/accounts', {
		name: 'Was a guest',
		passphrase: 'rain over the harbour'
	});
	const after = await guest.expect(200, 'GET', '/api/me');
	expect(after.user).toMatchObject({ id: before.user.id, guest: false });
	expect(after.productions[0].id).toBe(demo.id);
});

test('an address opens so many demos an hour and is then told when to come back', async () => {
	const tries: string[] = [];
	for (let count = 0; count < 3; count++) tries.push(await house.stranger().refused('POST', '/api/demo', {}));
	expect(tries.at(-1)).toBe('429 too-many-demos');
	expect(tries.filter((one) => one.startsWith('allowed')).length).toBeLessThan(3);
});
