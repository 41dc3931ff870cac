import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addScene } from '#lib/doc/commands/add-scene.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { moveStrips } from '#lib/doc/commands/move-strips.ts';
import { addShootDay } from '#lib/doc/commands/shoot-days.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import type { SceneId, ShootDayId, StripId } from '#lib/domain/ids.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { saveState } from '#lib/domain/save-state.ts';
import { Device, TestServer, until } from './rig.ts';

const server = new TestServer();
let production = '';
let owner: { userId: string; cookie: string };
let name = 0;

beforeAll(async () => {
	await server.start();
});
afterAll(() => server.end());
beforeEach(async () => {
	owner = await server.account(`owner ${++name}`);
	production = await server.production(owner.cookie);
});

type Seat = { device: Device; channel: Channel; plan: PlanDocument };

async function sit(account: { userId: string; cookie: string }): Promise<Seat> {
	const device = await new Device(server, account).start();
	return { device, ...(await openOn(device)) };
}
async function openOn(device: Device): Promise<{ channel: Channel; plan: PlanDocument }> {
	const channel = await device.workspace.open(documentName(production, 'plan'));
	return { channel, plan: openPlan(channel.doc) };
}
const planner = () => server.join(production, owner.cookie, `planner ${++name}`, 'planner');
const badge = ({ device }: Seat) => saveState(device.workspace.facts).kind;
const synced = (seat: Seat) => until('the badge says synced', () => badge(seat) === 'synced');
const state = (plan: PlanDocument) => ({
	scenes: plan.doc.getMap('scenes').toJSON(),
	strips: plan.doc.getMap('strips').toJSON(),
	days: plan.doc.getMap('days').toJSON()
});
const equal = (...seats: Seat[]) =>
	until('all boards are equal', () => {
		const [first, ...rest] = seats.map(({ plan }) => JSON.stringify(sorted(state(plan))));
		return rest.every((other) => other === first);
	});
const sorted = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(
				Object.entries(value)
					.sort(([a], [b]) => (a < b ? -1 : 1))
					.map(([key, inner]) => [key, sorted(inner)])
			)
		: value;

/** A board of one day and some scenes in the boneyard. */
function fill(plan: PlanDocument, scenes: number): { day: ShootDayId; strips: StripId[]; scenes: SceneId[] } {
	const day = addShootDay(plan, '2026-11-20' as never);
	const made = Array.from({ length: scenes }, (_, n) => addScene(plan, { number: String(n + 1) }));
	return { day, strips: made.map(({ stripId }) => stripId), scenes: made.map(({ sceneId }) => sceneId) };
}

describe('two planners and one board', () => {
	test('what one does is on the other’s board, and both badges say synced', async () => {
		const [one, two] = [await sit(owner), await sit(await planner())];
		const { day, strips } = fill(one.plan, 5);
		moveStrips(one.plan, strips.slice(0, 3), { dayId: day, before: null });
		await equal(one, two);
		await Promise.all([synced(one), synced(two)]);
		expect(two.plan.tables.strips.rows().size).toBe(5);
		await Promise.all([one.device.end(), two.device.end()]);
	});

	test('edits made on both sides of a cut network merge when it is back, and no strip is lost or doubled', async () => {
		const [one, two] = [await sit(owner), await sit(await planner())];
		const { day, strips, scenes } = fill(one.plan, 6);
		await equal(one, two);
		two.device.offline();
		await until('the tablet knows it is offline', () => !two.channel.state.connected);
		moveStrips(one.plan, [strips[0] as StripId, strips[1] as StripId], { dayId: day, before: null });
		changeRow(one.plan, 'scenes', scenes[0] as SceneId, { synopsis: 'at the pier' });
		moveStrips(two.plan, [strips[1] as StripId, strips[2] as StripId], { dayId: day, before: null });
		changeRow(two.plan, 'scenes', scenes[0] as SceneId, { eighths: 9 });
		addScene(two.plan, { number: '7' });
		await until('the tablet says what waits', () => badge(two) === 'waiting');
		expect(two.device.workspace.waiting).toHaveLength(3);
		two.device.online();
		await equal(one, two);
		await synced(two);
		expect(one.plan.tables.strips.rows().size).toBe(7);
		expect(one.plan.tables.scenes.get(scenes[0] as string)).toMatchObject({
			synopsis: 'at the pier',
			eighths: 9
		});
		expect(two.device.workspace.waiting).toHaveLength(0);
		await Promise.all([one.device.end(), two.device.end()]);
	});

	test('a tablet that is closed with unsent changes has them when it is opened again, and sends them', async () => {
		const [one, two] = [await sit(owner), await sit(await planner())];
		const { strips, day } = fill(one.plan, 3);
		await equal(one, two);
		two.device.offline();
		await until('the tablet knows it is offline', () => !two.channel.state.connected);
		moveStrips(two.plan, strips, { dayId: day, before: null });
		await two.channel.settled();
		await two.device.restart();
		Object.assign(two, await openOn(two.device));
		expect(two.plan.tables.strips.get(strips[2] as string)?.place.dayId).toBe(day);
		expect(two.device.workspace.waiting).toHaveLength(1);
		two.device.online();
		await equal(one, two);
		await synced(two);
		await Promise.all([one.device.end(), two.device.end()]);
	});

	test('a restarted device sends what waits without the board being opened', async () => {
		const [one, two] = [await sit(owner), await sit(await planner())];
		const { strips, day } = fill(one.plan, 2);
		await equal(one, two);
		two.device.offline();
		moveStrips(two.plan, strips, { dayId: day, before: null });
		await two.channel.settled();
		await two.device.restart();
		two.device.online();
		await until(
			'the move arrives',
			() => one.plan.tables.strips.get(strips[1] as string)?.place.dayId === day
		);
		await Promise.all([one.device.end(), two.device.end()]);
	});
});

