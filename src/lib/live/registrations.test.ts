import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Two tabs share what the browser keeps, and nothing in memory. */
const openTab = async () => {
	vi.resetModules();
	return import('./registrations.svelte.ts');
};

let asked: { path: string; body: Record<string, unknown>; answer: (response?: Response) => void }[] = [];
const yes = (): Response => Response.json({ production: { id: 'any', title: 'Any' }, personIds: [] });
const no = (status: number, code: string): Response => Response.json({ error: { code } }, { status });
let kept: Map<string, string>;

beforeEach(() => {
	kept = new Map<string, string>();
	asked = [];
	vi.stubGlobal('indexedDB', new IDBFactory());
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	});
	vi.stubGlobal(
		'fetch',
		(path: string, { body }: { body: string }) =>
			new Promise<Response>((done) => {
				asked.push({ path, body: JSON.parse(body), answer: (response = yes()) => done(response) });
			})
	);
});
afterEach(() => vi.unstubAllGlobals());
const made = (id: string, title = id) => ({ kind: 'production', id, title }) as const;
const idsOf = async (tab: Awaited<ReturnType<typeof openTab>>) =>
	(await tab.unregistered('user'))?.map(({ id }) => id);

test('two tabs that send the same registration at once drop none of those behind it', async () => {
	const [one, two] = [await openTab(), await openTab()];
	const first = one.register('user', made('first'));
	await vi.waitFor(() => expect(asked).toHaveLength(1));
	const again = two.sendRegistrations('user');
	const second = one.register('user', made('second'));
	await vi.waitFor(() => expect(asked).toHaveLength(2));
	asked[0]?.answer();
	await vi.waitFor(() => expect(asked).toHaveLength(3));
	asked[1]?.answer();
	await vi.waitFor(() => expect(asked).toHaveLength(4));
	expect(await idsOf(one)).toEqual(['second']);
	for (const { answer } of asked.splice(2)) answer();
	await Promise.all([first, again, second]);
	expect(await idsOf(one)).toEqual([]);
});

test('a production made without a network is on the disk before anybody has answered, and sent by the next page', async () => {
	const tab = await openTab();
	await tab.keepRegistration('user', made('field'));
	expect([...kept.keys()]).toEqual([]);
	// The browser is killed: nothing in memory survives.
	const next = await openTab();
	expect(await idsOf(next)).toEqual(['field']);
	const sent = next.sendRegistrations('user');
	await vi.waitFor(() => expect(asked).toHaveLength(1));
	asked[0]?.answer();
	await sent;
	expect(await idsOf(next)).toEqual([]);
});

test('what an earlier Daybreak kept beside the settings is sent too', async () => {
	kept.set('daybreak.user.registrations', JSON.stringify([made('earlier')]));
	const tab = await openTab();
	expect(await idsOf(tab)).toEqual(['earlier']);
	expect([...kept.keys()]).toEqual([]);
});

test('a browser that keeps nothing has it sent from memory at once', async () => {
	vi.stubGlobal('indexedDB', {
		open: () => {
			throw new Error('no storage');
		}
	});
	const tab = await openTab();
	const sent = tab.register('user', made('private window'));
	await vi.waitFor(() => expect(asked).toHaveLength(1));
	asked[0]?.answer();
	await sent;
	expect(asked).toHaveLength(1);
});

test('only a refusal that will be the same tomorrow ends the tries; a busy server and a limit don’t', async () => {
	const tab = await openTab();
	for (const [status, code] of [
		[503, 'busy'],
		[429, 'too-many-tries'],
		[401, 'signed-out']
	] as const) {
		const sent = code === 'busy' ? tab.register('user', made('rain')) : tab.sendRegistrations('user');
		await vi.waitFor(() => expect(asked).toHaveLength(1));
		asked.splice(0)[0]?.answer(no(status, code));
		await sent;
		expect(await idsOf(tab)).toEqual(['rain']);
	}
	const sent = tab.sendRegistrations('user');
	await vi.waitFor(() => expect(asked).toHaveLength(1));
	asked[0]?.answer(no(409, 'id-taken'));
	await sent;
	expect(await idsOf(tab)).toEqual([]);
});

test('a title is sent as a line the server takes', async () => {
	const tab = await openTab();
	void tab.register('user', made('a', `Rain\n\u202eover ${'the harbour '.repeat(40)}`));
	await vi.waitFor(() => expect(asked).toHaveLength(1));
	expect(asked[0]?.body.title).toMatch(/^Rain {2}over the harbour/);
	expect([...String(asked[0]?.body.title)].length).toBeLessThanOrEqual(200);
	asked[0]?.answer();
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
