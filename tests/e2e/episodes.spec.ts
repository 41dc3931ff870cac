import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { badge, join, openDemo, produce, somebody } from './board.ts';
import { expect, test } from './fixtures.ts';

/** The cell of an episode (by its row from 1) and a column. */
const cell = (page: Page, row: number, key: string): Locator =>
	page.locator(`[data-at="${row - 1}"] [data-key="${key}"]`);

/** What a cell says, whether or not it is the one that holds the focus. */
const says = async (page: Page, row: number, key: string): Promise<string> => {
	const box = cell(page, row, key).locator('textarea');
	return (await box.count()) > 0
		? box.inputValue()
		: ((await cell(page, row, key).textContent()) ?? '').trim();
};

/** Pastes as from a sheet: the clipboard's text, at the cell that is selected. */
const paste = (page: Page, text: string): Promise<void> =>
	page.evaluate((given) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', given);
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
		);
	}, text);

const toEpisodes = async (page: Page): Promise<void> => {
	await page.getByRole('link', { name: 'Episodes' }).click();
	await expect(cell(page, 1, 'title')).toBeVisible();
};

test('a producer pastes from a sheet while a planner is offline; both keep theirs, and one undo takes the paste back', async ({
	page,
	person
}) => {
	const { token } = await produce(page, 'planner');
	const planner = await person();
	await join(planner, token, somebody('Planner'));
	await toEpisodes(page);
	await toEpisodes(planner);
	const before = await says(page, 3, 'title');

	await planner.context().setOffline(true);
	await cell(planner, 3, 'status').click();
	await planner.keyboard.type('fine cut');
	await planner.keyboard.press('Enter');
	await cell(planner, 5, 'title').click();
	await planner.keyboard.type('The planner’s title');
	await planner.keyboard.press('Enter');
	await expect.poll(() => says(planner, 3, 'status')).toBe('Fine cut');

	await cell(page, 2, 'title').click();
	await paste(
		page,
		'Ferry at night\tShot\r\n"She says ""no"".\nHe goes."\tnever heard of\r\nThe safe\tShot\r\n'
	);
	await expect.poll(() => says(page, 4, 'title')).toBe('The safe');
	await expect(page.getByText(/1 value was not taken/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Episode 3, Status' })).toBeVisible();

	await planner.context().setOffline(false);
	for (const one of [page, planner]) {
		await expect.poll(() => says(one, 3, 'title')).toBe('She says "no".\nHe goes.');
		await expect.poll(() => says(one, 3, 'status')).toBe('Fine cut');
		await expect.poll(() => says(one, 5, 'title')).toBe('The planner’s title');
	}
	await page.keyboard.press('Control+z');
	for (const one of [page, planner]) {
		await expect.poll(() => says(one, 3, 'title')).toBe(before);
		expect(await says(one, 3, 'status')).toBe('Fine cut');
		expect(await says(one, 5, 'title')).toBe('The planner’s title');
	}
	await expect(badge(page)).toContainText('Synced');
});

test('a viewer sees number, title and status of an episode as soon as a producer changes it, and no story', async ({
	page,
	person
}) => {
	const { token } = await produce(page, 'viewer');
	const viewer = await person();
	await join(viewer, token, somebody('Viewer'), viewer.getByRole('heading', { name: 'Episodes' }));
	await toEpisodes(page);
	await cell(page, 1, 'title').click();
	await page.keyboard.type('Night ferry');
	await page.keyboard.press('Tab');
	await page.keyboard.type('online');
	await page.keyboard.press('Enter');
	const line = viewer.getByRole('listitem').filter({ hasText: 'Night ferry' });
	await expect(line).toContainText('Online');
	const hook = await says(page, 1, 'hook').catch(() => '');
	if (hook !== '') await expect(viewer.getByText(hook)).toHaveCount(0);
});

test('the readiness strip leads to the row, the sheet changes scenes both ways, and nothing is inaccessible', async ({
	page
}) => {
	await openDemo(page);
	await toEpisodes(page);
	await page.locator('[data-episode="40"]').click();
	await expect(cell(page, 40, 'title')).toBeVisible();
	await cell(page, 40, 'number').getByRole('button').click();
	const sheet = page.getByRole('dialog');
	await sheet.getByLabel('Add a scene by number').fill('1-1');
	await page.keyboard.press('Tab');
	await expect(sheet.getByText('also in 1')).toBeVisible();
	await expect.poll(() => says(page, 40, 'scenes')).toContain('1-1');
	await sheet.getByRole('button', { name: 'Take scene 1-1 out of this episode' }).click();
	await expect(sheet.getByText('also in 1')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);
	const found = await new AxeBuilder({ page }).analyze();
	expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('on a phone the episodes are a list, and one opens as a form @phone', async ({ page }) => {
	const id = await openDemo(page);
	await page.goto(`/p/${id}/episodes`);
	await page.locator('li[data-row] button').nth(6).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByLabel('Status').selectOption('Fine cut');
	await sheet.getByLabel('Target', { exact: true }).fill('soon');
	await page.keyboard.press('Tab');
	await expect(sheet.getByText(/Seconds, or minutes and seconds/)).toBeVisible();
	await sheet.getByLabel('Target', { exact: true }).fill('1:20');
	await page.keyboard.press('Tab');
	await sheet.getByLabel('Cover').check();
	await sheet.getByRole('button', { name: 'Close' }).click();
	await expect(page.locator('li[data-row]').nth(6)).toContainText('Fine cut');
	await page.locator('li[data-row] button').nth(6).click();
	await expect(sheet.getByLabel('Target', { exact: true })).toHaveValue('80');
	await expect(sheet.getByLabel('Cover')).toBeChecked();
});
