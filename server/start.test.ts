/** `npm start` where everything is installed and built already: a house of cards around the real `start.mjs`. */
import { spawnSync } from 'node:child_process';
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'daybreak-start-'));
const at = (...parts: string[]): string => join(root, ...parts);

beforeAll(() => {
	for (const folder of ['server', 'src', 'build', 'node_modules/.bin'])
		mkdirSync(at(folder), { recursive: true });
	for (const file of ['start.mjs', 'environment.mjs'])
		copyFileSync(fileURLToPath(new URL(`./${file}`, import.meta.url)), at('server', file));
	symlinkSync(process.execPath, at('node_modules', '.bin', 'node'));
	writeFileSync(at('server', 'main.ts'), "console.log(`runs as ${process.env.NODE_ENV ?? 'nothing'}`);\n");
	writeFileSync(at('package-lock.json'), '{}');
	utimesSync(at('package-lock.json'), new Date(0), new Date(0));
	utimesSync(at('src'), new Date(0), new Date(0));
	for (const file of ['build/handler.js', 'build/.daybreak-stamp', 'node_modules/.package-lock.json'])
		writeFileSync(at(file), '');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([
	['is a server in earnest, unless it is told otherwise', undefined, 'production'],
	['is what it is told to be', 'development', 'development']
])('what npm start starts %s', (_title, given, runs) => {
	const { NODE_ENV: _ours, ...env } = process.env;
	const { status, stdout, stderr } = spawnSync(process.execPath, [at('server', 'start.mjs')], {
		encoding: 'utf8',
		env: { ...env, ...(given ? { NODE_ENV: given } : {}) }
	});
	expect([status, stdout.trim(), stderr]).toEqual([0, `runs as ${runs}`, '']);
});
