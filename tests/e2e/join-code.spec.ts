/** A join code said aloud: the producer reads it from the dialog, the newcomer types it on the opening page. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { produce, somebody } from './board.ts';
import { expect, test } from './fixtures.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const code = (page: Page) => page.getByRole('region', { name: 'Join code' }).locator('[translate="no"]');

/** A producer invites the first person of the crew list who isn't in yet; answers who and the code in the dialog. */
async function inviteAloud(page: Page): Promise<{ id: string; who: string; said: string }> {
	const { id } = await produce(page, 'crew');
	await page.goto(`/p/${id}/people`);
	const row = page.locator('[data-person]').nth(3);
	const who = (await row.getAttribute('data-person')) as string;
	await row.getByRole('button', { name: who }).click();
	await page.getByRole('button', { name: 'Invite', exact: true }).click();
	await page.getByRole('button', { name: 'Make the invitation' }).click();
	await expect(code(page)).toHaveText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/);
	return { id, who, said: await code(page).innerText() };
}

/** As somebody types what they heard: small letters, o for 0, l for 1, other gaps. */
const asHeard = (said: string): string =>
	said
		.replace(' ', '')
		.replaceAll('0', 'o')
		.replaceAll('1', 'l')
		.toLowerCase()
		.replace(/^(...)/, '$1-');

/** What keeps somebody from reading or using a page. */
async function barriers(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	return [
		...violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(' | ')}`),
		...(wider > 0 ? ['it scrolls sideways'] : [])
	];
}

async function joins(page: Page, producer: Page): Promise<void> {
	const { id, who, said } = await inviteAloud(producer);
	expect(await barriers(producer)).toEqual([]);
	await page.goto('/join');
	expect(await barriers(page)).toEqual([]);
	await page.goto('/');
	expect(await barriers(page)).toEqual([]);
	await page.getByLabel('Were you told a join code?').fill(asHeard(said));
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page.getByText(who).first()).toBeVisible();
	// The person of the plan is suggested as the name; here another is taken.
	await expect(page.getByLabel('Name')).toHaveValue(who);
	await page.getByLabel('Name').fill(somebody('Newcomer'));
	await page.getByLabel('Passphrase', { exact: true }).fill('a passphrase for the shoot');
	await page.getByRole('button', { name: /Create/ }).click();
	await page.getByRole('button', { name: 'I kept them' }).click();
	await expect(page).toHaveURL(new RegExp(`/p/${id}/`));
	await dialog(producer).getByRole('button', { name: 'Done' }).click();
	await producer.reload();
	await expect(producer.locator(`[data-person="${who}"]`)).toContainText('joined');
}

test('a newcomer types the code that was said and is in the production, as who they are', async ({
	page,
	person
}) => joins(await person(), page));
test('the same on a tablet @tablet', async ({ page, person }) => joins(await person(), page));
test('the same on a phone @phone', async ({ page, person }) => joins(await person(), page));

test('a new code ends the one before it; withdrawing the invitation ends both', async ({ page, person }) => {
	const { who, said } = await inviteAloud(page);
	await page.getByRole('button', { name: 'New code' }).click();
	await expect(code(page)).not.toHaveText(said);
	const next = await code(page).innerText();
	const newcomer = await person();
	await newcomer.goto('/join');
	const field = newcomer.getByLabel('Join code');
	await field.fill(said);
	await newcomer.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(newcomer.getByText(/This join code is not known/)).toBeVisible();
	await field.fill(next);
	await newcomer.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(newcomer.getByText(who).first()).toBeVisible();

	// From the list of open invitations a code can be made at any time.
	await dialog(page).getByRole('button', { name: 'Done' }).click();
	await page.getByRole('dialog', { name: who }).getByRole('button', { name: 'Close' }).click();
	await page.getByRole('radio', { name: 'Access', exact: true }).check();
	await page.getByRole('button', { name: new RegExp(`^Join code for the invitation .*${who}`) }).click();
	await expect(code(page)).not.toHaveText(next);
	const last = await code(page).innerText();
	await page.getByRole('button', { name: new RegExp(`^Withdraw the invitation .*${who}`) }).click();
	await expect(code(page)).toBeHidden();
	await newcomer.goto('/join');
	await field.fill(last);
	await newcomer.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(newcomer.getByText(/was withdrawn/)).toBeVisible();
});

test('without a network typing and making a code say so, and both work once there is one', async ({
	page,
	person
}) => {
	const { who, said } = await inviteAloud(page);
	await page.context().setOffline(true);
	await page.getByRole('button', { name: 'New code' }).click();
	await expect(dialog(page).getByText(/The server was not reached/)).toBeVisible();
	await expect(code(page)).toHaveText(said);
	await page.context().setOffline(false);

	const newcomer = await person();
	await newcomer.goto('/');
	const field = newcomer.getByLabel('Were you told a join code?');
	await field.fill(said);
	await newcomer.context().setOffline(true);
	await newcomer.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(newcomer.getByText(/The server was not reached/)).toBeVisible();
	await expect(field).toHaveValue(said);
	await newcomer.context().setOffline(false);
	await newcomer.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(newcomer.getByText(who).first()).toBeVisible();
});

test('a newcomer whose browser is in Chinese is asked, told what is wrong and let in in Chinese', async ({
	page,
	person
}) => {
	const { who, said } = await inviteAloud(page);
	const newcomer = await person({ locale: 'zh-CN' });
	await newcomer.goto('/');
	await newcomer.getByLabel('有人告诉你加入码？').fill('邀请');
	await newcomer.getByRole('button', { name: '加入', exact: true }).click();
	await expect(newcomer.getByText('加入码是8位字母和数字，这里有2位。')).toBeVisible();
	await newcomer.getByLabel('有人告诉你加入码？').fill(asHeard(said));
	await newcomer.getByRole('button', { name: '加入', exact: true }).click();
	await expect(newcomer.getByText(who).first()).toBeVisible();
});
