import { readFile } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { args, executablePath } from '../browser.ts';
import { badge, numbersOn, openDemo, produce, scene, signUp, somebody, strips } from './board.ts';
import { asPerson, joinAs, peopleOf } from './crew.ts';
import { expect, test } from './fixtures.ts';
import { everythingKept } from './storage.ts';

/** People who take turns at one tablet. */
const TURNS = Number(process.env.TURNS ?? (process.env.DAYBREAK_LONG ? 100 : 10));

/** Resolves when the whole app is kept in this browser. */
const installed = (page: Page) =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});

async function toBoneyard(page: Page, number: string): Promise<void> {
	await scene(page, number).first().click();
	await page.keyboard.press('m');
	await page.locator('[data-move-to=""]').click();
	await expect.poll(() => numbersOn(page, null)).toContain(number);
}

/** What “Export” in the open badge gives. */
async function exported(page: Page): Promise<{ kept: { change: string; document: string }[] }> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Export', exact: true }).click()
	]);
	return JSON.parse(await readFile(await file.path(), 'utf8')) as {
		kept: { change: string; document: string }[];
	};
}

test('a device is made ready for location: it fetches what it lacks, and says so without a network too', async ({
	page,
	context
}) => {
	const id = await openDemo(page);
	await installed(page);
	await page.goto(`/p/${id}/settings`);
	const part = page.getByRole('region', { name: 'Ready for location' });
	const point = (name: string) => part.getByRole('listitem').filter({ hasText: name });
	await expect(part.getByRole('status')).toContainText('Not ready yet');
	await expect(point('This production')).toContainText('not on this device yet');
	await part.getByRole('button', { name: 'Fetch all now' }).click();
	await expect(point('This production')).toContainText('in order', { timeout: 45_000 });
	await expect(point('The app')).toContainText('in order');
	await expect(point('Clock')).toContainText('agrees with the server');
	await expect(point('Installed')).toContainText('to do');

	await context.setOffline(true);
	await page.reload();
	await expect(part).toContainText('There is no network now');
	await expect(point('This production')).toContainText('in order');
	await expect(point('Clock')).toContainText('agrees with the server');
});

test('a clock that is ten minutes fast is said with what to do, before anybody logs hours by it', async ({
	page
}) => {
	const id = await openDemo(page);
	await page.addInitScript(() => {
		const real = Date.now.bind(Date);
		Date.now = () => real() + 600_000;
	});
	await page.goto(`/p/${id}/settings`);
	await expect(page.getByRole('region', { name: 'Ready for location' })).toContainText(
		'10 minutes ahead. Turn on automatic time'
	);
});

const WECHAT =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/zh_CN';

test('in WeChat’s browser nothing is ever called saved, and the way out is said before anybody signs in', async ({
	person
}) => {
	const page = await person({ userAgent: WECHAT });
	await page.goto('/');
	await expect(page.getByRole('note')).toContainText('Open in Safari or Chrome');
	await openDemo(page);
	await expect(badge(page)).toHaveText(/Open in Safari or Chrome/);
	await toBoneyard(page, '45-1');
	await expect(badge(page)).toHaveText(/Open in Safari or Chrome/);
	await badge(page).click();
	await expect(page.getByText('Open in browser')).toBeVisible();
});

test('hours entered in WeChat’s browser are called neither saved nor synced, in the list and in the day', async ({
	page,
	person
}) => {
	const id = await openDemo(page);
	const grip = (await peopleOf(page, id)).find(({ department }) => department === 'lighting');
	const phone = await person({ userAgent: WECHAT });
	await signUp(phone, somebody('Grip'));
	await joinAs(page, id, phone, 'crew', grip?.id ?? null);
	await phone.goto(`/p/${id}/hours`);
	await phone.getByRole('button', { name: 'Enter a day' }).click();
	await phone.getByLabel('From', { exact: true }).fill('06:13');
	await phone.getByLabel('To', { exact: true }).fill('09:47');
	await phone.getByRole('button', { name: 'Save', exact: true }).click();
	const row = phone.getByRole('main').getByRole('listitem').getByRole('button', { name: /06:13/ });
	await expect(row).toBeVisible();
	await expect(row).not.toContainText(/Saved|Synced/);
	await row.click();
	await expect(phone.getByRole('article')).toContainText('06:13');
	await expect(phone.getByRole('article')).not.toContainText(/Saved|Synced/);
});

test('a browser that gives no storage still opens the board, says that nothing is kept, and exports', async ({
	page,
	context
}) => {
	await page.addInitScript(() => {
		const open = IDBFactory.prototype.open;
		// As Safari hangs now and then: nothing is ever answered.
		IDBFactory.prototype.open = function (this: IDBFactory, name: string, ...rest) {
			return name.startsWith('daybreak.') ? ({} as IDBOpenDBRequest) : open.call(this, name, ...rest);
		};
	});
	await openDemo(page);
	await expect(badge(page)).toContainText('Nothing is kept here');
	await context.setOffline(true);
	await toBoneyard(page, '45-1');
	await expect(badge(page)).toContainText('Not saved', { timeout: 20_000 });
	await badge(page).click();
	const { kept } = await exported(page);
	expect(kept).toMatchObject([{ change: 'move-strips' }]);
});

