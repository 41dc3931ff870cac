import { expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { opened, set } from '../testing/documents.ts';
import { openHouse, until } from '../testing/house.ts';

test('whoever runs the server sees that it is well and what it does; others see that it is there', async () => {
	const token = 'a token for the figures of this house';
	const house = await openHouse({}, undefined, { METRICS_TOKEN: token });
	const mei = await house.person('Mei');
	const wire = await opened(mei, documentName(await house.production(mei), 'plan'));
	wire.update(set('rain'));
	await until('it is on disk', () => wire.acknowledged === 2);
	const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
		fetch(house.base + path, { headers });
	expect([await (await get('/health')).text(), await (await get('/ready')).text()]).toEqual([
		'ok\n',
		'ready\n'
	]);
	const figures = await (await get('/metrics')).text();
	for (const [name, value] of [
		['commits_total', '[1-9]'],
		['commit_ms_total', '[0-9.]+'],
		['queue_bytes', '0'],
		['open_documents', '1'],
		['connections', '1'],
		['connections_lagging', '0'],
		['folds_total', '0']
	]) {
		expect(figures).toMatch(new RegExp(`^daybreak_${name} ${value}`, 'm'));
	}
	// Through a proxy it isn't this machine that asks.
	const outside = { 'x-forwarded-for': '203.0.113.9' };
	expect((await get('/metrics', outside)).status).toBe(404);
	expect((await get('/metrics', { ...outside, authorization: 'Bearer guess' })).status).toBe(404);
	expect((await get('/metrics', { ...outside, authorization: `Bearer ${token}` })).status).toBe(200);
	await house.close();
	await expect(get('/health')).rejects.toThrow();
});
