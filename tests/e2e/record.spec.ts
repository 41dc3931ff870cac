import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { forgeRecord } from '../forge.ts';
import { badge, openDemo, scene } from './board.ts';
import { expect, test } from './fixtures.ts';

/** How many documents' places in the server's record this browser has noted. */
const noted = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		const name = (await indexedDB.databases()).find((one) => one.name?.endsWith('.heads'))?.name;
		if (!name) return 0;
		const open = indexedDB.open(name);
		await new Promise((resolve) => (open.onsuccess = resolve));
		const count = open.result.transaction('heads').objectStore('heads').count();
		await new Promise((resolve) => (count.onsuccess = resolve));
		open.result.close();
		return count.result;
	});

test('a record that was rewritten on the server is said on the page, until somebody has exported and seen it', async ({
	page,
	server
}) => {
	const id = await openDemo(page);
	await expect(badge(page)).toContainText('Synced');
	await expect.poll(() => noted(page)).toBeGreaterThan(0);
	await server.kill();
	forgeRecord(server.data, id);
	await server.start();
	await expect(badge(page)).toContainText('Record changed', { timeout: 30_000 });
	await page.reload();
	await expect(badge(page)).toContainText('Record changed');
	await expect(scene(page, '45-1').first()).toBeVisible();

	await badge(page).click();
	await expect(page.getByText('Nothing here was touched.')).toBeVisible();
	const file = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export' }).click();
	const kept = JSON.parse(readFileSync(await (await file).path(), 'utf8')) as {
		here: Record<string, { scenes?: object }>;
	};
	expect(Object.keys(kept.here[`${id}.plan`]?.scenes ?? {}).length).toBeGreaterThan(100);
	await page.getByRole('button', { name: 'I have seen it, go on' }).click();
	await expect(badge(page)).toContainText('Synced');
});
