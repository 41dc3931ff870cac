import { begin, clear } from './clock.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { newId } from '#lib/doc/id.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { saveState, type SaveState } from '#lib/domain/save-state.ts';
import type { Boundary } from '#lib/sync/boundary.ts';
import { cacheName } from '#lib/sync/cache.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { outboxName } from '#lib/sync/outbox.ts';
import { deleteDatabase } from '#lib/sync/storage.ts';
import { FaultyStorage, Locks, STORAGE_FAULTS } from '../faults.ts';
import { signOut } from './seat.ts';
import { arrives, pass, rest, stageOf, until } from './stage.ts';
import { CRASHES, FAILURES } from './world.ts';
import { randomOf } from '../random.ts';
import type { LogStore } from '../../../server/store/log-store.ts';

type Change = { readonly n: number; readonly scene: SceneId; readonly added: boolean };

/** What a history may plant. */
export type Spoil = {
	readonly boundary?: (storage: FaultyStorage, socket: typeof WebSocket) => Partial<Boundary>;
	/** `died` calls back when the server dies */
	readonly log?: (log: LogStore, died: (listener: () => void) => void) => LogStore;
};

const isIn = (plan: PlanDocument, { n, scene, added }: Change): boolean => {
	const row = plan.tables.scenes.get(scene);
	return !!row && (added || Number(row.synopsis) >= n);
};

/** Bounds of the boundary small enough that a fault is over before anybody waits. */
export const QUICK = { openMs: 80, writeMs: 80, retryMs: 10 } as const;

/** What was promised arrives within so much time once all faults have stopped. */
const QUIET_MS = 30_000;

/** Labels that say that nothing made here is in memory only. */
const saysKept = ({ kind }: SaveState): boolean =>
	['saved', 'synced', 'waiting', 'offline', 'connecting', 'signed-out'].includes(kind);

/**
 * One person edits on one device whose storage fails, whose network is cut, that is restarted, loses its cache, or is
 * lost altogether. At every single change of the badge it is noted what it promised; at the end a witness elsewhere
 * must have all of it, and all that was still in memory when the faults stopped.
 * @param spoil changes what the browser or the server does, to plant a bug
 */
