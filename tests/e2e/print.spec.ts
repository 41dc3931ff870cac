import type { Page } from '@playwright/test';
import { openDemo, strips } from './board.ts';
import { expect, test } from './fixtures.ts';

/** The page as it goes to paper: what a press on Print would draw, with the rules of print in force. */
async function onPaper(page: Page): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

test('board, episodes, breakdown and people go to paper whole, black on white whatever the theme', async ({
	page
}) => {
	await openDemo(page);
	const address = page.url().replace(/\/board$/, '');
	await page.evaluate(() => localStorage.setItem('daybreak.theme', 'set'));
	for (const [name, row, count] of [
		['board', '[data-printed] tbody tr', 260],
		['episodes', '[data-printed] tbody tr', 72],
		['breakdown', '[data-sheet]', 260]
	] as const) {
		await page.emulateMedia({ media: 'screen' });
		await page.goto(`${address}/${name}`);
		if (name === 'board') await expect(strips(page).first()).toBeVisible();
		// what is printed comes once the board is at rest
		await expect(async () => {
			await onPaper(page);
			expect(await page.locator(row).count()).toBeGreaterThanOrEqual(count);
		}).toPass();
		await expect(page.locator(row).first()).toBeVisible();
		await expect(page.locator('.board')).toBeHidden();
		const colours = await page.evaluate(() => {
			const { backgroundColor } = getComputedStyle(document.documentElement);
			return { color: getComputedStyle(document.body).color, backgroundColor };
		});
		expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
		for (const frame of ['header.bar', '.rail']) await expect(page.locator(frame).first()).toBeHidden();
		const overflowing = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight * 2);
		expect(overflowing).toBe(true);
	}
	await page.emulateMedia({ media: 'screen' });
	await page.goto(`${address}/people`);
	await expect(page.locator('main')).toContainText('Gaffer');
	await onPaper(page);
	await expect(page.getByRole('button', { name: /Add a person|Invite/ }).first()).toBeHidden();
});
