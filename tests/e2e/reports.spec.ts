import type { Page } from '@playwright/test';
import { badge, openDemo, signUp, somebody } from './board.ts';
import { daysAgo, joinAs, monthsSince, peopleOf } from './crew.ts';
import { recordsOf, take } from './downloads.ts';
import { expect, test } from './fixtures.ts';

/** "650 h 20", "45 min" and "79:11" in minutes. */
function minutes(text: string): number {
	const clock = /^(\d+):(\d\d)$/.exec(text.trim());
	if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
	const said = /^(?:(\d+) h)?\s*(?:(\d+)(?: min)?)?$/.exec(text.trim().replaceAll(',', ''));
	if (!said) throw new Error(`“${text}” is no length of time`);
	return Number(said[1] ?? 0) * 60 + Number(said[2] ?? 0);
}
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const figure = (page: Page, name: string) => page.locator(`main [data-figure=${name}]`);
/** A length of time the page says; one it has nothing to say of is none. */
const amountOf = async (page: Page, name: string): Promise<number> =>
	(await figure(page, name).count()) === 0
		? 0
		: minutes(await figure(page, name).locator('strong').innerText());

async function openReports(page: Page, id: string): Promise<void> {
	await page.goto(`/p/${id}/reports`);
	await expect(page.getByRole('grid', { name: 'Hours by person and day' })).toBeVisible();
	// Everybody's hours have come: until then the page says whose are missing.
	await expect(page.getByText(/The server hasn’t been heard/)).toHaveCount(0);
	await expect(badge(page)).toContainText('Synced');
}

