import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaving } from './leave.ts';
import { log } from './log.ts';

const { error } = log;
beforeAll(() => void (log.error = () => {}));
afterAll(() => void (log.error = error));

/** Asked twice, as by an impatient operator. @returns with which code it ended, each time it did */
async function asked(ms: number, close: () => Promise<void>): Promise<number[]> {
	const codes: number[] = [];
	await new Promise<void>((ended) => {
		const leave = leaving(ms, close, (code) => {
			codes.push(code);
			ended();
		});
		leave();
		leave();
	});
	await new Promise((next) => setImmediate(next));
	return codes;
}

test('a server asked to stop ends when all is put away, once', async () => {
	let closed = 0;
	expect(await asked(60_000, async () => void closed++)).toEqual([0]);
	expect(closed).toBe(1);
});

test('one whose disk never answers ends all the same when its time is up, and says that it did not end well', async () => {
	expect(await asked(20, () => new Promise(() => {}))).toEqual([1]);
});

test('one that can’t put everything away ends at once, and says so', async () => {
	expect(await asked(60_000, () => Promise.reject(new Error('the disk is gone')))).toEqual([1]);
});
