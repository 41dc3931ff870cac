import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { cutUpdate } from '#lib/sync/cut.ts';
import { Parts } from './parts.ts';

/** A board that two people wrote, with things deleted, in parts of so many bytes. */
function board(bytes: number): { parts: Uint8Array[]; whole: Y.Doc } {
	const [one, two] = [new Y.Doc(), new Y.Doc()];
	for (let n = 0; n < 60; n++) {
		const doc = n % 2 === 0 ? one : two;
		doc.getMap('scenes').set(`s${n}`, new Y.Map([['number', n]]));
		doc.getMap('scenes').delete(`s${n - 7}`);
		Y.applyUpdate(n % 2 === 0 ? two : one, Y.encodeStateAsUpdate(doc));
	}
	return { parts: cutUpdate(Y.encodeStateAsUpdate(one), bytes, null), whole: one };
}

test('parts are whole as soon as nothing would be left waiting, in whatever order they come, and only then', () => {
	let waited = 0;
	for (const order of [1, -1]) {
		const { parts, whole } = board(50);
		expect(parts.length).toBeGreaterThan(15);
		const kept = new Parts();
		for (const [n, bytes] of (order > 0 ? parts : parts.toReversed()).entries()) {
			kept.add({ which: n, bytes });
			const there = new Y.Doc();
			Y.applyUpdate(there, kept.merged() as Uint8Array);
			const { pendingStructs, pendingDs } = there.store;
			expect(kept.isWhole(new Map())).toBe(!pendingStructs && !pendingDs);
			if (pendingStructs) waited++;
			else if (n === parts.length - 1) {
				expect(there.getMap('scenes').toJSON()).toEqual(whole.getMap('scenes').toJSON());
			}
		}
		expect(kept.isWhole(new Map())).toBe(true);
	}
	expect(waited).toBeGreaterThan(5);
});

test('what the server has needn’t come again', () => {
	const { parts, whole } = board(100);
	const kept = new Parts();
	kept.add({ which: 1, bytes: parts[7] as Uint8Array });
	expect(kept.isWhole(new Map())).toBe(false);
	expect(kept.isWhole(Y.decodeStateVector(Y.encodeStateVector(whole)))).toBe(true);
});

test('a part that is no update, and more parts than a month has, are not waited for', () => {
	const kept = new Parts();
	kept.add({ which: 1, bytes: new Uint8Array([9, 9, 9]) });
	expect([kept.isTooMany, kept.merged()]).toEqual([true, null]);
	const many = new Parts();
	for (let which = 1; which <= 2000; which++) many.add({ which, bytes: new Uint8Array([0, 0]) });
	expect(many.isTooMany).toBe(true);
});
