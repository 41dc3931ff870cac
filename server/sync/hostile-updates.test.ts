import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { updateOf, type Written } from '../testing/large-frames.ts';
import { checkUpdate, MAX_OWNED } from './check-update.ts';
import { DocumentKnowledge } from './known.ts';

const followed = (addedOnly = false): DocumentKnowledge => {
	const known = new DocumentKnowledge(new Map(), new Map(), addedOnly, () => []);
	known.followFromTheStart();
	return known;
};
/** `taken`, or the code of the refusal. */
function said(update: Uint8Array, known = followed(), user = 'mei'): string {
	const verdict = checkUpdate(update, { user, maxBytes: 3_000_000, signed: () => true }, known);
	if (!verdict.ok) return verdict.code;
	if (verdict.bytes) known.accept(verdict, user);
	return 'taken';
}
const of = (...structs: Written[]): Uint8Array => updateOf([{ client: 5, clock: 0, structs }]);
const ROOT = { root: 'scenes', key: 's1' };

/** What lib0 reads as no number: zeros, each saying that another digit follows, and an end. */
const NO_NUMBER = [...Array<number>(160).fill(128), 0];

describe('numbers', () => {
	test('a row of zeros that is read as no number at all counts for nothing, wherever it stands', () => {
		const places: readonly (readonly [string, number[]])[] = [
			['how much is gone', [1, 1, 5, 0, 0, ...NO_NUMBER, 0]],
			['a clock', [1, 1, 5, ...NO_NUMBER, 0, 1, 0]],
			['a client id', [1, 1, ...NO_NUMBER, 0, 0, 1, 0]],
			['how much is deleted', [1, 1, 5, 0, 0, 1, 1, 5, 1, 0, ...NO_NUMBER]],
			['where a deletion begins', [1, 1, 5, 0, 0, 1, 1, 5, 1, ...NO_NUMBER, 1]],
			['what a change stands beside', [1, 1, 5, 0, 0x84, 5, ...NO_NUMBER, 1, 120, 0]],
			['how many values', [1, 1, 5, 0, 0x28, 1, 1, 97, 1, 98, ...NO_NUMBER, 0]],
			['how long a text is', [1, 1, 5, 0, 0x24, 1, 1, 97, 1, 98, ...NO_NUMBER, 0]]
		];
		for (const [where, bytes] of places)
			expect(`${where}: ${said(Uint8Array.from(bytes))}`).toMatch(/malformed|pending/);
	});

	test('what is gone takes no more clocks than somebody could have written', () => {
		for (const gone of [2 ** 39, 2 ** 31, 2 ** 26 + 1]) {
			expect(said(of({ gone }))).toBe('malformed');
			expect(said(of({ deleted: gone, lies: ROOT }))).toBe('malformed');
		}
		// A long text that was put in and thrown away offline, as Yjs sends it.
		const doc = new Y.Doc();
		doc.getText('script').insert(0, '雨夜 '.repeat(700_000));
		doc.getText('script').delete(0, 2_100_000);
		expect(said(Y.encodeStateAsUpdate(doc))).toBe('taken');
	});

	test('client ids are those that Yjs makes', () => {
		const by = (client: number): string => said(updateOf([{ client, clock: 0, structs: [{ gone: 1 }] }]));
		expect([by(2 ** 32 - 1), by(2 ** 32), by(2 ** 53 - 1)]).toEqual(['taken', 'malformed', 'malformed']);
	});

	test('something behind the end of an update is no part of one', () => {
		const update = of({ value: 1, lies: ROOT });
		expect(said(Uint8Array.from([...update, 0]))).toBe('malformed');
		expect(said(update)).toBe('taken');
	});
});

