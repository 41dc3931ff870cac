import type { Page } from '@playwright/test';
import { documentName } from '#lib/domain/people/permissions.ts';
import { badge, openDemo, signUp, somebody } from './board.ts';
import { asPerson, daysAgo, headAndGrip, joinAs, monthsSince, peopleOf } from './crew.ts';
import { recordsOf, take } from './downloads.ts';
import { expect, test } from './fixtures.ts';
import { everythingKept, overheard } from './storage.ts';

const row = (page: Page, who: string, date: string) =>
	page.locator('[data-review-row]').filter({ hasText: who }).filter({ hasText: date });
const line = (page: Page, who: string) => page.locator('[data-department-row]').filter({ hasText: who });

test('a head of department enters a department, one person disagrees, the producer approves, and a change shows', async ({
	page,
	person
}, info) => {
	test.setTimeout(120_000);
	const id = await openDemo(page);
	const { camera, keeper, worker } = await headAndGrip(page, id, person);
	const [head, grip, puller] = camera;
	if (!head || !grip || !puller) throw new Error('the demo has fewer than three people at the camera');
	const day = daysAgo(45);

	// The board's people of the last shoot day are there; this day long before it has to be filled by hand.
	await keeper.goto(`/p/${id}/hours/department`);
	await expect(keeper.locator('[data-department-row]').first()).toBeVisible();
	await keeper.getByLabel('Day', { exact: true }).fill(day.iso);
	await expect(keeper.getByText('The board calls nobody of yours on this day.')).toBeVisible();
	for (const one of [head, grip, puller])
		await keeper.getByLabel('Somebody else').selectOption({ label: one.name });
	await keeper.getByLabel('Call', { exact: true }).fill('07:00');
	await keeper.getByLabel('Wrap', { exact: true }).fill('19:30');
	await keeper.getByLabel('Meal from').fill('12:00');
	await keeper.getByLabel('Meal to').fill('12:40');
	await line(keeper, puller.name).getByRole('button', { name: 'No meal' }).click();
	await expect(line(keeper, puller.name)).toContainText('07:00–19:30, 12 h 30');
	await expect(line(keeper, grip.name)).toContainText('07:00–19:30, 11 h 50 · meals 12:00–12:40');

	await keeper.context().setOffline(true);
	await keeper.getByRole('button', { name: 'Enter 3 people' }).click();
	await expect(keeper.getByText('Entered for 3 people · Saved on this device')).toBeVisible();
	await expect(line(keeper, grip.name)).toContainText('logged already: 07:00–19:30');
	// Taken back at once and entered again: both stay in the record.
	await keeper.getByRole('button', { name: 'Take all of it back' }).click();
	await expect(line(keeper, grip.name)).toHaveCount(0);
	for (const one of [head, grip, puller])
		await keeper.getByLabel('Somebody else').selectOption({ label: one.name });
	await keeper.getByRole('button', { name: 'Enter 3 people' }).click();
	await keeper.context().setOffline(false);
	await expect(keeper.getByText('Entered for 3 people · Synced')).toBeVisible();

	// To its person it is "entered for you", and silence is not consent.
	await worker.goto(`/p/${id}/hours`);
	await worker.getByRole('button', { name: new RegExp(day.words) }).click();
	await expect(worker.getByRole('dialog')).toContainText('Entered for you by');
	await worker.getByRole('button', { name: 'Disagree' }).click();
	await worker.getByLabel('What is wrong?').fill('wrapped at 21:00');
	await worker.getByRole('dialog').getByRole('button', { name: 'Disagree' }).last().click();
	await expect(worker.getByRole('dialog')).toContainText('you disagree: wrapped at 21:00');
	await expect(badge(worker)).toContainText('Synced');

	// Who keeps hours sees it too, and never decides on the own.
	await keeper.goto(`/p/${id}/review`);
	await expect(row(keeper, grip.name, day.words)).toContainText('disagrees: wrapped at 21:00');
	await expect(row(keeper, head.name, day.words)).toContainText('Yours: somebody else decides.');
	await row(keeper, head.name, day.words).click();
	await keeper.keyboard.press('a');
	await keeper.keyboard.press('x');
	await expect(row(keeper, head.name, day.words)).toContainText('waits');
	await expect(keeper.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);

	await page.goto(`/p/${id}/review`);
	await page.getByLabel('Person').selectOption({ label: grip.name });
	await expect(row(page, grip.name, day.words)).toContainText('disagrees: wrapped at 21:00');
	await row(page, grip.name, day.words).click();
	await page.keyboard.press('a');
	await expect(row(page, grip.name, day.words)).toHaveCount(0);
	await page.getByLabel('Show').selectOption('unpaid');
	await expect(row(page, grip.name, day.words)).toContainText('approved');
	await expect(row(page, grip.name, day.words)).toContainText('disagrees: wrapped at 21:00');

	// Approved or not, the report and the payroll say who disagrees; and what the three worked adds up to the minute.
	await page.goto(`/p/${id}/reports`);
	await expect(page.getByRole('grid', { name: 'Hours by person and day' })).toBeVisible();
	await expect(page.getByText(/The server hasn’t been heard/)).toHaveCount(0);
	await page.getByRole('radio', { name: 'Month' }).check();
	for (let back = monthsSince(day.iso); back > 0; back--)
		await page.getByRole('button', { name: 'Earlier' }).click();
	await expect(
		page.getByRole('button', {
			name: new RegExp(`^${grip.name}, ${day.words}: 11 h 50 worked.*1 disagreement$`)
		})
	).toBeVisible();
	await expect(page.locator('main [data-figure=worked] strong')).toHaveText('36 h 10');
	await page.getByRole('button', { name: 'Take along' }).click();
	const payroll = await take(page, page.getByRole('button', { name: /^Payroll.*CSV/ }), info);
	const paid = recordsOf(payroll.tables[0]?.rows ?? []);
	expect(paid.map((one) => Number(one['Worked (min)'])).sort()).toEqual([710, 710, 750]);
	expect(paid.find((one) => one.Person === grip.name)).toMatchObject({
		...{ Consent: 'disagreed', Objection: 'wrapped at 21:00', Approval: 'approved', 'Worked (min)': '710' }
	});
	expect(paid.find((one) => one.Person === puller.name)).toMatchObject({
		...{ Consent: 'entered for, not answered', Approval: 'waits' }
	});
	await page.goto(`/p/${id}/review`);

	// The person says what it was: what was approved is no longer what stands.
	await worker.getByRole('button', { name: 'Correct' }).click();
	await worker.getByLabel('To', { exact: true }).fill('21:00');
	await worker.getByLabel('Why', { exact: true }).fill('the load-out took until nine');
	await worker.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByLabel('Show').selectOption('wanted');
	await expect(row(page, grip.name, day.words)).toContainText('changed since');
	await row(page, grip.name, day.words).click();
	await expect(page.getByText('disagreed with what was here before: wrapped at 21:00')).toBeVisible();
	await page.getByText(/Before that/).click();
	await expect(page.locator('[data-review-detail]')).toContainText('07:00–19:30');

	// Asked, answered, approved, paid: all from the keys.
	await page.keyboard.press('q');
	await page.getByLabel('Your question').fill('Was the truck there?');
	await page.keyboard.press('Enter');
	await expect(page.getByText(`Queried: ${grip.name}, ${day.words}.`)).toBeVisible();
	await expect(worker.getByRole('button', { name: new RegExp(day.words) })).toContainText('a question');
	await page.getByLabel('Show').selectOption('asked');
	await row(page, grip.name, day.words).click();
	await page.keyboard.press('a');
	await page.getByLabel('Show').selectOption('unpaid');
	await row(page, grip.name, day.words).click();
	await page.keyboard.press('p');
	await page.getByRole('button', { name: 'Mark 1 day as paid' }).click();
	await page.getByLabel('Show').selectOption('paid');
	await expect(row(page, grip.name, day.words)).toContainText('paid');
	await expect(badge(page)).toContainText('Synced');
});

