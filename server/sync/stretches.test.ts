import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomOf } from '../testing/frame-grammar.ts';
import { Stretches } from './stretches.ts';

const CLOCKS = 3000;

test('what was put in is in, to the clock, in whatever order and however much of it', () => {
	fc.assert(
		fc.property(
			fc.integer(),
			fc.integer({ min: 1, max: 2000 }),
			fc.integer({ min: 0, max: 40 }),
			(seed, small, large) => {
				const pick = randomOf(seed);
				const stretches = new Stretches();
				const gone = new Uint8Array(CLOCKS + 400);
				const add = (clock: number, length: number): void => {
					stretches.add(clock, clock + length);
					gone.fill(1, clock, clock + length);
				};
				for (let n = 0; n < small; n++) add(2 * pick(CLOCKS / 2), 1);
				for (let n = 0; n < large; n++) add(pick(CLOCKS), 1 + pick(400));
				for (let n = 0; n < 300; n++) {
					const clock = pick(CLOCKS);
					const end = clock + 1 + pick(n % 2 ? 3 : 300);
					expect(stretches.covers(clock, end)).toBe(!gone.subarray(clock, end).includes(0));
				}
			}
		),
		{ numRuns: 200 }
	);
});
