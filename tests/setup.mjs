// Runs on whatever Node the machine has, before anything is installed: makes `npm test` need nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const run = (command, args, options = {}) => {
	console.log(`> ${command} ${args.join(' ')}`);
	return spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0;
};

/** Installs packages when they are missing or older than the lockfile. */
function packages() {
	const installed = 'node_modules/.package-lock.json';
	const stale = !existsSync(installed) || statSync('package-lock.json').mtimeMs > statSync(installed).mtimeMs;
	if (stale && !run('npm', ['ci'])) throw new Error('npm ci failed: see above.');
}

/** Finds a browser for the tests, installing one where that is possible. */
async function browser() {
	const system = [
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
	];
	const { chromium } = await import('playwright-core');
	const found = () =>
		[process.env.CHROMIUM_PATH, chromium.executablePath(), ...system].find(
			(path) => path && existsSync(path)
		);
	if (!found()) {
		const apt = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		if (!apt) run('npx', ['playwright', 'install', 'chromium']);
		else if (run('apt-get', ['update', '-qq'], { env })) {
			run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
				env
			});
		}
	}
	const path = found();
	if (!path) throw new Error('There is no Chromium here: install one, or set CHROMIUM_PATH.');
	return path;
}

export async function setup() {
	packages();
	console.log('browser:', await browser());
}
