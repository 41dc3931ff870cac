/** A join code said aloud: who may make one, what it opens, how often one may be wrong. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../auth/tokens.ts';
import { openHouse, type House } from '../testing/house.ts';
import type { Fields, Person } from '../testing/person.ts';

let house: House;
let producer: Person;
let production: string;
beforeAll(async () => {
	// Tests of one address: their wrong codes must not be each other's.
	house = await openHouse({ invitationTries: 1000 });
	producer = await house.person('Mei');
	production = await house.production(producer);
});
afterAll(() => house.close());

const invite = async (body: object = { role: 'crew' }): Promise<Fields> =>
	producer.expect(201, 'POST', `/api/productions/${production}/invitations`, body);
const codePath = (id: string): string => `/api/productions/${production}/invitations/${id}/code`;
const makeCode = async (id: string): Promise<string> =>
	(await producer.expect(201, 'POST', codePath(id))).joinCode.code;
const type = (person: Person, code: string): Promise<string> =>
	person.refused('POST', '/api/invitations/code', { code });

test('somebody types the code as they heard it and joins as whom the invitation is for, with its role', async () => {
	const personId = newId();
	const { invitation } = await invite({ role: 'planner', personId, personName: 'Zhao' });
	const { joinCode } = await producer.expect(201, 'POST', codePath(invitation.id));
	expect(joinCode.seconds).toBeGreaterThan(890);
	expect(joinCode.seconds).toBeLessThanOrEqual(900);
	const heard = ` ${joinCode.code.slice(0, 3).toLowerCase()} ${joinCode.code.slice(3).replaceAll('0', 'o')}`;
	const stranger = house.stranger();
	const { token } = await stranger.expect(200, 'POST', '/api/invitations/code', { code: heard });
	const { invitation: look } = await stranger.expect(200, 'POST', '/api/invitations/look', { token });
	expect(look).toMatchObject({ title: 'Rain', role: 'planner', personId, personName: 'Zhao' });
	const zhao = await house.person('Zhao');
	const joined = await zhao.expect(201, 'POST', '/api/invitations/accept', { token });
	expect(joined.production).toMatchObject({ id: production, role: 'planner', personId });
	// For one person of the plan it is good once, whichever way it is tried.
	const late = await house.person('Late');
	expect(await late.refused('POST', '/api/invitations/accept', { token })).toBe('410 invitation-used');
	expect(await type(late, joinCode.code)).toBe('410 invitation-used');
	expect(await producer.refused('POST', codePath(invitation.id))).toBe('410 invitation-used');
});

test('a code opens nothing by itself: it has to be exchanged, and the token is a long one', async () => {
	const { invitation } = await invite();
	const code = await makeCode(invitation.id);
	const li = await house.person('Li');
	expect(await li.refused('POST', '/api/invitations/look', { token: code })).toBe('404 invitation-unknown');
	expect(await li.refused('POST', '/api/invitations/accept', { token: code })).toBe('404 invitation-unknown');
	const { token } = await li.expect(200, 'POST', '/api/invitations/code', { code });
	expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
	expect(await house.stranger().refused('POST', '/api/invitations/accept', { token })).toBe('401 signed-out');
});

test('a new code ends the one before; withdrawing the invitation ends code and token at once', async () => {
	const { invitation } = await invite({ role: 'crew', uses: 5 });
	const first = await makeCode(invitation.id);
	const second = await makeCode(invitation.id);
	const li = await house.person('Li');
	expect(await type(li, first)).toBe('404 join-code-unknown');
	const { token } = await li.expect(200, 'POST', '/api/invitations/code', { code: second });
	const path = `/api/productions/${production}/invitations/${invitation.id}`;
	await producer.expect(204, 'DELETE', path);
	expect(await type(li, second)).toBe('410 invitation-revoked');
	expect(await li.refused('POST', '/api/invitations/accept', { token })).toBe('410 invitation-revoked');
	expect(await producer.refused('POST', `${path}/code`)).toBe('410 invitation-revoked');
});

test('nobody but a producer of that production makes a code', async () => {
	const { invitation } = await invite();
	const planner = await house.member(producer, production, 'planner');
	expect(await planner.refused('POST', codePath(invitation.id))).toBe('403 no-right');
	const boss = await house.person('Elsewhere');
	expect(await boss.refused('POST', codePath(invitation.id))).toBe('404 not-found');
	const own = await house.production(boss);
	const path = `/api/productions/${own}/invitations/${invitation.id}/code`;
	expect(await boss.refused('POST', path)).toBe('404 not-found');
	expect(await house.stranger().refused('POST', codePath(invitation.id))).toBe('401 signed-out');
});

test('ten wrong codes from one address are all, right or wrong; what can’t be a code doesn’t count', async () => {
	const own = await openHouse();
	try {
		const boss = await own.person('Boss');
		const id = await own.production(boss);
		const { invitation } = await boss.expect(201, 'POST', `/api/productions/${id}/invitations`, {
			role: 'crew',
			uses: 50
		});
		const path = `/api/productions/${id}/invitations/${invitation.id}/code`;
		const { joinCode } = await boss.expect(201, 'POST', path);
		const wrong = joinCode.code.startsWith('Z') ? '00000000' : 'ZZZZZZZZ';
		for (let count = 0; count < 20; count++) {
			expect(await type(own.stranger(), joinCode.code)).toBe('allowed with 200');
			expect(await type(own.stranger(), 'K7MQ')).toBe('400 field');
		}
		for (let count = 0; count < 10; count++) {
			expect(await type(own.stranger(), wrong)).toBe('404 join-code-unknown');
		}
		expect(await type(own.stranger(), wrong)).toBe('429 too-many-tries');
		expect(await type(own.stranger(), joinCode.code)).toBe('429 too-many-tries');
	} finally {
		await own.close();
	}
});

test('who made, typed and missed codes is in the audit log; neither code nor token is anywhere on disk', async () => {
	const { invitation } = await invite();
	const code = await makeCode(invitation.id);
	const li = await house.person('Li');
	expect(await type(li, 'ZZZZ ZZZ0')).toBe('404 join-code-unknown');
	const { token } = await li.expect(200, 'POST', '/api/invitations/code', { code });
	await li.expect(201, 'POST', '/api/invitations/accept', { token });
	const file = new DatabaseSync(join(house.dataDir, 'accounts.sqlite'), { readOnly: true });
	const rows = file.prepare('SELECT event, user, detail FROM audit').all() as Fields[];
	const everything = JSON.stringify(
		file
			.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
			.all()
			.map(({ name }) => file.prepare(`SELECT * FROM "${String(name)}"`).all())
	);
	file.close();
	const about = rows.filter(({ detail }) => String(detail).includes(invitation.id));
	expect(about.map(({ event }) => event)).toEqual(['invited', 'join code made', 'join code typed', 'joined']);
	expect(JSON.parse(about.at(-1)?.detail)).toMatchObject({ role: 'crew', by: 'code' });
	expect(rows.map(({ event }) => event)).toContain('join code unknown');
	expect(everything).not.toContain(code);
	expect(everything).not.toContain(token);
});
