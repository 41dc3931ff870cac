import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { badge, boneyard, numbersOn, scene, signUp, somebody, strips } from './board.ts';
import { expect, test } from './fixtures.ts';

const file = (name: string): string => join(import.meta.dirname, '../fixtures/scripts', name);

/** A production begun from the first draft, on its board. */
async function begin(page: Page, title: string): Promise<string> {
	await signUp(page, somebody('Planner'));
	await page.goto('/productions/new');
	await page.getByLabel('Title').fill(title);
	await page.getByLabel('Green light').fill('2026-12-01');
	await page.getByLabel('First shoot day').fill('2026-12-14');
	await page.getByLabel('Launch').fill('2027-01-04');
	await page.getByLabel('Shoot days').fill('4');
	await page.locator('input[type=file]').setInputFiles(file('rain-money.fountain'));
	await page.getByRole('button', { name: 'Create production' }).click();
	await expect(strips(page).first()).toBeVisible();
	return new URL(page.url()).pathname.split('/')[2] as string;
}

/** What every day holds, and what each strip says of itself. */
async function boardOf(page: Page): Promise<readonly (readonly string[])[]> {
	const days = await page.locator('[data-day-number]').count();
	const lists: string[][] = [];
	for (let day = 1; day <= days; day++) lists.push(await numbersOn(page, day));
	return lists;
}

const mark = async (page: Page, number: string): Promise<void> => {
	await scene(page, number).first().focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Shot', exact: true }).click();
	await page.keyboard.press('Escape');
};

async function lay(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: 'Add' }).click();
	await page.getByRole('menuitem', { name: 'Import a rewrite…' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Import a rewrite' })).toBeVisible();
	await page.locator('input[type=file]').setInputFiles(file(name));
	await expect(page.locator('[data-counts]')).toBeVisible();
}

test('a rewrite read in after scenes were shot keeps schedule, estimates and marks of the rest, and one undo takes it back', async ({
	page
}) => {
	await begin(page, 'Rain Money');
	const first = await boardOf(page);
	await mark(page, '1');
	await mark(page, '3');
	await lay(page, 'rain-money-blue.fountain');
	await expect(page.locator('[data-counts]')).toHaveText(
		'1 added, 2 changed, 1 moved, 1 removed, 5 scenes stay.'
	);
	await expect(page.getByText('Shot, but rewritten')).toBeVisible();

	await page.getByRole('button', { name: 'Take it in' }).click();
	await expect(page.getByText('Say why the script changed.').first()).toBeVisible();
	await page.getByRole('radio', { name: 'Asked for in a review' }).check();
	await page.getByLabel('What was asked').fill('Give the car a driver');
	await page.getByLabel('Version').fill('Blue');
	await page.getByRole('button', { name: 'Take it in' }).click();

	await expect(page).toHaveURL(/\/board$/);
	await expect(page.getByText('Took in the rewrite: 5 scenes differ.')).toBeVisible();
	const now: Readonly<Record<string, string>> = { '2': '3', '3': '4', '4': '5', '5': '7', '8': '9' };
	const renamed = first.map((day) =>
		day.flatMap((number) => (number === '9' ? [] : [now[number] ?? number]))
	);
	expect(await boardOf(page)).toEqual(renamed);
	await expect(boneyard(page).locator('[data-scene-number="2"]')).toBeVisible();
	await expect(scene(page, '4')).toHaveAttribute('data-status', 'shot');

	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect.poll(() => boardOf(page)).toEqual(first);
	await expect(scene(page, '3')).toHaveAttribute('data-status', 'shot');
	await expect(badge(page)).toContainText('Synced');
});

test('what is not ticked is left out, and a cancel leaves nothing', async ({ page }) => {
	const id = await begin(page, 'Rain Money');
	const first = await boardOf(page);
	await lay(page, 'rain-money-blue.fountain');
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect.poll(() => boardOf(page)).toEqual(first);
	await page.goto(`/p/${id}/import`);
	await page.locator('input[type=file]').setInputFiles(file('rain-money-blue.fountain'));
	await page.getByRole('checkbox', { name: 'Take scene 2' }).uncheck();
	await page.getByRole('checkbox', { name: 'Take scene 9' }).uncheck();
	await page.getByRole('checkbox', { name: 'Take the new numbers' }).uncheck();
	await page.getByRole('radio', { name: 'Our own rewrite' }).check();
	await page.getByRole('button', { name: 'Take it in' }).click();
	// A platform original's script is the platform's: its version has to be named.
	await expect(page.getByText('Name the platform’s version.').first()).toBeVisible();
	await page.getByLabel('The platform’s version').fill('Blue');
	await page.getByRole('button', { name: 'Take it in' }).click();
	await expect(strips(page).first()).toBeVisible();
	await expect(scene(page, '9').first()).toBeVisible();
	await expect(boneyard(page).locator('[data-scene-number="2"]')).toHaveCount(0);
});

test('the script’s own file again says that nothing differs', async ({ page }) => {
	await begin(page, 'Rain Money');
	await page.getByRole('button', { name: 'Add' }).click();
	await page.getByRole('menuitem', { name: 'Import a rewrite…' }).click();
	await page.locator('input[type=file]').setInputFiles(file('rain-money.fountain'));
	await expect(page.getByText('Nothing differs: the plan already stands at this script.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Take it in' })).toHaveCount(0);
});