export async function storageHistory(seed: number, spoil: Spoil = {}): Promise<void> {
	begin(seed);
	const pick = randomOf(seed);
	const stage = await stageOf(seed, spoil.log);
	const { owner, document: name, seen, world } = stage;
	const storage = new FaultyStorage();
	const browser = stage.browser();
	const locks = new Locks();
	const socket = browser.socket();
	const boundary = {
		...QUICK,
		indexedDB: storage.factory,
		locks: locks.of(storage),
		WebSocket: socket,
		...spoil.boundary?.(storage, socket)
	};
	const planted = storage.fault;

	const made: Change[] = [];
	/** promised to survive anything that leaves the device whole; promised to survive its loss; still in memory */
	let saved = new Set<Change>();
	const synced = new Set<Change>();
	let alive = new Set<Change>();
	/** gone here, and perhaps on its way to the server's disk, which may be slow: nobody was promised anything */
	const perhaps = new Set<Change>();
	/** What became of it is known once that disk is done. */
	const settle = async (): Promise<void> => {
		if (perhaps.size === 0 || world.writing) return;
		const stored = openPlan(await world.read());
		for (const change of perhaps) if (isIn(stored, change)) synced.add(change);
		perhaps.clear();
	};
	let channel!: Channel;
	let plan!: PlanDocument;
	const look = (): void => {
		const state = saveState(browser.workspace.facts);
		if (saysKept(state)) for (const change of alive) saved.add(change);
		if (state.kind === 'synced') for (const change of new Set([...saved, ...alive])) synced.add(change);
	};
	const open = async (): Promise<void> => {
		await browser.open(boundary);
		browser.workspace.observe(look);
		channel = await arrives(browser.workspace.open(name));
		plan = openPlan(channel.doc);
	};
	const scenes = await stage.scenes(4);
	await open();
	await until('the device has the scenes', () => scenes.every((id) => plan.tables.scenes.get(id)), 20_000);

	/** Whether the board shows the last that was promised of a scene. */
	const sees = (scene: SceneId, next: Change): boolean => {
		const row = plan.tables.scenes.get(scene);
		const before = [...saved, ...synced, ...alive, ...perhaps].filter(
			(one) => one !== next && one.scene === scene
		);
		return !!row && before.every(({ n, added }) => added || Number(row.synopsis) >= n);
	};
	const edit = (): void => {
		const n = made.length + 1;
		const scene = n % 2 === 0 ? newId<SceneId>() : (scenes[pick(4)] as SceneId);
		const change = { n, scene, added: n % 2 === 0 };
		made.push(change);
		alive.add(change);
		if (change.added) plan.doc.transact(() => plan.tables.scenes.add(scene, { synopsis: String(n) }));
		else if (sees(scene, change)) changeRow(plan, 'scenes', scene, { synopsis: String(n) });
		// A board that lost its cache and hasn't heard all from the server: what is written over something that isn't
		// there yet is written at the same time as it, and either may stay.
		else alive.delete(change);
	};
	const restart = async (before: () => Promise<unknown> = async () => {}): Promise<void> => {
		await arrives(browser.workspace.close());
		storage.fault = planted;
		storage.cacheless = false;
		storage.cacheFault = 'none';
		await arrives(before());
		for (const change of alive) if (!saved.has(change)) perhaps.add(change);
		alive = new Set();
		await open();
	};
	const databases = (): Promise<unknown> =>
		Promise.all(
			[cacheName(owner.userId, name), outboxName(owner.userId)].map((database) =>
				deleteDatabase(database, { indexedDB, openMs: 1_000 })
			)
		);
	let online = true;
	for (let step = 0; step < 14; step++) {
		await settle();
		const action = pick(16);
		if (action < 6) edit();
		else if (action < 8) {
			storage.fault = planted === 'none' ? (STORAGE_FAULTS[pick(STORAGE_FAULTS.length)] ?? 'none') : planted;
			storage.cacheless = pick(3) === 0;
			storage.cacheFault = STORAGE_FAULTS[pick(2 * STORAGE_FAULTS.length)] ?? 'none';
		} else if (action === 8) storage.fault = planted;
		else if (action === 9) storage.closeAll();
		else if (action < 12) {
			online = !online;
			browser.reachable = online;
			if (online) browser.workspace.wake();
			else browser.cut();
		} else if (action === 12) await arrives(channel.settled());
		else if (action === 13) await restart();
		else if (action === 14) {
			const cache = cacheName(owner.userId, name);
			await restart(() => deleteDatabase(cache, { indexedDB, openMs: 1_000 }));
		} else {
			// The device is lost: what was synced is all that counts, and another one takes its place.
			await restart(() => {
				for (const change of saved) if (!synced.has(change)) perhaps.add(change);
				saved = new Set(synced);
				return databases();
			});
		}
		if (pick(8) === 0) world.crashAt(CRASHES[pick(CRASHES.length)] ?? 'while telling');
		if (pick(8) === 0) world.slow = !world.slow;
		if (pick(16) === 0) world.fails = FAILURES[pick(FAILURES.length)] ?? null;
		if (pick(2)) await (pick(3) ? rest() : pass(pick(200)));
	}
	storage.fault = planted;
	storage.cacheless = false;
	storage.cacheFault = 'none';
	world.slow = false;
	world.fails = null;
	browser.reachable = true;
	browser.workspace.wake();
	const has = (change: Change): boolean => isIn(seen, change);
	const owed = (): Change[] => [...new Set([...saved, ...synced, ...alive])].filter((one) => !has(one));
	try {
		await until('all that was promised is elsewhere', () => owed().length === 0, QUIET_MS);
		const state = (): SaveState => saveState(browser.workspace.facts);
		await until('the badge says synced', () => state().kind === 'synced', QUIET_MS);
		if (browser.workspace.waiting.length > 0) throw new Error('synced while something waits');
	} catch (error) {
		const facts = JSON.stringify({ ...browser.workspace.facts, ...channel.state });
		const missing = owed().map(
			(one) => `${one.n}${saved.has(one) ? ' saved' : ''}${synced.has(one) ? ' synced' : ''}`
		);
		throw new Error(`${String(error)} missing: ${missing.join(', ')} ${facts}`);
	} finally {
		await signOut(browser.workspace);
		await stage.end();
		clear();
	}
}
