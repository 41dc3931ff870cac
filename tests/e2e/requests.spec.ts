import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { badge, join, openDemo, produce, signUp, somebody } from './board.ts';
import { joinAs } from './crew.ts';
import { expect, test } from './fixtures.ts';
import { everythingKept } from './storage.ts';

const sheet = (page: Page): Locator => page.getByRole('dialog', { name: /no\. \d+$/ }).first();
const row = (page: Page, words: string): Locator => page.locator('[data-request]').filter({ hasText: words });

async function openRequests(page: Page, id: string): Promise<void> {
	await page.goto(`/p/${id}/launch?tab=requests`);
	await expect(page.locator('[data-request]').first()).toBeVisible();
}

/** Hours of overtime that are the platform's, as the page says; 0 where it says none. */
async function platformHours(page: Page): Promise<number> {
	const line = await page.getByText(/^Platform: \d+ request/).textContent();
	return Number(/(\d+) h of the overtime/.exec(line ?? '')?.[1] ?? 0);
}

/** Waits until overtime is reckoned for a request in the list. */
const reckoned = (page: Page, words: string): Promise<void> =>
	expect(row(page, words)).toContainText(/overtime/, { timeout: 20_000 });

/** Writes down what the platform asks for. */
async function writeDown(page: Page, asked: string, scenes = 0, pages = '4'): Promise<void> {
	await page.getByRole('button', { name: 'Write down a request' }).click();
	const form = page.getByRole('dialog', { name: 'Write down a request' });
	await form.getByLabel('What was asked').fill(asked);
	await form.getByLabel('New scenes it needs').fill(String(scenes));
	await form.getByLabel('Pages each').fill(pages);
	await form.getByRole('button', { name: 'Write down', exact: true }).click();
	await expect(sheet(page)).toContainText(asked);
}

/** Answers the request whose sheet is open. */
async function answer(page: Page, word: string, toThem: string, why: string): Promise<void> {
	await sheet(page)
		.getByRole('button', { name: /^Answer/ })
		.click();
	const form = page.getByRole('dialog').filter({ has: page.getByLabel(/In words, for who asked/) });
	await form.getByRole('radio', { name: word, exact: true }).check();
	await form.getByLabel(/In words, for who asked/).fill(toThem);
	await form.getByLabel(/^Why, for us/).fill(why);
	await form.getByRole('button', { name: 'Answer', exact: true }).click();
	await expect(form).toHaveCount(0);
}

test('a platform’s request of three scenes puts its hours under the platform; refused, they go and Undo brings them back', async ({
	page
}) => {
	const id = await openDemo(page);
	await openRequests(page, id);
	await reckoned(page, 'reopened by law');
	const before = await platformHours(page);

	await writeDown(page, 'A rival who turns out to be her brother', 3, '4 4/8');
	await expect(sheet(page).getByText(/new, 4 4\/8 pages · to shoot/)).toHaveCount(3);
	await expect(sheet(page)).toContainText('Overtime more', { timeout: 20_000 });
	await reckoned(page, 'her brother');
	await expect.poll(() => platformHours(page)).toBeGreaterThan(before);
	await expect(sheet(page)).toContainText('Written down, with');

	await answer(page, 'Refused', 'Not within this month.', 'It takes two days we don’t have');
	await expect(sheet(page)).toContainText('out of the work');
	await expect(sheet(page)).toContainText('Why: It takes two days we don’t have');
	await expect.poll(() => platformHours(page)).toBe(before);
	// What it would take is still said.
	await expect(row(page, 'her brother')).toContainText('if it were taken up');

	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect.poll(() => platformHours(page)).toBeGreaterThan(before);
	await expect(row(page, 'her brother')).toContainText('Not answered');

	await page.goto(`/p/${id}/launch`);
	await expect(page.locator('[data-cause="platform"]').first()).toContainText(/[1-9][\d,]* h/, {
		timeout: 20_000
	});
});

test('a viewer sees what was asked and our answer as they are given, and nothing more', async ({
	page,
	person
}) => {
	const { id, token } = await produce(page, 'viewer');
	const viewer = await person();
	await join(
		viewer,
		token,
		somebody('Viewer'),
		viewer.getByRole('heading', { name: 'What you asked to change' })
	);
	await openRequests(page, id);
	await writeDown(page, 'More rain on the pier', 2, '1');
	await expect(row(viewer, 'More rain on the pier')).toContainText('Not answered yet');

	await sheet(page).getByRole('button', { name: 'I object' }).click();
	const form = page.getByRole('dialog').filter({ has: page.getByLabel('Why') });
	await form.getByLabel('Why').fill('hidden reason of the crew');
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(sheet(page)).toContainText('hidden reason of the crew');
	await answer(page, 'Negotiated', 'One scene, by the window.', 'hidden cause of the answer');

	await expect(row(viewer, 'More rain on the pier')).toContainText('Negotiated');
	await expect(row(viewer, 'More rain on the pier')).toContainText('One scene, by the window.');
	const seen = await viewer.locator('body').innerText();
	const kept = await everythingKept(viewer);
	for (const hidden of ['hidden reason of the crew', 'hidden cause of the answer', 'days are full'])
		expect(seen + kept).not.toContain(hidden);
	expect(seen).not.toMatch(/overtime/i);
	const { violations } = await new AxeBuilder({ page: viewer }).analyze();
	expect(violations.map(({ id: rule, nodes }) => [rule, nodes.length])).toEqual([]);
});

