import './clock.ts';
import './tab-lines.ts';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { addScene } from '#lib/doc/commands/add-scene.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import { saveState } from '#lib/domain/save-state.ts';
import { cacheName } from '#lib/sync/cache.ts';
import { deleteDatabase } from '#lib/sync/storage.ts';
import { FaultyStorage, Locks, STORAGE_FAULTS } from '../faults.ts';
import { arrives, pass, stageOf, until } from './stage.ts';
import { QUICK } from './storage-history.ts';

/** A tablet of the stage's owner with a storage whose copies can be spoilt. */
async function tablet(seed: number) {
	const stage = await stageOf(seed);
	const storage = new FaultyStorage();
	const browser = stage.browser();
	const boundary = {
		...QUICK,
		indexedDB: storage.factory,
		locks: new Locks().of(storage),
		WebSocket: browser.socket()
	};
	const open = async (): Promise<PlanDocument> => {
		await browser.open(boundary);
		return openPlan((await arrives(browser.workspace.open(stage.document))).doc);
	};
	const [scene] = await stage.scenes(1);
	if (!scene) throw new Error('no scene');
	const plan = await open();
	const badge = (): string => saveState(browser.workspace.facts).kind;
	await until('the board is here', () => badge() === 'synced', 20_000);
	await pass(100);
	const colleague = (synopsis: string): boolean => changeRow(stage.seen, 'scenes', scene, { synopsis });
	const shows = (board: PlanDocument): string => board.tables.scenes.get(scene)?.synopsis ?? 'nothing';
	/** The app is closed and opened again in a place without a network. */
	const restartOffline = async (): Promise<PlanDocument> => {
		browser.reachable = false;
		browser.cut();
		await arrives(browser.workspace.close());
		return open();
	};
	return { stage, storage, browser, plan, badge, colleague, shows, restartOffline, scene };
}

test.for(STORAGE_FAULTS)(
	'a copy that the browser failed to write (%s) is whole again as soon as it can be, and says so meanwhile',
	async (fault) => {
		const { stage, storage, browser, plan, colleague, shows, restartOffline } = await tablet(1);
		const whole = (): Promise<number | null> => arrives(browser.workspace.keptSince(stage.document));
		expect(await whole()).not.toBeNull();
		storage.cacheFault = fault;
		colleague('changed while the copy was broken');
		await until('it is on the board', () => shows(plan).startsWith('changed while'), 20_000);
		await pass(300);
		// Slow is no failure; a copy that lacks something isn't called ready for a place without a network.
		if (fault !== 'slow' && fault !== 'closed') expect(await whole()).toBeNull();
		storage.cacheFault = 'none';
		await pass(300);
		expect(await whole()).not.toBeNull();
		expect(shows(await restartOffline())).toBe('changed while the copy was broken');
		await arrives(browser.workspace.wipe());
		await stage.end();
	}
);

test('a copy whose connection the browser closed goes on', async () => {
	const { stage, storage, browser, plan, colleague, shows, restartOffline, badge } = await tablet(2);
	storage.closeAll();
	colleague('after the tablet slept');
	await until('it is on the board', () => shows(plan) === 'after the tablet slept', 20_000);
	await pass(300);
	const board = await restartOffline();
	expect(shows(board)).toBe('after the tablet slept');
	// What is made now hangs on what was delivered: it is on the board at once, and not only when there is a network.
	addScene(board, { number: '2' });
	await until('it waits', () => badge() === 'waiting', 20_000);
	expect(board.tables.scenes.rows().size).toBe(2);
	await arrives(browser.workspace.wipe());
	await stage.end();
});

test('storage that hangs holds up neither what goes to the server nor closing', async () => {
	const { stage, storage, browser, plan, badge, shows, scene } = await tablet(3);
	storage.cacheFault = 'hang-write';
	browser.reachable = false;
	browser.cut();
	changeRow(plan, 'scenes', scene, { synopsis: 'made meanwhile' });
	await until('it waits', () => badge() === 'waiting', 20_000);
	browser.reachable = true;
	browser.workspace.wake();
	await until('a colleague has it', () => shows(stage.seen) === 'made meanwhile', 20_000);
	await arrives(browser.workspace.close());
	storage.cacheFault = 'none';
	await stage.end();
});

test('a copy that an earlier Daybreak kept, by y-indexeddb, is read and goes on, and y-indexeddb reads ours', async () => {
	const { stage, browser, plan, colleague, shows, restartOffline } = await tablet(5);
	const name = cacheName(browser.account.userId, stage.document);
	await arrives(browser.workspace.close());
	const ours = new Y.Doc();
	await arrives(new IndexeddbPersistence(name, ours).whenSynced);
	expect(Y.encodeStateAsUpdate(ours)).toEqual(Y.encodeStateAsUpdate(plan.doc));
	ours.destroy();
	await pass(100);
	await arrives(deleteDatabase(name, { indexedDB, openMs: 1_000 }));
	const earlier = new Y.Doc();
	await arrives(new IndexeddbPersistence(name, earlier).whenSynced);
	Y.applyUpdate(earlier, Y.encodeStateAsUpdate(plan.doc));
	await pass(100);
	earlier.destroy();
	const board = await restartOffline();
	expect(shows(board)).toBe('');
	browser.reachable = true;
	browser.workspace.wake();
	colleague('and goes on');
	await until('it is on the board', () => shows(board) === 'and goes on', 20_000);
	await pass(100);
	expect(shows(await restartOffline())).toBe('and goes on');
	await arrives(browser.workspace.wipe());
	await stage.end();
});

test('a copy with a damaged row in it opens with all that can be read, and is mended', async () => {
	const { stage, browser, shows, plan, colleague, restartOffline } = await tablet(6);
	const name = cacheName(browser.account.userId, stage.document);
	colleague('before the damage');
	await until('it is on the board', () => shows(plan) === 'before the damage', 20_000);
	await pass(100);
	await arrives(browser.workspace.close());
	const rows = async (act: (store: IDBObjectStore) => void): Promise<void> => {
		const opening = indexedDB.open(name, 1);
		await arrives(new Promise((resolve) => (opening.onsuccess = resolve)));
		const writing = opening.result.transaction('updates', 'readwrite');
		act(writing.objectStore('updates'));
		await arrives(new Promise((resolve) => (writing.oncomplete = resolve)));
		opening.result.close();
	};
	await rows((store) => store.add(new Uint8Array([9, 9, 9, 9])));
	const board = await restartOffline();
	expect(shows(board)).toBe('before the damage');
	await pass(300);
	await rows((store) => {
		const count = store.count();
		count.onsuccess = () => expect(count.result).toBe(1);
	});
	await arrives(browser.workspace.wipe());
	await stage.end();
});

test('a copy that another tab deleted isn’t made again by one that was asleep', async () => {
	const { stage, storage, browser, plan, colleague, shows } = await tablet(4);
	const name = cacheName(browser.account.userId, stage.document);
	storage.closeAll();
	await arrives(deleteDatabase(name, { indexedDB, openMs: 1_000 }));
	colleague('after it was deleted');
	await until('it is on the board', () => shows(plan) === 'after it was deleted', 20_000);
	await pass(500);
	expect((await arrives(indexedDB.databases())).map((one) => one.name)).not.toContain(name);
	await arrives(browser.workspace.wipe());
	await stage.end();
});
