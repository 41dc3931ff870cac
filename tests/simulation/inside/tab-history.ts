import { begin, clear } from './clock.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { newId } from '#lib/doc/id.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { saveState } from '#lib/domain/save-state.ts';
import type { Boundary } from '#lib/sync/boundary.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { FaultyStorage, Locks, Wire } from '../faults.ts';
import { signOut, type Browser } from './seat.ts';
import { arrives, pass, rest, stageOf, until } from './stage.ts';
import { randomOf } from '../random.ts';
import { QUICK } from './storage-history.ts';

type Tab = {
	readonly browser: Browser;
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
export async function tabHistory(seed: number, spoil: Partial<Boundary> = {}): Promise<void> {
	begin(seed);
	const pick = randomOf(seed);
	const stage = await stageOf(seed);
	const { seen } = stage;
	const [locks, wire] = [new Locks(), new Wire()];
	const tabs: Tab[] = [];
	const dead: Browser[] = [];
	const promised = new Set<SceneId>();
	const open = async (): Promise<void> => {
		const storage = new FaultyStorage();
		const self = {};
		const browser = stage.browser();
		await browser.open({
			...QUICK,
			// Any tab that lives answers sooner.
			frozenMs: 400,
			indexedDB: storage.factory,
			locks: locks.of(storage),
			WebSocket: wire.of(
				storage,
				browser.socket(() => storage.fault !== 'dead')
			),
			oneSocket: false,
			...spoil
		});
		const channel = await arrives(browser.workspace.open(stage.document));
		const tab: Tab = Object.assign(self, {
			browser,
			storage,
			channel,
			plan: openPlan(channel.doc),
			online: true,
			alive: new Set<SceneId>()
		});
		browser.workspace.observe(() => {
			const { kind } = saveState(browser.workspace.facts);
			if (kind === 'saving' || kind === 'storage-unavailable' || kind === 'needs-you') return;
			for (const scene of tab.alive) promised.add(scene);
		});
		tabs.push(tab);
	};
	const scenes = await stage.scenes(3);
	await open();
	await open();
	const { plan } = tabs[0] as Tab;
	await until('the first tab has the scenes', () => scenes.every((id) => plan.tables.scenes.get(id)), 20_000);
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
			await arrives(tab.browser.workspace.close());
		} else if (action === 11 && tabs.length > 1) {
			// It dies: nothing of it is heard again, and the browser takes back its locks.
			tabs.splice(at, 1);
			tab.storage.fault = 'dead';
			wire.died(tab.storage);
			tab.browser.cut();
			locks.died(tab.storage);
			dead.push(tab.browser);
		} else if (action === 12) {
			tab.online = !tab.online;
			tab.browser.reachable = tab.online;
			if (tab.online) tab.browser.workspace.wake();
			else tab.browser.cut();
		} else if (action === 13) await arrives(tab.channel.settled());
		if (pick(2)) await (pick(3) ? rest() : pass(pick(600)));
	}
	for (const { browser } of tabs) {
		browser.reachable = true;
		browser.workspace.wake();
	}
	const rows = (of: PlanDocument): string =>
		JSON.stringify(all.map((id) => [id, of.tables.scenes.get(id)?.synopsis ?? null]));
	const owed = (): SceneId[] => [...promised].filter((scene) => !seen.tables.scenes.get(scene));
	const kinds = (): string[] => tabs.map(({ browser }) => saveState(browser.workspace.facts).kind);
	const first = (): PlanDocument => (tabs[0] as Tab).plan;
	try {
		await until('all that was promised is elsewhere', () => owed().length === 0, 30_000);
		await until('all tabs say synced', () => kinds().every((kind) => kind === 'synced'), 30_000);
		await until('all show the same', () => tabs.every((tab) => rows(tab.plan) === rows(seen)), 30_000);
		if (wire.doubled.length > 0) throw new Error(`sent by two tabs at once: ${wire.doubled.join(', ')}`);
	} catch (error) {
		const facts = tabs.map(({ browser, channel }) => ({ ...browser.workspace.facts, ...channel.state }));
		throw new Error(
			`${String(error)} owed ${owed().length} ${JSON.stringify(facts)}\n${rows(first())}\n${rows(seen)}`
		);
	} finally {
		const [first] = tabs;
		if (first) await signOut(first.browser.workspace);
		for (const { workspace } of [...tabs.map((tab) => tab.browser), ...dead])
			await arrives(workspace.close());
		await stage.end();
		clear();
	}
}