describe('values', () => {
	const deep = `${'['.repeat(20)}${']'.repeat(20)}`;
	const put = (write: (doc: Y.Doc) => void): string => {
		const doc = new Y.Doc();
		write(doc);
		return said(Y.encodeStateAsUpdate(doc));
	};
	/** A struct of another content than Yjs writes today, in the root `t`. */
	const raw = (content: number, bytes: number[]): string =>
		said(Uint8Array.from([1, 1, 5, 0, content, 1, 1, 116, ...bytes, 0]));
	const text = (value: string): number[] => [value.length, ...Buffer.from(value)];

	test('nothing is nested deeper than it can be written again, in any kind of content', () => {
		expect(put((doc) => doc.getMap('scenes').set('s1', JSON.parse(deep)))).toBe('malformed');
		expect(put((doc) => doc.getText('t').insertEmbed(0, { a: JSON.parse(deep) as object }))).toBe(
			'malformed'
		);
		expect(raw(2, [1, ...text(deep)]), 'JSON').toBe('malformed');
		expect(raw(6, [...text('bold'), ...text(deep)]), 'a format').toBe('malformed');
		expect(raw(2, [1, ...text('[[1]]')]), 'JSON that is not deep').toBe('taken');
		expect(put((doc) => doc.getText('t').insertEmbed(0, { image: 'x' }))).toBe('taken');
		expect(put((doc) => doc.getText('t').insert(0, 'rain', { bold: true }))).toBe('taken');
	});

	test('nothing hides under __proto__, where it would be gone after a fold', () => {
		const object = (key: string): Uint8Array =>
			Uint8Array.from([
				1,
				1,
				5,
				0,
				0x28,
				1,
				...text('entries'),
				...text('e1'),
				1,
				118,
				1,
				...text(key),
				118,
				0,
				0
			]);
		expect(said(object('__proto__'))).toBe('malformed');
		expect(said(object('__proto__'), followed(true))).toBe('malformed');
		expect(said(object('proto'))).toBe('taken');
	});

	test('numbers that JSON doesn’t have are refused: whoever lists the change later would stop there', () => {
		expect(put((doc) => doc.getMap('scenes').set('s1', 5n))).toBe('malformed');
		expect(put((doc) => doc.getMap('scenes').set('s1', { a: [5n] }))).toBe('malformed');
	});

	test('an entry of an added-only document holds no bytes, at any depth', () => {
		const doc = new Y.Doc();
		doc.getMap(ADDED_ONLY_ROOT).set('e1', { note: { blob: new Uint8Array(9) } });
		expect(said(Y.encodeStateAsUpdate(doc), followed(true))).toBe('added-only');
		expect(said(Y.encodeStateAsUpdate(doc))).toBe('taken');
	});
});

describe('client ids of one user in one document', () => {
	const session = (client: number): Uint8Array => updateOf([{ client, clock: 0, structs: [{ gone: 1 }] }]);
	const sessions = (from: number, count: number): Uint8Array =>
		updateOf(
			Array.from({ length: count }, (_, n) => ({
				client: from + count - n,
				clock: 0,
				structs: [{ gone: 1 }]
			}))
		);

	test('a tablet that is opened sixty times a day for three months may write each time', () => {
		const known = followed();
		for (let day = 0; day < 90; day++) expect(said(sessions(1 + day * 60, 60), known)).toBe('taken');
		expect(known.ownedBy('mei')).toBe(5400);
	});

	test('nobody makes so many that the others can’t say any more where they stand', () => {
		const known = followed();
		for (let n = 0; n < MAX_OWNED; n += 1000) expect(said(sessions(1 + n, 1000), known)).toBe('taken');
		expect(said(session(900_000), known)).toBe('too-big');
		// Who has one goes on with it, and others have theirs.
		expect(said(updateOf([{ client: 500, clock: 1, structs: [{ gone: 1 }] }]), known)).toBe('taken');
		expect(said(session(900_001), known, 'li')).toBe('taken');
		const loaded = new DocumentKnowledge(
			known.clocks,
			new Map([...known.clocks.keys()].map((client) => [client, known.owner(client) ?? ''])),
			false,
			() => []
		);
		expect(said(session(900_002), loaded)).toBe('too-big');
		expect(Y.encodeStateVector(new Map(known.clocks)).length).toBeLessThan(262_144 / 2);
	});
});
