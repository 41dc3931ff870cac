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
import { deleteDatabase } from '#lib/sync/storage.ts';
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
	readonly end: () => Promise<void>;
};

export async function stageOf(server: TestServer): Promise<Stage> {
	const owner = await server.account('owner');
	const production = await server.production(owner.cookie);
	const document = documentName(production, 'plan');
	const witness = await new Device(
		server,
		await server.join(production, owner.cookie, 'witness', 'crew')
	).start();
	const seen = openPlan((await witness.workspace.open(document)).doc);
	return { server, owner, document, seen, end: () => witness.end() };
}

/** Bounds of the boundary small enough that a fault is over before anybody waits. */
export const QUICK = { openMs: 60, writeMs: 60, retryMs: 10 } as const;

/** Labels that say that nothing made here is in memory only. */
const saysKept = ({ kind }: SaveState): boolean =>
	['saved', 'synced', 'waiting', 'offline', 'connecting', 'signed-out'].includes(kind);

/**
 * One person edits on one device whose storage fails, whose network is cut, that is restarted, loses its cache, or is
 * lost altogether. At every single change of the badge it is noted what it promised; at the end a witness elsewhere
 * must have all of it, and all that was still in memory when the faults stopped.
 * @param spoil changes what the device's browser gives, to plant a bug
 */
export async function storageHistory(
	stage: Stage,
	seed: number,
	spoil: (storage: FaultyStorage) => Partial<Boundary> = () => ({})
): Promise<void> {
	const pick = randomOf(seed);
	const { server, owner, document: name, seen } = stage;
	const storage = new FaultyStorage();
	const device = new Device(server, owner, { ...QUICK, indexedDB: storage.factory, ...spoil(storage) });
	const planted = storage.fault;

	const made: Change[] = [];
	/** promised to survive anything that leaves the device whole; promised to survive its loss; still in memory */
	let [saved, synced, alive]: [Set<Change>, Set<Change>, Set<Change>] = [new Set(), new Set(), new Set()];
	let channel!: Channel;
	let plan!: PlanDocument;
	const look = (): void => {
		const state = saveState(device.workspace.facts);
		if (saysKept(state)) for (const change of alive) saved.add(change);
		if (state.kind === 'synced') for (const change of new Set([...saved, ...alive])) synced.add(change);
	};
	const open = async (): Promise<void> => {
		await device.start();
		device.workspace.observe(look);
		channel = await device.workspace.open(name);
		plan = openPlan(channel.doc);
	};
	await open();
	const scenes = Array.from({ length: 4 }, () => newId<SceneId>());
	plan.doc.transact(() => scenes.forEach((id, n) => plan.tables.scenes.add(id, { number: String(n) })));
	await until('the witness has the scenes', () => scenes.every((id) => seen.tables.scenes.get(id)));

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
		await until('all that was promised is elsewhere', () => owed().length === 0, 4_000);
		const state = (): SaveState => saveState(device.workspace.facts);
		await until('the badge says synced', () => state().kind === 'synced', 4_000);
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
