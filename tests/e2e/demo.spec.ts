import { expect, test } from './fixtures.ts';
import { badge, boneyard, day, openDemo, strips } from './board.ts';

test('a newcomer opens the demo and stands on a living board', async ({ page }) => {
	await openDemo(page);
	await expect(page.locator('[data-sentence]')).toContainText('9 days');
	await expect(page.locator('[data-day-number]')).toHaveCount(9);
	await expect(boneyard(page)).toContainText('Boneyard');
	await expect(badge(page)).toContainText('Synced');
	await expect(day(page, 1)).toContainText('wrapped');
	expect(await strips(page).count()).toBeGreaterThan(50);
});

test('a guest’s demo is an own copy that nobody else can open', async ({ page, person }) => {
	const id = await openDemo(page);
	const other = await person();
	await openDemo(other);
	await other.goto(`/p/${id}/board`);
	await expect(other.getByText('You are not a member of this production')).toBeVisible();
	await expect(strips(other)).toHaveCount(0);
});

test('the page keeps its security policy while a person works', async ({ page }) => {
	const broken: string[] = [];
	page.on('console', (message) => {
		if (/Content Security Policy/.test(message.text())) broken.push(message.text());
	});
	page.on('pageerror', (error) => broken.push(error.message));
	await openDemo(page);
	await strips(page).first().click();
	await page.keyboard.press('Enter');
	await page.goto('/productions');
	expect(broken).toEqual([]);
});
