import type { Locator, Page } from '@playwright/test';
import { documentName } from '#lib/domain/people/permissions.ts';
import { badge, join, openDemo, produce, somebody } from './board.ts';
import { asPerson } from './crew.ts';
import { expect, test } from './fixtures.ts';
import { everythingKept, overheard } from './storage.ts';

const sentence = (page: Page): Locator => page.locator('[data-sentence] p').first();
const hours = (page: Page): Locator => page.locator('[data-hours]');
const task = (page: Page, key: string): Locator => page.locator(`[data-task="${key}"]`).first();

async function openLaunch(page: Page): Promise<string> {
	const id = await openDemo(page);
	await page.goto(`/p/${id}/launch`);
	await expect(hours(page)).toContainText('of overtime ahead');
	return id;
}

test('a producer reads whether the launch holds and in whose hours it is paid, moves it by two days and sees both change', async ({
	page
}) => {
	await openLaunch(page);
	const before = (await sentence(page).textContent()) ?? '';
	expect(before).toMatch(/^Online on .+ needs \d+ more days? than there (is|are)\.$/);
	const launch = task(page, 'launch');
	await launch.focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	// Read before the drop, and taken back by Escape.
	await expect(sentence(page)).not.toHaveText(before);
	await page.keyboard.press('Escape');
	await expect(sentence(page)).toHaveText(before);

	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(sentence(page)).not.toHaveText(before);
	const after = (await sentence(page).textContent()) ?? '';
	await expect(badge(page)).toContainText('Synced');
	await page.reload();
	await expect(sentence(page)).toHaveText(after);
});

test('a producer’s launch moved by mistake is put back by one press', async ({ page }) => {
	await openLaunch(page);
	const before = (await sentence(page).textContent()) ?? '';
	await task(page, 'launch').focus();
	await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Enter');
	await expect(sentence(page)).not.toHaveText(before);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(sentence(page)).toHaveText(before);
});

test('dragging a review shows what follows in outline and in words before it is dropped', async ({
	page
}) => {
	await openLaunch(page);
	const review = task(page, 'completion-review');
	await review.scrollIntoViewIfNeeded();
	const said = (await review.getAttribute('aria-label')) ?? '';
	const box = (await review.boundingBox())!;
	await page.mouse.move(box.x + 8, box.y + 8);
	await page.mouse.down();
	await page.mouse.move(box.x + 60, box.y + 8, { steps: 4 });
	await page.mouse.move(box.x + 108, box.y + 8, { steps: 4 });
	await expect(page.locator('.ghost')).not.toHaveCount(0);
	await expect(page.getByRole('status').filter({ hasText: 'Completion review' })).toContainText('with it');
	// Nothing is written before the drop.
	await expect(review).toHaveAttribute('aria-label', said);
	await page.mouse.up();
	await expect(page.getByText(/Completion review moved to/)).toBeVisible();
	await expect(page.locator('.ghost')).toHaveCount(0);
	await expect(review).not.toHaveAttribute('aria-label', said);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(review).toHaveAttribute('aria-label', said);
});

test('a slider tries another launch at once, Escape puts it back, and Keep writes it', async ({ page }) => {
	await openLaunch(page);
	const before = (await sentence(page).textContent()) ?? '';
	const slider = page.getByRole('slider', { name: 'Launch' });
	await slider.focus();
	for (let day = 0; day < 9; day++) await page.keyboard.press('ArrowRight');
	await expect(sentence(page)).not.toHaveText(before);
	await page.keyboard.press('Escape');
	await expect(sentence(page)).toHaveText(before);
	for (let day = 0; day < 9; day++) await page.keyboard.press('ArrowRight');
	const tried = (await sentence(page).textContent()) ?? '';
	await page.getByRole('button', { name: 'Keep' }).click();
	await expect(page.getByText('Kept.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Keep' })).toHaveCount(0);
	await expect(sentence(page)).toHaveText(tried);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(sentence(page)).toHaveText(before);
});

test('more money takes overtime away while the slider moves, and what is kept stands on the money page', async ({
	page
}) => {
	const id = await openLaunch(page);
	const slider = page.getByRole('slider', { name: 'Budget' });
	await slider.focus();
	const result = page.getByRole('status').filter({ hasText: 'of overtime' });
	for (let step = 0; step < 50; step++) await page.keyboard.press('ArrowRight');
	await expect(result).toContainText('less');
	await page.getByRole('button', { name: 'Keep' }).click();
	await expect(page.getByText('Kept.')).toBeVisible();
	await page.goto(`/p/${id}/money`);
	await expect(page.getByLabel('All there is')).toHaveValue('1020000');
});

test('a cause opens to its share, what goes without it, and where its figures come from', async ({
	page
}) => {
	await openLaunch(page);
	await page.locator('[data-cause="budget"]').click();
	const opened = page.getByRole('status').filter({ hasText: 'Its share is' });
	await expect(opened).toContainText('less.');
	await opened.getByRole('link', { name: 'Open the money' }).click();
	await expect(page).toHaveURL(/\/money$/);
});

