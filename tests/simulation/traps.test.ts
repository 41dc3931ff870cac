import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { addScene } from '#lib/doc/commands/add-scene.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { saveState } from '#lib/domain/save-state.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { Device, TestServer, until } from './rig.ts';

/** Each of these was a bug once: a change lost, stuck, or set aside for another's fault. */

const server = new TestServer();
type Account = { userId: string; cookie: string };
type Seat = { device: Device; channel: Channel; plan: PlanDocument };
let owner: Account;
let production = '';
let number = 0;
let one: Seat;
let two: Seat;
let scenes: SceneId[];

beforeAll(() => server.start());
afterAll(() => server.end());

async function sit(account: Account): Promise<Seat> {
	const device = await new Device(server, account).start();
	const channel = await device.workspace.open(documentName(production, 'plan'));
	return { device, channel, plan: openPlan(channel.doc) };
}
const reopen = async (seat: Seat): Promise<void> => {
	seat.channel = await seat.device.workspace.open(documentName(production, 'plan'));
	seat.plan = openPlan(seat.channel.doc);
};
const badge = ({ device }: Seat) => saveState(device.workspace.facts).kind;
const synopsis = (seat: Seat, scene: number) =>
	seat.plan.tables.scenes.get(scenes[scene] as string)?.synopsis;
const write = (seat: Seat, scene: number, text: string) =>
	changeRow(seat.plan, 'scenes', scenes[scene] as SceneId, { synopsis: text });

beforeEach(async () => {
	owner = await server.account(`owner ${++number}`);
	production = await server.production(owner.cookie);
	one = await sit(owner);
	two = await sit(await server.join(production, owner.cookie, `planner ${number}`, 'planner'));
	scenes = [1, 2, 3].map((scene) => addScene(one.plan, { number: String(scene) }).sceneId);
	await until('both have the scenes', () => two.plan.tables.scenes.rows().size === 3);
	await until('all is synced', () => badge(one) === 'synced' && badge(two) === 'synced');
});
afterEach(async () => {
	await one.device.end();
	await two.device.end();
});

async function offline(seat: Seat): Promise<void> {
	seat.device.offline();
	await until('it is offline', () => !seat.channel.state.connected);
}

describe('a refusal among many changes', () => {
	test('only the change that was refused needs a person; what was made before and after it arrives', async () => {
		await offline(two);
		write(two, 0, 'before');
		write(two, 1, 'x'.repeat(2_200_000));
		write(two, 2, 'after');
		await two.channel.settled();
		two.device.online();
		await until('the badge says needs you', () => badge(two) === 'needs-you');
		await until(
			'the others have arrived',
			() => synopsis(one, 0) === 'before' && synopsis(one, 2) === 'after'
		);
		await until('only it waits', () => two.device.workspace.waiting.length === 1);
		expect(two.device.workspace.waiting).toMatchObject([{ refused: 'too-big' }]);
		expect(synopsis(one, 1)).toBe('');
	});

	test('what is typed while it is being set aside, on a page that still shows the old document, arrives too', async () => {
		const old = two.plan;
		write(two, 1, 'x'.repeat(2_200_000));
		for (let text = 0; text < 20; text++) {
			changeRow(old, 'scenes', scenes[2] as SceneId, { synopsis: `typed ${text}` });
			await new Promise((next) => setImmediate(next));
		}
		await until('it was refused', () => two.device.workspace.waiting.some(({ refused }) => refused !== null));
		changeRow(old, 'scenes', scenes[2] as SceneId, { synopsis: 'typed last' });
		await until('the last has arrived', () => synopsis(one, 2) === 'typed last');
		await until('only it waits', () => two.device.workspace.waiting.length === 1);
		expect(two.device.workspace.waiting).toMatchObject([{ refused: 'too-big' }]);
	});
});

