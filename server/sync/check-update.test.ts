import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { entryKey } from '#lib/doc/entry-key.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { signedBy, type Bound, type Signed } from './added-only.ts';
import { checkUpdate, MAX_DEPTH } from './check-update.ts';
import { DocumentKnowledge } from './known.ts';

const PLAN = 100_000;

/** The server's side of one document. */
class Shelf {
	readonly stored: Uint8Array[] = [];
	readonly known: DocumentKnowledge;

	readonly signed: Signed;

	constructor(addedOnly = false, signed: Signed = () => true) {
		this.signed = signed;
		this.known = new DocumentKnowledge(new Map(), new Map(), addedOnly, () => this.stored);
	}

	/** `stored`, `nothing new`, or the code of the refusal. */
	take(bytes: Uint8Array, user = 'mei'): string {
		const verdict = checkUpdate(bytes, { user, maxBytes: PLAN, signed: this.signed }, this.known);
		if (!verdict.ok) return verdict.code;
		if (!verdict.bytes) return 'nothing new';
		this.known.accept(verdict, user);
		this.stored.push(verdict.bytes);
		return 'stored';
	}

	get content(): Y.Doc {
		const doc = new Y.Doc();
		for (const update of this.stored) Y.applyUpdate(doc, update);
		expect(doc.store.pendingStructs).toBeNull();
		expect(doc.store.pendingDs).toBeNull();
		return doc;
	}
}

/** A tablet that collects what it would send. */
function tablet(clientID?: number): { doc: Y.Doc; sent: Uint8Array[]; map: Y.Map<unknown> } {
	const doc = new Y.Doc();
	if (clientID !== undefined) doc.clientID = clientID;
	const sent: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => sent.push(update));
	return { doc, sent, map: doc.getMap('scenes') };
}
const at = (sent: Uint8Array[], index: number): Uint8Array => sent[index] as Uint8Array;

