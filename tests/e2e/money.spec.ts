import { documentName } from '#lib/domain/people/permissions.ts';
import { badge, join, openDemo, produce, somebody } from './board.ts';
import { asPerson } from './crew.ts';
import { expect, test } from './fixtures.ts';
import { everythingKept, overheard } from './storage.ts';

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

test('a planner finds no sum anywhere: page, document, storage and network know days alone', async ({
	page,
	person
}) => {
	const { id, token } = await produce(page, 'planner');
	const CANARY = 'the canary costs a fortune';
	await page.goto(`/p/${id}/money`);
	await page.getByLabel('All there is').fill('643210.99');
	await page.keyboard.press('Tab');
	await page.getByLabel('With whom').fill(CANARY);
	await page.keyboard.press('Tab');
	await expect(page.locator('[data-sentence]')).toContainText('The money buys 7');
	await expect(badge(page)).toContainText('Synced');

	const planner = await person();
	const sent = overheard(planner);
	await join(planner, token, somebody('Planner'));
	await expect(planner.getByRole('navigation').getByRole('link', { name: 'Money' })).toHaveCount(0);
	for (const path of ['money', 'people', 'settings', 'board']) {
		await planner.goto(`/p/${id}/${path}`);
		await expect(badge(planner)).toContainText('Synced');
		await expect(planner.locator('body')).not.toContainText('643,210');
	}
	await planner.goto(`/p/${id}/money`);
	await expect(planner.getByRole('heading', { name: 'Only producers see the money' })).toBeVisible();

	const asked = await asPerson(planner);
	const wire = asked.wire(documentName(id, 'money'));
	await expect.poll(() => wire.status).toBe(403);

	const everything = [await everythingKept(planner), await sent()].join('\n');
	expect(everything.length).toBeGreaterThan(10_000);
	// Days are what a planner is told.
	expect(everything).toContain('paidDays');
	for (const secret of [CANARY, '643210', '64321099', 'Camera and lighting hire', documentName(id, 'money')])
		expect(everything.includes(secret), secret).toBe(false);
});
