import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { newId } from '#lib/doc/id.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { saveState } from '#lib/domain/save-state.ts';
import { boundary } from '#lib/sync/boundary.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { RecordHeads } from '#lib/sync/record-heads.ts';
import { forgeRecord } from '../forge.ts';
import { Device, TestServer, until } from './rig.ts';

/** Somebody with the server's disk changes what stands in the record: each device that synced before finds it. */
const server = new TestServer();
const SCENE = newId<SceneId>();
const aside = mkdtempSync(join(tmpdir(), 'daybreak-aside-'));
beforeAll(() => server.start());
afterAll(async () => {
	await server.end();
	rmSync(aside, { recursive: true, force: true });
});

type Tablet = { device: Device; channel: Channel; plan: PlanDocument };
async function open(device: Device, production: string): Promise<Tablet> {
	const channel = await device.workspace.open(documentName(production, 'plan'));
	return { device, channel, plan: openPlan(channel.doc) };
}
const synced = ({ device }: Tablet): Promise<void> =>
	until('it is synced', () => saveState(device.workspace.facts).kind === 'synced');
const warned = ({ device }: Tablet): Promise<void> =>
	until(
		'it says that the record was changed',
		() => saveState(device.workspace.facts).kind === 'record-differs'
	);

/** The last place in the record that a tablet has noted; 0 when none. */
const noted = async ({ device, channel }: Tablet): Promise<number> =>
	(await new RecordHeads(device.userId, boundary(), () => {}).of(channel.document))?.seq ?? 0;

/** A producer and a crew member, who only reads, both synced and then without a network. */
type Account = { userId: string; cookie: string };
async function crew(): Promise<{ account: Account; production: string; producer: Tablet; reader: Tablet }> {
	const account = await server.account(`producer ${newId()}`);
	const production = await server.production(account.cookie);
	const member = await server.join(production, account.cookie, `crew ${newId()}`, 'crew');
	const producer = await open(await new Device(server, account).start(), production);
	producer.plan.tables.scenes.add(SCENE, { number: '1' });
	changeRow(producer.plan, 'scenes', SCENE, { synopsis: 'they meet' });
	await synced(producer);
	const reader = await open(await new Device(server, member).start(), production);
	await synced(reader);
	for (const tablet of [producer, reader]) {
		await until('the place is noted', async () => (await noted(tablet)) > 0);
	}
	return { account, production, producer, reader };
}

async function returning(...tablets: Tablet[]): Promise<void> {
	for (const { device } of tablets) device.offline();
	await server.start();
	for (const { device } of tablets) device.online();
}

test('a history rewritten with every hash made to fit is found by each tablet that returns, also one that only reads', async () => {
	const { production, producer, reader } = await crew();
	await server.kill();
	forgeRecord(server.data, production);
	await returning(producer, reader);
	await warned(producer);
	await warned(reader);
	expect(producer.plan.tables.scenes.get(SCENE)?.synopsis).toBe('they meet');

	// It isn't forgotten by closing the app, and not by working on.
	await producer.device.restart();
	const again = await open(producer.device, production);
	await warned(again);
	changeRow(again.plan, 'scenes', SCENE, { synopsis: 'they part' });
	await until('it has arrived', () => again.device.workspace.waiting.length === 0);
	await warned(again);

	// Once a person has seen it, the record as it is now counts, and is watched again.
	await again.device.workspace.seenDiffering();
	await synced(again);
	await again.device.restart();
	await synced(await open(again.device, production));
	for (const { device } of [again, reader]) await device.end();
});

test('an old copy of the record put back by hand is found, and one put back by the command is not taken for that', async () => {
	const { account, production, producer, reader } = await crew();
	await server.kill();
	for (const file of ['log.sqlite', 'log.sqlite-wal']) cpSync(join(server.data, file), join(aside, file));
	await returning(producer, reader);
	await synced(producer);
	const before = await noted(producer);
	changeRow(producer.plan, 'scenes', SCENE, { synopsis: 'they meet again' });
	await synced(producer);
	// Noted at the latest when the connection ends.
	producer.device.offline();
	await until('it is noted', async () => (await noted(producer)) > before);
	await server.kill();
	for (const file of ['log.sqlite', 'log.sqlite-wal']) cpSync(join(aside, file), join(server.data, file));
	rmSync(join(server.data, 'log.sqlite-shm'), { force: true });
	await returning(producer, reader);
	await warned(producer);
	// The reader never heard of what was taken out: for that tablet nothing has changed.
	await synced(reader);
	expect(producer.plan.tables.scenes.get(SCENE)?.synopsis).toBe('they meet again');
	await producer.device.workspace.seenDiffering();

	const db = new DatabaseSync(join(server.data, 'log.sqlite'), { timeout: 5_000 });
	db.exec("INSERT INTO epochs VALUES ('another', 2)");
	db.close();
	await server.kill();
	await returning(producer, reader);
	await synced(producer);
	await synced(reader);
	const newcomer = await open(
		await new Device(server, { ...account, userId: `newcomer ${newId()}` }).start(),
		production
	);
	await until(
		'what was taken out is back',
		() => newcomer.plan.tables.scenes.get(SCENE)?.synopsis === 'they meet again'
	);
	for (const { device } of [producer, reader, newcomer]) await device.end();
});
