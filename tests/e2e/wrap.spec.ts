import type { Locator, Page } from '@playwright/test';
import { badge, day, join, openDemo, produce, somebody } from './board.ts';
import { expect, test } from './fixtures.ts';

/** The demo's day that is being shot. */
const TODAY = 5;

/** Opens how a day went, from the day's own menu. */
async function openDay(page: Page, number: number): Promise<Locator> {
	const column = day(page, number);
	await column.scrollIntoViewIfNeeded();
	await column.getByRole('button', { name: /: change$/ }).click();
	await page.getByRole('button', { name: 'How the day went…' }).click();
	const sheet = page.getByRole('dialog', { name: 'How the day went' });
	await expect(sheet).toBeVisible();
	return sheet;
}

/** Two hours after the planned wrap, as a clock shows it. */
async function twoHoursLate(sheet: Locator): Promise<string> {
	const said = await sheet.locator('[data-day-sentence]').textContent();
	const [hours, minutes] = (/–(\d\d):(\d\d)/.exec(said ?? '') ?? []).slice(1).map(Number);
	return `${String(((hours ?? 0) + 2) % 24).padStart(2, '0')}:${String(minutes ?? 0).padStart(2, '0')}`;
}

test('a producer settles a rainy day and sees its hours under events; a correction names the one before, offline too', async ({
	page,
	context
}) => {
	await openDemo(page);
	const sheet = await openDay(page, TODAY);
	await sheet.getByLabel('Minutes lost').fill('120');
	await sheet.getByRole('form', { name: 'Add the delay' }).getByLabel('Note').fill('Cloudburst');
	await sheet.getByRole('button', { name: 'Add the delay' }).click();
	await expect(sheet.locator('[data-delay="weather"]')).toContainText('Weather, 2 h');

	const wrap = sheet.getByRole('textbox', { name: 'Wrap' });
	await wrap.fill(await twoHoursLate(sheet));
	await sheet.getByRole('button', { name: 'Wrap the day' }).click();
	await expect(sheet.locator('[data-day-sentence]')).toContainText('later than planned');
	await expect(sheet.locator('[data-settled-to="events"]')).toBeVisible();
	await expect(sheet.getByText('made up for delays', { exact: false })).toBeVisible();
	await expect(badge(page)).toContainText('Synced');

	await context.setOffline(true);
	await sheet.getByLabel('Why is it corrected?').fill('The truck left later');
	await wrap.fill('23:45');
	await sheet.getByRole('button', { name: 'Correct the wrap' }).click();
	await expect(sheet.locator('[data-day-sentence]')).toContainText('Wrapped at 23:45');
	await sheet.getByText('Settled before').click();
	await context.setOffline(false);
});

test('what can’t be is said in a sentence, and nothing is written', async ({ page }) => {
	await openDemo(page);
	const sheet = await openDay(page, TODAY);
	await sheet.getByRole('button', { name: 'Wrap the day' }).click();
	await expect(sheet.getByText('When did the last person go home?', { exact: false })).toBeVisible();
	await sheet.getByRole('button', { name: 'Add the delay' }).click();
	await expect(sheet.getByText('Write minutes, such as 90', { exact: false })).toBeVisible();
	await sheet.getByRole('button', { name: 'Add the extension' }).click();
	await expect(sheet.getByText('Until when?', { exact: false })).toBeVisible();
	await expect(sheet.getByText('None written down.')).toBeVisible();
	await sheet.getByRole('button', { name: 'Close' }).click();
	const later = await openDay(page, TODAY + 1);
	await expect(later.getByText('This day is still to come.')).toBeVisible();
});

test('the crew reads whose overtime a wrapped day was, and can’t change it', async ({ page, person }) => {
	const { token } = await produce(page, 'crew');
	const sheet = await openDay(page, TODAY);
	await sheet.getByRole('textbox', { name: 'Wrap' }).fill('23:30');
	await sheet.getByLabel('Until').fill('23:30');
	await sheet.getByLabel('Who asked', { exact: true }).selectOption('platform');
	await sheet.getByRole('button', { name: 'Add the extension' }).click();
	await sheet.getByRole('textbox', { name: 'Wrap' }).fill('23:30');
	await sheet.getByRole('button', { name: 'Wrap the day' }).click();
	await expect(sheet.locator('[data-settled-to="platform"]')).toBeVisible();
	await expect(badge(page)).toContainText('Synced');

	const crew = await person();
	await join(crew, token, somebody('Grip'));
	const column = day(crew, TODAY);
	await expect(column).toContainText('wrapped');
	await column.locator('.hours button').first().click();
	await crew.getByRole('button', { name: 'How the day went…' }).click();
	const read = crew.getByRole('dialog', { name: 'How the day went' });
	await expect(read.locator('[data-settled-to="platform"]')).toBeVisible();
	await expect(read.getByRole('button', { name: 'Correct the wrap' })).toHaveCount(0);
	await expect(read.getByRole('button', { name: 'Add the delay' })).toHaveCount(0);
});
