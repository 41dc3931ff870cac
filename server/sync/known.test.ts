import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DocumentKnowledge } from './known.ts';

test('what was deleted is known to the clock, however it was deleted', () => {
	const range = fc.record({ clock: fc.nat(60), length: fc.integer({ min: 1, max: 20 }) });
	fc.assert(
		fc.property(fc.array(range, { maxLength: 30 }), range, (deletes, asked) => {
			const known = new DocumentKnowledge(new Map(), new Map(), false, () => []);
			known.followFromTheStart();
			const gone = new Set<number>();
			for (const { clock, length } of deletes) {
				const nothing = {
					ok: true,
					bytes: new Uint8Array(),
					clocks: [],
					claims: [],
					containers: [],
					keys: []
				} as const;
				known.accept({ ...nothing, deletes: [{ client: 1, clock, length }] }, 'mei');
				for (let at = clock; at < clock + length; at++) gone.add(at);
			}
			const all = Array.from({ length: asked.length }, (_, n) => gone.has(asked.clock + n)).every(Boolean);
			expect(known.isDeleted(1, asked.clock, asked.length)).toBe(all);
			expect(known.isDeleted(2, asked.clock, asked.length)).toBe(false);
		})
	);
});
