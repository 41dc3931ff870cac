import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { args, executablePath } from '../browser.ts';
import { badge, numbersOn, openDemo, scene, strips } from './board.ts';
import { expect, test } from './fixtures.ts';
import { killBrowser } from './kill-browser.ts';

/** Resolves when the whole app is kept in this browser. */
const installed = (page: Page) =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});

/** Moves a strip to the boneyard by keyboard: M, then the last choice. */
async function toBoneyard(page: Page, number: string): Promise<void> {
	await scene(page, number).first().click();
	await page.keyboard.press('m');
	await page.locator('[data-move-to=""]').click();
	await expect.poll(() => numbersOn(page, null)).toContain(number);
}

test('a tablet that loses the network says so, keeps working, and sends everything when it is back', async ({
	page,
	context
}) => {
	await openDemo(page);
	await installed(page);
	await expect(badge(page)).toContainText('Synced');
	await context.setOffline(true);
	await expect(badge(page)).toContainText('Offline');
	await toBoneyard(page, '45-1');
	await expect(badge(page)).toContainText('waiting');

	await page.reload();
	await expect(strips(page).first()).toBeVisible();
	await expect.poll(() => numbersOn(page, null)).toContain('45-1');
	await expect(badge(page)).toContainText('waiting');

	await page.getByRole('link', { name: 'Settings' }).click();
	await page.reload();
	await expect(page.getByRole('main')).not.toBeEmpty();

	await context.setOffline(false);
	await expect(badge(page)).toContainText('Synced');
});

test('a page never visited before opens without a network', async ({ page, context }) => {
	const id = await openDemo(page);
	await installed(page);
	await expect(badge(page)).toContainText('Synced');
	await context.setOffline(true);
	for (const path of [
		`/p/${id}/people`,
		`/p/${id}/settings`,
		`/p/${id}/settings/rules`,
		'/productions',
		'/productions/new',
		`/p/${id}/board`
	]) {
		await page.goto(path);
		await expect(page.getByRole('main')).toBeVisible();
		await expect(page.getByText('Something went wrong')).toHaveCount(0);
	}
	await expect(strips(page).first()).toBeVisible();
});

/** How often the browser is killed: every run, and the long one. */
const KILLS = Number(process.env.BROWSER_KILLS ?? (process.env.DAYBREAK_LONG ? 200 : 10));

test(`a browser killed ${KILLS} times, each time the badge had said saved, has every change when it is started again offline`, async ({
	address
}) => {
	test.setTimeout(60_000 + KILLS * 20_000);
	const folder = mkdtempSync(join(tmpdir(), 'daybreak-browser-'));
	const launch = (): Promise<BrowserContext> =>
		chromium.launchPersistentContext(folder, {
			executablePath,
			args,
			baseURL: address,
			locale: 'en-GB',
			viewport: { width: 1440, height: 900 }
		});
	let context = await launch();
	let page = context.pages()[0] as Page;
	const id = await openDemo(page);
	await installed(page);
	await expect(badge(page)).toContainText('Synced');
	// As on any later day: a browser writes who is signed in, its own cookie, only some time after signing in.
	await context.close();
	context = await launch();
	page = context.pages()[0] as Page;
	await page.goto(`/p/${id}/board`);
	await expect(badge(page)).toContainText('Synced');
	const moved: string[] = [];
	for (let kill = 1; kill <= KILLS; kill++) {
		await context.setOffline(true);
		const there = await numbersOn(page, null);
		const onDays = page.locator('[data-day-number] [data-strip][data-scene-number]');
		const number = await onDays.first().getAttribute('data-scene-number');
		if (number === null || there.includes(number)) throw new Error('no strip left to move');
		await toBoneyard(page, number);
		moved.push(number);
		await expect(badge(page)).toContainText(`${kill} change`);
		await killBrowser(context, folder);
		context = await launch();
		await context.setOffline(true);
		page = context.pages()[0] as Page;
		await page.goto(`/p/${id}/board`);
		await expect.poll(() => numbersOn(page, null)).toEqual(expect.arrayContaining(moved));
	}
	await expect(badge(page)).toContainText('waiting');
	await context.setOffline(false);
	await expect(badge(page)).toContainText('Synced');
	await context.close();
	rmSync(folder, { recursive: true, force: true });
});

test('a browser whose room for this site is used up says so, keeps asking, and keeps the change once there is room', async ({
	page,
	context
}) => {
	test.setTimeout(120_000);
	await page.goto('/');
	const { origin } = new URL(page.url());
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	await openDemo(page);
	await expect(badge(page)).toContainText('Synced');
	await context.setOffline(true);
	await toBoneyard(page, '45-1');
	await expect(badge(page)).toContainText('Not saved');
	await devtools.send('Storage.overrideQuotaForOrigin', { origin });
	// The browser itself looks only now and then how much room there is.
	await expect(badge(page)).toContainText('1 change waiting', { timeout: 60_000 });
	await context.setOffline(false);
	await expect(badge(page)).toContainText('Synced');
});
