import { readCastList, readSheet } from '../../src/lib/domain/scripts/index.ts';
import { badge, openDemo, strips } from './board.ts';
import { take } from './downloads.ts';
import { expect, test } from './fixtures.ts';

test('a planner takes schedule and breakdown along as sheets, without a network, and they read in again whole', async ({
	page,
	context
}, info) => {
	await openDemo(page);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
	await expect(badge(page)).toContainText('Synced');
	await context.setOffline(true);
	await expect(badge(page)).toContainText('Offline');

	await page.getByRole('button', { name: 'View' }).click();
	await page.getByRole('menuitem', { name: 'Export…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Export' });
	const taken = async (name: string, ending: string) => {
		const file = await take(page, dialog.getByRole('button', { name }), info);
		expect(file.name).toMatch(new RegExp(`^Harbour Revenge – \\w+\\.${ending}$`));
		return file.tables;
	};

	const [schedule, cast] = await taken('Schedule: Excel (.xlsx)', 'xlsx');
	await expect(page.getByText('Saved as “Harbour Revenge – Schedule.xlsx”')).toBeVisible();
	const shot = readSheet(schedule?.rows ?? [], undefined, readCastList(cast?.rows ?? []));
	expect(shot.scenes.length).toBeGreaterThan(200);
	expect(shot.days.length).toBeGreaterThan(5);
	expect(shot.scenes.some(({ strips: on }) => on?.some(({ status }) => status === 'shot'))).toBe(true);

	const [breakdown] = await taken('Breakdown: CSV', 'csv');
	const scenes = readSheet(breakdown?.rows ?? []).scenes;
	expect(scenes.map(({ number }) => number).sort()).toEqual(shot.scenes.map(({ number }) => number).sort());

	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(strips(page).first()).toBeVisible();
});