test('a planner without hours to keep finds no logged entry anywhere: page, document, storage, network', async ({
	page,
	person
}) => {
	const id = await openDemo(page);
	const crew = (await peopleOf(page, id)).filter(({ department }) => department === 'camera');
	const [grip, other] = crew;
	if (!grip || !other) throw new Error('the demo has nobody at the camera');
	const CANARY = 'the canary sings at midnight';
	const day = daysAgo(45);

	// The producer enters a day for the grip, with words no director may ever meet.
	await page.goto(`/p/${id}/hours/of/${grip.id}`);
	await page.getByRole('button', { name: 'Enter a day for them' }).click();
	await page.getByLabel('Day', { exact: true }).fill(day.iso);
	await page.getByLabel('From', { exact: true }).fill('03:17');
	await page.getByLabel('To', { exact: true }).fill('23:19');
	await page.getByLabel(/^Note/).fill(CANARY);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('dialog')).toContainText(CANARY);
	await expect(badge(page)).toContainText('Synced');

	const director = await person();
	const sent = overheard(director);
	await signUp(director, somebody('Director'));
	await joinAs(page, id, director, 'planner', other.id);
	for (const path of [
		'board',
		'hours',
		'review',
		'reports',
		'hours/department',
		`hours/of/${grip.id}`,
		'people'
	]) {
		await director.goto(`/p/${id}/${path}`);
		await expect(badge(director)).toContainText('Synced');
		await expect(director.locator('body')).not.toContainText(CANARY);
		await expect(director.locator('body')).not.toContainText('03:17');
	}
	await director.goto(`/p/${id}/review`);
	await expect(director.getByRole('heading', { name: 'Review is for those who keep hours' })).toBeVisible();
	await expect(director.getByRole('navigation').getByRole('link', { name: 'Review' })).toHaveCount(0);

	// The documents themselves are shut: a client that asks for them by name gets 403 before the upgrade.
	const asked = await asPerson(director);
	for (const kind of ['hours', 'decisions'] as const) {
		const wire = asked.wire(documentName(id, kind, grip.id));
		await expect.poll(() => wire.status, { message: kind }).toBe(403);
	}

	const everything = [await everythingKept(director), await sent()].join('\n');
	expect(everything.length).toBeGreaterThan(10_000);
	for (const secret of [CANARY, '03:17', '23:19', documentName(id, 'hours', grip.id)])
		expect(everything.includes(secret), secret).toBe(false);

	// Given the department, the same planner has them within a minute, without signing in again.
	const producer = await asPerson(page);
	const { user } = await asked.expect(200, 'GET', '/api/me');
	await producer.expect(200, 'PATCH', `/api/productions/${id}/members/${user.id}`, { keeps: [grip.id] });
	await director.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(row(director, grip.name, day.words)).toContainText('03:17–23:19');
});
