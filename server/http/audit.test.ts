import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { opened, read } from '../testing/documents.ts';
import { openHouse, until } from '../testing/house.ts';
import * as Y from 'yjs';

test('refusals, role changes, exports, imports, stations and PINs are in the audit log, without a secret or what people wrote', async () => {
	const said: string[] = [];
	for (const where of ['log', 'error'] as const)
		vi.spyOn(console, where).mockImplementation((line) => said.push(String(line)));
	const house = await openHouse();
	const mei = await house.person('Mei');
	const production = await house.production(mei);
	const path = (rest: string): string => `/api/productions/${production}${rest}`;
	const personId = 'P'.repeat(22);
	await mei.expect(200, 'POST', path('/people'), { personIds: [personId] });
	const crew = await house.member(mei, production, 'crew', { personId });
	const marks = ['CANARY-IN-A-SCENE', '740916', 'rain over the harbour'];

	const wire = await opened(mei, documentName(production, 'plan'));
	const doc = new Y.Doc();
	doc.getMap('scenes').set('s', marks[0]);
	wire.update(Y.encodeStateAsUpdate(doc));
	await until('it is on disk', () => wire.acknowledged === 2);
	const refused = await opened(crew, documentName(production, 'plan'));
	refused.update(Y.encodeStateAsUpdate(doc));
	await until('it is refused', () => refused.refusals[0]);
	const money = crew.wire(documentName(production, 'money'));
	await until('there is an answer', () => money.status);
	await crew.call('GET', path('/export'));
	await crew.call('POST', '/api/sessions', { name: 'nobody', passphrase: `${marks[2]}!` });
	await crew.expect(204, 'POST', path('/pins'), { personId, pin: marks[1] });
	await mei.expect(200, 'PATCH', path(`/members/${crew.id}`), { role: 'planner' });
	await mei.download(path('/export'));
	const { token, station } = await mei.expect(201, 'POST', path('/stations'), { name: 'Truck', people: [] });
	await mei.expect(204, 'DELETE', path(`/stations/${station.id}`));
	await mei.upload('/api/productions/import', new Uint8Array(3));
	await mei.expect(204, 'DELETE', path(`/members/${crew.id}`));
	expect((await read(mei, documentName(production, 'plan'))).getMap('scenes').get('s')).toBe(marks[0]);

	const db = new DatabaseSync(join(house.dataDir, 'accounts.sqlite'), { readOnly: true });
	// What can be repeated at will is counted, and written a little later.
	const rows = await until('the last refusal is written', () => {
		const all = db.prepare('SELECT * FROM audit').all();
		return all.some(({ event }) => event === 'request refused') ? all : null;
	});
	db.close();
	const events = new Set(rows.map(({ event }) => String(event)));
	for (const event of [
		'account made',
		'invited',
		'sign-in failed',
		'document refused',
		'update refused',
		'request refused',
		'role changed',
		'member removed',
		'pin set',
		'production exported',
		'station enrolled',
		'station ended'
	]) {
		expect([...events]).toContain(event);
	}
	const secrets = [...marks, token as string, mei.cookie.split('=')[1] as string];
	const written = JSON.stringify(rows) + said.join('\n');
	for (const secret of secrets) expect(written).not.toContain(secret);
	await house.close();
	vi.restoreAllMocks();
});

test('a fault of the server tells nobody how the server is made', async () => {
	const house = await openHouse();
	const mei = await house.person('Mei');
	const broken = new DatabaseSync(join(house.dataDir, 'accounts.sqlite'));
	broken.exec('DROP TABLE invitations');
	broken.close();
	vi.spyOn(console, 'error').mockImplementation(() => {});
	const { status, text } = await mei.call('POST', '/api/invitations/look', { token: 'x' });
	vi.restoreAllMocks();
	expect(status).toBe(500);
	expect(text).not.toMatch(/sqlite|table|\bat \/|\.ts/i);
	await house.close();
});
