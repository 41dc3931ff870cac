import { badge, openDemo } from './board.ts';
import { expect, test } from './fixtures.ts';

test('a producer cuts the budget and sees at once how many days it buys, and undo brings them back', async ({
	page
}) => {
	const id = await openDemo(page);
	await page.goto(`/p/${id}/money`);
	const sentence = page.locator('[data-sentence]');
	await expect(sentence).toContainText('The money buys 9 shoot days');
	// Two days of some 37,000 less; the plan then lacks them.
	const total = page.getByLabel('All there is');
	await expect(total).toHaveValue('680000');
	await total.fill('600,000');
	await total.press('Tab');
	await expect(sentence).toContainText('The money buys 6 shoot days');
	await expect(sentence).toContainText('3 days short of the plan.');
	await expect(badge(page)).toContainText('Synced');

	// The picture says the same by keyboard, and the table behind it.
	const chart = page.locator('[data-day-chart]');
	await chart.focus();
	await expect(chart).toHaveAttribute('aria-valuenow', '9');
	await page.keyboard.press('ArrowRight');
	await expect(chart).toHaveAttribute('aria-valuenow', '10');
	await expect(page.locator('[data-reading]')).toContainText('more than there is');

	await page.keyboard.press('Control+z');
	await expect(sentence).toContainText('The money buys 9 shoot days');
	await page.reload();
	await expect(sentence).toContainText('The money buys 9 shoot days');
});

test('a sum that is none is said to be none, and nothing changes', async ({ page }) => {
	const id = await openDemo(page);
	await page.goto(`/p/${id}/money`);
	const total = page.getByLabel('All there is');
	await total.fill('no idea');
	await total.press('Tab');
	await expect(page.getByText('That is no sum.')).toBeVisible();
	await expect(page.locator('[data-sentence]')).toContainText('The money buys 9');
});