test('the second of two people who import at once sees the plan reckoned anew, and no scene is there twice', async ({
	page,
	context
}) => {
	const id = await begin(page, 'Rain Money');
	await expect(badge(page)).toContainText('Synced');
	const other = await context.newPage();
	for (const one of [page, other]) {
		await one.goto(`/p/${id}/import`);
		await one.locator('input[type=file]').setInputFiles(file('rain-money-blue.fountain'));
		await expect(one.locator('[data-counts]')).toBeVisible();
		await one.getByRole('radio', { name: 'Our own rewrite' }).check();
	}
	await page.getByLabel('Version').fill('Blue');
	await page.getByRole('button', { name: 'Take it in' }).click();
	await expect(page).toHaveURL(/\/board$/);
	await expect(other.getByText('Somebody else took in “Blue” while you looked.')).toBeVisible();
	await expect(other.getByText('Nothing differs: the plan already stands at this script.')).toBeVisible();
	expect(await boneyard(page).locator('[data-scene-number="2"]').count()).toBe(1);
});

const sheet = (name: string): string => join(import.meta.dirname, '../fixtures/sheets', name);

test('a producer starts from a workbook: columns are shown and corrected, repaired cells are said, the board is the sheet’s', async ({
	page
}) => {
	await signUp(page, somebody('Producer'));
	await page.goto('/productions/new');
	await page.getByLabel('Title').fill('Tea house');
	await page.getByLabel('Green light').fill('2026-11-01');
	await page.getByLabel('First shoot day').fill('2026-11-10');
	await page.getByLabel('Launch').fill('2026-12-04');
	await page.getByLabel('Shoot days').fill('3');
	await page.locator('input[type=file]').setInputFiles(sheet('saved-by-excel.xlsx'));
	await expect(page.getByText('Read as a breakdown sheet.')).toBeVisible();
	await expect(page.getByText(/columns understood/)).toBeVisible();
	await expect(page.getByText('The spreadsheet had made a date of it; read as it was typed.')).toBeVisible();

	await page.getByText(/columns understood/).click();
	const set = page.getByRole('combobox', { name: 'Column Set is' });
	await set.selectOption('');
	await expect(page.getByRole('definition').filter({ hasText: /^0$/ })).toHaveCount(1);
	await set.selectOption('set');
	await expect(page.getByText('4 scenes in 2 episodes')).toBeVisible();

	await page.getByRole('button', { name: 'Create production' }).click();
	await expect(strips(page).first()).toBeVisible();
	expect(await boardOf(page)).toEqual([['1-1', '1-2'], ['3-1']]);
	expect(await numbersOn(page, null)).toEqual(['3-2']);

	await page.getByRole('button', { name: 'Add' }).click();
	await page.getByRole('menuitem', { name: 'Import a rewrite…' }).click();
	await page.locator('input[type=file]').setInputFiles(sheet('saved-by-excel.xlsx'));
	await expect(page.getByText('Nothing differs: the plan already stands at this script.')).toBeVisible();
});
