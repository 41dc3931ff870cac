/**
 * The board in a real browser, built as the app is and under its policy: from a document on the device to a painted
 * board, frames during a drag, a colleague's change until it is painted, and how many strips are made ready for it.
 */
import { chromium, type Page } from 'playwright';
import { args, executablePath } from '../browser.ts';
import './board-page/window.ts';
import { median, quantile } from './quantile.ts';
import type { Figure } from './run.ts';
import { servePage } from './serve-page.ts';

const SIZES = [400, 2000] as const;

export async function bench(): Promise<Figure[]> {
	const served = await servePage('board-page');
	const browser = await chromium.launch({ executablePath, args });
	try {
		const figures: Figure[] = [
			{ name: 'JavaScript of the board page, gzip', value: served.kilobytes, unit: 'KB' }
		];
		for (const strips of SIZES) {
			const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
			const painted: number[] = [];
			for (let run = 0; run < 5; run++) {
				await page.goto(`${served.url}?strips=${strips}`);
				await page.waitForFunction(() => window.bench?.painted > 0);
				painted.push(await page.evaluate(() => window.bench.painted));
			}
			const frames = await dragAcross(page);
			const remote = await colleague(page);
			const of = `${strips} strips: `;
			figures.push(
				{ name: `${of}document to painted`, value: median(painted), unit: 'ms', note: 'median of 5' },
				{
					name: `${of}drag frame p50`,
					value: quantile(frames, 0.5),
					unit: 'ms',
					note: `${frames.length} frames`
				},
				{ name: `${of}drag frame p95`, value: quantile(frames, 0.95), unit: 'ms' },
				{ name: `${of}remote change to paint`, value: median(remote.ms), unit: 'ms', note: 'median of 20' },
				{ name: `${of}strips made ready a change`, value: Math.max(...remote.views), unit: 'strips' }
			);
			await page.close();
		}
		return figures;
	} finally {
		await browser.close();
		await served.close();
	}
}

/** Drags a strip over the days, through gutters and headers, and to the edge, where the board scrolls by itself. */
async function dragAcross(page: Page): Promise<number[]> {
	const from = await page.locator('[data-strip]').nth(5).boundingBox();
	if (!from) throw new Error('The board has no strip to drag.');
	await page.mouse.move(from.x + 80, from.y + 10);
	await page.mouse.down();
	await page.mouse.move(from.x + 90, from.y + 14);
	await page.evaluate(() => window.bench.record());
	for (let turn = 0; turn < 3; turn++) {
		for (let x = 120; x <= 1100; x += 14) await page.mouse.move(x, 300 + 180 * Math.sin(x / 90));
		await page.mouse.move(1190, 500);
		await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
		for (let x = 1100; x >= 120; x -= 14) await page.mouse.move(x, 420 + 180 * Math.cos(x / 70));
	}
	const frames = await page.evaluate(() => window.bench.frames);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	return frames.slice(1);
}

async function colleague(page: Page): Promise<{ ms: number[]; views: number[] }> {
	const ms: number[] = [];
	const views: number[] = [];
	for (let n = 0; n < 20; n++) {
		const one = await page.evaluate((at) => window.bench.remote(at), n);
		ms.push(one.ms);
		views.push(one.views);
	}
	return { ms, views };
}
