import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { randomOf } from '../testing/frame-grammar.ts';
import { ABOUT_LINEAR, growth } from '../testing/growth.ts';
import { updateOf, type Written } from '../testing/large-frames.ts';
import { worked } from '../testing/worked.ts';
import { documentOf, isSameDocument } from './same-document.ts';

const folded = (updates: Iterable<Uint8Array>): Uint8Array => Y.encodeStateAsUpdate(documentOf(updates));
const same = (one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean =>
	isSameDocument(documentOf(one), documentOf(other));

describe('a folded document', () => {
	test('is the same as its rows, however often it was folded in between', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), (seed, changes) => {
				const pick = randomOf(seed);
				const rows = worked(pick, changes);
				const half = pick(rows.length + 1);
				const base = folded([folded(rows.slice(0, half)), ...rows.slice(half)]);
				expect(same(rows, [base])).toBe(true);
			})
		);
	});

	test('is another one as soon as one change in it is another, or one is missing', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 2, max: 40 }), (seed, changes) => {
				const pick = randomOf(seed);
				const rows = worked(pick, changes);
				const doc = documentOf(rows);
				doc.clientID = [...doc.store.clients.keys()][0] ?? 7;
				doc.getMap('scenes').set('s1', 'forged');
				expect(same(rows, [Y.encodeStateAsUpdate(doc)])).toBe(false);
				// Not only deleted, but put in place: the clocks are as they were.
				const text = documentOf(rows);
				if (text.getText('notes').length === 0) return;
				text.getText('notes').delete(0, 1);
				expect(same(rows, [Y.encodeStateAsUpdate(text)])).toBe(false);
			})
		);
	});

	const by = (...structs: Written[]): Uint8Array => updateOf([{ client: 5, clock: 0, structs }]);
	const list = { root: 'order' };

	test.for([
		['another value', by({ value: 1, lies: list }), by({ value: 2, lies: list })],
		['another letter', by({ text: 'rain', lies: list }), by({ text: 'ruin', lies: list })],
		['another root', by({ value: 1, lies: list }), by({ value: 1, lies: { root: 'scenes' } })],
		[
			'another key',
			by({ value: 1, lies: { root: 'scenes', key: 'a' } }),
			by({ value: 1, lies: { root: 'scenes', key: 'b' } })
		],
		[
			'another neighbour',
			by({ text: 'ab', lies: list }, { value: 1, lies: { origin: [5, 1] } }),
			by({ text: 'ab', lies: list }, { value: 1, lies: { origin: [5, 0] } })
		],
		['text for a value', by({ text: 'a', lies: list }), by({ value: 'a', lies: list })],
		['a container for a value', by({ container: list }), by({ value: 1, lies: list })],
		[
			'one letter more deleted',
			by({ gone: 3 }, { text: 'ab', lies: list }),
			by({ gone: 4 }, { text: 'b', lies: list })
		],
		['a shorter record', by({ gone: 3 }), by({ gone: 2 })]
	] as const)('is told apart: %s', ([, one, other]) => {
		expect(same([one], [one])).toBe(true);
		expect(same([one], [other])).toBe(false);
	});

	test('is the same whether what was deleted is told by its place or as gone', () => {
		expect(same([by({ deleted: 9, lies: list })], [by({ gone: 4 }, { gone: 5 })])).toBe(true);
	});
});

describe('comparing', () => {
	test('a deletion costs the same however long it says it is', () => {
		const [row, base] = [[{ gone: 2 ** 39 }], [{ gone: 2 ** 38 }, { gone: 2 ** 38 }]].map((structs) =>
			documentOf([updateOf([{ client: 5, clock: 0, structs }])])
		);
		expect(isSameDocument(row as Y.Doc, base as Y.Doc)).toBe(true);
	});

	test.for([
		['roots', (n: number) => ({ root: `r${n}` })],
		[
			'containers in containers',
			(n: number) =>
				n === 0 ? { root: 'order' } : { inside: [5, (n - 1) >> 1] as const, key: 'k' + (n % 2) }
		]
	] as const)(
		'sixteen times as many %s cost about sixteen times as much',
		{ timeout: 60_000 },
		([, lies]) => {
			const times = growth(300, (n) => {
				const structs = Array.from({ length: n }, (_, at) => ({ container: lies(at) }));
				const [one, other] = [
					documentOf([updateOf([{ client: 5, clock: 0, structs }])]),
					documentOf([updateOf([{ client: 5, clock: 0, structs }])])
				];
				return () => expect(isSameDocument(one, other)).toBe(true);
			});
			expect(times).toBeLessThan(ABOUT_LINEAR);
		}
	);
});
