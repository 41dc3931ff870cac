import { defineConfig, devices } from '@playwright/test';
import { args, executablePath } from '../browser.ts';

/** Every test has its own accounts; a worker has its own server with its own data (see `fixtures.ts`). */
export default defineConfig({
	testDir: '.',
	outputDir: 'results',
	workers: 2,
	fullyParallel: false,
	// A busy machine makes a browser slow now and then; what passes only the second time is counted as flaky and said.
	retries: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list'], ['json']],
	use: {
		launchOptions: { executablePath, args },
		locale: 'en-GB',
		// Only where something went wrong: recorded every time it was a quarter of the run.
		trace: 'on-first-retry',
		actionTimeout: 15_000
	},
	projects: [
		{
			name: 'laptop',
			use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
			grepInvert: /@tablet|@phone/
		},
		{
			name: 'tablet',
			use: { ...devices['Galaxy Tab S9'], viewport: { width: 1180, height: 820 }, deviceScaleFactor: 1 },
			grep: /@tablet/
		},
		{
			name: 'phone',
			use: { ...devices['iPhone 13'], defaultBrowserType: 'chromium', viewport: { width: 390, height: 844 } },
			grep: /@phone/
		}
	]
});
