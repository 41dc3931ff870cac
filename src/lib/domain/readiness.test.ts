import { expect, test } from 'vitest';
import { isReady, readiness, type ReadyFacts } from './readiness.ts';

const ready: ReadyFacts = {
	builtIn: false,
	secure: true,
	app: true,
	installed: true,
	protected: true,
	clockOffMs: 1_500,
	documents: { wanted: 9, here: 9 }
};

test('a tablet with the app, all documents, protected storage and a right clock is ready', () => {
	expect(isReady(readiness(ready))).toBe(true);
});

test.for([
	['browser', { builtIn: true }],
	['browser', { secure: false }],
	['app', { app: false }],
	['installed', { installed: false }],
	['storage', { protected: false }],
	['documents', { documents: { wanted: 9, here: 8 } }],
	['documents', { documents: { wanted: 0, here: 0 } }],
	['clock', { clockOffMs: 120_001 }],
	['clock', { clockOffMs: -120_001 }]
] as const)('%s alone holds it back: %o', ([point, change]) => {
	const standings = readiness({ ...ready, ...change });
	expect(standings).toEqual({ ...readiness(ready), [point]: 'no' });
	expect(isReady(standings)).toBe(false);
});

test('a clock that was never held against the server’s is unknown, and not right', () => {
	const standings = readiness({ ...ready, clockOffMs: null });
	expect(standings.clock).toBe('unknown');
	expect(isReady(standings)).toBe(false);
});

test('two minutes are allowed either way', () => {
	for (const clockOffMs of [120_000, -120_000]) expect(readiness({ ...ready, clockOffMs }).clock).toBe('yes');
});
