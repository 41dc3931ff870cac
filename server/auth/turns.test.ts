import { expect, test } from 'vitest';
import { BusyError, Turns } from './turns.ts';

/** Work that ends when it is told to. */
function job(turns: Turns, name: string, started: string[]) {
	const { promise, resolve, reject } = Promise.withResolvers<string>();
	const outcome = turns.take(() => {
		started.push(name);
		return promise;
	});
	return { outcome, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

test('no more runs at once than there are places, the rest in the order it came', async () => {
	const turns = new Turns(2, 10);
	const started: string[] = [];
	const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => job(turns, name, started));
	expect(started).toEqual(['a', 'b']);
	b!.end();
	await b!.outcome;
	expect(started).toEqual(['a', 'b', 'c']);
	a!.end();
	c!.end();
	expect(await Promise.all([a!.outcome, c!.outcome])).toEqual(['a', 'c']);
	expect(started).toEqual(['a', 'b', 'c', 'd']);
	d!.end();
	await d!.outcome;
});

test('work that fails gives its place back', async () => {
	const turns = new Turns(1, 10);
	const started: string[] = [];
	const [bad, next] = [job(turns, 'bad', started), job(turns, 'next', started)];
	bad.fail();
	await expect(bad.outcome).rejects.toThrow('bad');
	next.end();
	expect(await next.outcome).toBe('next');
});

test('whoever comes when too many wait is told so at once, and may come again later', async () => {
	const turns = new Turns(1, 1);
	const started: string[] = [];
	const [first, second] = [job(turns, 'first', started), job(turns, 'second', started)];
	await expect(job(turns, 'third', started).outcome).rejects.toBeInstanceOf(BusyError);
	first.end();
	second.end();
	await Promise.all([first.outcome, second.outcome]);
	const again = job(turns, 'again', started);
	again.end();
	expect(await again.outcome).toBe('again');
	expect(started).toEqual(['first', 'second', 'again']);
});
