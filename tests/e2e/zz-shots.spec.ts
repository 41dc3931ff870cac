import { openDemo, strips } from './board.ts';
import { test } from './fixtures.ts';
const OUT = '/tmp/wt/start-shots';
test('shots', async ({ page }) => {
	test.setTimeout(240_000);
	for (const [lang, theme] of [['en', 'dark'], ['zh-Hans', 'paper']] as const) {
		await page.goto('/');
		await page.evaluate(([l, t]) => { localStorage.setItem('daybreak.language', l!); localStorage.setItem('daybreak.theme', t!); }, [lang, theme]);
		await page.goto('/productions');
		if (new URL(page.url()).pathname === '/') await page.waitForTimeout(500);
		await page.screenshot({ path: `${OUT}/${lang}-open.png` });
		await page.locator('[data-demo="B"]').click();
		await strips(page).first().waitFor();
		const base = page.url().replace(/\/board$/, '');
		await page.waitForTimeout(3000);
		await page.pdf({ path: `${OUT}/${lang}-board.pdf`, preferCSSPageSize: true });
		const first = strips(page).first();
		await first.click(); await first.press('Enter');
		await page.locator('.breakdown').waitFor();
		await page.waitForTimeout(400);
		await page.screenshot({ path: `${OUT}/${lang}-sheet.png` });
		await page.locator('[data-field="notes"]').scrollIntoViewIfNeeded();
		await page.screenshot({ path: `${OUT}/${lang}-sheet2.png` });
		for (const name of ['start', 'breakdown', 'episodes', 'people']) {
			await page.goto(`${base}/${name}`);
			await page.waitForTimeout(1500);
			await page.screenshot({ path: `${OUT}/${lang}-${name}.png` });
			if (name !== 'start') await page.pdf({ path: `${OUT}/${lang}-${name}.pdf`, preferCSSPageSize: true });
		}
		await page.goto('/productions/new');
		await page.waitForTimeout(800);
		await page.screenshot({ path: `${OUT}/${lang}-new.png`, fullPage: true });
		await page.setViewportSize({ width: 390, height: 844 });
		await page.screenshot({ path: `${OUT}/${lang}-new-phone.png`, fullPage: true });
		await page.goto(`${base}/start`);
		await page.waitForTimeout(800);
		await page.screenshot({ path: `${OUT}/${lang}-start-phone.png` });
		await page.setViewportSize({ width: 1440, height: 900 });
	}
});