describe('who is here', () => {
	const seen = (by: Seat, who: Seat) =>
		by.channel.awareness.getStates().get(who.channel.doc.clientID) as
			{ user?: { name?: string; role?: string }; at?: string[] } | undefined;

	test('each sees the other under the name and role the server knows, whatever the device says', async () => {
		const [one, two] = [await sit(owner), await sit(await planner())];
		await until('one sees two', () => seen(one, two)?.user?.role === 'planner');
		await until('two sees one', () => seen(two, one)?.user?.role === 'producer');
		two.channel.awareness.setLocalState({ user: { name: 'somebody else', role: 'producer' }, at: ['strip'] });
		await until('one sees where two is', () => seen(one, two)?.at?.[0] === 'strip');
		expect(seen(one, two)?.user).toMatchObject({ name: expect.stringMatching(/^planner/), role: 'planner' });
		two.device.offline();
		await until('one sees that two has gone', () => seen(one, two) === undefined);
		two.device.online();
		await until('and that two is back', () => seen(one, two)?.at?.[0] === 'strip');
		await Promise.all([one.device.end(), two.device.end()]);
	});
});

describe('a server that is killed', () => {
	test('nothing that was shown as synced is missing, and devices send the rest by themselves', async () => {
		const [one, two] = [await sit(owner), await sit(await planner())];
		const { scenes } = fill(one.plan, 4);
		await equal(one, two);
		for (let round = 0; round < 3; round++) {
			changeRow(one.plan, 'scenes', scenes[0] as SceneId, { synopsis: `synced in round ${round}` });
			await synced(one);
			changeRow(one.plan, 'scenes', scenes[1] as SceneId, { synopsis: `one on its way, round ${round}` });
			changeRow(two.plan, 'scenes', scenes[2] as SceneId, { synopsis: `two on its way, round ${round}` });
			await server.kill();
			const fresh = await (async () => {
				await server.start();
				for (const { device } of [one, two]) device.online();
				return sit(await planner());
			})();
			await until(
				'a device that was never there sees what was synced',
				() => fresh.plan.tables.scenes.get(scenes[0] as string)?.synopsis === `synced in round ${round}`
			);
			await equal(one, two, fresh);
			expect(fresh.plan.tables.scenes.get(scenes[2] as string)?.synopsis).toBe(
				`two on its way, round ${round}`
			);
			await fresh.device.end();
		}
		await Promise.all([synced(one), synced(two)]);
		await Promise.all([one.device.end(), two.device.end()]);
	});
});

describe('somebody who may only read', () => {
	test('what a crew member’s device writes into the plan reaches nobody and waits as “needs you”', async () => {
		const one = await sit(owner);
		const crew = await sit(await server.join(production, owner.cookie, `crew ${++name}`, 'crew'));
		const { scenes } = fill(one.plan, 2);
		await equal(one, crew);
		changeRow(crew.plan, 'scenes', scenes[0] as SceneId, { synopsis: 'mine' });
		crew.device.offline();
		await until('offline', () => !crew.channel.state.connected);
		crew.device.online();
		await until('the badge says needs you', () => badge(crew) === 'needs-you');
		changeRow(one.plan, 'scenes', scenes[1] as SceneId, { synopsis: 'theirs' });
		await synced(one);
		expect(one.plan.tables.scenes.get(scenes[0] as string)?.synopsis).toBe('');
		expect(crew.device.workspace.waiting).toMatchObject([{ refused: 'reader', name: 'change-scenes' }]);
		Object.assign(crew, await openOn(crew.device));
		await until(
			'the board shows what the server has',
			() => crew.plan.tables.scenes.get(scenes[1] as string)?.synopsis === 'theirs'
		);
		expect(crew.plan.tables.scenes.get(scenes[0] as string)?.synopsis).toBe('');
		await crew.device.workspace.discard(crew.device.workspace.waiting.map(({ key }) => key));
		expect(badge(crew)).not.toBe('needs-you');
		await Promise.all([one.device.end(), crew.device.end()]);
	});
});

describe('two tabs of one person', () => {
	test('one of them sends, both show everything, and the other takes over when it is closed', async () => {
		const account = await planner();
		const [other, first] = [await sit(owner), await sit(account)];
		const { scenes } = fill(other.plan, 2);
		await equal(other, first);
		const second = await sit(account);
		await equal(other, first, second);
		changeRow(second.plan, 'scenes', scenes[0] as SceneId, { synopsis: 'from the second tab' });
		await equal(other, first, second);
		expect(second.channel.state.follower).toBe(true);
		await until('nothing waits', () => first.device.workspace.waiting.length === 0);
		await first.device.end();
		changeRow(second.plan, 'scenes', scenes[1] as SceneId, { synopsis: 'alone now' });
		await equal(other, second);
		await synced(second);
		await Promise.all([other.device.end(), second.device.end()]);
	});
});
