import type { Page } from '@playwright/test';
import { badge, openDemo, signUp, somebody, strips } from './board.ts';
import { daysAgo, joinAs, peopleOf } from './crew.ts';
import { expect, test } from './fixtures.ts';

const REST = 'Rest between wrap and call, at least';
const SPECIAL = 'A day is extended by at most, for special reasons';

const number = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const draft = (page: Page) => page.getByRole('region', { name: /not kept yet/ });
const calendar = (page: Page) => page.getByRole('region', { name: 'Calendar', exact: true });
const log = (page: Page) => page.getByRole('region', { name: 'What was changed' });

async function openRules(page: Page, id: string): Promise<void> {
	await page.goto(`/p/${id}/settings/rules`);
	await expect(page.getByRole('heading', { name: 'Rules for hours' })).toBeVisible();
}
async function type(page: Page, label: string, value: string): Promise<void> {
	const field = number(page, label);
	await field.fill(value);
	await field.press('Tab');
}
async function keep(page: Page): Promise<void> {
	await draft(page).getByRole('button', { name: 'Keep' }).click();
	await expect(draft(page)).toHaveCount(0);
}

test('a producer changes how long people rest and how long a day may be: first sees whom it touches, then the board and the hours say so', async ({
	page
}) => {
	const id = await openDemo(page);
	await expect(page.getByText(/under 10 h|everyone rests 10 h/).first()).toBeVisible();
	await page.goto(`/p/${id}/settings`);
	await page.getByRole('link', { name: 'Rules and calendar' }).click();

	await type(page, REST, '14:00');
	await type(page, SPECIAL, '0:30');
	await expect(draft(page)).toContainText('2 changes not kept yet');
	await draft(page).getByLabel('From when').selectOption('Every day, also those gone by');
	await expect(draft(page)).toContainText(/Changes \d+ days of work, for \d+ of \d+ people/);
	await expect(draft(page)).toContainText(/\d+ flags more/);
	// Nothing is written yet.
	await expect(log(page)).toContainText('Nothing yet');
	await keep(page);
	await expect(log(page)).toContainText(`${REST}: 14 h`);
	await expect(page.getByText('2 numbers are the production’s own')).toBeVisible();

	await page.goto(`/p/${id}/board`);
	await expect(strips(page).first()).toBeVisible();
	await expect(page.getByText(/people rest under 14 h/).first()).toBeVisible();

	const camera = (await peopleOf(page, id)).find(({ department }) => department === 'camera');
	await page.goto(`/p/${id}/hours/of/${camera?.id}?day=${daysAgo(2).iso}`);
	const said = page.getByText(/past the 30 min allowed at most/).first();
	await expect(said).toBeVisible();
	// The rule's number opens where it stands.
	await said.getByRole('button', { name: 'Where rule H18 stands' }).click();
	await expect(page.getByText('Rule H18: Labour Law (劳动法) Art. 41')).toBeVisible();
	await page.getByRole('link', { name: 'All rules and their sources' }).click();
	await expect(number(page, SPECIAL)).toBeInViewport();

	// Taken back, everything is as it was.
	await log(page)
		.locator('[data-change="limit.REST_SHORT.minMin"]')
		.getByRole('button', { name: 'Take back' })
		.click();
	await expect(number(page, REST)).toHaveValue('10:00');
	await page.goto(`/p/${id}/board`);
	await expect(page.getByText(/under 10 h|everyone rests 10 h/).first()).toBeVisible();
});

test('a change from today on leaves the days before as they were judged', async ({ page }) => {
	const id = await openDemo(page);
	const camera = (await peopleOf(page, id)).find(({ department }) => department === 'camera');
	await openRules(page, id);
	await type(page, SPECIAL, '0:30');
	await keep(page);
	await expect(log(page)).toContainText(/Holds from .* on/);
	await page.goto(`/p/${id}/hours/of/${camera?.id}?day=${daysAgo(2).iso}`);
	await expect(page.getByText(daysAgo(2).words).first()).toBeVisible();
	await expect(page.getByText('past the 30 min allowed at most')).toHaveCount(0);
});