describe('an update of the plan', () => {
	test('ordinary edits are stored and read back', () => {
		const shelf = new Shelf();
		const { doc, sent, map } = tablet();
		const scene = new Y.Map<unknown>();
		map.set('s1', scene);
		scene.set('title', 'Harbour');
		scene.set('title', 'Harbour, night');
		map.delete('s1');
		map.set('s2', new Y.Text('rain'));
		expect(sent.map((update) => shelf.take(update))).toEqual(sent.map(() => 'stored'));
		expect(shelf.content.getMap('scenes').toJSON()).toEqual(doc.getMap('scenes').toJSON());
	});

	test('what the server has already is nothing new, deletions included', () => {
		const shelf = new Shelf();
		const { doc, sent, map } = tablet();
		map.set('a', 1);
		map.set('a', 2);
		map.delete('a');
		for (const update of sent) shelf.take(update);
		const stored = shelf.stored.length;
		for (const update of [...sent, Y.encodeStateAsUpdate(doc)])
			expect(shelf.take(update)).toBe('nothing new');
		expect(shelf.stored.length).toBe(stored);
		expect(shelf.take(new Uint8Array([0, 0]))).toBe('nothing new');
	});

	test('a deletion the server has not seen is stored, even without anything new beside it', () => {
		const shelf = new Shelf();
		const { doc, sent, map } = tablet();
		map.set('a', 1);
		shelf.take(at(sent, 0));
		map.delete('a');
		expect(shelf.take(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)))).toBe('stored');
		expect(shelf.content.getMap('scenes').toJSON()).toEqual({});
	});

	test('of an update that is partly known, only the rest is stored', () => {
		const shelf = new Shelf();
		const { doc, sent } = tablet();
		const text = doc.getText('notes');
		text.insert(0, 'ab');
		shelf.take(at(sent, 0));
		text.insert(2, 'cd');
		expect(shelf.take(Y.encodeStateAsUpdate(doc))).toBe('stored');
		expect(Y.decodeUpdate(shelf.stored[1] as Uint8Array).structs[0]?.id.clock).toBe(2);
		expect(shelf.content.getText('notes').toJSON()).toBe('abcd');
	});

	test('a second version of a known change never wins', () => {
		const shelf = new Shelf();
		const [one, two] = [tablet(7), tablet(7)];
		one.map.set('a', 'first');
		two.map.set('a', 'second');
		two.map.set('b', 'new');
		shelf.take(at(one.sent, 0));
		shelf.take(Y.encodeStateAsUpdate(two.doc));
		expect(shelf.content.getMap('scenes').toJSON()).toEqual({ a: 'first', b: 'new' });
	});

	test('an update that leans on changes the server lacks is refused as pending', () => {
		const shelf = new Shelf();
		const { sent, map } = tablet();
		map.set('a', 1);
		map.set('b', 2);
		map.delete('a');
		expect(shelf.take(at(sent, 1))).toBe('pending');
		expect(shelf.take(at(sent, 2))).toBe('pending');
		expect(shelf.take(at(sent, 0))).toBe('stored');
		expect(shelf.take(at(sent, 1))).toBe('stored');
		expect(shelf.take(at(sent, 2))).toBe('stored');
	});

	test('a change that names a neighbour nobody has is refused as pending', () => {
		const shelf = new Shelf();
		const mei = tablet(5);
		const li = tablet(9);
		mei.doc.getText('t').insert(0, 'ab');
		Y.applyUpdate(li.doc, at(mei.sent, 0));
		li.doc.getText('t').insert(1, 'x');
		expect(shelf.take(at(li.sent, 1), 'li')).toBe('pending');
		expect(shelf.take(at(mei.sent, 0))).toBe('stored');
		expect(shelf.take(at(li.sent, 1), 'li')).toBe('stored');
	});

	test('offline sessions of one tablet that build on each other come in one update', () => {
		const shelf = new Shelf();
		const first = tablet(50);
		first.doc.getText('t').insert(0, 'ab');
		const second = tablet(90);
		Y.applyUpdate(second.doc, at(first.sent, 0));
		second.doc.getText('t').insert(1, 'x');
		expect(shelf.take(Y.encodeStateAsUpdate(second.doc))).toBe('stored');
		expect(shelf.content.getText('t').toJSON()).toBe('axb');
	});

	test('nobody writes under the client id of another', () => {
		const shelf = new Shelf();
		const mei = tablet(7);
		mei.map.set('a', 1);
		shelf.take(at(mei.sent, 0));
		const forged = tablet(7);
		forged.map.set('a', 1);
		forged.map.set('b', 'forged');
		expect(shelf.take(at(forged.sent, 1), 'li')).toBe('not-own');
		expect(shelf.take(at(forged.sent, 1), 'mei')).toBe('stored');
	});

	test('too much at once, noise and unknown content are refused', () => {
		const shelf = new Shelf();
		const { doc, sent, map } = tablet();
		map.set('a', 'x'.repeat(PLAN));
		expect(shelf.take(at(sent, 0))).toBe('too-big');
		expect(shelf.take(new Uint8Array([]))).toBe('malformed');
		expect(shelf.take(new Uint8Array([1, 1, 5, 0, 31, 0]))).toBe('malformed');
		expect(shelf.take(new Uint8Array([255, 255, 255, 255, 15]))).toBe('malformed');
		const inner = tablet();
		inner.map.set('doc', new Y.Doc());
		expect(shelf.take(at(inner.sent, 0))).toBe('malformed');
		expect(doc.store.clients.size).toBe(1);
	});

	test('two runs of one client id, of which Yjs would lose one, are refused', () => {
		const { sent, map } = tablet(7);
		map.set('a', 1);
		const one = at(sent, 0);
		const run = one.slice(1, one.length - 1);
		expect(new Shelf().take(new Uint8Array([2, ...run, ...run, 0]))).toBe('malformed');
	});

	test(`containers and values lie at most ${MAX_DEPTH} deep, however they are stacked`, () => {
		const tower = (levels: number): Uint8Array[] => {
			const { sent, map } = tablet();
			let place = map;
			for (let level = 0; level < levels; level++) {
				const next = new Y.Map<unknown>();
				place.set('in', next);
				place = next;
			}
			return sent;
		};
		const shelf = new Shelf();
		expect(tower(MAX_DEPTH).map((update) => shelf.take(update))).toEqual(Array(MAX_DEPTH).fill('stored'));
		const high = new Shelf();
		expect(
			tower(MAX_DEPTH + 1)
				.map((update) => high.take(update))
				.at(-1)
		).toBe('malformed');
		expect(new Shelf().take(Y.mergeUpdates(tower(MAX_DEPTH + 1)))).toBe('malformed');
		expect(new Shelf().take(Y.mergeUpdates(tower(MAX_DEPTH)))).toBe('stored');
		const { sent, map } = tablet();
		map.set('deep', JSON.parse('['.repeat(50) + ']'.repeat(50)));
		expect(new Shelf().take(at(sent, 0))).toBe('malformed');
	});

	test('a container hidden beside a plain value to seem shallow is refused', () => {
		const shelf = new Shelf();
		const { sent, doc } = tablet();
		const list = doc.getArray('list');
		list.push(['plain']);
		list.push([new Y.Map()]);
		expect(sent.map((update) => shelf.take(update))).toEqual(['stored', 'malformed']);
	});
});

