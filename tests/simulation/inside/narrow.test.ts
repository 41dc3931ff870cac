import './clock.ts';
import './tab-lines.ts';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { newId } from '#lib/doc/id.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { documentName, PRODUCTION_DOCUMENTS } from '#lib/domain/people/permissions.ts';
import { saveState } from '#lib/domain/save-state.ts';
import { Locks } from '../faults.ts';
import type { Browser } from './seat.ts';
import { arrives, pass, stageOf, until, type Stage } from './stage.ts';

/** A hillside with one bar: the slowest network a board still has to arrive over. */
const BYTES_PER_SECOND = 5_000;
/** A month's board with its notes. */
const BOARD_BYTES = 600_000;

const badge = ({ workspace }: Browser): string => saveState(workspace.facts).kind;

/** Scenes with long notes, all in one change, as a script that is imported. */
function writeBoard(plan: Stage['seen'], bytes: number): void {
	const notes = 'y'.repeat(1_000);
	plan.doc.transact(() => {
		for (let n = 0; n < bytes / notes.length; n++)
			plan.tables.scenes.add(newId<SceneId>(), { number: String(n), notes });
	});
}

async function narrow(stage: Stage): Promise<Browser> {
	const browser = stage.browser();
	browser.bytesPerSecond = BYTES_PER_SECOND;
	await browser.open({ locks: new Locks().of(browser), WebSocket: browser.socket() });
	return browser;
}

test('a whole board arrives over a network of 5 kB a second on the first try, with every other document asked for meanwhile', async () => {
	const stage = await stageOf(1);
	writeBoard(stage.seen, BOARD_BYTES);
	await pass(5_000);
	const browser = await narrow(stage);
	const channel = await arrives(browser.workspace.open(stage.document));
	await pass(1_000);
	for (const kind of PRODUCTION_DOCUMENTS)
		await arrives(browser.workspace.open(documentName(stage.world.production, kind)));
	const once = (BOARD_BYTES / BYTES_PER_SECOND) * 1000;
	await until('all of it is here', () => badge(browser) === 'synced', once * 1.3);
	expect(openPlan(channel.doc).tables.scenes.rows().size).toBe(BOARD_BYTES / 1_000);
	expect(browser.links.size).toBe(1);
	await stage.end();
});

test('what a colleague changes meanwhile is heard when the board is here, and the slow one isn’t thrown out for being slow', async () => {
	const stage = await stageOf(2);
	writeBoard(stage.seen, BOARD_BYTES);
	await pass(5_000);
	const browser = await narrow(stage);
	const channel = await arrives(browser.workspace.open(stage.document));
	await pass(20_000);
	// More than a client may have queued before the server waits for it.
	for (let n = 0; n < 4; n++) writeBoard(stage.seen, 400_000);
	await pass(5_000);
	const all = (2_200_000 / BYTES_PER_SECOND) * 1000;
	const scenes = (): number => openPlan(channel.doc).tables.scenes.rows().size;
	await until('all of it is here', () => scenes() === 2_200, all * 1.5);
	expect(browser.links.size).toBe(1);
	await stage.end();
});

test('a script that was imported in the field arrives over a network of 5 kB a second on the first try', async () => {
	const stage = await stageOf(3);
	const browser = await narrow(stage);
	const channel = await arrives(browser.workspace.open(stage.document));
	await until('connected', () => badge(browser) === 'synced', 20_000);
	writeBoard(openPlan(channel.doc), 300_000);
	const scenes = (): number => stage.seen.tables.scenes.rows().size;
	await until('it is with everybody', () => scenes() === 300, (300_000 / BYTES_PER_SECOND) * 1_300);
	await until('the badge says so', () => badge(browser) === 'synced', 20_000);
	expect(browser.links.size).toBe(1);
	await stage.end();
});

test('a document that is fetched for a place without a network is waited for as long as it comes, and no longer', async () => {
	const stage = await stageOf(5);
	writeBoard(stage.seen, BOARD_BYTES);
	await pass(5_000);
	const browser = await narrow(stage);
	expect(await arrives(browser.workspace.fetch(stage.document), 200_000)).toBe(true);
	expect(await arrives(browser.workspace.keptSince(stage.document))).not.toBeNull();
	const nowhere = documentName(newId(), 'plan');
	expect(await arrives(browser.workspace.fetch(nowhere))).toBe(false);
	await stage.end();
});

test('a narrow network that goes silent in the middle of a board is noticed within a minute', async () => {
	const stage = await stageOf(4);
	writeBoard(stage.seen, BOARD_BYTES);
	await pass(5_000);
	const browser = await narrow(stage);
	await arrives(browser.workspace.open(stage.document));
	await pass(30_000);
	for (const link of browser.links) link.up.held = link.down.held = true;
	await until('another socket is tried', () => browser.links.size > 1, 60_000);
	await stage.end();
});
