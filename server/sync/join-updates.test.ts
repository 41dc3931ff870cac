import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { randomOf, randomUpdate, spoilt } from '../testing/frame-grammar.ts';
import { worked } from '../testing/worked.ts';
import { joinUpdates } from './join-updates.ts';
import { scanUpdate } from './scan-update.ts';

const stateOf = (updates: readonly Uint8Array[]): Uint8Array => {
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	expect(doc.store.pendingStructs).toBe(null);
	return Y.encodeStateAsUpdate(doc);
};

describe('joining updates', () => {
	test('a board joined in any groups is the board, whatever was written on it', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 2, max: 40 }), (seed, changes) => {
				const pick = randomOf(seed);
				const updates = worked(pick, changes);
				const joined: Uint8Array[] = [];
				for (let at = 0; at < updates.length;) {
					const upto = at + 1 + pick(8);
					joined.push(joinUpdates(updates.slice(at, upto)));
					at = upto;
				}
				expect(stateOf(joined)).toEqual(stateOf(updates));
				const whole = joinUpdates(joined);
				expect(stateOf([whole])).toEqual(stateOf(updates));
				expect(Y.parseUpdateMeta(whole)).toEqual(Y.parseUpdateMeta(Y.mergeUpdates(updates)));
				expect(Y.decodeUpdate(whole).ds).toEqual(Y.decodeUpdate(Y.mergeUpdates(updates)).ds);
			})
		);
	});

	test('what the server accepted is joined by copying, without Yjs', () => {
		const updates = worked(randomOf(7), 60);
		expect(updates.every((update) => scanUpdate(update) !== null)).toBe(true);
		expect(joinUpdates(updates).length).toBeLessThan(updates.reduce((sum, { length }) => sum + length, 0));
	});

	test('updates with something missing between them are left to Yjs', () => {
		const updates = worked(randomOf(11), 40);
		const some = updates.filter((_, n) => n % 3 !== 1);
		expect(joinUpdates(some)).toEqual(Y.mergeUpdates(some));
		const twice = [...updates, ...updates.slice(3)];
		expect(joinUpdates(twice)).toEqual(Y.mergeUpdates(twice));
	});
});

test('an update is read as Yjs reads it, or not at all', () => {
	const pick = randomOf(20_261_125);
	let read = 0;
	for (let n = 0; n < 20_000; n++) {
		const made = randomUpdate(pick, { clients: [7, 900, 4_000_000_000], clockOf: () => pick(30) });
		const bytes = pick(4) === 0 ? spoilt(pick, made, made) : made;
		const scanned = scanUpdate(bytes);
		if (!scanned) continue;
		let decoded: ReturnType<typeof Y.decodeUpdate>;
		try {
			decoded = Y.decodeUpdate(bytes);
		} catch {
			continue; // a text that is no JSON, say: the server refuses it before
		}
		read++;
		const structs = decoded.structs.map(({ id, length }) => [id.client, id.clock + length]);
		let at = 0;
		for (const { client, end, count } of scanned.runs) {
			at += count;
			expect(structs[at - 1]).toEqual([client, end]);
		}
		expect(at).toBe(structs.length);
		const deletes = [...decoded.ds.clients].flatMap(([client, ranges]) =>
			ranges.map(({ clock, len }) => ({ client, clock, length: len }))
		);
		expect(scanned.deletes.toSorted((a, b) => b.client - a.client)).toEqual(
			deletes.toSorted((a, b) => b.client - a.client)
		);
	}
	expect(read).toBeGreaterThan(500);
});
