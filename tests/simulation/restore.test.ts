import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { entryKey } from '#lib/doc/entry-key.ts';
import { newId } from '#lib/doc/id.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import type { SceneId, StripId } from '#lib/domain/ids.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { ADDED_ONLY_ROOT, MESSAGE, SYNC } from '#lib/domain/sync-protocol.ts';
import type { Boundary } from '#lib/sync/boundary.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { Device, randomOf, TestServer, turn, until } from './rig.ts';

/**
 * An older backup is restored while a crew works: what any of them still has on the device comes back, whoever made
 * it; hours come back from the person who entered them; the record says what was offered again. Productions of one
 * round share the backup and the restore, each with its own seed. `SEED=… RESTORES=…` replays or lengthens.
 */
const RESTORES = Number(process.env.RESTORES ?? 50);
const TOGETHER = 10;
const SEED = Number(process.env.SEED ?? 20_261_122);

// Each of them deletes its service's connections when the process ends: there are many in this one.
process.setMaxListeners(0);
const server = new TestServer();
const folder = mkdtempSync(join(tmpdir(), 'daybreak-restore-'));
beforeAll(() => server.start());
afterAll(async () => {
	await server.end();
	rmSync(folder, { recursive: true, force: true });
});

const job = async (name: string, ...args: string[]): Promise<void> => {
	const env = { ...process.env, DATA_DIR: server.data };
	await promisify(execFile)(process.execPath, [`server/jobs/${name}.ts`, ...args], { env });
};

type Account = { userId: string; cookie: string };
type Seat = {
	account: Account;
	personId: string;
	device: Device;
	plan: PlanDocument;
	channel: Channel;
	hours: Channel;
	entries: string[];
	gone: boolean;
};

class Crew {
	readonly seats: Seat[] = [];
	readonly pick: (below: number) => number;
	production = '';
	#scenes = 0;

	readonly seed: number;
	readonly #boundary: Partial<Boundary>;
	readonly #patience: number;

	constructor(seed: number, boundary: Partial<Boundary>, patience: number) {
		this.seed = seed;
		this.#boundary = boundary;
		this.#patience = patience;
		this.pick = randomOf(seed);
	}

	async start(): Promise<this> {
		const name = `${this.seed} ${newId()}`;
		const producer = await server.account(`producer ${name}`);
		this.production = await server.production(producer.cookie);
		const path = `/api/productions/${this.production}`;
		await this.#sit(producer, newId());
		for (let n = 0; n < 2; n++) {
			const personId = newId();
			await server.call('POST', `${path}/people`, { personIds: [personId] }, producer.cookie);
			const invitation = { role: 'planner', hours: 1, personId };
			const invited = await server.call('POST', `${path}/invitations`, invitation, producer.cookie);
			const { token } = (await invited.json()) as { token: string };
			const account = await server.account(`planner ${n} ${name}`);
			await server.call('POST', '/api/invitations/accept', { token }, account.cookie);
			await this.#sit(account, personId);
		}
		return this;
	}

	async #sit(account: Account, personId: string): Promise<void> {
		if (this.seats.length === 0) {
			const members = `/api/productions/${this.production}/members/${account.userId}`;
			await server.call(
				'POST',
				`/api/productions/${this.production}/people`,
				{ personIds: [personId] },
				account.cookie
			);
			await server.call('PATCH', members, { personId }, account.cookie);
		}
		const device = await new Device(server, account, this.#boundary).start();
		this.seats.push({
			account,
			personId,
			device,
			...(await this.#open(device, personId)),
			entries: [],
			gone: false
		});
	}

	async #open(device: Device, personId: string): Promise<Pick<Seat, 'plan' | 'channel' | 'hours'>> {
		const channel = await device.workspace.open(documentName(this.production, 'plan'));
		const hours = await device.workspace.open(documentName(this.production, 'hours', personId));
		return { channel, plan: openPlan(channel.doc), hours };
	}

