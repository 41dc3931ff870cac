import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Two tabs share what the browser keeps, and nothing in memory. */
const openTab = async () => {
	vi.resetModules();
	return import('./registrations.svelte.ts');
};

let asked: { path: string; answer: () => void }[] = [];
beforeEach(() => {
	const kept = new Map<string, string>();
	asked = [];
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	});
	vi.stubGlobal(
		'fetch',
		(path: string) =>
			new Promise<Response>((answer) => {
				asked.push({
					path,
					answer: () => answer(Response.json({ production: { id: 'any', title: 'Any' } }))
				});
			})
	);
});
afterEach(() => vi.unstubAllGlobals());

test('two tabs that send the same registration at once drop none of those behind it', async () => {
	const [one, two] = [await openTab(), await openTab()];
	const first = one.register('user', { kind: 'production', id: 'first', title: 'First' });
	const again = two.sendRegistrations('user');
	const second = one.register('user', { kind: 'production', id: 'second', title: 'Second' });
	await vi.waitFor(() => expect(asked).toHaveLength(2));
	asked[0]?.answer();
	await vi.waitFor(() => expect(asked).toHaveLength(3));
	asked[1]?.answer();
	await vi.waitFor(() => expect(asked).toHaveLength(4));
	expect(one.unregistered('user')).toEqual(['second']);
	for (const { answer } of asked.splice(2)) answer();
	await Promise.all([first, again, second]);
	expect(one.unregistered('user')).toEqual([]);
});

test('people are told to the server once, before their hours are opened, and later only those who are new', async () => {
	const tab = await openTab();
	const people = (of: string[]) => tab.registerOnce('user', 'production', of);
	const first = people(['a', 'b']);
	await vi.waitFor(() => expect(asked).toHaveLength(1));
	asked[0]?.answer();
	await first;
	await people(['a', 'b']);
	expect(asked).toHaveLength(1);
	const second = people(['a', 'b', 'c']);
	await vi.waitFor(() => expect(asked).toHaveLength(2));
	asked[1]?.answer();
	await second;
	expect(asked.every(({ path }) => path.endsWith('/people'))).toBe(true);
});
