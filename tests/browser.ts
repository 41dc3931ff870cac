import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Where a Chromium may be, in order of preference; the first that exists is used by every browser test. */
const places = [
	process.env.CHROMIUM_PATH,
	chromium.executablePath(),
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** The browser every test drives: Playwright's own when installed, else the system's. */
export const executablePath = places.find((p): p is string => !!p && existsSync(p));

/** Root has no sandbox in a container; the rest keeps the browser from calling its maker during tests. */
export const args = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
