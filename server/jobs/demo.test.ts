import { afterAll, expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { readConfig } from '../config.ts';
import { openAccounts } from '../store/accounts.ts';
import { memoryLog } from '../store/memory-log.ts';
import { Hub } from '../sync/hub.ts';
import { Rights } from '../sync/rights.ts';
import { demoMaker } from './demo.ts';
import { startFolder } from './folder.ts';

const DAY_MS = 86_400_000;
const accounts = openAccounts(':memory:');
const store = memoryLog();
const folder = startFolder();
const hub = new Hub({ accounts, store, folder, rights: new Rights(accounts) }, readConfig({}));
const demos = demoMaker(accounts, store, hub, 7);
afterAll(async () => {
	await Promise.all([demos.close(), hub.close(0)]);
	accounts.close();
});

test('a demo is kept for seven days, then it goes with its log, and the guest with it', async () => {
	const now = Date.now();
	accounts.users.addGuest('guest', 'Guest', now);
	accounts.users.addAccount('mei', 'Mei', 'hash', now);
	const id = await demos.make('guest', '');
	const kept = 'K'.repeat(22);
	accounts.productions.add({ id: kept, title: 'Rain', creator: 'mei', demo: false, expiresAt: null }, now);
	await demos.expire(now + 6.9 * DAY_MS);
	expect(accounts.productions.find(id)).not.toBeNull();
	expect((await store.load(documentName(id, 'plan'))).tail).toHaveLength(1);
	await demos.expire(now + 8 * DAY_MS);
	expect(accounts.productions.find(id)).toBeNull();
	expect(accounts.productions.isRegistered(documentName(id, 'plan'))).toBe(false);
	expect((await store.load(documentName(id, 'plan'))).tail).toHaveLength(0);
	expect(accounts.users.find('guest')).toBeNull();
	expect([accounts.users.find('mei')?.name, accounts.productions.find(kept)?.title]).toEqual(['Mei', 'Rain']);
});

test('two demos are two productions, and the guest is the producer of each', async () => {
	accounts.users.addGuest('other', 'Guest', Date.now());
	const [one, two] = [await demos.make('other', ''), await demos.make('other', '')];
	expect(one).not.toBe(two);
	for (const id of [one, two]) {
		const member = accounts.productions.member(id, 'other');
		expect(member).toMatchObject({
			role: 'producer',
			keeps: 'all',
			personId: expect.stringMatching(/^.{22}$/)
		});
	}
});
