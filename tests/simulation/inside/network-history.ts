import { begin, clear, pass, rest, until } from './clock.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { moveStrips } from '#lib/doc/commands/move-strips.ts';
import { addShootDay, removeShootDay } from '#lib/doc/commands/shoot-days.ts';
import { History } from '#lib/doc/history.ts';
import { newId } from '#lib/doc/id.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import type { Role } from '#lib/domain/people/permissions.ts';
import type { SceneId, ShootDayId, StripId } from '#lib/domain/ids.ts';
import { saveState, type SaveState } from '#lib/domain/save-state.ts';
import { cacheName } from '#lib/sync/cache.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { deleteDatabase } from '#lib/sync/storage.ts';
import { FaultyStorage, Locks } from '../faults.ts';
import type { Spoil } from './storage-history.ts';
import { randomOf } from '../random.ts';
import type { Link, Rng } from './link.ts';
import { arrives, Browser, signOut } from './seat.ts';
import { CRASHES, FAILURES, World, type Crash, type Failure } from './world.ts';

/** All must be quiet again within this much time once the faults have stopped. */
const QUIET_MS = 30_000;
/** A socket that nobody told anything is found dead after 30 s of silence; looked at every 3 s. */
const SILENCE_MS = 34_000;
const STEPS = 24;

/** Labels that say that nothing made here is in memory only. */
const saysKept = ({ kind }: SaveState): boolean =>
	['saved', 'synced', 'waiting', 'offline', 'connecting', 'signed-out'].includes(kind);

/** One planner at one tablet, whose way to the server fails in every way a network has. */
class Seat extends Browser {
	readonly #world: World;
	readonly #spoil: Spoil;
	/** scenes made here that are in this app's memory at least */
	readonly alive = new Set<SceneId>();
	/** scenes the badge has promised: on this device's disk, on the server's */
	readonly saved = new Set<SceneId>();
	readonly synced = new Set<SceneId>();
	storage = new FaultyStorage();
	channel!: Channel;
	plan!: PlanDocument;
	history!: History;
	readonly #locks = new Locks();

	constructor(world: World, role: Role, spoil: Spoil) {
		super(world, world.account(role));
		this.#world = world;
		this.#spoil = spoil;
	}

