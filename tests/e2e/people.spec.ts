import type { Page } from '@playwright/test';
import { badge, join, openDemo, produce, somebody, strips } from './board.ts';
import { expect, test } from './fixtures.ts';

const tab = (page: Page, name: string): Promise<void> =>
	page.getByRole('radio', { name, exact: true }).check();
const row = (page: Page, name: string) => page.locator(`[data-person="${name}"]`);

async function openPeople(page: Page, id: string): Promise<void> {
	await page.goto(`/p/${id}/people`);
	await expect(page.locator('[data-person]').first()).toBeVisible();
}

/** Opens somebody's sheet. */
async function openPerson(page: Page, name: string): Promise<void> {
	await row(page, name).getByRole('button', { name }).click();
	await expect(page.getByRole('dialog', { name })).toBeVisible();
}

test('a pasted crew list is looked at before it is written: new, changed, doubtful and unreadable rows; one undo', async ({
	page
}) => {
	const id = await openDemo(page);
	await openPeople(page, id);
	const known = (await page.locator('[data-person]').first().getAttribute('data-person')) as string;
	const backwards = known.split(' ').reverse().join(' ');
	const before = await page.locator('[data-person]').count();

	await page.getByRole('button', { name: 'Paste a crew list' }).click();
	await page.getByLabel('Paste rows here').fill(
		[
			['Position', 'Name', 'Mobile', 'Deal', 'Wardrobe size'],
			['CAMERA', '', '', '', ''],
			['Focus puller', 'Ines Okafor', '138 0000 7701', 'day rate', 'M'],
			['Drone pilot', known, '', '', ''],
			['Runner', backwards, '138 0000 7702', '', ''],
			['', '', '138 0000 7703', '', ''],
			['Key grip', 'Tom Berg', '', 'fortnightly', 'L']
		]
			.map((cells) => cells.join('\t'))
			.join('\n')
	);
	await page.getByRole('button', { name: 'Read it' }).click();

	const list = page.locator('[data-crew-import]');
	await expect(list.locator('[data-read="Ines Okafor"]')).toHaveAttribute('data-match', 'new');
	await expect(list.locator(`[data-read="${known}"]`)).toContainText('changed');
	await expect(list.locator(`[data-read="${known}"]`)).toContainText('job');
	await expect(list.locator(`[data-read="${backwards}"]`)).toHaveAttribute('data-match', 'doubtful');
	await expect(list.locator('[data-trouble="6"]')).toContainText(/Row 6\s+no name/);
	await expect(list.locator('[data-trouble="7"]')).toContainText('fortnightly');
	// Nothing is written yet; who is doubtful turns out to be there already and stays out.
	await page.getByLabel(`Who is ${backwards}?`).selectOption('leave out');
	await page.getByRole('button', { name: 'Take over 3 people' }).click();

	await expect(row(page, 'Ines Okafor')).toContainText('138 0000 7701');
	await expect(row(page, known)).toContainText('Drone pilot');
	await expect(page.locator('[data-person]')).toHaveCount(before + 2);
	await expect(badge(page)).toContainText('Synced');

	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('[data-person]')).toHaveCount(before);
	await expect(row(page, known)).not.toContainText('Drone pilot');
	await page.keyboard.press('Control+Shift+z');
	await expect(row(page, 'Ines Okafor')).toContainText('138 0000 7701');
});

test('an invitation from a person’s sheet joins as that person, and the list says who has joined', async ({
	page,
	person
}) => {
	const { id } = await produce(page, 'crew');
	await openPeople(page, id);
	const who = (await page.locator('[data-person]').nth(3).getAttribute('data-person')) as string;
	await expect(row(page, who)).toContainText('not invited');
	await openPerson(page, who);
	await page.getByRole('button', { name: 'Invite', exact: true }).click();
	await page.getByRole('button', { name: 'Make the invitation' }).click();
	const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
	await page.getByRole('button', { name: 'Done' }).click();
	await page.getByRole('dialog', { name: who }).getByRole('button', { name: 'Close' }).click();
	await expect(row(page, who)).toContainText('invited until');

	const other = await person();
	await join(other, new URL(link).hash.slice(1), somebody('Crew'));
	await page.reload();
	await expect(row(page, who)).toContainText('joined');

	// For the rest, one slip a person.
	await page.getByRole('button', { name: 'Invite many' }).click();
	await page.getByRole('checkbox', { name: /not invited yet/ }).uncheck();
	for (const n of [0, 1]) await page.locator('fieldset li input').nth(n).check();
	await page.getByRole('button', { name: 'Make 2 invitations' }).click();
	await expect(page.locator('[data-slip]')).toHaveCount(2);
	await expect(page.locator('[data-slip]').first().getByRole('img')).toBeVisible();
});

/** Whether text stands anywhere in this browser's storage, as text or as bytes. */
const kept = (page: Page, needle: string): Promise<boolean> =>
	page.evaluate(async (text) => {
		const has = (value: unknown): boolean => {
			if (typeof value === 'string') return value.includes(text);
			if (value instanceof ArrayBuffer) return new TextDecoder().decode(value).includes(text);
			if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value).includes(text);
			if (value && typeof value === 'object') return Object.values(value).some(has);
			return false;
		};
		const ended = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((done, fail) => {
				request.onsuccess = () => done(request.result);
				request.onerror = () => fail(request.error);
			});
		for (const { name } of await indexedDB.databases()) {
			const database = await ended(indexedDB.open(name as string));
			for (const store of database.objectStoreNames) {
				const all = await ended(database.transaction(store).objectStore(store).getAll());
				if (all.some(has)) return true;
			}
			database.close();
		}
		for (const cache of await caches.keys())
			for (const request of await (await caches.open(cache)).keys()) {
				const body = await (await (await caches.open(cache)).match(request))?.text();
				if (body?.includes(text)) return true;
			}
		return has({ ...localStorage }) || has({ ...sessionStorage });
	}, needle);

