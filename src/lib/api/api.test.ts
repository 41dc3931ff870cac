import { afterEach, describe, expect, test } from 'vitest';
import { api, readMe } from './api.ts';

const real = globalThis.fetch;
afterEach(() => {
	globalThis.fetch = real;
});
/** A server that gives one answer. */
const server = (status: number, body: string): void => {
	globalThis.fetch = () => Promise.resolve(new Response(status === 204 ? null : body, { status }));
};

describe('a call to the server never throws', () => {
	test('no network is "offline", not a lost sign-in', async () => {
		globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
		expect(await api.me()).toMatchObject({ ok: false, code: 'offline', offline: true });
	});

	test('a gateway that cannot reach the server is "offline" too', async () => {
		server(502, '<html>Bad gateway</html>');
		expect(await api.me()).toMatchObject({ ok: false, offline: true });
	});

	test('an ended sign-in is told apart from no network', async () => {
		server(401, JSON.stringify({ error: { code: 'signed-out', message: 'x' } }));
		const answer = await api.me();
		expect(answer).toMatchObject({ ok: false, code: 'signed-out' });
		expect(answer).not.toHaveProperty('offline');
	});

	test('a refusal says which input it is about', async () => {
		server(409, JSON.stringify({ error: { code: 'name-taken', message: 'x', field: 'name' } }));
		expect(await api.createAccount('Liu', 'passphrase')).toMatchObject({ code: 'name-taken', field: 'name' });
	});

	test.each([
		[200, 'not json'],
		[200, '[]'],
		[200, '{"user":null}'],
		[500, 'oops']
	])('an answer %i that is not ours (%s) is the server’s fault, said plainly', async (status, body) => {
		server(status, body);
		expect(await api.me()).toMatchObject({ ok: false, code: 'server' });
	});

	test('an empty answer is enough where nothing is expected', async () => {
		server(204, '');
		expect(await api.signOut()).toEqual({ ok: true, value: true });
	});
});

test('productions with a role nobody knows are left out of the list', () => {
	const me = readMe({
		user: { id: 'u', name: 'Liu', guest: false },
		productions: [
			{ id: 'p', title: 'A', role: 'planner' },
			{ id: 'q', title: 'B', role: 'emperor' }
		]
	});
	expect(me?.productions.map((p) => p.id)).toEqual(['p']);
});