	async start(oneSocket: boolean): Promise<this> {
		const storage = (this.storage = new FaultyStorage());
		const socket = this.socket(() => storage.fault !== 'dead');
		await this.open({
			indexedDB: storage.factory,
			WebSocket: socket,
			locks: this.#locks.of(storage),
			oneSocket,
			...this.#spoil.boundary?.(storage, socket)
		});
		this.workspace.observe(() => this.#look());
		this.workspace.onRebuilt(() => void this.#reopen());
		await this.#reopen();
		return this;
	}

	async #reopen(): Promise<void> {
		this.channel = await arrives(this.workspace.open(this.#world.document));
		this.plan = openPlan(this.channel.doc);
		this.history = new History(this.plan);
	}

	get state(): SaveState {
		return saveState(this.workspace.facts);
	}

	#look(): void {
		const { state } = this;
		if (saysKept(state)) for (const scene of this.alive) this.saved.add(scene);
		if (state.kind !== 'synced') return;
		for (const scenes of [this.alive, this.saved]) for (const scene of scenes) this.synced.add(scene);
	}

	/** The app dies without a word: only what its disk has lives on, and of that perhaps not even the cache. */
	async die(cacheless: boolean): Promise<void> {
		this.storage.fault = 'dead';
		this.#locks.died(this.storage);
		this.cut();
		const dead = this.workspace;
		this.alive.clear();
		// Its timers would run on in this process: what it still does reaches neither disk nor network.
		void dead.close().catch(() => {});
		await pass(11_000);
		if (!cacheless) return;
		const cache = cacheName(this.account.userId, this.#world.document);
		await arrives(deleteDatabase(cache, { indexedDB, openMs: 1_000 }));
	}
}

const picture = (plan: PlanDocument): string =>
	JSON.stringify(
		['scenes', 'strips', 'days'].map((root) =>
			Object.entries(plan.doc.getMap(root).toJSON())
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([id, row]) => [id, Object.entries(row as object).sort(([a], [b]) => (a < b ? -1 : 1))])
		)
	);

/** A change of the board, of some kind. */
function edit(seat: Seat, pick: Rng, step: string): void {
	const { plan, history } = seat;
	const strips = [...plan.tables.strips.rows().keys()].sort() as StripId[];
	const days = [...plan.tables.days.rows().keys()].sort() as ShootDayId[];
	const scenes = [...plan.tables.scenes.rows().keys()].sort() as SceneId[];
	const action = pick(10);
	const strip = strips[pick(Math.max(1, strips.length))];
	const scene = scenes[pick(Math.max(1, scenes.length))];
	if (action < 4) {
		// Outside undo: what is promised for it must hold whatever is taken back later.
		const made = newId<SceneId>();
		seat.alive.add(made);
		plan.doc.transact(() => {
			plan.tables.scenes.add(made, { number: step });
			plan.tables.strips.add(newId<StripId>(), { sceneId: made });
		});
	} else if (action < 7 && strip) {
		const before = strips.filter((id) => id !== strip)[pick(strips.length)] ?? null;
		moveStrips(plan, [strip], { dayId: days[pick(days.length + 1)] ?? null, before });
	} else if (action === 7 && scene) changeRow(plan, 'scenes', scene, { synopsis: step });
	else if (action === 8) history.undo();
	else if (days.length > 2 && days[0]) removeShootDay(plan, days[0], pick(1_000));
	else addShootDay(plan);
}

/**
 * Three to six planners at one board, through networks that are cut at one end or both, hold bytes back in one
 * direction, lose what was under way and come back late, with a server that dies at a chosen point of its write
 * path and apps that die as well. Afterwards the faults stop: within 30 s of quiet every board is equal, each strip
 * lies in exactly one place, everything a badge promised is there, and nothing waits.
 * @returns where the server died, how often
 */
export async function networkHistory(seed: number, spoil: Spoil = {}): Promise<ReadonlyMap<Crash, number>> {
	begin(seed);
	const pick = randomOf(seed);
	const world = new World(pick, spoil.log);
	const seats: Seat[] = [];
	for (let n = 3 + (pick(3) === 0 ? pick(4) : 0); n > 0; n--) {
		const role = seats.length === 0 ? 'producer' : 'planner';
		seats.push(await new Seat(world, role, spoil).start(pick(2) === 0));
	}
	const [first] = seats as [Seat];
	addShootDay(first.plan, '2026-11-20' as never);
	addShootDay(first.plan);
	const held = new Set<Link>();
	let silent = false;
	const owed = (doc: PlanDocument, what: (seat: Seat) => ReadonlySet<SceneId>): SceneId[] =>
		seats.flatMap((seat) => [...what(seat)].filter((scene) => !doc.tables.scenes.get(scene)));
	/** What somebody reads who was never there, before anybody can offer anything again. */
	const checkDisk = async (): Promise<void> => {
		const promised = seats.flatMap(({ synced }) => [...synced]);
		const stored = openPlan(await world.read()).tables.scenes;
		const lost = promised.filter((scene) => !stored.get(scene));
		if (lost.length > 0) throw new Error(`synced, and not on the server's disk: ${lost.join(', ')}`);
	};
	const deaths: Promise<void>[] = [];
	world.onCrash = () => {
		const checked = checkDisk();
		checked.catch(() => {});
		deaths.push(checked);
	};
	for (let step = 0; step < STEPS; step++) {
		const seat = seats[pick(seats.length)] as Seat;
		if (pick(8) === 0) world.slow = !world.slow;
		if (pick(16) === 0) world.fails = FAILURES[pick(FAILURES.length)] as Failure;
		const action = pick(20);
		if (action < 11) edit(seat, pick, `${seed}.${step}`);
		else if (action < 13) {
			seat.reachable = !seat.reachable;
			if (!seat.reachable) {
				const told = { client: pick(3) > 0, server: pick(2) > 0 };
				silent ||= !told.client;
				seat.cut(pick(3) === 0 ? { client: true, server: false, late: pick(9_000) } : told);
			} else if (pick(2)) seat.workspace.wake();
		} else if (action < 15) {
			for (const link of seat.links) {
				const way = pick(2) ? link.up : link.down;
				way.held = !way.held;
				if (way.held) held.add(link);
				else way.flow();
			}
		} else if (action < 17) world.crashAt(CRASHES[pick(CRASHES.length)] as Crash);
		else if (action === 17) {
			await seat.die(pick(2) === 0);
			await seat.start(pick(2) === 0);
		} else if (action === 18) seat.workspace.wake();
		else await pass(500 + pick(9_000));
		await (pick(2) ? pass(pick(60)) : rest());
		await Promise.all(deaths);
	}
	world.slow = false;
	world.fails = null;
	for (const seat of seats) seat.reachable = true;
	for (const link of held) {
		link.up.held = link.down.held = false;
		link.up.flow();
		link.down.flow();
	}
	for (const seat of seats) seat.workspace.wake();
	await checkDisk();
	const bound = QUIET_MS + (silent ? SILENCE_MS : 0);
	const quiet = (): boolean =>
		seats.every(({ state, workspace }) => state.kind === 'synced' && workspace.waiting.length === 0) &&
		new Set(seats.map(({ plan }) => picture(plan))).size === 1;
	try {
		await until('all boards are equal and nothing waits', quiet, bound);
		const missing = seats.flatMap(() =>
			owed(first.plan, ({ saved, synced, alive }) => new Set([...saved, ...synced, ...alive]))
		);
		if (missing.length > 0) throw new Error(`promised, and on no board: ${missing.join(', ')}`);
		const kept = openPlan(await world.read());
		if (picture(kept) !== picture(first.plan)) throw new Error('the server keeps another board');
		const lying = [...first.plan.tables.strips.rows().values()].map(({ sceneId }) => sceneId).sort();
		const scenes = [...first.plan.tables.scenes.rows().keys()].sort();
		if (JSON.stringify(lying) !== JSON.stringify(scenes)) throw new Error('a strip is missing or doubled');
	} catch (error) {
		const standing = seats.map(({ workspace, channel }) => ({ ...workspace.facts, ...channel.state }));
		throw new Error(`${String(error)} (seed ${seed})\n${JSON.stringify(standing)}`, { cause: error });
	}
	for (const seat of seats) await signOut(seat.workspace);
	clear();
	return world.crashed;
}