	/** Somebody does something. */
	async step(reachable = true): Promise<void> {
		const seat = this.seats[this.pick(3)] as Seat;
		const scenes = [...seat.plan.tables.scenes.rows().keys()].sort();
		const scene = scenes[this.pick(scenes.length)];
		const action = this.pick(10);
		if (action < 4 || !scene) {
			const sceneId = newId<SceneId>();
			seat.plan.doc.transact(() => {
				seat.plan.tables.scenes.add(sceneId, { number: String(++this.#scenes) });
				seat.plan.tables.strips.add(newId<StripId>(), { sceneId });
			});
		} else if (action < 7) {
			changeRow(seat.plan, 'scenes', scene, { synopsis: `${this.seed} ${this.pick(1000)}` });
		} else if (action < 8) this.#log(seat);
		else if (action < 9 && reachable)
			await until('it has arrived', () => seat.device.workspace.waiting.length === 0);
		else if (this.pick(3) === 0) {
			await seat.channel.settled();
			await seat.hours.settled();
			await seat.device.restart();
			Object.assign(seat, await this.#open(seat.device, seat.personId));
		}
		await turn();
	}

	#log(seat: Seat): void {
		const entry = {
			id: newId(),
			by: seat.account.userId,
			person: seat.personId,
			self: true,
			minutes: this.pick(720)
		};
		const key = entryKey(entry);
		seat.hours.doc.getMap(ADDED_ONLY_ROOT).set(key, entry);
		seat.entries.push(key);
	}

	async quiet(): Promise<void> {
		await until('all are equal and nothing waits', () => this.#standing() === '', this.#patience).catch(
			(error: Error) => {
				throw new Error(`seed ${this.seed}: ${error.message} ${this.#standing()}`);
			}
		);
	}

	get here(): Seat[] {
		return this.seats.filter(({ gone }) => !gone);
	}

	/** What is not as it should be; empty when all is well. */
	#standing(): string {
		const pictures = new Set(this.here.map(({ plan }) => picture(plan)));
		const waiting = this.here.flatMap(({ device }) => device.workspace.waiting);
		const off = this.here.filter(
			({ channel }) => channel.state.syncedAt === null || !channel.state.connected
		);
		if (pictures.size === 1 && waiting.length === 0 && off.length === 0) return '';
		const refused = waiting.map((one) => `${one.name} ${one.refused}`);
		return `${pictures.size} boards, ${off.length} not synced, waiting: ${refused.join(', ')}`;
	}

	/** Everything that somebody who comes back has on the device. */
	known(): { scenes: Set<string>; entries: Map<Seat, string[]> } {
		const scenes = this.here.flatMap(({ plan }) => [...plan.tables.scenes.rows().keys()]);
		return { scenes: new Set(scenes), entries: new Map(this.here.map((seat) => [seat, [...seat.entries]])) };
	}

	/** The board and everybody's hours as a newcomer gets them from the server. */
	async check(known: ReturnType<Crew['known']>): Promise<void> {
		for (const seat of this.here) await seat.device.end();
		const producer = (this.seats[0] as Seat).account;
		const newcomer = await new Device(server, { ...producer, userId: `newcomer ${newId()}` }).start();
		const channel = await newcomer.workspace.open(documentName(this.production, 'plan'));
		const plan = openPlan(channel.doc);
		const missing = (): string[] => [...known.scenes].filter((id) => !plan.tables.scenes.get(id as SceneId));
		await until('the plan has arrived', () => channel.state.syncedAt !== null);
		expect(missing(), `seed ${this.seed}: scenes lost`).toEqual([]);
		for (const [{ personId, account }, entries] of known.entries) {
			const hours = await newcomer.workspace.open(documentName(this.production, 'hours', personId));
			await until('the hours have arrived', () => hours.state.syncedAt !== null);
			const kept = hours.doc.getMap<{ by: string }>(ADDED_ONLY_ROOT);
			expect(
				entries.filter((key) => kept.get(key)?.by !== account.userId),
				`seed ${this.seed}: hours lost`
			).toEqual([]);
		}
		await newcomer.end();
	}
}

const picture = (plan: PlanDocument): string =>
	JSON.stringify(
		['scenes', 'strips'].map((root) =>
			Object.entries(plan.doc.getMap(root).toJSON())
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([id, row]) => [id, Object.entries(row as object).sort(([a], [b]) => (a < b ? -1 : 1))])
		)
	);

/** A crew each for these seeds, one backup and one restore for all of them. */
async function round(
	seeds: readonly number[],
	boundary: Partial<Boundary> = {},
	patience = 40_000
): Promise<void> {
	const crews = await Promise.all(seeds.map((seed) => new Crew(seed, boundary, patience).start()));
	const all = async (act: (crew: Crew) => Promise<unknown>): Promise<void> =>
		void (await Promise.all(crews.map(act)));
	await all(async (crew) => {
		for (let n = 5 + crew.pick(10); n > 0; n--) await crew.step();
		if (crew.pick(2)) await crew.quiet();
	});
	const file = join(folder, `${newId()}.backup`);
	const backedUp = job('backup', file);
	await all(async (crew) => {
		for (let n = crew.pick(10); n > 0; n--) await crew.step();
	});
	await backedUp;
	await all(async (crew) => {
		for (let n = 5 + crew.pick(25); n > 0; n--) await crew.step();
		await crew.quiet();
		// One of them is never seen again, or works on without a network.
		const absent = crew.pick(4);
		if (absent === 0) (crew.seats[2] as Seat).gone = true;
		else if (absent === 1) (crew.seats[1] as Seat).device.offline();
	});
	await server.kill();
	await job('restore', file, '--replace');
	await all(async (crew) => {
		for (const seat of crew.seats) if (seat.gone) await seat.device.end();
		for (let n = crew.pick(8); n > 0; n--) await crew.step(false).catch(() => {});
	});
	const known = new Map(crews.map((crew) => [crew, crew.known()]));
	await server.start();
	for (const crew of crews) {
		for (const { device } of crew.here) if (crew.pick(3)) device.online();
	}
	await all(async (crew) => {
		for (const { device } of crew.here) device.online();
		await crew.quiet();
	});
	await all((crew) => crew.check(known.get(crew) as ReturnType<Crew['known']>));
	const log = new DatabaseSync(join(server.data, 'log.sqlite'), { readOnly: true });
	const again = log.prepare("SELECT count(*) AS rows FROM updates WHERE device LIKE 'again:%'").get();
	expect(Number(again?.rows)).toBeGreaterThan(0);
	log.close();
	await job('verify-record', crews[0]?.production ?? '');
}

const seedsFrom = (first: number): number[] => Array.from({ length: TOGETHER }, (_, n) => first + n);
const rounds = Array.from({ length: Math.ceil(RESTORES / TOGETHER) }, (_, n) => SEED + n * TOGETHER);
test.for(rounds)(
	'nothing that is still on a device is lost to an older backup, seeds from %i',
	async (first) => {
		await round(seedsFrom(first));
	}
);

test('a document that nobody opens any more comes back too, from a tablet that has a copy of it', async () => {
	const account = await server.account(`producer ${newId()}`);
	const production = await server.production(account.cookie);
	const device = await new Device(server, account).start();
	const { workspace } = device;
	const file = join(folder, `${newId()}.backup`);
	const plan = await workspace.open(documentName(production, 'plan'));
	await until('the plan is here', () => plan.state.syncedAt !== null);
	await job('backup', file);
	const issued = await workspace.open(documentName(production, 'issued'));
	issued.doc.getMap('sheets').set('day 1', 'call at 06:30');
	await until(
		'it is with the server',
		() => workspace.waiting.length === 0 && issued.state.syncedAt !== null
	);
	await until('the copy is whole', async () => (await workspace.keptSince(issued.document)) !== null);
	await workspace.release(issued);
	await server.kill();
	await job('restore', file, '--replace');
	await server.start();
	device.online();
	const other = await server.join(production, account.cookie, `planner ${newId()}`, 'planner');
	const elsewhere = await new Device(server, other).start();
	const there = await elsewhere.workspace.open(issued.document);
	await until('it is back', () => there.doc.getMap('sheets').get('day 1') === 'call at 06:30');
	await elsewhere.end();
	await device.end();
});

/** Never hears that the server's record began anew. */
class DeafToEpochs extends WebSocket {
	override set onmessage(listener: ((event: MessageEvent) => unknown) | null) {
		super.onmessage =
			listener &&
			((event: MessageEvent<ArrayBuffer>) => {
				if (new Uint8Array(event.data)[0] !== MESSAGE.epoch) listener.call(this, event);
			});
	}
}

test('a device that isn’t told of the restore loses work, and these checks see it', async () => {
	const error = await round(seedsFrom(SEED), { WebSocket: DeafToEpochs, oneSocket: false }, 4_000).then(
		() => null,
		(reason: unknown) => String(reason)
	);
	expect(error).toMatch(/lost|all are equal/);
});

/** Its first sockets are closing by the time that what the server has is here, as when that restarts once more. */
class GoesDownAtOnce extends WebSocket {
	static armed = 0;
	#closing = false;
	constructor(...args: ConstructorParameters<typeof WebSocket>) {
		super(...args);
		const goes = GoesDownAtOnce.armed > 0;
		this.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
			const [type, step] = new Uint8Array(data);
			if (!goes || this.#closing || type !== MESSAGE.sync || step !== SYNC.step2) return;
			GoesDownAtOnce.armed--;
			this.#closing = true;
			setTimeout(() => super.close(), 300);
		});
	}
	override get readyState(): WebSocket['readyState'] {
		const state = super.readyState;
		return this.#closing && state === WebSocket.OPEN ? WebSocket.CLOSING : state;
	}
}

