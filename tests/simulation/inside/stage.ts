import { pass, rest, until } from './clock.ts';
import { randomOf } from '../random.ts';
import type { Boundary } from '#lib/sync/boundary.ts';
import { newId } from '#lib/doc/id.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { saveState } from '#lib/domain/save-state.ts';
import { Locks } from '../faults.ts';
import type { Spoil } from './storage-history.ts';
import { arrives, Browser } from './seat.ts';
import { World, type Account } from './world.ts';

/** A board, somebody who edits it, and a witness elsewhere who looks on: a stage for one history. */
export type Stage = {
	readonly world: World;
	readonly owner: Account;
	readonly document: string;
	/** the board as the witness has it */
	readonly seen: PlanDocument;
	/** a browser of the owner */
	readonly browser: () => Browser;
	/** so many new scenes, made by the witness and on the server */
	readonly scenes: (count: number) => Promise<readonly SceneId[]>;
	readonly end: () => Promise<void>;
};

/** @param log changes what the server writes to, to plant a bug */
export async function stageOf(seed: number, log?: Spoil['log']): Promise<Stage> {
	const world = new World(randomOf(seed ^ 0x5eed), log);
	const owner = world.account('producer');
	const witness = new Browser(world, world.account('planner'));
	const own: Partial<Boundary> = { WebSocket: witness.socket(), locks: new Locks().of(witness) };
	await witness.open(own);
	const seen = openPlan((await arrives(witness.workspace.open(world.document))).doc);
	const scenes = async (count: number): Promise<readonly SceneId[]> => {
		const made = Array.from({ length: count }, () => newId<SceneId>());
		seen.doc.transact(() => made.forEach((id, n) => seen.tables.scenes.add(id, { number: String(n) })));
		const { workspace } = witness;
		await until('the scenes are with the server', () => saveState(workspace.facts).kind === 'synced', 10_000);
		return made;
	};
	const browser = (): Browser => new Browser(world, owner);
	const end = (): Promise<void> => arrives(witness.workspace.wipe());
	return { world, owner, document: world.document, seen, browser, scenes, end };
}

export { arrives, pass, rest, until };