test('somebody who was taken off the crew while offline finds what they wrote, reads it and exports it', async ({
	page,
	person
}) => {
	const id = await openDemo(page);
	const planner = await person();
	await signUp(planner, somebody('Planner'));
	await joinAs(page, id, planner, 'planner', null);
	await planner.goto(`/p/${id}/board`);
	await expect(strips(planner).first()).toBeVisible();
	await installed(planner);
	await expect(badge(planner)).toContainText('Synced');
	await planner.context().setOffline(true);
	await toBoneyard(planner, '45-1');
	await expect(badge(planner)).toContainText('waiting');
	const producer = await asPerson(page);
	const { user } = await (await asPerson(planner)).expect(200, 'GET', '/api/me');
	await producer.expect(204, 'DELETE', `/api/productions/${id}/members/${user.id}`);
	await planner.context().setOffline(false);
	await planner.goto('/productions');
	const there = planner.getByRole('button', { name: /Needs you/ });
	await there.click();
	await expect(planner.getByText('Your role may read this, not change it.')).toBeVisible();
	expect((await exported(planner)).kept).toMatchObject([{ change: 'move-strips' }]);
	// The right returns: it is offered again, and arrives.
	await joinAs(page, id, planner, 'planner', null);
	await planner.goto(`/p/${id}/board`);
	await expect(strips(planner).first()).toBeVisible();
	await badge(planner).click();
	await planner.getByRole('button', { name: 'Send again' }).click();
	await expect(badge(planner)).toContainText('Synced');
	await expect.poll(() => numbersOn(page, null)).toContain('45-1');
});

test('signing out with unsent changes asks, exports them, and discards them only by name', async ({
	page,
	context
}) => {
	await openDemo(page);
	await installed(page);
	await context.setOffline(true);
	await toBoneyard(page, '45-1');
	await page.getByRole('button', { name: /Harbour Revenge/ }).click();
	await page.getByRole('menuitem', { name: 'Sign out' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('1 change is still only on this device');
	await expect(dialog.getByRole('listitem')).toContainText('Moved 1 strip: 45-1');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		dialog.getByRole('button', { name: 'Export them' }).click()
	]);
	expect(await readFile(await file.path(), 'utf8')).toContain('move-strips');
	await dialog.getByRole('button', { name: 'Discard 1 change and sign out' }).click();
	await expect(page.getByRole('button', { name: 'Open the demo production' })).toBeVisible();

	// The network is back: the next person at this tablet isn't let in as whoever left it.
	await context.setOffline(false);
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Open the demo production' })).toBeVisible();
	await expect.poll(async () => (await page.request.get('/api/me')).status()).toBe(401);
	await page.goto('/productions');
	await expect(page).toHaveURL(/\/$/);
});

test('whoever signs out in one tab is signed out in the other one, which keeps nothing either', async ({
	page,
	context
}) => {
	const id = await openDemo(page);
	await expect(badge(page)).toContainText('Synced');
	const other = await context.newPage();
	await other.goto(`/p/${id}/board`);
	await expect(badge(other)).toContainText('Synced');
	await page.getByRole('button', { name: /Harbour Revenge/ }).click();
	await page.getByRole('menuitem', { name: 'Sign out' }).click();
	await expect(page.getByRole('button', { name: 'Open the demo production' })).toBeVisible();
	await expect(other).toHaveURL(/sign-in/);
	await other.goto('/');
	await expect(other.getByRole('button', { name: 'Open the demo production' })).toBeVisible();
	expect(await everythingKept(other)).not.toContain(id);
});

test('“Not you?” hands a tablet on: what only its owner has is asked about first, and nothing of theirs is left', async ({
	page,
	person
}) => {
	const owner = somebody('Owner');
	await signUp(page, owner);
	await page.getByRole('button', { name: /demo/i }).click();
	await expect(badge(page)).toContainText('Synced');
	const owned = new URL(page.url()).pathname.split('/')[2] as string;
	const other = await person();
	const { id, token } = await produce(other, 'planner');
	const next = somebody('Next');
	const hers = await person();
	await signUp(hers, next);

	// What is made now reaches no server.
	await page.routeWebSocket(/\/sync/, (socket) => socket.close());
	await page.reload();
	await expect(strips(page).first()).toBeVisible();
	await toBoneyard(page, '45-1');
	await expect(badge(page)).toContainText(/Saved|waiting/);
	await page.goto(`/join#${token}`);
	await page.getByRole('button', { name: /Not you/ }).click();
	await page.getByLabel('Name').fill(next);
	await page.getByLabel('Passphrase', { exact: true }).fill(`the passphrase of ${next}`);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText(`${owner} has changes only on this device`);
	await expect(dialog.getByRole('listitem')).toContainText('Moved 1 strip: 45-1');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	expect(await everythingKept(page)).toContain(owned);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await dialog.getByRole('button', { name: 'Discard 1 change and sign in' }).click();
	await expect(page).toHaveURL(new RegExp(id));
	const kept = await everythingKept(page);
	for (const mark of [owner, owned]) expect(kept, mark).not.toContain(mark);
});

