import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { args, executablePath } from '../browser.ts';
import { TestServer } from '../server.ts';
import type { Figure } from './run.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The scripts a page asks for until the board's first strip is in it, as sizes of the built files. */
async function scriptsUntilBoard(
	page: Page,
	open: () => Promise<void>
): Promise<{ gzip: number; brotli: number }> {
	const asked = new Set<string>();
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.endsWith('.js')) asked.add(pathname);
	});
	await open();
	await page.locator('[data-strip]').first().waitFor();
	const files = [...asked].map((path) => readFileSync(join(ROOT, 'build/client', path)));
	return {
		gzip: files.reduce((sum, file) => sum + gzipSync(file).length, 0),
		brotli: files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0)
	};
}

const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** The built app as a newcomer meets it, and as a tablet that has it all on board. */
export async function bench(): Promise<Figure[]> {
	if (!existsSync(join(ROOT, 'build/handler.js'))) {
		execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
			cwd: ROOT,
			stdio: 'ignore'
		});
	}
	const server = new TestServer();
	await server.start();
	const browser = await chromium.launch({ executablePath, args });
	const address = `http://localhost:${server.port}`;
	const fresh = async (): Promise<Page> =>
		(await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: 'en-GB' })).newPage();
	try {
		const newcomer = await fresh();
		await newcomer.goto(address);
		const clicks: number[] = [];
		for (let n = 0; n < 5; n++) {
			const page = await fresh();
			await page.goto(address);
			const started = performance.now();
			await page.getByRole('button', { name: 'Open the demo production' }).click();
			await page.locator('[data-strip]').first().waitFor();
			clicks.push(performance.now() - started);
			await page.context().close();
		}
		await newcomer.getByRole('button', { name: 'Open the demo production' }).click();
		await newcomer.locator('[data-strip]').first().waitFor();
		const board = newcomer.url();
		const cookies = await newcomer.context().cookies();
		const again = await fresh();
		await again.context().addCookies(cookies);
		const scripts = await scriptsUntilBoard(again, async () => void (await again.goto(board)));

		await newcomer.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		const reopened: number[] = [];
		await newcomer.context().setOffline(true);
		for (let n = 0; n < 5; n++) {
			const started = performance.now();
			await newcomer.reload({ waitUntil: 'commit' });
			await newcomer.locator('[data-strip]').first().waitFor();
			reopened.push(performance.now() - started);
		}
		return [
			{
				name: 'press "Open the demo" to first strip',
				value: median(clicks),
				unit: 'ms',
				note: 'median of 5, nothing cached'
			},
			{
				name: 'known production, offline: reload to first strip',
				value: median(reopened),
				unit: 'ms',
				note: 'median of 5'
			},
			{
				name: 'JavaScript before the board shows, gzip',
				value: scripts.gzip / 1000,
				unit: 'KB',
				note: 'aim 120'
			},
			{ name: 'the same as it is sent (brotli)', value: scripts.brotli / 1000, unit: 'KB' }
		];
	} finally {
		await browser.close();
		await server.end();
	}
}
