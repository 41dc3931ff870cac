import { expect, test } from 'vitest';
import { askThread, type Thread } from './ask-thread.ts';

/** A thread that says what it is asked, or for `for ever` nothing. */
const parrot = (longestMs: number): Thread<string, string> => {
	const source = `
		import { parentPort } from 'node:worker_threads';
		parentPort.on('message', ({ id, question }) => {
			while (question === 'for ever');
			if (question === 'the end') process.exit(1);
			parentPort.postMessage(question === 'what' ? { id, error: 'no idea' } : { id, value: question });
		});`;
	return askThread(new URL(`data:text/javascript,${encodeURIComponent(source)}`), 'repeating', longestMs);
};

test(
	'a question that takes for ever is given up, and those that waited behind it are answered',
	{ timeout: 20_000 },
	async () => {
		const thread = parrot(3000);
		const asked = ['one', 'for ever', 'two', 'what', 'three'].map((question) => thread.ask(question));
		const said = (await Promise.allSettled(asked)).map((one) =>
			one.status === 'fulfilled' ? one.value : String(one.reason)
		);
		expect(said).toEqual(['one', 'Error: repeating took more than 3 s', 'two', 'Error: no idea', 'three']);
		expect(await thread.ask('four')).toBe('four');
		await thread.close();
	}
);

test('a thread that ends takes its questions with it, and the next begins another', async () => {
	const thread = parrot(60_000);
	const asked = ['the end', 'one'].map((question) => thread.ask(question));
	for (const one of asked) await expect(one).rejects.toThrow('repeating was stopped');
	expect(await thread.ask('two')).toBe('two');
	await thread.close();
});
