import { changeRow } from '#lib/doc/commands/change-row.ts';
import { newId } from '#lib/doc/id.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { saveState, type SaveState } from '#lib/domain/save-state.ts';
import type { Boundary } from '#lib/sync/boundary.ts';
import { cacheName } from '#lib/sync/cache.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { outboxName } from '#lib/sync/outbox.ts';
import { deleteDatabase, StorageUnavailable } from '#lib/sync/storage.ts';
import { FaultyStorage, STORAGE_FAULTS } from './faults.ts';
import { Device, randomOf, turn, until, type TestServer } from './rig.ts';

type Account = { userId: string; cookie: string };
type Change = { readonly n: number; readonly scene: SceneId; readonly added: boolean };

/** What is set up once for many histories: a board, somebody who edits it, and a witness who only looks on. */
export type Stage = {
	readonly server: TestServer;
	readonly owner: Account;
	readonly document: string;
	/** the board as the witness has it */
	readonly seen: PlanDocument;
	/** so many new scenes, made by the witness and on the server */
	readonly scenes: (count: number) => Promise<readonly SceneId[]>;
	readonly end: () => Promise<void>;
};

export async function stageOf(server: TestServer): Promise<Stage> {
	const owner = await server.account('owner');
	const production = await server.production(owner.cookie);
	const document = documentName(production, 'plan');
	const witness = await new Device(
		server,
		await server.join(production, owner.cookie, 'witness', 'planner')
	).start();
	const seen = openPlan((await witness.workspace.open(document)).doc);
	const scenes = async (count: number): Promise<readonly SceneId[]> => {
		const made = Array.from({ length: count }, () => newId<SceneId>());
		seen.doc.transact(() => made.forEach((id, n) => seen.tables.scenes.add(id, { number: String(n) })));
		const { workspace } = witness;
		await until('the scenes are on the server', () => saveState(workspace.facts).kind === 'synced');
		return made;
	};
	return { server, owner, document, seen, scenes, end: () => witness.end() };
}

/** Bounds of the boundary small enough that a fault is over before anybody waits. */
export const QUICK = { openMs: 80, writeMs: 80, retryMs: 10 } as const;

/** Opens the app as a person does: where this busy machine took longer than the bound, once more. */
export async function startPatiently(device: Device): Promise<void> {
	for (let tries = 5; ; tries--) {
		try {
			return void (await device.start());
		} catch (error) {
			if (!(error instanceof StorageUnavailable) || tries === 0) throw error;
		}
	}
}

/** Labels that say that nothing made here is in memory only. */
const saysKept = ({ kind }: SaveState): boolean =>
	['saved', 'synced', 'waiting', 'offline', 'connecting', 'signed-out'].includes(kind);

/**
 * One person edits on one device whose storage fails, whose network is cut, that is restarted, loses its cache, or is
 * lost altogether. At every single change of the badge it is noted what it promised; at the end a witness elsewhere
 * must have all of it, and all that was still in memory when the faults stopped.
 * @param spoil changes what the device's browser gives, to plant a bug
 * @param patience how long what was promised may take to arrive once all faults have stopped
 */
export async function storageHistory(
	stage: Stage,
	seed: number,
	spoil: (storage: FaultyStorage) => Partial<Boundary> = () => ({}),
	patience = 6_000
): Promise<void> {
	const pick = randomOf(seed);
	const { server, owner, document: name, seen } = stage;
	const storage = new FaultyStorage();
	const device = new Device(server, owner, { ...QUICK, indexedDB: storage.factory, ...spoil(storage) });
	const planted = storage.fault;

	const made: Change[] = [];
	/** promised to survive anything that leaves the device whole; promised to survive its loss; still in memory */
	let saved = new Set<Change>();
	const synced = new Set<Change>();
	let alive = new Set<Change>();
	let channel!: Channel;
	let plan!: PlanDocument;
	const look = (): void => {
		const state = saveState(device.workspace.facts);
		if (saysKept(state)) for (const change of alive) saved.add(change);
		if (state.kind === 'synced') for (const change of new Set([...saved, ...alive])) synced.add(change);
	};
	const open = async (): Promise<void> => {
		await startPatiently(device);
		device.workspace.observe(look);
		channel = await device.workspace.open(name);
		plan = openPlan(channel.doc);
	};
	const scenes = await stage.scenes(4);
	await open();
	await until('the device has the scenes', () => scenes.every((id) => plan.tables.scenes.get(id)));

	const edit = (): void => {
		const n = made.length + 1;
		const scene = n % 2 === 0 ? newId<SceneId>() : (scenes[pick(4)] as SceneId);
		const change = { n, scene, added: n % 2 === 0 };
		made.push(change);
		alive.add(change);
		if (change.added) plan.doc.transact(() => plan.tables.scenes.add(scene, { synopsis: String(n) }));
		else if (plan.tables.scenes.get(scene)) changeRow(plan, 'scenes', scene, { synopsis: String(n) });
		// A board that lost its cache and hasn't heard from the server has nothing to write into.
		else alive.delete(change);
	};
	const restart = async (before: () => Promise<unknown> = async () => {}): Promise<void> => {
		await device.workspace.close();
		storage.fault = planted;
		storage.cacheless = false;
		await before();
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
		const action = pick(16);
		if (action < 6) edit();
		else if (action < 8) {
			storage.fault = planted === 'none' ? (STORAGE_FAULTS[pick(STORAGE_FAULTS.length)] ?? 'none') : planted;
			storage.cacheless = pick(3) === 0;
		} else if (action === 8) storage.fault = planted;
		else if (action === 9) storage.closeAll();
		else if (action < 12) {
			online = !online;
			if (online) device.online();
			else device.offline();
		} else if (action === 12) await channel.settled();
		else if (action === 13) await restart();
		else if (action === 14) {
			const cache = cacheName(owner.userId, name);
			await restart(() => deleteDatabase(cache, { indexedDB, openMs: 1_000 }));
		} else {
			// The device is lost: what was synced is all that counts, and another one takes its place.
			await restart(() => {
				saved = new Set(synced);
				return databases();
			});
		}
		if (pick(2)) await turn();
	}
	storage.fault = planted;
	storage.cacheless = false;
	device.online();
	const has = ({ n, scene, added }: Change): boolean => {
		const row = seen.tables.scenes.get(scene);
		return !!row && (added || Number(row.synopsis) >= n);
	};
	const owed = (): Change[] => [...new Set([...saved, ...synced, ...alive])].filter((one) => !has(one));
	try {
		await until('all that was promised is elsewhere', () => owed().length === 0, patience);
		const state = (): SaveState => saveState(device.workspace.facts);
		await until('the badge says synced', () => state().kind === 'synced', patience);
		if (device.workspace.waiting.length > 0) throw new Error('synced while something waits');
	} catch (error) {
		const facts = JSON.stringify({ ...device.workspace.facts, ...channel.state });
		const missing = owed().map(
			(one) => `${one.n}${saved.has(one) ? ' saved' : ''}${synced.has(one) ? ' synced' : ''}`
		);
		throw new Error(`${String(error)} missing: ${missing.join(', ')} ${facts}`);
	} finally {
		await device.workspace.wipe();
		await device.end();
	}
}
