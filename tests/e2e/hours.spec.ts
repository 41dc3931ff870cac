import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { args, executablePath } from '../browser.ts';
import { badge, openDemo, signUp, somebody } from './board.ts';
import { daysAgo, joinAs, peopleOf } from './crew.ts';
import { expect, test } from './fixtures.ts';

const row = (page: Page, date: string) => page.getByRole('button', { name: new RegExp(date) });
async function enterDay(page: Page, date: string, from: string, to: string): Promise<void> {
	await page.getByRole('button', { name: 'Enter a day' }).click();
	await page.getByLabel('Day', { exact: true }).fill(date);
	await page.getByLabel('From', { exact: true }).fill(from);
	await page.getByLabel('To', { exact: true }).fill(to);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a grip logs three days offline through a reload and a killed browser, corrects one, and all arrive', async ({
	page,
	address
}) => {
	const id = await openDemo(page);
	const grip = (await peopleOf(page, id)).find(({ department }) => department === 'camera');
	if (!grip) throw new Error('the demo has nobody at the camera');

	const folder = mkdtempSync(join(tmpdir(), 'daybreak-grip-'));
	const launch = (): Promise<BrowserContext> =>
		chromium.launchPersistentContext(folder, {
			executablePath,
			args,
			baseURL: address,
			locale: 'en-GB',
			viewport: { width: 390, height: 844 }
		});
	let context = await launch();
	let phone = context.pages()[0] as Page;
	await signUp(phone, somebody('Grip'));
	await joinAs(page, id, phone, 'crew', grip.id);
	await phone.goto(`/p/${id}/hours`);
	await expect(phone.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
	await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
	await expect(badge(phone)).toContainText('Synced');

	await context.setOffline(true);
	// Before the shoot began: the demo's crew logged the days since.
	const [monday, tuesday] = [daysAgo(13), daysAgo(12)];
	await enterDay(phone, monday.iso, '07:00', '21:30');
	await phone.reload();
	await expect(row(phone, monday.words)).toContainText('Saved on this device');
	await enterDay(phone, tuesday.iso, '06:30', '01:10');
	await expect(row(phone, tuesday.words)).toContainText('06:30–25:10');
	await expect(row(phone, tuesday.words)).toContainText('Saved on this device');
	await phone
		.evaluate(() => {
			location.href = 'chrome://crash';
		})
		.catch(() => {});
	await context.close().catch(() => {});

	context = await launch();
	await context.setOffline(true);
	phone = context.pages()[0] as Page;
	await phone.goto(`/p/${id}/hours`);
	await expect(row(phone, tuesday.words)).toContainText('06:30–25:10');
	await phone.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(phone.getByText(/On the clock since/)).toBeVisible();
	await phone.getByRole('button', { name: 'Wrap', exact: true }).click();

	await row(phone, tuesday.words).click();
	await phone.getByRole('button', { name: 'Correct' }).click();
	await phone.getByLabel('To', { exact: true }).fill('24:40');
	await phone.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(phone.getByText(/Say why in a few words/)).toBeVisible();
	await phone.getByLabel('Why', { exact: true }).fill('looked at the call sheet');
	await phone.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(row(phone, tuesday.words)).toContainText('06:30–24:40');

	await context.setOffline(false);
	await expect(badge(phone)).toContainText('Synced');
	await expect(row(phone, monday.words)).toContainText('Synced');
	await row(phone, tuesday.words).click();
	await phone.getByText(/Before that/).click();
	await expect(phone.getByRole('dialog')).toContainText('06:30–25:10');
	await context.close();
	rmSync(folder, { recursive: true, force: true });
});
