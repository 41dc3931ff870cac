import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { TestServer } from '../server.ts';

type Worker = { server: TestServer };
type Each = {
	/** fails the test when any page wanted what the content security policy forbids */
	policy: void;
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
	policy: [
		async ({ browser }, use) => {
			const violations: string[] = [];
			const listen = (context: BrowserContext): void =>
				void context.on('console', (message) => {
					if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
				});
			for (const context of browser.contexts()) listen(context);
			const made = browser.newContext.bind(browser);
			browser.newContext = async (options) => {
				const context = await made(options);
				listen(context);
				return context;
			};
			await use();
			browser.newContext = made;
			expect(violations, 'the content security policy was violated').toEqual([]);
		},
		{ auto: true }
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

export { expect };