test('tasks that wait for each other in a ring are named, and the rest still has dates', async ({ page }) => {
	await openLaunch(page);
	await task(page, 'writing').click({ position: { x: 4, y: 4 } });
	await page.getByLabel('Let it wait for').selectOption({ label: 'Platform approves the script' });
	await page.keyboard.press('Escape');
	await expect(
		page.getByRole('button', { name: /wait for each other in a ring: .*Writing.*Take one/ })
	).toBeVisible();
	await expect(sentence(page)).toContainText('Online on');
});

test('a task is added, given a length and people, and is there after a reload', async ({ page }) => {
	await openLaunch(page);
	await page.getByRole('button', { name: 'Add a task' }).click();
	const sheet = page.getByRole('dialog').or(page.locator('aside')).last();
	await sheet.getByLabel('Task', { exact: true }).fill('Trailer for the platform');
	await page.keyboard.press('Tab');
	await sheet.getByLabel('Working days, likely').fill('lots');
	await page.keyboard.press('Tab');
	await expect(page.getByText('A whole number.')).toBeVisible();
	await sheet.getByLabel('Working days, likely').fill('4');
	await page.keyboard.press('Tab');
	await sheet.getByLabel('People', { exact: true }).fill('2');
	await page.keyboard.press('Tab');
	await expect(badge(page)).toContainText('Synced');
	await page.reload();
	await expect(page.getByRole('button', { name: /^Trailer for the platform/ })).toBeVisible();
});

test('a planner finds hours and days on the way to the launch and no sum anywhere: page, document, storage, network', async ({
	page,
	person
}) => {
	const { id, token } = await produce(page, 'planner');
	await page.goto(`/p/${id}/money`);
	await page.getByLabel('All there is').fill('643210.99');
	await page.keyboard.press('Tab');
	await expect(page.locator('[data-sentence]')).toContainText('The money buys 7');
	await expect(badge(page)).toContainText('Synced');

	const planner = await person();
	const sent = overheard(planner);
	await join(planner, token, somebody('Planner'));
	await planner.getByRole('navigation').getByRole('link', { name: 'Launch' }).click();
	await expect(hours(planner)).toContainText('from the budget');
	await expect(planner.getByRole('slider', { name: 'Days the budget pays for' })).toHaveValue('7');
	await planner.locator('[data-cause="budget"]').click();
	await planner.getByText('As a table, and what it is reckoned from').click();
	await expect(
		planner.getByText(/The budget pays for 7 days of shooting, \d of them worked: as of/)
	).toBeVisible();
	const shown = await planner.locator('body').innerText();
	expect(shown).not.toMatch(/[¥$€£]|CNY|RMB|元/);
	await planner.goto(`/p/${id}/launch?tab=requests`);
	expect(await planner.locator('body').innerText()).not.toMatch(/[¥$€£]|CNY|RMB/);

	const asked = await asPerson(planner);
	const wire = asked.wire(documentName(id, 'money'));
	await expect.poll(() => wire.status).toBe(403);
	const everything = [await everythingKept(planner), await sent()].join('\n');
	expect(everything.length).toBeGreaterThan(10_000);
	expect(everything).toContain('paidDays');
	for (const secret of ['643210', '64321099', 'Camera and lighting hire', documentName(id, 'money')])
		expect(everything.includes(secret), secret).toBe(false);
});

test('@tablet a finger that rests on a task drags it, and one that doesn’t scrolls', async ({ page }) => {
	await openLaunch(page);
	const bar = task(page, 'finishing');
	await bar.scrollIntoViewIfNeeded();
	const box = (await bar.boundingBox())!;
	const touch = await page.context().newCDPSession(page);
	const at = (x: number): { x: number; y: number }[] => [{ x, y: box.y + 10 }];
	await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(box.x + 10) });
	await expect(bar).toHaveClass(/lifted/);
	for (const by of [30, 60, 90])
		await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(box.x + 10 + by) });
	await expect(page.locator('.ghost')).not.toHaveCount(0);
	await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await expect(page.getByText(/moved to/)).toBeVisible();
});

test('@phone a producer lands on the launch: the sentence, the next three decisions, the ways out, the tasks as a list', async ({
	page
}) => {
	const id = await openDemo(page);
	await page.goto(`/p/${id}`);
	await expect(page).toHaveURL(/\/launch$/);
	await expect(sentence(page)).toContainText('Online on');
	await expect(page.getByRole('region', { name: 'Next decisions' }).getByRole('listitem')).toHaveCount(3);
	await expect(page.getByRole('region', { name: 'Ways out' })).toBeVisible();
	await page
		.getByRole('region', { name: 'The way to the launch' })
		.getByRole('button', { name: /Changes asked for/ })
		.click();
	await expect(page.getByLabel('Working days, likely')).toHaveValue('2');
});
