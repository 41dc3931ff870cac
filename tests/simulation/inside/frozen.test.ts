import './clock.ts';
import { freezeTabs } from './tab-lines.ts';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { addScene } from '#lib/doc/commands/add-scene.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import { saveState } from '#lib/domain/save-state.ts';
import { Locks } from '../faults.ts';
import { pass } from './clock.ts';
import type { Browser } from './seat.ts';
import { arrives, stageOf, until, type Stage } from './stage.ts';

const FROZEN_MS = 15_000;

/** A tab of the stage's owner, all of whose tabs share these locks. */
async function openTab(stage: Stage, locks: Locks, frozenMs = FROZEN_MS) {
	const browser = stage.browser();
	await browser.open({ locks: locks.of(browser), WebSocket: browser.socket(), frozenMs });
	const channel = await arrives(browser.workspace.open(stage.document));
	return { browser, channel, plan: openPlan(channel.doc) };
}
const badge = ({ workspace }: Browser): string => saveState(workspace.facts).kind;

/** One tab holds the turn and is frozen by the phone; another is opened and used. */
async function oneFrozenOneNot(seed: number, frozenMs?: number) {
	const stage = await stageOf(seed);
	const locks = new Locks();
	const first = await openTab(stage, locks, frozenMs);
	await until('the first sends', () => badge(first.browser) === 'synced', 10_000);
	// Only the first: what else there is here hears on.
	const hear = freezeTabs();
	const { links } = first.browser;
	for (const link of links) link.up.held = link.down.held = true;
	first.browser.reachable = false;
	const thaw = (): void => {
		first.browser.reachable = true;
		for (const link of links) {
			link.up.held = link.down.held = false;
			link.up.flow();
			link.down.flow();
		}
		hear();
	};
	const second = await openTab(stage, locks, frozenMs);
	const { sceneId } = addScene(second.plan, { number: '1' });
	const arrived = (): boolean => !!stage.seen.tables.scenes.get(sceneId);
	return { stage, first, second, thaw, arrived };
}

test('a tab that the phone froze while it was the one that sends is passed over, and sends again only in its turn', async () => {
	const { first, second, thaw, arrived, stage } = await oneFrozenOneNot(1);
	await until('the second tab has sent', arrived, 2 * FROZEN_MS);
	await until('its badge says so', () => badge(second.browser) === 'synced', 10_000);
	expect(second.channel.state.follower).toBe(false);

	thaw();
	await until('the first follows', () => first.channel.state.follower, 5_000);
	await until('and knows that all is well', () => badge(first.browser) === 'synced', 10_000);
	const { sceneId } = addScene(first.plan, { number: '2' });
	await until('what it makes arrives', () => !!stage.seen.tables.scenes.get(sceneId), 10_000);
	await arrives(second.browser.workspace.close());
	await until('its turn comes again', () => !first.channel.state.follower, 5_000);
	await arrives(first.browser.workspace.close());
	await stage.end();
});

test('planted: without a way past a frozen tab, what the other makes never leaves the device', async () => {
	const { arrived } = await oneFrozenOneNot(2, 1e9);
	await pass(10 * FROZEN_MS);
	expect(arrived()).toBe(false);
});

test('a tab that is only in the background, and answers, keeps its turn for hours', async () => {
	const stage = await stageOf(3);
	const locks = new Locks();
	const first = await openTab(stage, locks);
	const second = await openTab(stage, locks);
	await pass(3_600_000);
	expect([first.channel.state.follower, second.channel.state.follower]).toEqual([false, true]);
	for (const { browser } of [first, second]) await arrives(browser.workspace.close());
	await stage.end();
});

test('a socket that says nothing for 30 seconds is given up, and what waits goes over another', async () => {
	const stage = await stageOf(4);
	const { browser, plan } = await openTab(stage, new Locks());
	await until('connected', () => badge(browser) === 'synced', 10_000);
	// As a phone's network goes in a lift: nobody is told, and bytes are swallowed.
	browser.cut({ client: false, server: false });
	const { sceneId } = addScene(plan, { number: '1' });
	await pass(20_000);
	expect(stage.seen.tables.scenes.get(sceneId)).toBeFalsy();
	await until('it has arrived', () => !!stage.seen.tables.scenes.get(sceneId), 25_000);
	await arrives(browser.workspace.close());
	await stage.end();
});
