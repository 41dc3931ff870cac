import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** A browser with what it keeps, its cookie, and a server that knows whose the cookie is; or no network. */
const browser = { kept: new Map<string, string>(), cookie: 'Wang' as string | null, online: true };
let asked: string[] = [];
let openTab = async () => import('./api.ts');

beforeEach(() => {
	browser.kept.clear();
	browser.cookie = 'Wang';
	browser.online = true;
	asked = [];
	openTab = async () => {
		vi.resetModules();
		return import('./api.ts');
	};
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => browser.kept.get(key) ?? null,
		setItem: (key: string, value: string) => void browser.kept.set(key, value),
		removeItem: (key: string) => void browser.kept.delete(key)
	});
	vi.stubGlobal('fetch', async (path: string, { method }: { method: string }) => {
		if (!browser.online) throw new TypeError('Failed to fetch');
		asked.push(`${method} ${path}`);
		if (method === 'DELETE') {
			browser.cookie = null;
			return new Response(null, { status: 204 });
		}
		if (method === 'POST') browser.cookie = 'Li';
		const name = browser.cookie;
		if (name === null) return Response.json({ error: { code: 'signed-out' } }, { status: 401 });
		return Response.json({ user: { id: name, name, guest: false }, productions: [] });
	});
});
afterEach(() => vi.unstubAllGlobals());

test('whoever signed out without a network is signed out for the server too, before it is asked who is here', async () => {
	const tab = await openTab();
	browser.online = false;
	expect(await tab.api.signOut()).toMatchObject({ ok: false, offline: true });
	browser.online = true;
	// The tablet was restarted meanwhile: nothing in memory knows of it.
	const next = await openTab();
	expect(await next.api.me()).toMatchObject({ ok: false, code: 'signed-out' });
	expect(asked).toEqual(['DELETE /api/sessions/current', 'GET /api/me']);
});

test('as long as the server can’t be told, nothing at all is asked with the old sign-in', async () => {
	const tab = await openTab();
	browser.online = false;
	await tab.api.signOut();
	expect(await tab.api.me()).toMatchObject({ ok: false, offline: true });
	expect(browser.cookie).toBe('Wang');
	expect(asked).toEqual([]);
});

test('the next person signs in behind it, and is not signed out again by it', async () => {
	const tab = await openTab();
	browser.online = false;
	await tab.api.signOut();
	browser.online = true;
	const [one, two] = [await openTab(), await openTab()];
	expect(await one.api.signIn('Li', 'a passphrase')).toMatchObject({ ok: true });
	expect(await two.api.me()).toMatchObject({ value: { user: { id: 'Li' } } });
	expect(asked.filter((one) => one.startsWith('DELETE'))).toHaveLength(1);
});

test('a browser that keeps nothing remembers it for as long as the page is open', async () => {
	vi.stubGlobal('localStorage', undefined);
	const tab = await openTab();
	browser.online = false;
	await tab.api.signOut();
	browser.online = true;
	expect(await tab.api.me()).toMatchObject({ ok: false, code: 'signed-out' });
});

test('whoever stays after all, because something was still here, owes no sign-out', async () => {
	const tab = await openTab();
	browser.online = false;
	await tab.api.signOut();
	tab.api.staySignedIn();
	browser.online = true;
	expect(await tab.api.me()).toMatchObject({ value: { user: { id: 'Wang' } } });
});
