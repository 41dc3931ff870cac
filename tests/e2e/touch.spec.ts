import type { Locator, Page } from '@playwright/test';
import { badge, boneyard, numbersOn, openDemo, scene, strips } from './board.ts';
import { expect, test } from './fixtures.ts';

/** Holds a finger on one strip until it is lifted, carries it onto another and lets go. */
async function carry(page: Page, from: Locator, to: Locator): Promise<void> {
	const touch = await page.context().newCDPSession(page);
	const centre = async (of: Locator) => {
		const box = await of.boundingBox();
		if (!box) throw new Error('Both ends of a drag have to be on screen.');
		return { x: box.x + box.width / 2, y: box.y + 6 };
	};
	const [a, b] = [await centre(from), await centre(to)];
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
		touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
	await send('touchStart', a);
	await expect(page.locator('[data-ghost]')).toBeVisible();
	for (let step = 1; step <= 10; step++) {
		await send('touchMove', { x: a.x + ((b.x - a.x) * step) / 10, y: a.y + ((b.y - a.y) * step) / 10 });
	}
	await send('touchEnd');
}

test('on a tablet a strip is carried to another day by a finger that holds it first @tablet', async ({
	page
}) => {
	await openDemo(page);
	const from = (await numbersOn(page, 6))[0] as string;
	const onto = (await numbersOn(page, 7))[0] as string;
	await scene(page, onto).scrollIntoViewIfNeeded();
	await carry(page, scene(page, from), scene(page, onto));
	await expect.poll(() => numbersOn(page, 7)).toContain(from);
	await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible();
	await page.locator('[data-undo]').tap();
	await expect.poll(() => numbersOn(page, 6)).toContain(from);
	await expect(badge(page)).toContainText('Synced');
});

test('on a tablet a strip carried onto the open drawer waits there @tablet', async ({ page }) => {
	await openDemo(page);
	const number = (await numbersOn(page, 6))[0] as string;
	await page.locator('[data-open-boneyard]').tap();
	await expect(boneyard(page)).toBeVisible();
	await carry(page, scene(page, number), boneyard(page).locator('[data-strip]').nth(3));
	await expect.poll(() => numbersOn(page, null)).toContain(number);
	expect(await numbersOn(page, 6)).not.toContain(number);
});

test('on a phone what was just done never lies over what acts on the chosen strips @phone', async ({
	page
}) => {
	await openDemo(page);
	const number = (await numbersOn(page, 5))[1] as string;
	await scene(page, number).tap();
	await page.keyboard.press('Alt+ArrowDown');
	await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Select', exact: true }).tap();
	await scene(page, number).tap();
	await page.locator('[data-selection-bar]').getByRole('button').last().tap();
	await expect(page.locator('[data-selection-bar]')).toBeHidden();
});

test('on a tablet a swipe without a hold scrolls and moves nothing @tablet', async ({ page }) => {
	await openDemo(page);
	const before = await numbersOn(page, 6);
	const first = scene(page, before[3] as string);
	const box = await first.boundingBox();
	if (!box) throw new Error('not on screen');
	const touch = await page.context().newCDPSession(page);
	const at = (y: number) => ({ x: box.x + 60, y });
	await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(box.y + 10)] });
	for (let step = 1; step <= 6; step++) {
		await touch.send('Input.dispatchTouchEvent', {
			type: 'touchMove',
			touchPoints: [at(box.y + 10 - step * 20)]
		});
	}
	await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await expect(page.locator('[data-ghost]')).toBeHidden();
	expect(await numbersOn(page, 6)).toEqual(before);
});

test('on a phone one day is shown, the boneyard opens, and a strip is given a day by a tap @phone', async ({
	page
}) => {
	await openDemo(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
	await page.locator('[data-open-boneyard]').first().tap();
	await expect(boneyard(page).locator('[data-strip]').first()).toBeVisible();
	await expect(strips(page).first()).toBeVisible();
	await expect(badge(page)).toContainText('Synced');
});
