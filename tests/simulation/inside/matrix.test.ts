import { clear, until } from './clock.ts';
import './tab-lines.ts';
import 'fake-indexeddb/auto';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { entryKey } from '#lib/doc/entry-key.ts';
import { newId } from '#lib/doc/id.ts';
import {
	documentAccess,
	documentName,
	isAddedOnly,
	isPersonDocument,
	mayWrite,
	PERSON_DOCUMENTS,
	PRODUCTION_DOCUMENTS,
	type DocumentKind
} from '#lib/domain/people/permissions.ts';
import { saveState } from '#lib/domain/save-state.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { Locks } from '../faults.ts';
import { randomOf } from '../random.ts';
import { arrives, Browser } from './seat.ts';
import { World, type MemberHere } from './world.ts';

/**
 * Every document, every way of having been allowed to write it, and everything that can become of a member while
 * their tablet is without a network. What they wrote is delivered where the role table lets them write it when they
 * are back, else it needs them: readable, exportable, and never gone.
 */
const ME = newId();
const OTHER = newId();
const MEMBERS: readonly (readonly [string, MemberHere])[] = [
	['a producer', { role: 'producer', personId: null, keeps: 'none' }],
	['a producer who is on the crew list', { role: 'producer', personId: ME, keeps: 'none' }],
	['a planner', { role: 'planner', personId: ME, keeps: 'none' }],
	['a planner who keeps all hours', { role: 'planner', personId: ME, keeps: 'all' }],
	['a planner who keeps one person’s hours', { role: 'planner', personId: ME, keeps: [OTHER] }],
	['a crew member', { role: 'crew', personId: ME, keeps: 'none' }],
	['a viewer', { role: 'viewer', personId: null, keeps: 'none' }]
];
type Fate = {
	readonly name: string;
	readonly after: MemberHere | null;
	readonly archived?: true;
	readonly expired?: true;
	readonly deleted?: true;
};
const FATES = (before: MemberHere): Fate[] => [
	...MEMBERS.map(([name, after]) => ({ name: `becomes ${name}`, after })),
	{ name: 'is taken off the list', after: null },
	{ name: 'finds the production archived', after: before, archived: true },
	{ name: 'finds the production deleted', after: null, deleted: true },
	{ name: 'has an ended sign-in, and signs in again', after: before, expired: true }
];
const DOCUMENTS: readonly (readonly [DocumentKind, string | null])[] = [
	...PRODUCTION_DOCUMENTS.map((kind) => [kind, null] as const),
	...PERSON_DOCUMENTS.flatMap((kind) => [[kind, ME] as const, [kind, OTHER] as const])
];

type Case = { title: string; before: MemberHere; fate: Fate; kind: DocumentKind; person: string | null };
const cases: Case[] = DOCUMENTS.flatMap(([kind, person]) =>
	MEMBERS.filter(([, before]) => mayWrite(documentAccess(before, kind, person))).flatMap(([who, before]) =>
		FATES(before).map((fate) => ({
			title: `${who} wrote ${person === ME ? 'own ' : ''}${kind}${person === OTHER ? ' of another' : ''} and ${fate.name}`,
			...{ before, fate, kind, person }
		}))
	)
);

/** A change as the app makes it: an entry where entries are only added, else a row. Answers whether a document has it. */
function write(doc: Y.Doc, by: string, { before, kind, person }: Case): (doc: Y.Doc) => boolean {
	if (!isAddedOnly(kind)) {
		const id = newId();
		doc.transact(() => doc.getMap('rows').set(id, new Y.Map([['name', 'written without a network']])));
		return (other) => other.getMap('rows').has(id);
	}
	const about = isPersonDocument(kind) ? { person, self: before.personId === person } : {};
	const entry = { id: newId(), by, ...about, says: 'written without a network' };
	const key = entryKey(entry);
	doc.getMap(ADDED_ONLY_ROOT).set(key, entry);
	return (other) => other.getMap(ADDED_ONLY_ROOT).has(key);
}

/** Whether the server is to have it: by the role table alone, and in the name it was signed with. */
function isDelivered({ before, fate, kind, person }: Case): boolean {
	const { after, archived } = fate;
	if (!after || !mayWrite(documentAccess({ ...after, archived: archived ?? false }, kind, person)))
		return false;
	const signed = isPersonDocument(kind) && isAddedOnly(kind);
	return !signed || (before.personId === person) === (after.personId === person);
}

let delivered = 0;
let kept = 0;
test.for(cases)('$title', async (one) => {
	clear();
	const world = new World(randomOf(1));
	world.account('producer');
	for (const person of [ME, OTHER]) world.registerPerson(person);
	const account = world.account(one.before);
	const browser = new Browser(world, account);
	await browser.open({ WebSocket: browser.socket(), locks: new Locks().of(browser) });
	const name = documentName(world.production, one.kind, one.person);
	const channel = await arrives(browser.workspace.open(name));
	const state = (): string => saveState(browser.workspace.facts).kind;
	await until('the document is here', () => state() === 'synced', 20_000);

	browser.reachable = false;
	browser.cut();
	const has = write(channel.doc, account.userId, one);
	await until('it is saved on this device', () => state() === 'waiting', 20_000);
	const { after, archived, expired, deleted } = one.fate;
	if (expired) world.expire(account);
	else world.setMember(account.userId, after);
	if (archived) world.archive(true);
	if (deleted) await world.delete();
	browser.reachable = true;
	browser.workspace.wake();
	if (expired) {
		// Without a sign-in it waits, and is neither refused nor gone.
		await until('time goes by', () => state() === 'waiting', 20_000);
		expect(browser.workspace.waiting).toMatchObject([{ refused: null }]);
		world.signInAgain(account);
		browser.workspace.wake();
	}
	const server = { doc: await world.read(name) };
	const settled = (): boolean =>
		state() === 'synced' || state() === 'needs-you' || browser.workspace.facts.refused > 0;
	await until('it is with the server or needs a person', settled, 60_000);
	server.doc = await world.read(name);
	if (isDelivered(one)) {
		expect(has(server.doc)).toBe(true);
		expect(browser.workspace.waiting).toEqual([]);
		delivered++;
	} else {
		expect(has(server.doc)).toBe(false);
		expect(state()).toBe('needs-you');
		const [waiting] = await arrives(browser.workspace.unsent());
		expect(JSON.stringify(waiting?.intents)).toContain('written without a network');
		kept++;
		// Closed and opened again, it still is there.
		await arrives(browser.workspace.close());
		await browser.open({ WebSocket: browser.socket(), locks: new Locks().of(browser) });
		expect(JSON.stringify(browser.workspace.waiting)).toContain('written without a network');
		if (deleted) {
			expect(browser.workspace.waiting).toMatchObject([{ refused: 'gone' }]);
			return void (await arrives(browser.workspace.wipe()));
		}
		// The right returns, and it is offered again: then it is delivered.
		world.archive(false);
		world.setMember(account.userId, one.before);
		await arrives(browser.workspace.sendAgain(browser.workspace.waiting.map(({ key }) => key)));
		browser.workspace.wake();
		await until('it was sent again', () => browser.workspace.waiting.length === 0, 60_000);
		expect(has(await world.read(name))).toBe(true);
	}
	await arrives(browser.workspace.wipe());
});

afterAll(() => {
	console.log(
		`${cases.length} ways to come back: ${delivered} delivered, ${kept} kept for a person and sent again`
	);
});