test('after signing in again, what waited is sent by itself, on a page that was open all along', async ({
	page,
	person
}) => {
	const name = somebody('Planner');
	await signUp(page, name);
	await page.getByRole('button', { name: /demo/i }).click();
	await expect(badge(page)).toContainText('Synced');
	// On another device the passphrase is changed: that ends this sign-in, on an open socket.
	const elsewhere = await person();
	await elsewhere.goto('/');
	const origin = new URL(elsewhere.url()).origin;
	const post = (path: string, data: object) =>
		elsewhere.request.post(path, { headers: { origin }, data }).then((answer) => expect(answer).toBeOK());
	await post('/api/sessions', { name, passphrase: `the passphrase of ${name}` });
	await post('/api/passphrase', { old: `the passphrase of ${name}`, new: 'another passphrase' });
	await expect(badge(page)).toContainText('Sign in to sync');
	await toBoneyard(page, '45-1');
	await badge(page).click();
	await page.getByRole('link', { name: 'Sign in', exact: true }).click();
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Passphrase', { exact: true }).fill('another passphrase');
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expect(badge(page)).toContainText('Synced');
	await expect.poll(() => numbersOn(page, null)).toContain('45-1');
});

test('on a shared tablet nobody finds a byte of whoever signed out before, and they get only their own', async ({
	page
}) => {
	test.setTimeout(60_000 + TURNS * 10_000);
	const id = await openDemo(page);
	const [someone] = await peopleOf(page, id);
	const marks = ['45-1', someone?.name ?? ''];
	await installed(page);
	await scene(page, '45-1').first().click();
	await page.goto(`/p/${id}/people`);
	await expect(page.getByText(someone?.name ?? '').first()).toBeVisible();
	// A form that was begun and left, with a script in it.
	await page.goto('/productions/new');
	await page.getByLabel('Title').fill('Zanzibar Midnight');
	await page.goto(`/p/${id}/board`);
	await expect(badge(page)).toContainText('Synced');
	const before = await everythingKept(page);
	for (const mark of [...marks, id]) expect(before).toContain(mark);

	await page.getByRole('button', { name: /Harbour Revenge/ }).click();
	await page.getByRole('menuitem', { name: 'Sign out' }).click();
	await expect(page.getByRole('button', { name: 'Open the demo production' })).toBeVisible();
	await signUp(page, somebody('Next'));
	const after = await everythingKept(page);
	for (const mark of [...marks, id, 'Zanzibar', 'Harbour']) expect(after, mark).not.toContain(mark);

	// And so on through the day: whoever comes next finds nothing of any of them.
	const gone = [id];
	for (let turn = 2; turn <= TURNS; turn++) {
		const name = somebody('Turn');
		await signUp(page, name);
		await page.getByRole('button', { name: /demo/i }).click();
		await expect(badge(page)).toContainText('Synced');
		const own = new URL(page.url()).pathname.split('/')[2] as string;
		const held = await everythingKept(page);
		expect(held).toContain(own);
		for (const mark of gone) expect(held, mark).not.toContain(mark);
		gone.push(own, name);
		// Every other one leaves where there is no network; the server hears of it when there is.
		const offline = turn % 2 === 0;
		if (offline) await installed(page);
		await page.context().setOffline(offline);
		await page.getByRole('button', { name: /Harbour Revenge/ }).click();
		await page.getByRole('menuitem', { name: 'Sign out' }).click();
		await expect(page.getByRole('button', { name: 'Open the demo production' })).toBeVisible();
		await page.context().setOffline(false);
		await expect.poll(async () => (await page.request.get('/api/me')).status()).toBe(401);
		const left = await everythingKept(page);
		for (const mark of gone) expect(left, mark).not.toContain(mark);
	}
});

test('an address without https works while there is a network, and its badge says what is missing', async ({
	server
}) => {
	const browser = await chromium.launch({
		executablePath,
		args: [...args, '--host-resolver-rules=MAP daybreak.test 127.0.0.1']
	});
	const page = await browser.newPage({ baseURL: `http://daybreak.test:${server.port}`, locale: 'en-GB' });
	await openDemo(page);
	expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
	await expect(badge(page)).toHaveText(/Synced \d\d:\d\d · Offline needs https/);
	await toBoneyard(page, '45-1');
	await expect(badge(page)).toHaveText(/Synced \d\d:\d\d · Offline needs https/);
	await badge(page).click();
	await expect(page.getByText('Ask whoever runs the server for its https address.')).toBeVisible();
	await browser.close();
});