test('what is written down and answered without a network reaches the viewer once there is one', async ({
	page,
	person
}) => {
	const { id, token } = await produce(page, 'viewer');
	const viewer = await person();
	await join(
		viewer,
		token,
		somebody('Viewer'),
		viewer.getByRole('heading', { name: 'What you asked to change' })
	);
	await openRequests(page, id);
	await expect(badge(page)).toContainText('Synced');
	await page.context().setOffline(true);
	await writeDown(page, 'A happier end');
	await answer(page, 'Accepted', 'Yes.', 'Costs nothing');
	await expect(badge(page)).toContainText(/Saved|waiting|Offline/);
	await expect(row(viewer, 'A happier end')).toHaveCount(0);
	await page.context().setOffline(false);
	await expect(row(viewer, 'A happier end')).toContainText('Accepted', { timeout: 20_000 });
	await expect(badge(page)).toContainText('Synced', { timeout: 20_000 });
});

test('two people answer differently offline: both answers are there, and one of them settles it', async ({
	page,
	person
}) => {
	const { id } = await produce(page, 'planner');
	const planner = await person();
	await signUp(planner, somebody('Planner'));
	await joinAs(page, id, planner, 'planner', null);
	await openRequests(page, id);
	await openRequests(planner, id);
	await expect(badge(planner)).toContainText('Synced');
	for (const one of [page, planner]) {
		await row(one, 'End episode 10').click();
		await one.context().setOffline(true);
	}
	await answer(page, 'Accepted', 'Gladly.', 'It is better');
	await answer(planner, 'Refused', 'Too late.', 'It is shot already');
	for (const one of [page, planner]) await one.context().setOffline(false);
	for (const one of [page, planner]) {
		await expect(one.getByText(/was answered twice, differently/)).toBeVisible({ timeout: 20_000 });
		await expect(sheet(one)).toContainText('Gladly.');
		await expect(sheet(one)).toContainText('Too late.');
	}
	// A planner sees hours and no sums.
	await expect(planner.getByText('Days and paid overtime')).toHaveCount(0);
	await answer(planner, 'Accepted', 'Gladly.', 'Talked it over');
	for (const one of [page, planner])
		await expect(one.getByText(/was answered twice, differently/)).toHaveCount(0, { timeout: 20_000 });
});

test('what is missing is said by the field; the evidence has a page a request and leaves names out unless asked', async ({
	page
}) => {
	const id = await openDemo(page);
	await openRequests(page, id);
	await page.getByRole('button', { name: 'Write down a request' }).click();
	const form = page.getByRole('dialog', { name: 'Write down a request' });
	await form.getByLabel('Round').fill('');
	await form.getByLabel('New scenes it needs').fill('2');
	await form.getByLabel('Pages each').fill('a few');
	await form.getByRole('button', { name: 'Write down', exact: true }).click();
	await expect(form).toContainText('Write down what was asked.');
	await expect(form).toContainText('Say in which round');
	await expect(form).toContainText('Pages as 1 3/8');
	await form.getByRole('button', { name: 'Cancel' }).click();

	await reckoned(page, 'reopened by law');
	await page.getByRole('button', { name: 'Print as evidence' }).click();
	const dialog = page.getByRole('dialog', { name: 'Print as evidence' });
	await page.evaluate(() => (window.print = () => window.dispatchEvent(new Event('beforeprint'))));
	await dialog.getByRole('button', { name: 'Print', exact: true }).click();
	const printed = page.locator('[data-printed]');
	await expect(printed.locator('article')).toHaveCount(2);
	await expect(printed).toContainText('What the figures hold under');
	await expect(printed).toContainText('Chen Lan');
	await expect(printed).not.toContainText('The days are full');
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	await dialog.getByLabel('Names of who agreed and who objected').check();
	await dialog.getByLabel('What it costs in money').check();
	await dialog.getByRole('button', { name: 'Print', exact: true }).click();
	await expect(printed).toContainText('Objected:');
	await expect(printed).toContainText('¥');
});
