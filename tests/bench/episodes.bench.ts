/**
 * The Episodes page in a real browser, built as the app is and under its policy: 500 episodes scrolled through, a
 * block of 100 × 8 cells pasted until it is painted, and a colleague's change until it is painted.
 */
import { chromium, type Page } from 'playwright';
import { args, executablePath } from '../browser.ts';
import './episodes-page/window.ts';
import { median, quantile } from './quantile.ts';
import type { Figure } from './run.ts';
import { servePage } from './serve-page.ts';

const SIZES = [100, 500] as const;
/** A frame that came later than the next one was due on a 60 Hz screen. */
const DROPPED_MS = 25;

export async function bench(): Promise<Figure[]> {
	const served = await servePage('episodes-page');
	const browser = await chromium.launch({ executablePath, args });
	try {
		const figures: Figure[] = [];
		for (const episodes of SIZES) {
			const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
			await page.goto(`${served.url}?episodes=${episodes}`);
			await page.waitForFunction(() => window.episodes?.painted > 0);
			const painted = await page.evaluate(() => window.episodes.painted);
			const frames = await scrollThrough(page);
			const remote: { ms: number; rows: number }[] = [];
			for (let n = 0; n < 20; n++) remote.push(await page.evaluate((at) => window.episodes.remote(at), n));
			const pasted: number[] = [];
			for (let run = 0; run < 5; run++) {
				// The eight text columns from the hook on would reach beyond checks: titles of eight columns fit nowhere,
				// so the block goes in from the first cell and what the others can't take is refused, as in real sheets.
				await page.locator('[data-at="0"] [data-key="title"]').scrollIntoViewIfNeeded();
				await page.locator('[data-at="0"] [data-key="title"]').click();
				pasted.push(await page.evaluate(() => window.episodes.paste(100, 8)));
			}
			const of = `${episodes} episodes: `;
			figures.push(
				{ name: `${of}document to painted`, value: painted, unit: 'ms' },
				{
					name: `${of}scroll frame p50`,
					value: quantile(frames, 0.5),
					unit: 'ms',
					note: `${frames.length} frames`
				},
				{ name: `${of}scroll frame p95`, value: quantile(frames, 0.95), unit: 'ms' },
				{ name: `${of}frames dropped`, value: frames.filter((ms) => ms > DROPPED_MS).length, unit: 'frames' },
				{ name: `${of}paste of 100 × 8 to painted`, value: median(pasted), unit: 'ms', note: 'median of 5' },
				{ name: `${of}remote change to paint`, value: median(remote.map(({ ms }) => ms)), unit: 'ms' },
				{
					name: `${of}rows drawn anew a change`,
					value: Math.max(...remote.map(({ rows }) => rows)),
					unit: 'rows'
				}
			);
			await page.close();
		}
		return figures;
	} finally {
		await browser.close();
		await served.close();
	}
}

/** Turns the wheel from the first episode to the last and back. */
async function scrollThrough(page: Page): Promise<number[]> {
	await page.mouse.move(700, 600);
	await page.evaluate(() => window.episodes.record());
	for (const by of [120, -120])
		for (let turn = 0; turn < 120; turn++) {
			await page.mouse.wheel(0, by);
			await page.evaluate(() => new Promise(requestAnimationFrame));
		}
	return (await page.evaluate(() => window.episodes.frames)).slice(1);
}
