import type { Page } from '@playwright/test';
import { badge, signUp, somebody, strips } from './board.ts';
import { expect, test } from './fixtures.ts';

async function dates(page: Page, title: string): Promise<void> {
	await page.getByLabel('Title').fill(title);
	await page.getByLabel('Green light').fill('2026-12-01');
	await page.getByLabel('First shoot day').fill('2026-12-21');
	await page.getByLabel('Launch').fill('2027-02-01');
}
/** The list of what a start needs, opened from the production's menu. */
async function openList(page: Page): Promise<void> {
	await page.goto(page.url().replace(/\/board$/, '/start'));
	await expect(page.locator('[data-start]').first()).toBeVisible();
}
const item = (page: Page, key: string) => page.locator(`[data-start="${key}"]`);

const WAYS = [
	['Platform original', '9', '72', true],
	['Mini-program drama', '5', '80', true],
	['Co-investment', '8', '80', true],
	['Overseas vertical', '8', '62', false],
	['Own production', '6', '60', true]
] as const;

test('a production begins from each template without a network, with its days, episodes, reviews and checklist', async ({
	page,
	context
}) => {
	await signUp(page, somebody('Producer'));
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await context.setOffline(true);
	for (const [name, days, episodes, filed] of WAYS) {
		await page.goto('/productions/new');
		await page.evaluate(() => sessionStorage.clear());
		await page.goto('/productions/new');
		await page.getByRole('radio', { name: 'No script yet' }).check();
		await page.getByRole('radio', { name, exact: true }).check();
		await dates(page, name);
		if (name === 'Platform original') await page.getByLabel('Shoot days').fill(days);
		await expect(page.getByLabel('Shoot days')).toHaveValue(days);
		await expect(page.getByLabel('How many episodes')).toHaveValue(episodes);
		await expect(page.locator('[data-way]')).toContainText('By the usual durations');
		await page.getByRole('button', { name: 'Create production' }).click();
		await expect(page).toHaveURL(/\/board$/);
		await expect(page.locator('[data-day-number]')).toHaveCount(Number(days));
		await openList(page);
		await expect(item(page, 'dates')).toHaveAttribute('data-done', 'true');
		await expect(item(page, 'episodes')).toHaveAttribute('data-done', 'true');
		await expect(item(page, 'scenes')).toHaveAttribute('data-done', 'false');
		await expect(item(page, 'planning-number')).toHaveCount(filed ? 1 : 0);
	}
	await context.setOffline(false);
	await expect(badge(page)).toContainText('Synced');
});

test('the checklist fills by itself and by hand, and leaves the board once it is dismissed', async ({
	page
}) => {
	await signUp(page, somebody('Producer'));
	await page.goto('/productions/new');
	await page.getByRole('radio', { name: 'No script yet' }).check();
	await dates(page, 'Night Ferry');
	await page.getByRole('button', { name: 'Create production' }).click();
	await expect(page.locator('[data-start-hint]')).toContainText('Start: 2 of');
	await page.locator('[data-start-hint]').click();
	await page.getByLabel('Planning number').fill('备案(2026)第0412号');
	await page.getByLabel('Planning number').press('Enter');
	await expect(item(page, 'planning-number')).toHaveAttribute('data-done', 'true');
	await page.getByLabel('Everybody is insured').check();
	await expect(page.locator('[data-start-sentence]')).toContainText('4 of');
	await page.getByRole('button', { name: /on the board any more/ }).click();
	await page.goto(page.url().replace(/\/start$/, '/board'));
	await expect(page.locator('[data-day-number]').first()).toBeVisible();
	await expect(page.locator('[data-start-hint]')).toHaveCount(0);
});

test('the productions A and C of the field are a press away, beside the one a newcomer opens', async ({
	page
}) => {
	for (const [which, title] of [
		['A', 'Cold Palace'],
		['C', 'Night Nurse'],
		['B', 'Harbour Revenge']
	] as const) {
		await page.goto('/');
		if (!(await page.locator(`[data-demo="${which}"]`).count())) await page.goto('/productions');
		await page.locator(`[data-demo="${which}"]`).click();
		await expect(strips(page).first()).toBeVisible();
		await expect(page).toHaveTitle(new RegExp(title));
	}
});

test('a scene is broken down from the board, printed, and its history says who did it', async ({ page }) => {
	await page.goto('/');
	await page.locator('[data-demo="B"]').click();
	const first = strips(page).first();
	await first.click();
	await first.press('Enter');
	await page.getByLabel('Add elements').fill('Ferry ticket');
	await page.getByLabel('Add elements').press('Enter');
	await expect(page.getByRole('button', { name: 'Ferry ticket', exact: true })).toBeVisible();
	await expect(badge(page)).toContainText('Synced');
	await page.locator('summary', { hasText: 'History' }).click();
	await expect(page.locator('[data-history]')).toContainText('Elements: + Ferry ticket');
	const address = page.url().replace(/\/board$/, '');
	await page.getByRole('link', { name: 'Print this sheet' }).click();
	await expect(page.locator('[data-sheet]')).toHaveCount(1);
	await expect(page.locator('[data-sheet]')).toContainText('Ferry ticket');
	await page.getByRole('button', { name: 'All scenes' }).click();
	await expect(page.locator('[data-sheet]')).toHaveCount(260);
	await page.goto(`${address}/episodes`);
	await page.locator('button.open').first().click();
	await page.getByRole('button', { name: '1-1', exact: true }).click();
	await expect(page.getByLabel('Synopsis')).toHaveValue(/last ferry/);
	await page.getByLabel('Next scene').click();
	await expect(page.getByLabel('Synopsis')).toHaveValue(/Auntie He/);
});
