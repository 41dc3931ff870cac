import { expect, type Locator, type Page } from '@playwright/test';

/** What a test says about a board, in the words of a person who looks at it. */
export const strips = (page: Page): Locator => page.locator('[data-strip]');
export const scene = (page: Page, number: string): Locator =>
	page.locator(`[data-strip][data-scene-number="${number}"]`);
export const day = (page: Page, number: number): Locator => page.locator(`[data-day-number="${number}"]`);
export const boneyard = (page: Page): Locator => page.locator('[data-day=""]');
export const badge = (page: Page): Locator =>
	page.getByRole('banner').getByRole('button', {
		name: /Synced|Saved|waiting|Offline|Needs you|Record changed|Saving|Connecting|Sign in to sync|Not saved|Nothing is kept|Safari/
	});

/** Opens an own copy of the demo production as a guest. */
export async function openDemo(page: Page): Promise<string> {
	await page.goto('/');
	await page.getByRole('button', { name: 'Open the demo production' }).click();
	await expect(strips(page).first()).toBeVisible();
	return new URL(page.url()).pathname.split('/')[2] as string;
}

/** Signs this browser in as somebody new. */
export async function signUp(page: Page, name: string): Promise<void> {
	const answer = await page.request.post('/api/accounts', {
		headers: { origin: new URL(page.url() === 'about:blank' ? await addressOf(page) : page.url()).origin },
		data: { name, passphrase: `the passphrase of ${name}` }
	});
	expect(answer.status(), await answer.text()).toBe(201);
	await page.goto('/productions');
}

const addressOf = async (page: Page): Promise<string> => {
	await page.goto('/');
	return page.url();
};

/** A name nobody has had: tests share a server. */
let count = 0;
export const somebody = (job: string): string => `${job} ${Date.now().toString(36)}${++count}`;

/** The numbers of the scenes on a day (or, with null, in the boneyard), in order. */
export const numbersOn = (page: Page, which: number | null): Promise<string[]> =>
	(which === null ? boneyard(page) : day(page, which))
		.locator('[data-strip][data-scene-number]')
		.evaluateAll((all) => all.map((one) => one.getAttribute('data-scene-number') ?? ''));

/** Drags one strip onto another with the mouse, in steps as a hand does. */
export async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
	await to.scrollIntoViewIfNeeded();
	await from.scrollIntoViewIfNeeded();
	const [a, b] = [await from.boundingBox(), await to.boundingBox()];
	if (!a || !b) throw new Error('Both ends of a drag have to be on screen.');
	await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
	await page.mouse.down();
	await page.mouse.move(a.x + a.width / 2 + 12, a.y + a.height / 2 + 12, { steps: 3 });
	await page.mouse.move(b.x + b.width / 2, b.y + 4, { steps: 12 });
	await page.mouse.up();
}

/** A demo production of an account, and an invitation to it. */
export async function produce(page: Page, role: string): Promise<{ id: string; token: string }> {
	await signUp(page, somebody('Producer'));
	await page.getByRole('button', { name: /demo/i }).click();
	await expect(strips(page).first()).toBeVisible();
	const id = new URL(page.url()).pathname.split('/')[2] as string;
	const answer = await page.request.post(`/api/productions/${id}/invitations`, {
		headers: { origin: new URL(page.url()).origin },
		data: { role, hours: 24 }
	});
	expect(answer.status()).toBe(201);
	return { id, token: (await answer.json()).token };
}

/** Somebody without an account opens an invitation's link and joins. @param sees what is there then */
export async function join(
	page: Page,
	token: string,
	name: string,
	sees: Locator = strips(page).first()
): Promise<void> {
	await page.goto(`/join#${token}`);
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Passphrase', { exact: true }).fill('a passphrase for the shoot');
	await page.getByRole('button', { name: /Create/ }).click();
	await page.getByRole('button', { name: 'I kept them' }).click();
	await expect(sees).toBeVisible();
}
