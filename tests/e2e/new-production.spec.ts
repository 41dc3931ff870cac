import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { badge, numbersOn, signUp, somebody, strips } from './board.ts';
import { expect, test } from './fixtures.ts';

const script = (name: string): string => join(import.meta.dirname, '../fixtures/scripts', name);
const scenes = (page: Page) =>
	strips(page).evaluateAll((all) =>
		all.map((one) => one.getAttribute('data-scene-number')).filter((number) => number !== null)
	);

async function fill(page: Page, title: string): Promise<void> {
	await page.getByLabel('Title').fill(title);
	await page.getByLabel('Green light').fill('2026-12-01');
	await page.getByLabel('First shoot day').fill('2026-12-14');
	await page.getByLabel('Launch').fill('2027-01-04');
	await page.getByLabel('Shoot days').fill('3');
}

test('a Fountain script that is dropped in is shown first, and becomes a board on Create', async ({
	page
}) => {
	await signUp(page, somebody('Producer'));
	await page.goto('/productions/new');
	await fill(page, 'Rain Money');
	await page.locator('input[type=file]').setInputFiles(script('rain-money.fountain'));
	await expect(page.getByText(/3 episodes/).first()).toBeVisible();
	expect((await page.request.get('/api/me').then((answer) => answer.json())).productions).toEqual([]);
	await page.getByRole('button', { name: 'Create production' }).click();
	await expect(page).toHaveURL(/\/board$/);
	await expect(strips(page).first()).toBeVisible();
	const numbers = await scenes(page);
	expect(new Set(numbers).size).toBe(numbers.length);
	expect(numbers.length).toBeGreaterThan(5);
	await expect(page.locator('[data-day-number]')).toHaveCount(3);
	await expect(badge(page)).toContainText('Synced');
});

test('a Final Draft script that is dropped in is shown with its numbers and lengths, and becomes a board', async ({
	page
}) => {
	await signUp(page, somebody('Producer'));
	await page.goto('/productions/new');
	await fill(page, 'Rain Money');
	await page.locator('input[type=file]').setInputFiles(script('fdx/final-draft.fdx'));
	await expect(page.getByText('Read as Final Draft.')).toBeVisible();
	await expect(page.getByText(/2 episodes/).first()).toBeVisible();
	await expect(page.getByText('Red umbrella')).toHaveCount(1);
	await page.getByRole('button', { name: 'Create production' }).click();
	await expect(strips(page).first()).toBeVisible();
	expect((await scenes(page)).filter((number) => /^1[235]A?$/.test(number ?? '')).sort()).toEqual([
		'12A',
		'13',
		'15'
	]);
});

test('a Chinese script that is pasted becomes a board with its 集-场 numbers', async ({ page }) => {
	await signUp(page, somebody('Producer'));
	await page.goto('/productions/new');
	await fill(page, '替身');
	await page.getByRole('radio', { name: 'Pasted text' }).check();
	await page.getByLabel('The script').fill(readFileSync(script('ti-shen.txt'), 'utf8'));
	await page.getByRole('button', { name: 'Create production' }).click();
	await expect(strips(page).first()).toBeVisible();
	expect(await scenes(page)).toContain('1-1');
});

test('a production made without a network is on the board at once and reaches the server when it is back', async ({
	page,
	context
}) => {
	await signUp(page, somebody('Producer'));
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await context.setOffline(true);
	await page.goto('/productions/new');
	await fill(page, 'Made in a field');
	await page.locator('input[type=file]').setInputFiles(script('rain-money.fountain'));
	await page.getByRole('button', { name: 'Create production' }).click();
	await expect(strips(page).first()).toBeVisible();
	await expect(badge(page)).toContainText('waiting');
	await page.reload();
	await expect(strips(page).first()).toBeVisible();
	const before = await numbersOn(page, 1);
	await context.setOffline(false);
	await expect(badge(page)).toContainText('Synced');
	await expect
		.poll(async () => (await page.request.get('/api/me').then((answer) => answer.json())).productions.length)
		.toBe(1);
	expect(await numbersOn(page, 1)).toEqual(before);
});

test.describe('a script or a date that cannot be is said in a plain sentence, and nothing is made', () => {
	test.beforeEach(async ({ page }) => {
		await signUp(page, somebody('Producer'));
		await page.goto('/productions/new');
		await fill(page, 'Bad input');
	});
	const cases: readonly [name: string, bytes: Buffer, says: RegExp][] = [
		['an empty file', Buffer.from(''), /nothing in it/],
		[
			'a picture',
			Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]),
			/not a text file|picture|image/i
		],
		[
			'a Final Draft file with entities of its own',
			readFileSync(script('fdx/doctype.fdx')),
			/holds a DOCTYPE.*See line 2\./
		],
		[
			'a Final Draft file that is cut short',
			Buffer.from('<FinalDraft>\n<Content>\n<Para'),
			/damaged.*See line 3\./
		],
		['a letter', Buffer.from('Dear Lin,\n\nsee you at the pier.\n'), /scene/i],
		['a file of 50 MB', Buffer.alloc(50 * 1024 * 1024, 'a'), /larger than 20 MB/]
	];
	for (const [name, buffer, says] of cases) {
		test(name, async ({ page }, info) => {
			const file = info.outputPath('script.fountain');
			writeFileSync(file, buffer);
			await page.locator('input[type=file]').setInputFiles(file);
			await expect(page.getByText(says).first()).toBeVisible();
			await page.getByRole('button', { name: 'Create production' }).click();
			await expect(page).toHaveURL(/\/productions\/new$/);
			await expect(page.getByLabel('Title')).toHaveValue('Bad input');
		});
	}

	test('a launch before the green light', async ({ page }) => {
		await page.getByRole('radio', { name: 'No script yet' }).check();
		await page.getByLabel('Launch').fill('2026-11-01');
		await page.getByRole('button', { name: 'Create production' }).click();
		await expect(page.getByText('The launch is before the green light')).toBeVisible();
		await expect(page).toHaveURL(/\/productions\/new$/);
	});
});
