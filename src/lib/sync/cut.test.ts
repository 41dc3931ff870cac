import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { cutUpdate } from './cut.ts';

/** Three people's work on one document, some of it deleted. */
function worked(seed: readonly number[]): Y.Doc {
	const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
	for (const n of seed) {
		const doc = docs[n % 3] as Y.Doc;
		for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
		const scenes = doc.getMap<unknown>('scenes');
		if (n % 5 === 0) scenes.delete(`s${n % 7}`);
		else if (n % 2) scenes.set(`s${n % 7}`, new Y.Map([['number', 'x'.repeat(n % 90)]]));
		else doc.getText('notes').insert(0, 'rain'.repeat(n % 20));
	}
	const whole = new Y.Doc();
	for (const doc of docs) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
	return whole;
}

test('an update cut into parts is the same update once they are together, in whatever order they come', () => {
	fc.assert(
		fc.property(
			fc.array(fc.nat(1000), { maxLength: 60 }),
			fc.integer({ min: 1, max: 500 }),
			(seed, bytes) => {
				const doc = worked(seed);
				const update = Y.encodeStateAsUpdate(doc);
				const parts = cutUpdate(update, bytes, null);
				const again = new Y.Doc();
				for (const part of parts.toReversed()) Y.applyUpdate(again, part);
				expect(again.store.pendingStructs).toBeNull();
				expect(Y.encodeStateAsUpdate(again)).toEqual(update);
				if (parts.length > 0)
					expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVectorFromUpdate(Y.mergeUpdates(parts)));
			}
		)
	);
});

test('of one person’s work nothing else is in the parts', () => {
	const doc = worked([1, 2, 4, 7, 8, 11, 13, 14, 22]);
	for (const client of doc.store.clients.keys()) {
		const parts = cutUpdate(Y.encodeStateAsUpdate(doc), 50, new Set([client]));
		expect(parts.flatMap((part) => [...Y.parseUpdateMeta(part).to.keys()]).every((of) => of === client)).toBe(
			true
		);
	}
});
