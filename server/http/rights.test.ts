/** Every role × document, from the one table of rights; an unexpected success fails. Routes: `routes.test.ts`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	documentAccess,
	documentName,
	isAddedOnly,
	mayRead,
	mayWrite,
	PERSON_DOCUMENTS,
	PRODUCTION_DOCUMENTS,
	type DocumentKind
} from '#lib/domain/people/permissions.ts';
import * as Y from 'yjs';
import { newId } from '../auth/tokens.ts';
import { castOf, isSignedIn, type Actor, type Cast } from '../testing/cast.ts';
import { addEntry } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Wire } from '../testing/wire-client.ts';

let house: House;
let cast: Cast;

beforeAll(async () => {
	house = await openHouse({ socketsPerUser: 1000 });
	cast = await castOf(house);
}, 60_000);
afterAll(() => house.close());

/** A station says that it is one. */
const query = ({ member }: Actor): string => (member?.role === 'station' ? '?as=station' : '');

async function answered({ person, ...actor }: Actor, document: string): Promise<Wire> {
	const wire = person.wire(document, query({ person, ...actor }));
	await until('there is an answer', () => wire.status);
	return wire;
}

/** What one actor can really do with a document: tried over the wire. */
async function tryDocument(
	actor: Actor,
	production: string,
	kind: DocumentKind,
	of: string | null = null
): Promise<string> {
	const wire = await answered(actor, documentName(production, kind, of));
	if (wire.status !== 101) return 'none';
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1();
	await until('it is synced', () => wire.synced);
	const doc = new Y.Doc();
	const says = actor.member?.role === 'station' ? { station: 'Unit base' } : {};
	if (isAddedOnly(kind)) addEntry(doc, actor.person, of, of !== null && of === actor.personId, says);
	else doc.getMap('tries').set(newId(), 1);
	wire.update(Y.encodeStateAsUpdate(doc));
	if (wire.askedForChanges) wire.step2();
	await until('it is dealt with', () => wire.acknowledged > 0);
	const refused = wire.refusals.length > 0;
	wire.close();
	return refused ? 'read' : 'write';
}

const expected = ({ member }: Actor, kind: DocumentKind, person: string | null): string => {
	const access = documentAccess(member, kind, person);
	return mayWrite(access) ? 'write' : mayRead(access) ? 'read' : 'none';
};

/** Every document a production can have, those of one person for each of these people. */
const documentsFor = (people: readonly string[]): [DocumentKind, string | null][] => [
	...PRODUCTION_DOCUMENTS.map((kind): [DocumentKind, null] => [kind, null]),
	...people.flatMap((of) => PERSON_DOCUMENTS.map((kind): [DocumentKind, string] => [kind, of]))
];

test('each role, a station too, does with each document exactly what the table says', async () => {
	const { production, other } = cast.here;
	let checked = 0;
	for (const actor of cast.actors) {
		const people = [other, ...(actor.personId ? [actor.personId] : [])];
		for (const [kind, of] of documentsFor(people)) {
			const whose = of === null ? '' : of === actor.personId ? 'own ' : 'another’s ';
			const title = `${actor.name}, ${whose}${kind}`;
			const found = await tryDocument(actor, production, kind, of);
			expect(`${title}: ${found}`).toBe(`${title}: ${expected(actor, kind, of)}`);
			checked++;
		}
	}
	expect(checked).toBe(cast.actors.length * (PRODUCTION_DOCUMENTS.length + 3) + 6 * 3);
}, 60_000);

test('nobody opens any document of a production that isn’t theirs', async () => {
	const { production, other } = cast.elsewhere;
	for (const actor of cast.actors) {
		if (actor.name === 'producer of another production') continue;
		for (const [kind, of] of documentsFor([other])) {
			const wire = await answered(actor, documentName(production, kind, of));
			const right = actor.person.cookie ? 403 : 401;
			expect(`${actor.name}, ${kind} elsewhere: ${wire.status}`).toBe(
				`${actor.name}, ${kind} elsewhere: ${right}`
			);
		}
	}
}, 60_000);

test('a person’s session opens nothing as a station, and a station’s cookie nothing as a person', async () => {
	const { production } = cast.here;
	for (const actor of cast.actors) {
		const wrongWay = query(actor) ? '' : '?as=station';
		for (const kind of PRODUCTION_DOCUMENTS) {
			const wire = actor.person.wire(documentName(production, kind), wrongWay);
			await until('there is an answer', () => wire.status);
			expect(`${actor.name}, ${kind}: ${wire.status}`).toBe(`${actor.name}, ${kind}: 401`);
		}
	}
});

test('what nobody but the producer may read reaches nobody else, by any document or route', async () => {
	const mark = 'CANARY-7F3A';
	const { production, other, invitation, station, user } = cast.here;
	const wire = cast.producer.wire(documentName(production, 'money'));
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1();
	const doc = new Y.Doc();
	doc.getMap('lines').set('camera', mark);
	wire.update(Y.encodeStateAsUpdate(doc));
	wire.step2();
	await until('it is stored', () => wire.acknowledged === 2);
	const readable = house.routes.filter((route) => route.startsWith('GET ')).map((route) => route.slice(4));
	for (const actor of cast.actors) {
		if (actor.member?.role === 'producer') continue;
		for (const path of readable) {
			const params: Record<string, string> = { production, invitation, station, user };
			const filled = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? newId());
			const asked = path.endsWith('/history') ? `${filled}?table=scenes&row=${other}` : filled;
			expect((await actor.person.call('GET', asked)).text, `${actor.name}, ${path}`).not.toContain(mark);
		}
		for (const kind of PRODUCTION_DOCUMENTS) {
			const tried = await answered(actor, documentName(production, kind));
			if (tried.status !== 101) continue;
			await until('the socket is open', () => tried.socket.readyState === tried.socket.OPEN);
			tried.step1();
			await until('it is synced', () => tried.synced);
			for (const update of tried.updates)
				expect(Buffer.from(update).includes(mark), `${actor.name}, ${kind}`).toBe(false);
			tried.close();
		}
	}
	expect(cast.actors.filter(isSignedIn).length).toBeGreaterThan(6);
});