test('a performer follows another rule set than the crew, said in the person’s own sheet', async ({
	page
}) => {
	const id = await openDemo(page);
	const actor = (await peopleOf(page, id)).find(({ department }) => department === 'cast');
	const name = actor?.name ?? '';
	await page.goto(`/p/${id}/people`);
	await page.locator(`[data-person="${name}"]`).getByRole('button', { name }).click();
	await page
		.getByRole('dialog', { name })
		.getByLabel(`Rules for ${name}`)
		.selectOption('SAG-AFTRA day performer');
	await expect(page.getByText('1 rule changed.')).toBeVisible();
	await openRules(page, id);
	await expect(page.getByText('1 person follows other rules')).toBeVisible();
	await expect(page.getByLabel(`Rules for ${name}`)).toHaveValue('us-sag-performer');
	await expect(log(page)).toContainText(`For ${name}. Rule set of the production: SAG-AFTRA day performer`);
});

test('a holiday is entered, the year’s arrangement said to be whole, and one undo takes back what was kept together', async ({
	page
}) => {
	const id = await openDemo(page);
	await openRules(page, id);
	await expect(calendar(page)).toContainText('Holidays are entered up to 31 December 2026.');
	await type(page, 'First day', '2027-02-04');
	await type(page, 'Last day', '2027-02-04');
	await page.getByLabel('What it is').selectOption('Day off');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await page.getByRole('button', { name: 'The arrangement of 2027 is whole' }).click();
	await expect(draft(page)).toContainText('2 changes not kept yet');
	await keep(page);
	await expect(calendar(page)).toContainText('Holidays are entered up to 31 December 2027.');
	await expect(page.locator('li[data-kind="off"]', { hasText: 'Thu 4 Feb' })).toContainText('entered here');
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(calendar(page)).toContainText('Holidays are entered up to 31 December 2026.');
});

test('two who change different rules without a network both keep theirs', async ({ page, person }) => {
	const id = await openDemo(page);
	const other = await person();
	await other.goto('/');
	await signUp(other, somebody('Planner'));
	await joinAs(page, id, other, 'planner', null);
	await openRules(page, id);
	await openRules(other, id);
	await expect(badge(other)).toContainText('Synced');
	for (const one of [page, other]) await one.context().setOffline(true);
	await expect(badge(other)).toContainText('Offline');

	await type(page, REST, '11:00');
	await keep(page);
	await type(other, 'Overtime of a month, at most', '30:00');
	await expect(draft(other)).toContainText('you don’t see the hours');
	await keep(other);
	await expect(log(other)).toContainText('Overtime of a month, at most: 30 h');

	for (const one of [page, other]) await one.context().setOffline(false);
	for (const one of [page, other]) {
		await expect(number(one, REST)).toHaveValue('11:00');
		await expect(number(one, 'Overtime of a month, at most')).toHaveValue('30:00');
		await expect(log(one).locator('li')).toHaveCount(2);
		await expect(badge(one)).toContainText('Synced');
	}
});

test('a crew member reads which rules hold and can change none', async ({ page, person }) => {
	const id = await openDemo(page);
	const grip = (await peopleOf(page, id)).find(({ department }) => department === 'camera');
	await openRules(page, id);
	await type(page, REST, '11:00');
	await keep(page);
	await expect(badge(page)).toContainText('Synced');

	const crew = await person();
	await crew.goto('/');
	await signUp(crew, somebody('Grip'));
	await joinAs(page, id, crew, 'crew', grip?.id ?? null);
	await crew.goto(`/p/${id}/hours`);
	await crew.getByRole('link', { name: 'Rules and calendar' }).click();
	await expect(crew.getByText('These rules judge your hours.')).toBeVisible();
	await expect(number(crew, REST)).toHaveValue('11:00');
	await expect(number(crew, REST)).not.toBeEditable();
	await expect(crew.getByLabel('Rule set of the production')).toBeDisabled();
	await expect(log(crew)).toContainText(`${REST}: 11 h`);
	await expect(crew.getByRole('main').getByRole('button', { name: /Take back|Keep|Add|Back/ })).toHaveCount(
		0
	);
});