describe('an update of hours, decisions or talk', () => {
	const entries = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(ADDED_ONLY_ROOT);

	test('new entries are stored, one by one and many at once', () => {
		const shelf = new Shelf(true);
		const { doc, sent } = tablet();
		entries(doc).set('e1', { wrap: '25:30' });
		doc.transact(() => {
			entries(doc).set('e2', { wrap: '19:00' });
			entries(doc).set('e3', { wrap: '20:00' });
		});
		expect(sent.map((update) => shelf.take(update))).toEqual(['stored', 'stored']);
		expect([...(shelf.known.keys ?? [])]).toEqual(['e1', 'e2', 'e3']);
	});

	test('an entry is neither changed nor deleted, by its author or anybody', () => {
		const shelf = new Shelf(true);
		const { doc, sent } = tablet();
		entries(doc).set('e1', { wrap: '25:30' });
		entries(doc).set('e1', { wrap: '19:00' });
		entries(doc).delete('e1');
		expect(sent.map((update) => shelf.take(update))).toEqual(['stored', 'added-only', 'pending']);
		const other = tablet();
		entries(other.doc).set('e1', { wrap: '18:00' });
		expect(shelf.take(at(other.sent, 0), 'li')).toBe('added-only');
		const third = tablet();
		Y.applyUpdate(third.doc, at(sent, 0));
		entries(third.doc).delete('e1');
		expect(shelf.take(at(third.sent, 1), 'li')).toBe('added-only');
		expect(entries(shelf.content).toJSON()).toEqual({ e1: { wrap: '25:30' } });
	});

	test('an entry that says another wrote it, or that it was written elsewhere, or doesn’t fit its key, is refused', () => {
		const named = { production: 'p', kind: 'hours' as const, personId: 'wang' };
		const wang: Bound = { personId: 'wang', station: null };
		const tried = (value: object, key?: string, sender = wang): string => {
			const { doc, sent } = tablet();
			const entry = { id: 'e1', ...value };
			entries(doc).set(key ?? entryKey(entry), entry);
			return new Shelf(true, signedBy('li', sender, named)).take(at(sent, 0), 'li');
		};
		expect(tried({ by: 'li', self: true, person: 'wang' })).toBe('stored');
		expect(tried({ by: 'zhao', self: true, person: 'wang' }), 'another writer').toBe('not-own');
		expect(tried({ by: 'li', self: false, person: 'wang' }), 'own hours as if by another').toBe('not-own');
		expect(tried({ by: 'li', self: true, person: 'zhao' }), 'another person').toBe('not-own');
		expect(tried({ by: 'li', self: true, person: 'wang' }, 'e1.hash'), 'another key').toBe('not-own');
		const atTruck = { by: 'li', person: 'wang', station: 'Truck' };
		const truck: Bound = { personId: null, station: 'Truck' };
		expect(tried(atTruck, undefined, truck)).toBe('stored');
		expect(tried({ ...atTruck, station: 'Stage' }, undefined, truck), 'another station').toBe('not-own');
		expect(tried({ ...atTruck, self: true }), 'a phone as if it were a station').toBe('not-own');
		const keeper: Bound = { personId: 'zhao', station: null };
		expect(tried(atTruck, undefined, keeper), 'who keeps hours, as if with the PIN').toBe('not-own');
	});

	test('two runs of one client id that touch are refused: Yjs would take the second alone', () => {
		const shelf = new Shelf(true);
		const run = (clock: number): number[] => [
			1,
			5,
			clock,
			0x28,
			1,
			7,
			...Buffer.from('entries'),
			1,
			97 + clock,
			1,
			118,
			0
		];
		expect(shelf.take(Uint8Array.from([2, ...run(0), ...run(1), 0]))).toBe('malformed');
		expect(shelf.take(Uint8Array.from([1, ...run(0), 0]))).toBe('stored');
	});

	test('the same key twice in one update is refused', () => {
		const shelf = new Shelf(true);
		const [one, two] = [tablet(5), tablet(9)];
		entries(one.doc).set('e1', { a: 1 });
		entries(two.doc).set('e1', { a: 2 });
		expect(shelf.take(Y.mergeUpdates([at(one.sent, 0), at(two.sent, 0)]))).toBe('added-only');
	});

	test('nothing but JSON objects in the one root map is taken', () => {
		const tries: ((doc: Y.Doc) => void)[] = [
			(doc) => doc.getMap('other').set('e1', { a: 1 }),
			(doc) => entries(doc).set('e1', 'text'),
			(doc) => entries(doc).set('e1', new Y.Map()),
			(doc) => entries(doc).set('e1', new Uint8Array([1])),
			(doc) => doc.getArray(ADDED_ONLY_ROOT).push([{ a: 1 }]),
			(doc) => doc.getText(ADDED_ONLY_ROOT).insert(0, 'x')
		];
		for (const write of tries) {
			const { doc, sent } = tablet();
			write(doc);
			expect(new Shelf(true).take(at(sent, 0)), String(write)).toBe('added-only');
		}
	});

	test('held keys are known again after a restart, from base and rows alike', () => {
		const { doc, sent } = tablet();
		entries(doc).set('e1', { a: 1 });
		const base = Y.encodeStateAsUpdate(doc);
		entries(doc).set('e2', { a: 1 });
		const known = new DocumentKnowledge(new Map(), new Map(), true, () => [base, at(sent, 1)]);
		expect([...(known.keys ?? [])]).toEqual(['e1', 'e2']);
	});
});

test('random and damaged bytes are refused quickly, and nothing of them is left waiting', () => {
	const shelf = new Shelf();
	const { sent, map, doc } = tablet();
	map.set('s1', new Y.Map([['title', 'Harbour']]));
	doc.getText('notes').insert(0, 'rain');
	map.delete('s1');
	let seed = 42;
	const random = (below: number): number => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return seed % below;
	};
	let worst = 0;
	for (let round = 0; round < 20_000; round++) {
		const bytes =
			round % 2 === 0
				? Uint8Array.from({ length: 1 + random(24) }, () => random(256))
				: at(sent, random(sent.length)).slice();
		if (round % 2 === 1) bytes[random(bytes.length)] = random(256);
		const start = performance.now();
		shelf.take(bytes, `user ${round % 3}`);
		worst = Math.max(worst, performance.now() - start);
	}
	expect(worst).toBeLessThan(200);
	expect(shelf.content.store.pendingStructs).toBeNull();
});
