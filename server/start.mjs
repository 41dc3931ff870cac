/**
 * `npm start`: installs what is missing, builds what is stale, starts the server. Plain JavaScript without
 * packages, because it runs before there are any, on whatever Node the machine has (20.19 and later).
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVER_ENVIRONMENT } from './environment.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (/** @type {string[]} */ ...parts) => join(root, ...parts);
const windows = process.platform === 'win32';
const node = at('node_modules', '.bin', windows ? 'node.cmd' : 'node');
const env = {
	...process.env,
	PATH: `${at('node_modules', '.bin')}${windows ? ';' : ':'}${process.env.PATH ?? ''}`
};
const say = (/** @type {string} */ text) => console.log(`daybreak: ${text}`);
const give = (/** @type {string} */ text) => {
	console.error(`daybreak: ${text}`);
	process.exit(1);
};

/** Newest change in files and folders, ms since 1970; 0 when there are none. */
function newest(/** @type {string[]} */ paths) {
	let latest = 0;
	for (const path of paths) {
		if (!existsSync(path)) continue;
		const found = statSync(path);
		latest = Math.max(latest, found.mtimeMs);
		if (found.isDirectory())
			latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
	}
	return latest;
}

function run(/** @type {string} */ command, /** @type {string[]} */ args) {
	return spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: windows }).status === 0;
}

function install() {
	const installed = newest([at('node_modules', '.package-lock.json')]);
	if (installed > 0 && installed >= newest([at('package-lock.json')])) return;
	say('installing what is missing (npm ci) …');
	if (!run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'])) {
		give('npm ci failed; the lines above say why. Check the network and run npm start again.');
	}
}

/** The project brings its own Node, which needs one library that very small images lack. */
function checkNode() {
	const tried = spawnSync(node, ['--version'], { encoding: 'utf8', shell: windows });
	if (tried.status === 0) return;
	const said = `${tried.stderr ?? ''}${tried.error ?? ''}`.trim();
	if (!said.includes('libatomic')) give(`the project's own Node does not run here: ${said}`);
	say('this machine lacks libatomic, which Node needs.');
	const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
	if (!debian) give('install it (Debian and Ubuntu: apt-get install libatomic1), then run npm start again.');
	say('installing libatomic1 …');
	run('apt-get', ['update', '-qq']);
	if (!run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libatomic1'])) {
		give('apt-get could not install libatomic1; install it by hand, then run npm start again.');
	}
}

function build() {
	const stamp = at('build', '.daybreak-stamp');
	const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
	const changed = newest(sources.map((name) => at(name)));
	if (existsSync(at('build', 'handler.js')) && newest([stamp]) >= changed) return;
	say('building the app …');
	const started = new Date();
	if (!run(node, [at('node_modules', 'vite', 'bin', 'vite.js'), 'build'])) {
		give('the build failed; the lines above say where.');
	}
	writeFileSync(stamp, '');
	// Dated to the start: what was changed while building is newer, and is built next time.
	utimesSync(stamp, started, started);
}

function serve() {
	const server = spawn(node, [at('server', 'main.ts')], {
		cwd: root,
		// In earnest, unless told otherwise. Not before: npm ci would leave out what the build needs.
		env: { ...SERVER_ENVIRONMENT, NODE_ENV: 'production', ...env },
		stdio: 'inherit',
		shell: windows
	});
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
		process.on(signal, () => server.kill(signal));
	}
	server.on('error', (error) => give(`the server did not start: ${error.message}`));
	server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

install();
checkNode();
build();
serve();
