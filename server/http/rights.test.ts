/** Every role × route and role × document, from the one table of rights; an unexpected success fails. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	ACTIONS,
	documentAccess,
	documentName,
	isAddedOnly,
	mayDo,
	mayRead,
	mayWrite,
	PERSON_DOCUMENTS,
	PRODUCTION_DOCUMENTS,
	ROLES,
	type Action,
	type DocumentKind,
	type Member
} from '#lib/domain/people/permissions.ts';
import * as Y from 'yjs';
import { newId } from '../auth/tokens.ts';
import { addEntry } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

type Actor = { name: string; person: Person; member: Member | null; personId: string | null };

let house: House;
let producer: Person;
let production: string;
let elsewhere: string;
let actors: Actor[];
const other = newId();

beforeAll(async () => {
	house = await openHouse({ socketsPerUser: 1000 });
	producer = await house.person('Mei');
	production = await house.production(producer);
	const boss = await house.person('Elsewhere');
	elsewhere = await house.production(boss);
	await producer.expect(200, 'POST', `/api/productions/${production}/people`, { personIds: [other] });
	actors = [];
	const cast: [string, Member['role'], Member['keeps']][] = [
		...ROLES.map((role): [string, Member['role'], Member['keeps']] => [role, role, 'none']),
		['planner who keeps all hours', 'planner', 'all'],
		['planner who keeps one person’s hours', 'planner', [other]]
	];
	for (const [name, role, keeps] of cast) {
		const personId = newId();
		await producer.expect(200, 'POST', `/api/productions/${production}/people`, { personIds: [personId] });
		const person = await house.member(producer, production, role, { personId, keeps });
		actors.push({ name, person, member: { role, personId, keeps }, personId });
	}
	actors.push({ name: 'producer of another production', person: boss, member: null, personId: null });
	actors.push({
		name: 'somebody without any',
		person: await house.person('Nobody'),
		member: null,
		personId: null
	});
	actors.push({ name: 'somebody not signed in', person: house.stranger(), member: null, personId: null });
}, 60_000);
afterAll(() => house.close());

/** What one actor can really do with a document: tried over the wire. */
async function tryDocument(
	person: Person,
	document: string,
	kind: DocumentKind,
	of: string | null = null,
	self = false
): Promise<string> {
	const wire = person.wire(document);
	await until('there is an answer', () => wire.status);
	if (wire.status !== 101) return 'none';
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1();
	await until('it is synced', () => wire.synced);
	const doc = new Y.Doc();
	if (isAddedOnly(kind)) addEntry(doc, person, of, self);
	else doc.getMap('tries').set(newId(), 1);
	wire.update(Y.encodeStateAsUpdate(doc));
	if (wire.askedForChanges) wire.step2();
	await until('it is dealt with', () => wire.acknowledged > 0);
	const refused = wire.refusals.length > 0;
	wire.close();
	return refused ? 'read' : 'write';
}
const expected = (member: Member | null, kind: DocumentKind, person: string | null): string => {
	const access = documentAccess(member, kind, person);
	return mayWrite(access) ? 'write' : mayRead(access) ? 'read' : 'none';
};

test('each role does with each document exactly what the table says', async () => {
	let checked = 0;
	for (const { name, person, member, personId } of actors) {
		for (const kind of PRODUCTION_DOCUMENTS) {
			const found = await tryDocument(person, documentName(production, kind), kind);
			expect(`${name}, ${kind}: ${found}`).toBe(`${name}, ${kind}: ${expected(member, kind, null)}`);
			checked++;
		}
		for (const kind of PERSON_DOCUMENTS) {
			for (const of of [other, ...(personId ? [personId] : [])]) {
				const title = `${name}, ${of === personId ? 'own' : 'another’s'} ${kind}`;
				const found = await tryDocument(
					person,
					documentName(production, kind, of),
					kind,
					of,
					of === personId
				);
				expect(`${title}: ${found}`).toBe(`${title}: ${expected(member, kind, of)}`);
				checked++;
			}
		}
		if (name !== 'producer of another production') {
			const found = await tryDocument(person, documentName(elsewhere, 'plan'), 'plan');
			expect(`${name}, another production: ${found}`).toBe(`${name}, another production: none`);
		}
	}
	expect(checked).toBe(actors.length * (PRODUCTION_DOCUMENTS.length + 3) + 6 * 3);
}, 60_000);

type RouteTry = { action: Action; method: string; path: (production: string) => string; body?: unknown };

