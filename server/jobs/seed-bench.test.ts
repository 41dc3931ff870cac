/** Load tests need a session whose token is known; nothing in earnest may ever have it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { until } from '../testing/house.ts';
import { endServers, startServer } from '../testing/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybreak-seed-'));
afterAll(() => {
	endServers();
	rmSync(folder, { recursive: true, force: true });
});

const run = (file: string, dataDir: string, env: Record<string, string>, ...words: string[]) =>
	spawnSync(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...words], {
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: 'test', PORT: '0', DATA_DIR: dataDir, ...env }
	});
const seed = (dataDir: string, env: Record<string, string> = {}) =>
	run('./seed-bench.ts', dataDir, env, 'fan10');

test('in production no load test’s session is made, and not even the folder', () => {
	const dataDir = join(folder, 'production');
	const { status, stderr } = seed(dataDir, { NODE_ENV: 'production' });
	expect([status, stderr]).toEqual([1, expect.stringContaining('refuses with NODE_ENV=production')]);
	expect(existsSync(dataDir)).toBe(false);
});

test('a folder made for load tests serves them, again after a restart, and is refused in production', async () => {
	const dataDir = join(folder, 'bench');
	const first = JSON.parse(seed(dataDir).stdout) as { cookie: string; documents: Record<string, string> };
	expect(JSON.parse(seed(dataDir).stdout)).toEqual(first);
	const server = await startServer(dataDir, { NODE_ENV: 'test' });
	const me = await fetch(`${server.base}/api/me`, { headers: { cookie: first.cookie } });
	expect(((await me.json()) as { user: { name: string } }).user.name).toBe('Bench');
	await server.end('SIGTERM');
	const { status, stderr } = run('../main.ts', dataDir, { NODE_ENV: 'production' });
	expect([status, stderr]).toEqual([1, expect.stringContaining('was made for load tests')]);
}, 60_000);

test('where people have accounts no load test’s session is made', async () => {
	const dataDir = join(folder, 'people');
	const server = await startServer(dataDir);
	const made = await fetch(`${server.base}/api/accounts`, {
		method: 'POST',
		headers: { origin: server.base, 'content-type': 'application/json' },
		body: JSON.stringify({ name: 'Mei', passphrase: 'rain over the harbour' })
	});
	expect(made.status).toBe(201);
	const { status, stderr } = seed(dataDir);
	expect([status, stderr]).toEqual([1, expect.stringContaining('People have accounts in')]);
	await server.end('SIGTERM');
	await until('the server is gone', () => server.exit() !== null);
}, 60_000);