describe('a change larger than any message', () => {
	test('needs a person by itself; the other documents on the same line go on as if nothing had been', async () => {
		const talk = await two.device.workspace.open(documentName(production, 'issued'));
		await until('both are connected', () => badge(two) === 'synced');
		write(two, 1, 'x'.repeat(5_000_000));
		await until('the badge says needs you', () => badge(two) === 'needs-you');
		expect(two.device.workspace.waiting).toMatchObject([{ refused: 'too-big' }]);
		await reopen(two);
		await until('the board is back', () => synopsis(two, 2) === '');
		write(two, 2, 'after');
		talk.doc.getMap('notes').set('after', 'too');
		await until('what is made afterwards arrives', () => synopsis(one, 2) === 'after');
		await until('only it waits', () => two.device.workspace.waiting.length === 1);
	});

	test('where only the server knows the limit, its goodbye is understood', async () => {
		const account = await server.join(production, owner.cookie, `writer ${number}`, 'planner');
		const device = await new Device(server, account, { oneSocket: false }).start();
		const issued = await device.workspace.open(documentName(production, 'issued'));
		const facts = () => device.workspace.facts;
		await until('it is connected', () => facts().connected);
		device.offline();
		issued.doc.getMap('notes').set('small', 'before');
		issued.doc.getMap('notes').set('large', 'x'.repeat(400_000));
		await issued.settled();
		device.online();
		await until('one needs a person', () => facts().refused === 1);
		const here = await one.device.workspace.open(documentName(production, 'issued'));
		await until('the other has arrived', () => here.doc.getMap('notes').get('small') === 'before');
		await until('only the large one waits', () => facts().waiting === 0);
		expect(device.workspace.waiting).toMatchObject([{ refused: 'too-big' }]);
		await device.end();
	});
});

test('a tablet that comes back with more than one message may hold delivers all of it', async () => {
	await offline(two);
	for (let n = 0; n < 50; n++) addScene(two.plan, { number: String(n), synopsis: 'y'.repeat(60_000) });
	await two.channel.settled();
	two.device.online();
	await until('all of it has arrived', () => one.plan.tables.scenes.rows().size === 53);
	await until('the badge says synced', () => badge(two) === 'synced');
	expect(two.device.workspace.waiting).toEqual([]);
});

test('a change reaches the outbox though the browser has closed the cache under it', async () => {
	await offline(two);
	await two.device.workspace.close();
	const databases: IDBDatabase[] = [];
	const { open } = IDBFactory.prototype;
	IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
		const request = open.apply(this, args);
		if (args[0].endsWith('.plan')) request.addEventListener('success', () => databases.push(request.result));
		return request;
	};
	try {
		await two.device.start();
		await reopen(two);
	} finally {
		IDBFactory.prototype.open = open;
	}
	for (const database of databases) database.close();
	expect(() => write(two, 0, 'typed on a tablet that slept')).not.toThrow();
	await two.channel.settled();
	expect(two.device.workspace.waiting).toHaveLength(1);
	two.device.online();
	await until('it has arrived', () => synopsis(one, 0) === 'typed on a tablet that slept');
});

test('what a reader’s device writes while it is connected needs a person at once, and is not called saved for ever', async () => {
	const crew = await sit(await server.join(production, owner.cookie, `crew ${number}`, 'crew'));
	await until('the crew member is connected', () => badge(crew) === 'synced');
	write(crew, 0, 'mine');
	await until('the badge says needs you', () => badge(crew) === 'needs-you');
	await crew.device.end();
});

test('a member who is removed while changes wait keeps them, and is told', async () => {
	await offline(two);
	two.device.plug(false);
	await until('connected again', () => two.channel.state.connected);
	await until('all is synced', () => badge(two) === 'synced');
	const held = server.call(
		'DELETE',
		`/api/productions/${production}/members/${two.device.userId}`,
		{},
		owner.cookie
	);
	// Written in the same moment as the right goes: it may have arrived, or it waits for a person; never for nobody.
	for (let n = 0; n < 30; n++) {
		write(two, 0, `late ${n}`);
		await new Promise((next) => setImmediate(next));
	}
	expect((await held).ok).toBe(true);
	await until('the badge doesn’t promise what can’t be', () => {
		const { waiting } = two.device.workspace;
		return waiting.every(({ refused }) => refused !== null);
	});
});

test('when what waited in two documents is known to have arrived, the one that a page shows stays open and connected', async () => {
	await offline(two);
	const [plan, other] = [documentName(production, 'plan'), documentName(production, 'issued')];
	const unseen = await two.device.workspace.open(other);
	unseen.doc.getMap('notes').set('from', 'the field');
	await unseen.settled();
	write(two, 0, 'from the field');
	await two.channel.settled();
	await two.device.restart();
	// The workspace opens both by itself, because something waits in them; the page opens the plan as well.
	const { workspace } = two.device;
	await workspace.release(await workspace.open(other));
	await reopen(two);
	// As another tab tells it: the one that nobody looks at is let go of, and takes a moment to close.
	const [first, second] = [other, plan].map(
		(document) => workspace.waiting.find((entry) => entry.document === document)?.key as number
	);
	await Promise.all([
		workspace.outbox.remove([first as number]),
		workspace.outbox.remove([second as number])
	]);
	two.device.online();
	for (const text of ['from the office', 'and once more']) {
		write(one, 1, text);
		await until('the page hears the others', () => synopsis(two, 1) === text);
	}
	await until('the badge says synced', () => badge(two) === 'synced');
});