const ROUTES: RouteTry[] = [
	{ action: 'readMembers', method: 'GET', path: (id) => `/api/productions/${id}/members` },
	{
		action: 'writeMembers',
		method: 'PATCH',
		path: (id) => `/api/productions/${id}/members/${producer.id}`,
		body: { keeps: 'none' }
	},
	{
		action: 'writeMembers',
		method: 'DELETE',
		path: (id) => `/api/productions/${id}/members/${'x'.repeat(22)}`
	},
	{
		action: 'invite',
		method: 'POST',
		path: (id) => `/api/productions/${id}/invitations`,
		body: { role: 'crew' }
	},
	{ action: 'invite', method: 'GET', path: (id) => `/api/productions/${id}/invitations` },
	{
		action: 'invite',
		method: 'DELETE',
		path: (id) => `/api/productions/${id}/invitations/${'x'.repeat(22)}`
	},
	{
		action: 'writeProduction',
		method: 'PATCH',
		path: (id) => `/api/productions/${id}`,
		body: { title: 'Rain' }
	},
	{
		action: 'registerPerson',
		method: 'POST',
		path: (id) => `/api/productions/${id}/people`,
		body: { personIds: [other] }
	},
	{
		action: 'readHistory',
		method: 'GET',
		path: (id) => `/api/productions/${id}/history?table=scenes&row=${'y'.repeat(22)}`
	},
	{
		action: 'enrolStation',
		method: 'POST',
		path: (id) => `/api/productions/${id}/stations`,
		body: { name: 'Truck', people: [] }
	},
	{ action: 'enrolStation', method: 'GET', path: (id) => `/api/productions/${id}/stations` },
	{
		action: 'enrolStation',
		method: 'PATCH',
		path: (id) => `/api/productions/${id}/stations/${'x'.repeat(22)}`,
		body: { people: [] }
	},
	{
		action: 'enrolStation',
		method: 'DELETE',
		path: (id) => `/api/productions/${id}/stations/${'x'.repeat(22)}`
	},
	{ action: 'exportProduction', method: 'GET', path: (id) => `/api/productions/${id}/export` }
];

test('each role does at each route exactly what the table says, and nothing in another production', async () => {
	for (const { name, person, member } of actors) {
		for (const { action, method, path, body } of ROUTES) {
			const { status, json } = await person.call(method, path(production), body);
			const title = `${name}, ${method} ${path('…')}`;
			// A member who may, but asks for somebody who isn't there, is told so; that is not a refusal.
			const missing = /x{22}/.test(path(''));
			const code = (json as { error?: { code: string } }).error?.code;
			const allowed = mayDo(member, action);
			const right = allowed
				? missing
					? 404
					: status < 300
						? status
						: -1
				: member
					? 403
					: person.cookie
						? 404
						: 401;
			expect(`${title}: ${status} ${code ?? ''}`).toBe(`${title}: ${right} ${code ?? ''}`);
			if (!allowed) expect(status).toBeGreaterThanOrEqual(401);
			if (name === 'producer of another production') continue;
			const foreign = await person.call(method, path(elsewhere), body);
			expect(`${title}, elsewhere: ${foreign.status}`).toBe(
				`${title}, elsewhere: ${person.cookie ? 404 : 401}`
			);
		}
	}
	const tried = new Set(ROUTES.map(({ action }) => action));
	// Whose PIN one may set depends on the person: see stations.test.ts.
	expect([...tried, 'setPin'].sort()).toEqual(Object.keys(ACTIONS).sort());
}, 60_000);

test('what nobody but the producer may read reaches nobody else, by any route', async () => {
	const mark = 'CANARY-7F3A';
	const wire = producer.wire(documentName(production, 'money'));
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1();
	const doc = new Y.Doc();
	doc.getMap('lines').set('camera', mark);
	wire.update(Y.encodeStateAsUpdate(doc));
	wire.step2();
	await until('it is stored', () => wire.acknowledged === 2);
	for (const { name, person, member } of actors) {
		if (member?.role === 'producer') continue;
		for (const path of [
			'/api/me',
			...ROUTES.filter(({ method }) => method === 'GET').map(({ path: of }) => of(production))
		]) {
			expect((await person.call('GET', path)).text, name).not.toContain(mark);
		}
		for (const kind of PRODUCTION_DOCUMENTS) {
			const tried = person.wire(documentName(production, kind));
			await until('there is an answer', () => tried.status);
			if (tried.status !== 101) continue;
			await until('the socket is open', () => tried.socket.readyState === tried.socket.OPEN);
			tried.step1();
			await until('it is synced', () => tried.synced);
			for (const update of tried.updates)
				expect(Buffer.from(update).includes(mark), `${name}, ${kind}`).toBe(false);
			tried.close();
		}
	}
});
