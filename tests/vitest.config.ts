import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { args, executablePath } from './browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
	root,
	plugins: [sveltekit()],
	optimizeDeps: {
		include: ['yjs', 'y-websocket', 'y-indexeddb', 'y-protocols/awareness', 'fractional-indexing']
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// Whole servers start in some of them, beside everything else on the machine.
					testTimeout: 20_000,
					include: ['src/**/*.test.ts', 'server/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'simulation',
					// The devices wait for each other more than they reckon: two files run side by side.
					maxWorkers: 2,
					environment: 'node',
					include: ['tests/simulation/**/*.test.ts'],
					testTimeout: 120_000,
					// A server that starts beside everything else that starts.
					hookTimeout: 30_000
				}
			},
			{
				extends: true,
				test: {
					name: 'component',
					include: ['src/**/*.svelte.test.ts'],
					setupFiles: ['tests/component-setup.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: { executablePath, args } }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
