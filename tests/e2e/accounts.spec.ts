import { spawnSync } from 'node:child_process';
import { openDemo, signUp, somebody, strips } from './board.ts';
import { expect, test } from './fixtures.ts';

const origin = (address: string) => ({ headers: { origin: address } });

test('somebody makes an account, keeps the codes, signs out and in again', async ({ page }) => {
	const name = somebody('Lin');
	await page.goto('/sign-in?new=1');
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Passphrase', { exact: true }).fill('four words on paper');
	await page
		.getByRole('button', { name: /Create/ })
		.last()
		.click();
	const code = (await page.locator('code').first().textContent()) ?? '';
	await expect(page.locator('code')).toHaveCount(10);
	await page.getByRole('button', { name: 'I kept them' }).click();
	await expect(page).toHaveURL(/\/productions/);
	await page.request.delete('/api/sessions/current', origin(new URL(page.url()).origin));

	await page.goto('/sign-in?recover=1');
	await page.getByLabel('Name').fill(name);
	await page.getByLabel(/Recovery code/).fill(code);
	await page.getByLabel('New passphrase', { exact: true }).fill('five other words on paper');
	await page.locator('form button[type=submit]').click();
	await expect(page).toHaveURL(/\/productions/);
});

test('somebody who lost every code gets one from whoever runs the server, and new recovery codes with it', async ({
	page,
	person,
	server
}) => {
	const name = somebody('Lost');
	await signUp(page, name);
	const { stdout } = spawnSync(process.execPath, ['server/jobs/recovery-code.ts', name], {
		encoding: 'utf8',
		env: { ...process.env, DATA_DIR: server.data }
	});
	const phone = await person();
	await phone.goto('/sign-in');
	await phone.getByRole('link', { name: /Passphrase forgotten/ }).click();
	await phone.getByLabel('Name').fill(name);
	await phone.getByLabel(/Recovery code/).fill(/^ {4}(\S+)$/m.exec(stdout)?.[1] ?? '');
	await phone.getByLabel('New passphrase', { exact: true }).fill('five other words on paper');
	await phone.locator('form button[type=submit]').click();
	await expect(phone.locator('code')).toHaveCount(10);
	await phone.getByRole('button', { name: 'I kept them' }).click();
	await expect(phone).toHaveURL(/\/productions/);
	// The device that was signed in before says so, and keeps what it has.
	await page.reload();
	await expect(page.getByText(/Your sign-in has ended/)).toBeVisible();
});

test('a wrong passphrase, a name that is taken and a short passphrase are said plainly', async ({ page }) => {
	const name = somebody('Zhao');
	await signUp(page, name);
	await page.request.delete('/api/sessions/current', origin(new URL(page.url()).origin));
	await page.goto('/sign-in');
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Passphrase', { exact: true }).fill('not this one');
	await page.locator('form button[type=submit]').click();
	await expect(page.getByText(/Name and passphrase do not match/)).toBeVisible();
	await page.goto('/sign-in?new=1');
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Passphrase', { exact: true }).fill('short');
	await page.locator('form button[type=submit]').click();
	await expect(page.getByText(/8 characters/).first()).toBeVisible();
	await page.getByLabel('Passphrase', { exact: true }).fill('long enough now');
	await page.locator('form button[type=submit]').click();
	await expect(page.getByText(/has this name already/)).toBeVisible();
});

test('an invitation that is used up, revoked or never was says so and what to do', async ({
	page,
	person
}) => {
	await signUp(page, somebody('Producer'));
	await page.getByRole('button', { name: /demo/i }).click();
	await expect(strips(page).first()).toBeVisible();
	const address = new URL(page.url()).origin;
	const id = new URL(page.url()).pathname.split('/')[2];
	const invite = async () =>
		(
			await page.request.post(`/api/productions/${id}/invitations`, {
				...origin(address),
				data: { role: 'planner', hours: 1, uses: 1 }
			})
		).json();
	const used = await invite();
	const first = await person();
	await signUp(first, somebody('First'));
	await first.request.post('/api/invitations/accept', { ...origin(address), data: { token: used.token } });
	const second = await person();
	await second.goto(`/join#${used.token}`);
	await expect(second.getByText(/used/i).first()).toBeVisible();
	const revoked = await invite();
	await page.request.delete(`/api/productions/${id}/invitations/${revoked.invitation.id}`, origin(address));
	await second.goto('about:blank');
	await second.goto(`/join#${revoked.token}`);
	await expect(second.getByText(/revoked|withdrawn|taken back/i).first()).toBeVisible();
	await second.goto('about:blank');
	await second.goto('/join#nobody-made-this-token');
	await expect(second.getByText(/ask/i).first()).toBeVisible();
});

test('signing out is refused while something is only on this device, and leaves nothing behind afterwards', async ({
	page,
	context
}) => {
	await openDemo(page);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await context.setOffline(true);
	await page.locator('[data-strip]').first().click();
	await page.keyboard.press('m');
	await page.locator('[data-move-to=""]').click();
	await page.getByRole('button', { name: /Harbour Revenge/ }).click();
	await page.getByRole('menuitem', { name: 'Sign out' }).click();
	await expect(page.getByText(/only on this device/).first()).toBeVisible();
	await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
	await context.setOffline(false);
	await expect(page.getByRole('button', { name: /Synced/ })).toBeVisible();
	await page.getByRole('button', { name: /Harbour Revenge/ }).click();
	await page.getByRole('menuitem', { name: 'Sign out' }).click();
	await expect(page.getByRole('button', { name: 'Open the demo production' })).toBeVisible();
	const left = await page.evaluate(async () => ({
		databases: (await indexedDB.databases())
			.map(({ name }) => name)
			.filter((name) => name?.startsWith('daybreak.')),
		kept: Object.keys(localStorage).filter((key) => /me$|registrations/.test(key))
	}));
	expect(left).toEqual({ databases: [], kept: [] });
});