test('a producer opens every figure on the days it adds up, and takes along files that agree to the minute', async ({
	page
}, info) => {
	const id = await openDemo(page);
	await openReports(page, id);
	// On a tablet a week stands beside the list of limits whole, with its sums.
	const { width, height } = page.viewportSize()!;
	await page.setViewportSize({ width: 1180, height: 820 });
	const map = page.getByRole('grid', { name: 'Hours by person and day' });
	expect(await map.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
	await page.setViewportSize({ width, height });
	await page.getByRole('radio', { name: 'Month' }).check();
	// The demo's wrapped days: on the first days of a month they lie in the one before.
	for (let back = monthsSince(daysAgo(3).iso); back > 0; back--)
		await page.getByRole('button', { name: 'Earlier' }).click();

	// People add up to departments, and departments to the whole.
	const rows = await page.locator('[role=row]:has(.sum button)').evaluateAll((all) =>
		all.map((one) => ({
			group: one.classList.contains('group'),
			text: one.querySelector('.sum')?.textContent?.trim() ?? ''
		}))
	);
	const [groups, people] = [rows.filter(({ group }) => group), rows.filter(({ group }) => !group)];
	const [worked, planned] = [await amountOf(page, 'worked'), await amountOf(page, 'planned')];
	expect(people.length).toBeGreaterThan(30);
	expect(sum(people.map(({ text }) => minutes(text)))).toBe(worked + planned);
	expect(sum(groups.map(({ text }) => minutes(text)))).toBe(worked + planned);

	// A figure opens the people and days behind it, a day its entries, and the way back is the one it came by.
	const overtime = await amountOf(page, 'overtime');
	await figure(page, 'overtime').getByRole('button').click();
	const sheet = page.getByRole('dialog', { name: 'Overtime', exact: true });
	const shares = await sheet.locator('h3 span:last-child').allInnerTexts();
	expect(sum(shares.map(minutes))).toBe(overtime);
	const days = await sheet.locator('li span:last-child').allInnerTexts();
	expect(sum(days.map(minutes))).toBe(overtime);
	await sheet.getByRole('listitem').first().getByRole('button').click();
	const day = page.getByRole('dialog').last();
	await expect(day).toContainText('Overtime of the day');
	await expect(day).toContainText(/\d\d:\d\d–\d\d:\d\d/);
	await expect(day.getByRole('link', { name: /All hours of/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(sheet).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	// A rest that fell short: both times, by how much, and the rule.
	await figure(page, 'restsBroken').getByRole('button').click();
	await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
	await expect(day).toContainText(
		/Wrapped .* \d\d:\d\d, called .* \d\d:\d\d\. ?That is .*: .* short of 10 h\. ?Rule H\d+/
	);
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	// So does a person's own sum, and who the plan takes over a limit next.
	await page.locator('[role=row]:not(.group) .sum button').first().click();
	await expect(page.getByRole('dialog').locator('[data-figure=unpaid]')).toContainText('¥');
	await page.keyboard.press('Escape');

	await page.getByRole('button', { name: 'Take along' }).click();
	const dialog = page.getByRole('dialog', { name: 'Export' });
	const taken = (name: RegExp) => take(page, dialog.getByRole('button', { name }), info);
	const workload = await taken(/^This workload.*Excel/);
	expect(workload.name).toMatch(/^Harbour Revenge – Workload \d{4}-\d\d-01 \d{4}-\d\d-\d\d\.xlsx$/);
	const table = recordsOf(workload.tables[0]?.rows ?? []);
	const whole = table.at(-1);
	expect(whole).toMatchObject({
		...{ Department: 'Total', 'Worked (min)': String(worked), 'Overtime (min)': String(overtime) }
	});
	expect(table.filter((row) => row.Person !== '')).toHaveLength(people.length);
	expect(recordsOf((await taken(/^This workload.*CSV/)).tables[0]?.rows ?? [])).toEqual(table);

	// One row a person and day; what somebody disagrees with says so beside its approval.
	const payroll = await taken(/^Payroll.*Excel/);
	const paid = recordsOf(payroll.tables[0]?.rows ?? []);
	expect(sum(paid.map((row) => Number(row['Worked (min)'])))).toBe(worked);
	expect(sum(paid.map((row) => Number(row['Overtime (min)'])))).toBe(overtime);
	expect(new Set(paid.map((row) => `${row.Person} ${row.Department} ${row.Date}`)).size).toBe(paid.length);
	expect(paid.every((row) => row['Rule set'] !== '')).toBe(true);
	const unpaid = await figure(page, 'unpaid').locator('strong').innerText();
	expect(
		sum(paid.map((row) => Math.round(Number(row['Overtime not paid, its worth']) * 100))) / 100
	).toBeCloseTo(Number(unpaid.replace(/[^\d.]/g, '')), 2);
	const disputed = paid.filter((row) => row.Consent === 'disagreed');
	expect(disputed.every((row) => row.Objection !== '')).toBe(true);
	expect(disputed).toHaveLength(await amountOf(page, 'disputed'));
	const csv = recordsOf((await taken(/^Payroll.*CSV/)).tables[0]?.rows ?? []);
	expect(csv.map((row) => row['Worked (min)'])).toEqual(paid.map((row) => row['Worked (min)']));

	// What leaves the house names no person, no money and no department of fewer than four.
	const shared = await taken(/^Copy for outside.*Excel/);
	const outside = recordsOf(shared.tables[0]?.rows ?? []);
	expect(outside.length).toBeGreaterThan(2);
	for (const row of outside) expect(Number(row.People)).toBeGreaterThanOrEqual(4);
	const names = (await peopleOf(page, id)).map(({ name }) => name).filter((name) => name !== '');
	const said = JSON.stringify(outside);
	for (const name of names) expect(said.includes(name), name).toBe(false);
	expect(said).not.toMatch(/paid|¥|worth/i);
	await page.keyboard.press('Escape');

	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	await expect(page.locator('[data-printed] tbody tr')).toHaveCount(outside.length);
	const paper = await page.locator('body').innerText();
	expect(paper).toContain('Departments of four people or more');
	for (const name of names) expect(paper.includes(name), name).toBe(false);
});

test('a production manager who keeps the crew’s hours reads the same report without a sum of money', async ({
	page,
	person
}, info) => {
	const id = await openDemo(page);
	const [manager, other] = (await peopleOf(page, id)).filter(({ department }) => department === 'production');
	if (!manager || !other) throw new Error('the demo has nobody in production');
	const keeper = await person();
	await signUp(keeper, somebody('Manager'));
	await joinAs(page, id, keeper, 'planner', manager.id, 'all');
	await openReports(keeper, id);
	await expect(figure(keeper, 'overtime')).toBeVisible();
	await expect(keeper.locator('main')).not.toContainText('¥');
	await keeper.getByRole('button', { name: 'Take along' }).click();
	const press = keeper.getByRole('dialog').getByRole('button', { name: /^Payroll.*CSV/ });
	const [head = []] = (await take(keeper, press, info)).tables[0]?.rows ?? [];
	expect(head).toContain('Worked (min)');
	expect(head.filter((one) => /pay|currency|worth/i.test(String(one)))).toEqual([]);

	const director = await person();
	await signUp(director, somebody('Director'));
	await joinAs(page, id, director, 'planner', other.id);
	await director.goto(`/p/${id}/reports`);
	await expect(director.getByRole('heading', { name: 'Reports are for who keeps hours' })).toBeVisible();
});