test('a crew member finds a private phone number nowhere: not on the page, not in storage, not on the wire', async ({
	page,
	person
}) => {
	const PHONE = '139 4242 7788';
	const { id, token } = await produce(page, 'crew');
	await openPeople(page, id);
	const who = (await page.locator('[data-person]').first().getAttribute('data-person')) as string;
	await openPerson(page, who);
	await expect(page.locator('[data-private]')).toContainText('Only producers and planners see this');
	await page.locator('[data-private]').getByLabel('Phone', { exact: true }).fill(PHONE);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: `Call ${who}` }).first()).toHaveAttribute(
		'href',
		'tel:13942427788'
	);
	await expect(badge(page)).toContainText('Synced');
	expect(await kept(page, PHONE)).toBe(true);

	const crew = await person();
	const wire: string[] = [];
	crew.on('response', (response) => {
		void response
			.text()
			.then((body) => wire.push(body))
			.catch(() => {});
	});
	crew.on('websocket', (socket) =>
		socket.on('framereceived', ({ payload }) => wire.push(payload.toString()))
	);
	await join(crew, token, somebody('Crew'));
	await openPeople(crew, id);
	await expect(row(crew, who)).toBeVisible();
	await expect(row(crew, who).getByRole('button')).toHaveCount(0);
	await expect(badge(crew)).toContainText('Synced');
	await tab(crew, 'Places');
	await expect(crew.locator('[data-location]').first()).toBeVisible();
	expect(await crew.content()).not.toContain(PHONE);
	expect(await kept(crew, PHONE)).toBe(false);
	expect(wire.some((said) => said.includes(PHONE))).toBe(false);
});

test('days marked away offline show on the board at once, and go to the server when it is back', async ({
	page,
	context
}) => {
	const id = await openDemo(page);
	await openPeople(page, id);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
	await expect(badge(page)).toContainText('Synced');
	await context.setOffline(true);
	await tab(page, 'Cast');
	// The lead is called on nearly every day.
	const lead = page.locator('[data-character]').first();
	const name = (await lead.locator('td.player').innerText()).trim();
	await lead.getByRole('button', { name }).click();
	const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format();
	const ahead = async (): Promise<string | undefined> =>
		(
			await page
				.locator('.day:has(.dot.called)')
				.evaluateAll((all) => all.map((one) => one.getAttribute('data-date') ?? ''))
		).find((date) => date > today);
	let date = await ahead();
	if (!date) {
		await page.getByRole('button', { name: 'Month after' }).click();
		date = await ahead();
	}
	await page.locator(`[data-date="${date}"]`).click();
	await expect(page.locator(`[data-date="${date}"]`)).toHaveAttribute('data-kind', 'away');
	await expect(page.locator(`[data-date="${date}"]`)).toHaveAttribute(
		'aria-label',
		/called, and not available/
	);

	await page.getByRole('link', { name: 'Board' }).click();
	await expect(page.locator('[data-conflict]').first()).toBeVisible();
	await expect(
		strips(page)
			.filter({ has: page.locator('[data-conflict]') })
			.first()
	).toHaveAttribute('aria-label', new RegExp(`${name} is away on Day \\d+`));
	await page.reload();
	await expect(page.locator('[data-conflict]').first()).toBeVisible();
	await context.setOffline(false);
	await expect(badge(page)).toContainText('Synced');
});

test('sets go to a location by choosing, by drag and back by undo; two sets become one', async ({ page }) => {
	const id = await openDemo(page);
	await openPeople(page, id);
	await tab(page, 'Places');
	await page.getByRole('button', { name: 'Add a location' }).first().click();
	await page.getByRole('dialog').getByLabel('Name').fill('Old cannery');
	await page.getByRole('dialog').getByRole('button', { name: 'Add a location' }).click();
	const sheet = page.getByRole('dialog', { name: 'Old cannery' });
	await sheet.getByLabel('On the map').fill('somewhere by the river');
	await sheet.getByLabel('On the map').press('Tab');
	await expect(sheet.getByText('No coordinates found in this.')).toBeVisible();
	await sheet.getByLabel('On the map').fill('https://www.openstreetmap.org/#map=16/31.2304/121.4737');
	await sheet.getByLabel('On the map').press('Tab');
	await expect(sheet.getByRole('link', { name: 'Open in a map' })).toHaveAttribute('href', /31\.2304/);
	await expect(sheet.getByText(/^Sun \d\d:\d\d–\d\d:\d\d/)).toBeVisible();
	await sheet.getByRole('button', { name: 'Close' }).click();

	const cannery = page.locator('[data-location="Old cannery"]');
	const first = page.locator('[data-set]').first();
	const setName = (await first.getAttribute('data-set')) as string;
	await first.getByRole('checkbox').check();
	await page.getByLabel('Move to').selectOption('Old cannery');
	await expect(cannery.locator(`[data-set="${setName}"]`)).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(cannery.locator('[data-set]')).toHaveCount(0);

	// Both ends on screen, as for a hand: the section after the one the set lies in.
	const near = page.locator('[data-location]').nth(2);
	await page.locator(`[data-set="${setName}"]`).dragTo(near);
	await expect(near.locator(`[data-set="${setName}"]`)).toBeVisible();

	const all = await page.locator('[data-set]').count();
	for (const n of [0, 1]) await page.locator('[data-set]').nth(n).getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Merge into one' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Merge into one' }).click();
	await expect(page.locator('[data-set]')).toHaveCount(all - 1);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('[data-set]')).toHaveCount(all);
});
