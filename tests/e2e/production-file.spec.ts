import { readFileSync, writeFileSync } from 'node:fs';
import { badge, openDemo, signUp, somebody, strips } from './board.ts';
import { expect, test } from './fixtures.ts';
import { TestServer } from '../server.ts';

test('a producer exports the production, and it opens on another server with the same board; a damaged file says where', async ({
	page,
	person
}, info) => {
	await openDemo(page);
	const before = await strips(page).count();
	await page.goto(page.url().replace(/\/board.*/, '/settings'));
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export the production' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^Harbour Revenge \d{4}-\d\d-\d\d\.daybreak$/);
	await expect(page.getByText(/in your downloads/)).toBeVisible();
	const file = info.outputPath('whole.daybreak');
	await download.saveAs(file);
	const broken = info.outputPath('half.daybreak');
	writeFileSync(broken, readFileSync(file).subarray(0, 20_000));

	const elsewhere = new TestServer();
	await elsewhere.start();
	try {
		const wen = await person({ baseURL: `http://localhost:${elsewhere.port}` });
		await signUp(wen, somebody('Wen'));
		await wen.goto('/productions');
		const chooser = wen.locator('input[type=file]');
		await chooser.setInputFiles(broken);
		await expect(wen.getByText(/row 1 of its record does not fit/)).toBeVisible();
		await expect(wen.getByText('No production yet')).toBeVisible();
		await chooser.setInputFiles(file);
		await expect(wen.getByText(/you are its producer/)).toBeVisible();
		await expect(wen.getByText(/does not fit/)).toBeHidden();
		await chooser.setInputFiles(file);
		await expect(wen.getByText(/on this server already/)).toBeVisible();
		await wen.getByRole('link', { name: /Harbour Revenge/ }).click();
		await wen.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
		await expect(strips(wen)).toHaveCount(before);
		await expect(badge(wen)).toContainText('Synced');
	} finally {
		await elsewhere.end();
	}
});

test('only a producer is offered the export', async ({ page, person }) => {
	await openDemo(page);
	const id = new URL(page.url()).pathname.split('/')[2];
	const origin = new URL(page.url()).origin;
	const { token } = await page.request
		.post(`/api/productions/${id}/invitations`, {
			headers: { origin },
			data: { role: 'planner', hours: 1 }
		})
		.then((answer) => answer.json());
	const planner = await person();
	await signUp(planner, somebody('Planner'));
	await planner.request.post('/api/invitations/accept', { headers: { origin }, data: { token } });
	await planner.goto(`/p/${id}/settings`);
	await expect(planner.getByText('This device', { exact: true }).first()).toBeVisible();
	await expect(planner.getByRole('button', { name: 'Export the production' })).toHaveCount(0);
	expect((await planner.request.get(`/api/productions/${id}/export`)).status()).toBe(403);
});
