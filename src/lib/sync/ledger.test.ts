import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ledger } from './ledger.ts';

describe('which changes an acknowledgement covers', () => {
	test('an acknowledgement covers the messages up to it and nothing made since', () => {
		const ledger = new Ledger();
		ledger.made(1);
		ledger.made(2);
		ledger.sent();
		ledger.made(3);
		ledger.sent();
		expect(ledger.acknowledged(1)).toEqual([1, 2]);
		expect(ledger.waiting).toEqual([3]);
		expect(ledger.quiet).toBe(false);
	});

	test('what was sent on a connection that broke is carried again by the first answer of the next', () => {
		const ledger = new Ledger();
		ledger.made(1);
		ledger.sent();
		ledger.reset();
		ledger.made(2);
		ledger.sent();
		expect(ledger.acknowledged(1).sort()).toEqual([1, 2]);
		expect(ledger.quiet).toBe(true);
	});

	test('a refused message names its changes, and a later acknowledgement does not make them safe', () => {
		const ledger = new Ledger();
		ledger.made(1);
		ledger.sent();
		ledger.made(2);
		ledger.sent();
		expect(ledger.refused(1)).toEqual([1]);
		expect(ledger.acknowledged(2)).toEqual([2]);
	});

	test('an empty answer still has to be acknowledged before all is quiet', () => {
		const ledger = new Ledger();
		ledger.sent();
		expect(ledger.quiet).toBe(false);
		ledger.acknowledged(1);
		expect(ledger.quiet).toBe(true);
	});

	test('whatever happens, a change is safe only after a message that carried it was acknowledged', () => {
		const step = fc.oneof(
			fc.constant('make' as const),
			fc.constant('send' as const),
			fc.constant('break' as const),
			fc.nat(6)
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const ledger = new Ledger();
				let made = 0;
				let onWire: number[] = [];
				const safe = new Set<number>();
				for (const action of steps) {
					if (action === 'make') ledger.made(++made);
					else if (action === 'send') {
						ledger.sent();
						onWire.push(made);
					} else if (action === 'break') {
						ledger.reset();
						onWire = [];
					} else {
						const count = Math.min(action, onWire.length);
						for (const key of ledger.acknowledged(count)) {
							expect(key).toBeLessThanOrEqual(Math.max(0, ...onWire.slice(0, count)));
							expect(safe.has(key)).toBe(false);
							safe.add(key);
						}
					}
				}
				expect([...safe, ...ledger.waiting].sort((a, b) => a - b)).toEqual(
					Array.from({ length: made }, (_, n) => n + 1)
				);
			})
		);
	});
});
