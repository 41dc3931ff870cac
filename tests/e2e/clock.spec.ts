import type { Page } from '@playwright/test';
import { badge, openDemo, signUp, somebody } from './board.ts';
import { daysAgo, joinAs, peopleOf } from './crew.ts';
import { expect, test } from './fixtures.ts';

const HOUR = 3_600_000;

/** A device whose clock is out by so much, from its first page on; it can be set while a page is open. */
async function wrongClock(page: Page, ms: number): Promise<void> {
	await page.addInitScript((out) => {
		const right = Date.now.bind(Date);
		const device = window as unknown as { clockOut: number };
		device.clockOut = out;
		Date.now = () => right() + device.clockOut;
	}, ms);
}

test('a phone whose clock is out says so before a press, inside the entry, and in review; its times stay', async ({
	page,
	person
}) => {
	const id = await openDemo(page);
	const grip = (await peopleOf(page, id)).find(({ department }) => department === 'camera');
	if (!grip) throw new Error('the demo has nobody at the camera');
	const worker = await person();
	await wrongClock(worker, 5 * HOUR);
	await signUp(worker, somebody('Grip'));
	await joinAs(page, id, worker, 'crew', grip.id);
	const monday = daysAgo(20);

	await worker.goto(`/p/${id}/hours`);
	await expect(worker.getByText('This device’s clock can’t be trusted')).toBeVisible();
	await worker.getByRole('button', { name: 'Enter a day' }).click();
	await worker.getByLabel('Day', { exact: true }).fill(monday.iso);
	await worker.getByLabel('From', { exact: true }).fill('07:00');
	await worker.getByLabel('To', { exact: true }).fill('15:00');
	await worker.getByRole('button', { name: 'Save', exact: true }).click();
	await worker.getByRole('button', { name: new RegExp(monday.words) }).click();
	const said = /the device’s clock was (5 h|4 h 59|5 h 01) ahead of the server\. Its times stand as they are/;
	await expect(worker.getByRole('dialog')).toContainText(said);
	await expect(worker.getByRole('dialog')).toContainText('07:00–15:00');
	await expect(badge(worker)).toContainText('Synced');

	await page.goto(`/p/${id}/review`);
	await page.getByLabel('Person').selectOption({ label: grip.name });
	await page.locator('[data-review-row]').filter({ hasText: monday.words }).click();
	await expect(page.locator('[data-review-detail]')).toContainText(said);
});

test('a clock that is set while the app is open and offline is said in what is pressed after it', async ({
	page,
	person
}) => {
	const id = await openDemo(page);
	const grip = (await peopleOf(page, id)).filter(({ department }) => department === 'camera')[1];
	if (!grip) throw new Error('the demo has fewer than two people at the camera');
	const worker = await person();
	await wrongClock(worker, 0);
	await signUp(worker, somebody('Grip'));
	await joinAs(page, id, worker, 'crew', grip.id);
	await worker.goto(`/p/${id}/hours`);
	await expect(worker.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
	await expect(worker.getByText('This device’s clock can’t be trusted')).toHaveCount(0);
	await worker.context().setOffline(true);
	await worker.evaluate((ms) => {
		(window as unknown as { clockOut: number }).clockOut = ms;
	}, -3 * HOUR);
	await worker.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(worker.getByText('This device’s clock can’t be trusted')).toBeVisible();
	await worker.getByRole('button', { name: 'Wrap', exact: true }).click();
	await worker
		.getByRole('button', { name: /Saved on this device/ })
		.first()
		.click();
	await expect(worker.getByRole('dialog')).toContainText(
		'The device’s clock was set back by 3 h before the entry'
	);
});
