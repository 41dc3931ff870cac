import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHours } from '#lib/doc/hours-documents.ts';
import { dayStandings } from '#lib/domain/hours/log/standing.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { read } from '../../server/testing/documents.ts';
import { args, executablePath } from '../browser.ts';
import { badge, openDemo, signUp, somebody } from './board.ts';
import { asPerson, joinAs, peopleOf } from './crew.ts';
import { expect, test } from './fixtures.ts';
import { everythingKept } from './storage.ts';

const PIN = '7391';

async function give(tablet: Page, pin: string): Promise<void> {
	for (const digit of pin) await tablet.getByRole('button', { name: digit, exact: true }).click();
	await tablet.getByRole('button', { name: 'OK', exact: true }).click();
}

test('a grip logs at the truck without a network, through a restart, and reads nothing there that was said before @tablet', async ({
	page,
	person,
	address
}) => {
	test.setTimeout(180_000);
	const id = await openDemo(page);
	const crew = await peopleOf(page, id);
	const grip = crew.find(({ department }) => department === 'lighting');
	if (!grip) throw new Error('the demo has no grip');

	// Before: the grip has hours of an earlier day, with a word that must never reach the truck, and sets a PIN.
	const phone = await person();
	await signUp(phone, somebody('Grip'));
	await joinAs(page, id, phone, 'crew', grip.id);
	await phone.goto(`/p/${id}/hours`);
	await phone.getByRole('button', { name: 'Enter a day' }).click();
	await phone.getByLabel('From', { exact: true }).fill('06:13');
	await phone.getByLabel('To', { exact: true }).fill('09:47');
	await phone.getByLabel('Note').fill('CANARY-OWN');
	await phone.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(badge(phone)).toContainText('Synced');
	await phone.getByText('PIN for stations').click();
	await phone.getByLabel('New PIN').fill('1234');
	await phone.getByRole('button', { name: 'Set PIN' }).click();
	await expect(phone.getByText(/first anybody would try/)).toBeVisible();
	await phone.getByLabel('New PIN').fill(PIN);
	await phone.getByRole('button', { name: 'Set PIN' }).click();
	await expect(phone.getByText(/^PIN set/)).toBeVisible();

	// The producer makes the station; its link is what the QR code says.
	await page.goto(`/p/${id}/settings`);
	await page.getByRole('button', { name: 'Make a station' }).click();
	await page.getByLabel('Name', { exact: true }).fill('Truck');
	await page.getByRole('button', { name: 'Make the link' }).click();
	await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
	const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
	expect(link).toMatch(/\/station#[\w-]{20,}$/);
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(page.getByText(/waiting for its tablet/)).toBeVisible();

	const folder = mkdtempSync(join(tmpdir(), 'daybreak-truck-'));
	const launch = (): Promise<BrowserContext> =>
		chromium.launchPersistentContext(folder, {
			...{ executablePath, args, baseURL: address, locale: 'en-GB', timezoneId: 'Asia/Shanghai' },
			...{ viewport: { width: 1180, height: 820 }, hasTouch: true }
		});
	let context = await launch();
	let tablet = context.pages()[0] as Page;
	const heard: string[] = [];
	const listen = (): void => {
		tablet.on('websocket', (socket) =>
			socket.on('framereceived', ({ payload }) => heard.push(payload.toString('latin1')))
		);
		tablet.on('response', (response) => {
			if (!new URL(response.url()).pathname.startsWith('/api/')) return;
			void response.text().then(
				(answer) => heard.push(answer),
				() => {}
			);
		});
	};
	listen();
	await tablet.goto(link);
	await tablet.getByRole('button', { name: 'Make it a station' }).click();
	await expect(tablet.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
	// Whom the board calls today, and when; on a day without a shoot it says that.
	const calls = /called, the first at \d\d:\d\d|nobody here is called/;
	await expect(tablet.getByText(calls)).toBeVisible();
	expect(new URL(tablet.url()).hash).toBe('');
	await tablet.evaluate(async () => void (await navigator.serviceWorker.ready));
	await expect(badge(tablet)).toContainText('Synced');

	await context.setOffline(true);
	await tablet.getByRole('button', { name: grip.name, exact: true }).click();
	await give(tablet, '8052');
	await expect(tablet.getByText('That is not your PIN.')).toBeVisible();
	await give(tablet, PIN);
	await tablet.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(tablet.getByText(/On the clock since/)).toBeVisible();
	await expect(tablet.getByText('Saved on this device', { exact: true })).toBeVisible();
	// Nobody touches it: the names come back by themselves.
	await expect(tablet.getByRole('heading', { name: 'Who are you?' })).toBeVisible({ timeout: 15_000 });
	await expect(badge(tablet)).toContainText('1 change waiting');

	await context.close();
	context = await launch();
	await context.setOffline(true);
	tablet = context.pages()[0] as Page;
	listen();
	await tablet.goto('/station');
	await expect(tablet.getByText(calls)).toBeVisible();
	await tablet.getByRole('button', { name: grip.name, exact: true }).click();
	await give(tablet, PIN);
	await expect(tablet.getByText(/On the clock since/)).toBeVisible();
	await tablet.getByRole('button', { name: 'Wrap', exact: true }).click();
	await expect(tablet.getByText('Not on the clock')).toBeVisible();
	await expect(tablet.getByRole('button', { name: 'Undo' })).toBeVisible();
	await tablet.getByRole('button', { name: 'Back to names' }).click();
	await expect(tablet.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
	// Whoever comes next neither reads what it was nor takes it back.
	expect(await tablet.getByRole('button', { name: 'Undo' }).count()).toBe(0);

	// With entries on it, the tablet doesn't stop being a station.
	await tablet.getByRole('button', { name: 'About this station' }).click();
	await tablet.getByRole('button', { name: 'Stop being a station' }).click();
	await tablet.getByRole('button', { name: 'Stop being a station' }).click();
	await expect(tablet.getByRole('alert')).toContainText('only on this tablet');
	await expect(tablet.getByRole('dialog')).toContainText(grip.name);
	await tablet.getByRole('button', { name: 'Close' }).last().click();

	await context.setOffline(false);
	await expect(badge(tablet)).toContainText('Synced');
	const kept = await everythingKept(tablet);
	for (const where of [kept, heard.join('\n')]) {
		expect(where).not.toContain('CANARY-OWN');
		expect(where).not.toContain('06:13');
		expect(where).not.toContain(PIN);
	}
	// What was delivered is gone from here too, and the plan was never here.
	expect(kept).not.toContain('punch-wrap');
	expect(kept).not.toContain('"kind":"entry"');
	expect(kept).not.toContain(`${id}.plan`);

	// The grip's phone has it, as entered at the truck; nothing there has to be confirmed.
	const day = phone.getByRole('button', { name: /06:13/ });
	await day.click();
	await expect(phone.getByRole('dialog')).toContainText('entered at Truck');
	await expect(phone.getByText(/Entered for you/)).toHaveCount(0);
	const producer = await asPerson(page);
	expect(JSON.stringify(await producer.expect(200, 'GET', `/api/productions/${id}/stations`))).toContain(
		'"seenAt":1'
	);

	await page.reload();
	await page.getByRole('button', { name: 'End: Truck' }).click();
	await page.getByRole('button', { name: 'End this station' }).click();
	await expect(tablet.getByRole('heading', { name: 'This station was ended' })).toBeVisible();
	await context.close();
	rmSync(folder, { recursive: true, force: true });
});

test('five wrong PINs shut one person’s pad, also over a reload, and an undo takes a press back @tablet', async ({
	page,
	person
}) => {
	const id = await openDemo(page);
	const producer = await asPerson(page);
	const crew = (await peopleOf(page, id)).filter(({ department }) => department === 'lighting');
	const [one, other] = crew;
	if (!one || !other) throw new Error('the demo has no two at the lights');
	for (const { id: personId } of [one, other]) {
		await producer.expect(204, 'POST', `/api/productions/${id}/pins`, { personId, pin: PIN });
	}
	const people = crew.map(({ id: personId, name, department }) => ({ personId, name, department }));
	const body = { name: 'Stage', zone: 'Asia/Shanghai', people };
	const { token } = await producer.expect(201, 'POST', `/api/productions/${id}/stations`, body);
	const tablet = await person();
	await tablet.goto(`/station#${token}`);
	await tablet.getByRole('button', { name: 'Make it a station' }).click();

	await tablet.getByRole('button', { name: one.name, exact: true }).click();
	for (const wrong of ['8050', '8051', '8052', '8053']) {
		await give(tablet, wrong);
		await expect(tablet.getByText('That is not your PIN.')).toBeVisible();
	}
	await give(tablet, '8054');
	await expect(tablet.getByText(/Too many wrong PINs/)).toBeVisible();
	await tablet.reload();
	await tablet.getByRole('button', { name: one.name, exact: true }).click();
	await expect(tablet.getByText(/Too many wrong PINs/)).toBeVisible();
	await tablet.getByRole('button', { name: 'Back to names' }).click();

	await tablet.getByRole('button', { name: other.name, exact: true }).click();
	await give(tablet, PIN);
	await tablet.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(tablet.getByText(/On the clock since/)).toBeVisible();
	await tablet.getByRole('button', { name: 'Undo' }).click();
	await expect(tablet.getByText('Not on the clock')).toBeVisible();
	await expect(badge(tablet)).toContainText('Synced');
	const doc = await read(producer, documentName(id, 'hours', other.id));
	const days = [...dayStandings(openHours(doc).all()).values()];
	expect(days.flatMap(({ punches }) => punches.filter(({ station }) => station === 'Stage'))).toEqual([]);
	expect(
		openHours(doc)
			.all()
			.filter(({ station }) => station === 'Stage')
			.map(({ kind }) => kind)
			.sort()
	).toEqual(['punch', 'void']);
});
