import type { Page } from '@playwright/test';
import { newId } from '#lib/doc/id.ts';
import {
	documentAccess,
	documentName,
	isAddedOnly,
	isPersonDocument,
	mayRead,
	PERSON_DOCUMENTS,
	PRODUCTION_DOCUMENTS,
	type DocumentKind,
	type Member,
	type Role
} from '#lib/domain/people/permissions.ts';
import * as Y from 'yjs';
import { addEntry, read } from '../../server/testing/documents.ts';
import { openDemo, signUp, somebody } from './board.ts';
import { asPerson, joinAs, peopleOf } from './crew.ts';
import { expect, test } from './fixtures.ts';
import { everythingKept, overheard } from './storage.ts';

/** A word that stands in one document only. */
type Canary = { readonly mark: string; readonly kind: DocumentKind; readonly personId: string | null };

/** Marks every document of a production. */
async function release(page: Page, production: string, people: readonly string[]): Promise<Canary[]> {
	const producer = await asPerson(page);
	const { user } = await producer.expect(200, 'GET', '/api/me');
	await producer.expect(200, 'POST', `/api/productions/${production}/people`, { personIds: people });
	const canaries: Canary[] = [
		...PRODUCTION_DOCUMENTS.map((kind) => ({ kind, personId: null })),
		...people.flatMap((personId) => PERSON_DOCUMENTS.map((kind) => ({ kind, personId })))
	].map((one) => ({ ...one, mark: `canary-${newId()}` }));
	for (const { mark, kind, personId } of canaries) {
		const { doc, provider } = producer.open(documentName(production, kind, personId));
		if (!provider.synced) {
			await new Promise<void>((done) => provider.on('sync', (synced: boolean) => synced && done()));
		}
		if (isAddedOnly(kind)) addEntry(doc, { id: user.id as string }, personId, false, { note: mark });
		else doc.transact(() => doc.getMap('canaries').set(newId(), new Y.Map([['name', mark]])));
		const name = documentName(production, kind, personId);
		await expect
			.poll(async () => Buffer.from(Y.encodeStateAsUpdate(await read(producer, name))).includes(mark))
			.toBe(true);
		provider.destroy();
	}
	return canaries;
}

/** Everything a browser is sent, whichever way. */
function listen(page: Page): () => Promise<string> {
	const headers: string[] = [];
	page.context().on('response', (response) => {
		if (!/\/_app\//.test(response.url())) headers.push(JSON.stringify(response.headers()));
	});
	const sent = overheard(page);
	return async () => headers.join('\n') + (await sent());
}

test('no word of a document reaches anybody whose role doesn’t read it: not the page, the storage or the network', async ({
	page,
	person
}) => {
	test.setTimeout(240_000);
	const id = await openDemo(page);
	const [own = '', kept = '', other = ''] = (await peopleOf(page, id)).map((one) => String(one.id));
	const canaries = await release(page, id, [own, kept, other]);
	const seats: readonly (readonly [Role, Member['keeps'], string | null, readonly string[]])[] = [
		['producer', 'none', null, ['board', 'people', 'hours', 'settings']],
		['planner', [kept], own, ['board', 'people', 'hours', 'settings']],
		['planner', 'none', own, ['board', 'people', 'hours', 'settings']],
		['crew', 'none', own, ['board', 'people', 'hours', 'settings']],
		['viewer', 'none', null, ['status', 'board', 'settings']]
	];
	for (const [role, keeps, personId, paths] of seats) {
		const who = `${role}${keeps === 'none' ? '' : ' who keeps hours'}`;
		const there = await person();
		const network = listen(there);
		await signUp(there, somebody(role));
		await joinAs(page, id, there, role, personId, keeps);
		const dumps: string[] = [];
		for (const path of paths) {
			await there.goto(`/p/${id}/${path}`);
			await expect(there.getByRole('main')).not.toBeEmpty();
			// All that this role may have is fetched: what it may not have must not come with it.
			if (path === 'settings' && role !== 'viewer') {
				await there.getByRole('button', { name: 'Fetch all now' }).click();
				await expect(there.getByText('all that your role reads')).toBeVisible({ timeout: 60_000 });
			}
			dumps.push(await everythingKept(there));
		}
		const got = { storage: dumps.join('\n'), network: await network() };
		for (const { mark, kind, personId: of } of canaries) {
			const may = mayRead(documentAccess({ role, personId, keeps }, kind, of));
			const name = `${kind}${of ? ` of ${of === personId ? 'oneself' : 'somebody'}` : ''} and a ${who}`;
			expect(got.network.includes(mark), `network: ${name}`).toBe(may);
			expect(got.storage.includes(mark), `storage and page: ${name}`).toBe(may);
			expect(isPersonDocument(kind)).toBe(of !== null);
		}
		await there.context().close();
	}
});
