import type { Page } from '@playwright/test';
import { badge, numbersOn, openDemo, scene } from './board.ts';
import { expect, test } from './fixtures.ts';

async function toBoneyard(page: Page, number: string): Promise<void> {
	await scene(page, number).first().click();
	await page.keyboard.press('m');
	await page.locator('[data-move-to=""]').click();
	await expect.poll(() => numbersOn(page, null)).toContain(number);
}

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
