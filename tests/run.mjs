// `npm test`: installs what is missing, then lint, types, unit, simulation, component and end-to-end tests. Its
// last line is a plain count. `npm test -- unit` (or lint, types, component, simulation, e2e) runs some of it, and
// `npm run test:long` the long column: many more histories, faults and kills, for hours rather than minutes.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { COUNTS, PIECES } from './long.mjs';
import { setup } from './setup.mjs';

const CACHE = 'tests/.cache';
const long = process.argv.includes('--long');
const words = process.argv.slice(2).filter((word) => word !== '--long');
const only = long ? ['unit', 'simulation', 'kills'] : words;
const unknown = long ? words.filter((word) => !(word in PIECES)) : [];
if (unknown.length > 0) {
	console.error(`There is no ${unknown.join(', ')}. The long run has: ${Object.keys(PIECES).join(', ')}.`);
	process.exit(2);
}

/** In the long run each test is named once it has ended, with its seed. */
const REPORTER = `--reporter=${long ? 'verbose' : 'default'}`;
const VITEST = ['run', '--config', 'tests/vitest.config.ts', REPORTER, '--reporter=json'];

await setup();
mkdirSync(CACHE, { recursive: true });

const env = {
	...(long ? COUNTS : {}),
	...process.env,
	PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
	FORCE_COLOR: '0'
};
// Node 22 and later pass this on to every child; svelte-kit needs none of it.
delete env.NODE_OPTIONS;

/** Runs a command, printing all it says once it ends so that two can run side by side; in the long run as it says it. */
const run = (name, command, args, more = {}) =>
	new Promise((done) => {
		const started = Date.now();
		const child = spawn(command, args, { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
		const said = [];
		const hear = (chunk) => (long ? process.stdout.write(chunk) : said.push(chunk));
		for (const stream of [child.stdout, child.stderr]) stream.on('data', hear);
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

/** Names of tests that could not be run here; each has said why. */
const skippedIn = ({ testResults }) =>
	testResults.flatMap(({ assertionResults }) =>
		assertionResults.filter(({ status }) => status === 'skipped').map(({ fullName }) => fullName)
	);

async function vitest(project, files = [], name = project) {
	const file = `${CACHE}/${name}.json`;
	rmSync(file, { force: true });
	const args = [...VITEST, `--outputFile.json=${file}`, '--project', project, ...files];
	const ok = await run(name, 'vitest', args);
	const count = report(file, (json) => ({
		passed: json.numPassedTests,
		failed: json.numFailedTests + (json.numFailedTestSuites > 0 && json.numFailedTests === 0 ? 1 : 0),
		skipped: skippedIn(json)
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

/** A piece of the long run by itself. */
async function piece(name) {
	const { project, files, titles } = PIECES[name];
	if (project) return [await vitest(project, files, name)];
	return [...(await steps.build()), await e2e('--grep', titles)];
}

await run('prepare', 'svelte-kit', ['sync']);
const counts = [];
if (long) for (const word of words) counts.push(...(await piece(word)));
for (const row of long && words.length > 0 ? [] : rows) {
	const wanted = row.filter(
		(step) => only.length === 0 || only.includes(step) || (step === 'build' && (only.includes('e2e') || long))
	);
	counts.push(...(await Promise.all(wanted.map((step) => steps[step]()))).flat());
}
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
for (const name of counts.flatMap(({ skipped = [] }) => skipped)) console.log(`\nskipped: ${name}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