test('a device whose connection goes down while it would bring back what the server has lost does so over the next one', async () => {
	const producer = await server.account(`producer ${newId()}`);
	const production = await server.production(producer.cookie);
	const plan = documentName(production, 'plan');
	const planner = await server.join(production, producer.cookie, `planner ${newId()}`, 'planner');
	const crew = await server.join(production, producer.cookie, `crew ${newId()}`, 'crew');
	const writer = await new Device(server, producer).start();
	const reader = await new Device(server, planner, { WebSocket: GoesDownAtOnce, oneSocket: false }).start();
	const made = openPlan((await writer.workspace.open(plan)).doc);
	const channel = await reader.workspace.open(plan);
	const seen = openPlan(channel.doc);
	const file = join(folder, `${newId()}.backup`);
	await job('backup', file);
	const sceneId = newId<SceneId>();
	made.tables.scenes.add(sceneId, { number: '1' });
	await until('the other has it', () => !!seen.tables.scenes.get(sceneId));
	await until('its copy is known to be whole', () => channel.state.syncedAt !== null);
	await writer.end();
	await server.kill();
	await job('restore', file, '--replace');
	GoesDownAtOnce.armed = 1;
	await server.start();
	reader.online();
	await until('its connection has gone down', () => GoesDownAtOnce.armed === 0);
	const newcomer = await new Device(server, crew).start();
	const fresh = openPlan((await newcomer.workspace.open(plan)).doc);
	await until('whoever has nothing is shown it', () => !!fresh.tables.scenes.get(sceneId));
	// As what it is: in the ordinary way it would have become the reader's own, and its writer's for good no more.
	const log = new DatabaseSync(join(server.data, 'log.sqlite'), { readOnly: true });
	const rows = log.prepare('SELECT device FROM updates WHERE production = ?').all(production);
	log.close();
	expect(rows.map(({ device }) => String(device).startsWith('again:'))).toEqual([true]);
	await Promise.all([reader.end(), newcomer.end()]);
});
