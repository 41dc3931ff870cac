import { changeRow } from '#lib/doc/commands/change-row.ts';
import { newId } from '#lib/doc/id.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { saveState } from '#lib/domain/save-state.ts';
import type { Boundary } from '#lib/sync/boundary.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { FaultyStorage, Locks, Wire } from './faults.ts';
import { Device, randomOf, turn, until } from './rig.ts';
import { QUICK, startPatiently, type Stage } from './storage-history.ts';

type Tab = {
	readonly device: Device;
	readonly storage: FaultyStorage;
	readonly channel: Channel;
	readonly plan: PlanDocument;
	online: boolean;
	/** the scenes made here that nothing has promised anything about yet */
	readonly alive: Set<SceneId>;
};

/**
 * Two to four tabs of one person, sharing storage, locks and messages as tabs of one browser do: each edits, loses
 * the network, is closed, or dies without a word, whoever of them sends. Never are two of them connected with the
 * same changes; at the end all show the same, a witness elsewhere has all that any badge promised, and nothing waits.
 * @param spoil changes what the browser gives, to plant a bug
 */
export async function tabHistory(stage: Stage, seed: number, spoil: Partial<Boundary> = {}): Promise<void> {
	const pick = randomOf(seed);
	const { seen, owner } = stage;
	const [locks, wire] = [new Locks(), new Wire()];
	const tabs: Tab[] = [];
	const dead: Device[] = [];
	const promised = new Set<SceneId>();
	const open = async (): Promise<void> => {
		const storage = new FaultyStorage();
		const self = {};
		const device = new Device(stage.server, owner, {
			...QUICK,
			indexedDB: storage.factory,
			locks: locks.of(storage),
			WebSocket: wire.of(storage),
			oneSocket: false,
			...spoil
		});
		await startPatiently(device);
		const channel = await device.workspace.open(stage.document);
		const tab: Tab = Object.assign(self, {
			device,
			storage,
			channel,
			plan: openPlan(channel.doc),
			online: true,
			alive: new Set<SceneId>()
		});
		device.workspace.observe(() => {
			const { kind } = saveState(device.workspace.facts);
			if (kind === 'saving' || kind === 'storage-unavailable' || kind === 'needs-you') return;
			for (const scene of tab.alive) promised.add(scene);
		});
		tabs.push(tab);
	};
	const scenes = await stage.scenes(3);
	await open();
	await open();
	const { plan } = tabs[0] as Tab;
	await until('the first tab has the scenes', () => scenes.every((id) => plan.tables.scenes.get(id)));
	const all = [...scenes];
	for (let step = 0; step < 16; step++) {
		const at = pick(tabs.length);
		const tab = tabs[at] as Tab;
		const action = pick(16);
		if (action < 5) {
			const scene = newId<SceneId>();
			tab.alive.add(scene);
			all.push(scene);
			tab.plan.doc.transact(() => tab.plan.tables.scenes.add(scene, { number: String(step) }));
		} else if (action < 9) {
			// Also scenes another tab has just made: these changes build on each other.
			const scene = all[pick(all.length)] as SceneId;
			if (tab.plan.tables.scenes.get(scene)) {
				changeRow(tab.plan, 'scenes', scene, { synopsis: `${seed}.${step}` });
			}
		} else if (action === 9 && tabs.length < 4) await open();
		else if (action === 10 && tabs.length > 1) {
			tabs.splice(at, 1);
			await tab.device.end();
		} else if (action === 11 && tabs.length > 1) {
			// It dies: nothing of it is heard again, and the browser takes back its locks.
			tabs.splice(at, 1);
			tab.storage.fault = 'dead';
			wire.died(tab.storage);
			tab.device.offline();
			locks.died(tab.storage);
			dead.push(tab.device);
		} else if (action === 12) {
			tab.online = !tab.online;
			if (tab.online) tab.device.online();
			else tab.device.offline();
		} else if (action === 13) await tab.channel.settled();
		if (pick(2)) await turn();
	}
	for (const { device } of tabs) device.online();
	const rows = (of: PlanDocument): string =>
		JSON.stringify(all.map((id) => [id, of.tables.scenes.get(id)?.synopsis ?? null]));
	const owed = (): SceneId[] => [...promised].filter((scene) => !seen.tables.scenes.get(scene));
	const kinds = (): string[] => tabs.map(({ device }) => saveState(device.workspace.facts).kind);
	const first = (): PlanDocument => (tabs[0] as Tab).plan;
	try {
		await until('all that was promised is elsewhere', () => owed().length === 0, 6_000);
		await until('all tabs say synced', () => kinds().every((kind) => kind === 'synced'), 6_000);
		await until('all show the same', () => tabs.every((tab) => rows(tab.plan) === rows(seen)), 6_000);
		if (wire.doubled.length > 0) throw new Error(`sent by two tabs at once: ${wire.doubled.join(', ')}`);
	} catch (error) {
		const facts = tabs.map(({ device, channel }) => ({ ...device.workspace.facts, ...channel.state }));
		throw new Error(
			`${String(error)} owed ${owed().length} ${JSON.stringify(facts)}\n${rows(first())}\n${rows(seen)}`
		);
	} finally {
		await tabs[0]?.device.workspace.wipe();
		for (const device of [...tabs.map((tab) => tab.device), ...dead]) await device.end();
	}
}
