import type { Page } from '@playwright/test';
import { badge, numbersOn, openDemo, scene } from './board.ts';
import { expect, test } from './fixtures.ts';
import { NextBuild } from './next-build.ts';

/** Which build answers this page without a network. */
const version = (page: Page): Promise<string> =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		const said = new Promise<string>((resolve) => (port1.onmessage = ({ data }) => resolve(String(data))));
		navigator.serviceWorker.controller?.postMessage('version', [port2]);
		return said;
	});

async function toBoneyard(page: Page, number: string): Promise<void> {
	await scene(page, number).first().click();
	await page.keyboard.press('m');
	await page.locator('[data-move-to=""]').click();
	await expect.poll(() => numbersOn(page, null)).toContain(number);
}

test('a new version waits until somebody takes it, and never while something isn’t kept yet', async ({
	server,
	person
}) => {
	const front = new NextBuild(server.port);
	const page = await person({ baseURL: await front.start() });
	try {
		await openDemo(page);
		await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
		expect(await version(page)).toBe(front.now);
		await expect(badge(page)).toContainText('Synced');

		front.update();
		await page.evaluate(async () => {
			Object.assign(window, { stillHere: true });
			await (await navigator.serviceWorker.getRegistration())?.update();
		});
		const offer = page.getByText('A new version of Daybreak is ready.');
		await expect(offer).toBeVisible();
		expect(await version(page)).toBe(front.now);

		// The disk is full, and there is no network: what is made now is nowhere but on this page.
		await page.context().setOffline(true);
		await page.evaluate(() => {
			const { transaction } = IDBDatabase.prototype;
			Object.assign(window, { mend: () => (IDBDatabase.prototype.transaction = transaction) });
			IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
				if (this.name.endsWith('.outbox') && mode === 'readwrite')
					throw new DOMException('full', 'QuotaExceededError');
				return transaction.call(this, stores, mode, options);
			};
		});
		await toBoneyard(page, '45-1');
		await expect(badge(page)).toContainText('Not saved');
		await page.getByRole('button', { name: 'Reload' }).click();
		await expect(page.getByText('Nothing was reloaded.')).toBeVisible();
		expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);

		await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
		await page.context().setOffline(false);
		await expect(badge(page)).toContainText('Synced');
		await page.getByRole('button', { name: 'Reload' }).click();
		await page.waitForFunction(() => !('stillHere' in window));
		await expect.poll(() => version(page)).toBe(front.next);
		await expect.poll(() => numbersOn(page, null)).toContain('45-1');
		// Another tab may still run the version before: its parts are here too.
		expect(await page.evaluate(() => caches.keys())).toEqual([
			`daybreak-${front.now}`,
			`daybreak-${front.next}`
		]);
	} finally {
		await front.end();
	}
});

test('a server that can’t be reached is not a sign-in that has ended, and an ended one deletes nothing', async ({
	page,
	context
}) => {
	const id = await openDemo(page);
	await expect(badge(page)).toContainText('Synced');
	await page.route('**/api/me', (route) => route.abort());
	await page.goto(`/p/${id}/board`);
	await expect(scene(page, '45-1').first()).toBeVisible();
	await expect(badge(page)).not.toContainText('Sign in');
	await page.unroute('**/api/me');

	await context.clearCookies();
	await page.goto(`/p/${id}/board`);
	await expect(badge(page)).toContainText('Sign in to sync');
	await toBoneyard(page, '45-1');
	await page.reload();
	await expect.poll(() => numbersOn(page, null)).toContain('45-1');
	await badge(page).click();
	await expect(page.getByText('What waits')).toBeVisible();
});
