import { expect, test, vi } from 'vitest';
import { newId } from '#lib/doc/id.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { Workspace } from './workspace.ts';

/** Two tabs of one browser, without a network: `ws://nowhere.invalid` is never reached. */
const openTab = (userId: string): Promise<Workspace> => Workspace.open(userId, 'ws://nowhere.invalid/sync');
const kept = async (userId: string): Promise<string[]> =>
	(await indexedDB.databases()).flatMap(({ name }) => (name?.includes(userId) ? [name] : []));

test('whoever is signed out in one tab is signed out in the others, and nothing is written there afterwards', async () => {
	const user = newId();
	const plan = documentName(newId(), 'plan');
	const [one, two] = await Promise.all([openTab(user), openTab(user)]);
	await one.open(plan);
	const channel = await two.open(plan);
	channel.doc.getMap('rows').set('before', 1);
	await two.settled();
	await vi.waitFor(() => expect(one.waiting).toHaveLength(1));

	const wiped = vi.fn();
	two.onWiped(wiped);
	await one.wipe();
	await vi.waitFor(() => expect(wiped).toHaveBeenCalledOnce());
	await vi.waitFor(async () => expect(await kept(user)).toEqual([]));
	// A page that is drawn for another moment still changes its document.
	channel.doc.getMap('rows').set('after', 2);
	await two.settled();
	await expect(two.open(documentName(newId(), 'plan'))).rejects.toThrow();
	expect(await kept(user)).toEqual([]);
});
