import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { TestServer } from '../server.ts';

type Worker = { server: TestServer };
type Each = {
	/** where the app is */
	address: string;
	/** opens a browser of another person: own storage, own cookies */
	person: (options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
};

/** Tests with a real built app, a real server in its own process and as many people as they need. */
export const test = base.extend<Each, Worker>({
	server: [
		// Playwright reads the names of the fixtures that are wanted from the pattern; here none.
		async ({}, use) => {
			const server = new TestServer();
			await server.start();
			await use(server);
			await server.end();
		},
		{ scope: 'worker' }
	],
	address: async ({ server }, use) => use(`http://localhost:${server.port}`),
	baseURL: async ({ address }, use) => use(address),
	person: async ({ browser, address, viewport, hasTouch, isMobile, userAgent, locale }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (options = {}) => {
			const context = await browser.newContext({
				baseURL: address,
				viewport,
				hasTouch,
				isMobile,
				userAgent,
				locale,
				...options
			});
			contexts.push(context);
			return context.newPage();
		});
		for (const context of contexts) await context.close();
	}
});

export { expect } from '@playwright/test';
