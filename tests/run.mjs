// `npm test`: installs what is missing, then lint, types, unit, simulation, component and end-to-end tests. Its
// last line is a plain count. `npm test -- unit` (or lint, types, component, simulation, e2e) runs some of it, and
// `npm run test:long` the long column: many more histories, faults and kills, for hours rather than minutes.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { setup } from './setup.mjs';

const CACHE = 'tests/.cache';
const VITEST = ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];
const long = process.argv.includes('--long');
const only = long ? ['unit', 'simulation', 'kills'] : process.argv.slice(2);
/** Counts of the long run; what is set by hand wins. */
const LONG = {
	DAYBREAK_LONG: '1',
	KILL_ROUNDS: '500',
	FUZZ: '100000',
	RESTORES: '500',
	FRAMES: '1000000'
};

await setup();
mkdirSync(CACHE, { recursive: true });

const env = {
	...(long ? LONG : {}),
	...process.env,
	PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
	FORCE_COLOR: '0'
};
// Node 22 and later pass this on to every child; svelte-kit needs none of it.
delete env.NODE_OPTIONS;

/** Runs a command, printing all it says once it ends so that two can run side by side. */
const run = (name, command, args, more = {}) =>
	new Promise((done) => {
		const started = Date.now();
		const child = spawn(command, args, { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
		const said = [];
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
		child.on('error', (error) => said.push(Buffer.from(String(error))));
		child.on('close', (code) => {
			console.log(`\n── ${name} (${((Date.now() - started) / 1000).toFixed(0)} s) ──`);
			process.stdout.write(Buffer.concat(said));
			done(code === 0);
		});
	});

/** One check that passes or fails as a whole. */
const check = async (name, command, args) =>
	(await run(name, command, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

const report = (file, read) => {
	if (!existsSync(file)) return { passed: 0, failed: 1 };
	return read(JSON.parse(readFileSync(file, 'utf8')));
};

async function vitest(project) {
	const file = `${CACHE}/${project}.json`;
	rmSync(file, { force: true });
	const ok = await run(project, 'vitest', [...VITEST, `--outputFile.json=${file}`, '--project', project]);
	const count = report(file, (json) => ({
		passed: json.numPassedTests,
		failed: json.numFailedTests + (json.numFailedTestSuites > 0 && json.numFailedTests === 0 ? 1 : 0)
	}));
	return ok || count.failed > 0 ? count : { ...count, failed: 1 };
}

async function e2e(...more) {
	const file = `${CACHE}/e2e.json`;
	rmSync(file, { force: true });
	const ok = await run('e2e', 'playwright', ['test', '--config', 'tests/e2e/playwright.config.ts', ...more], {
		PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(file)
	});
	const count = report(file, ({ stats }) => ({
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected
	}));
	return ok || count.failed > 0 ? count : { ...count, failed: 1 };
}

const steps = {
	lint: async () => [
		await check('format', 'prettier', ['--check', '.']),
		await check('lint', 'eslint', ['--config', '.eslint.config.js', '.'])
	],
	types: async () => [
		await check('types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings'])
	],
	unit: async () => [await vitest('unit')],
	simulation: async () => [await vitest('simulation')],
	component: async () => [await vitest('component')],
	build: async () => [await check('build', 'vite', ['build'])],
	e2e: async () => [await e2e()],
	// Only in the long run: in the short one it is among the others.
	kills: async () => [await e2e('--grep', 'a browser killed|on a shared tablet nobody')]
};
// Side by side within a row; the machine has two cores.
const rows = [
	['lint', 'types'],
	['unit', 'build'],
	['simulation'],
	['component'],
	['e2e'],
	long ? ['kills'] : []
];

await run('prepare', 'svelte-kit', ['sync']);
const counts = [];
for (const row of rows) {
	const wanted = row.filter(
		(step) => only.length === 0 || only.includes(step) || (step === 'build' && (only.includes('e2e') || long))
	);
	counts.push(...(await Promise.all(wanted.map((step) => steps[step]()))).flat());
}
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
