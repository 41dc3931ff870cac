import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from './testing/house.ts';
import { endServers, startServer, type Running } from './testing/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybreak-main-'));
let server: Running;
beforeAll(async () => {
	server = await startServer(folder);
}, 60_000);
afterAll(() => {
	endServers();
	rmSync(folder, { recursive: true, force: true });
});

/** Sends the head of an upgrade and resolves once the server has read it, or has hung up. */
async function upgrade(
	path: string,
	protocol = 'websocket'
): Promise<{ socket: Socket; closed: () => boolean }> {
	const socket = connect(server.port, '127.0.0.1');
	let closed = false;
	socket.on('error', () => {}).on('close', () => (closed = true));
	socket.resume();
	await new Promise<void>((resolve) => socket.once('connect', resolve));
	const head = `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`;
	await new Promise<void>((resolve) => socket.write(head, () => resolve()));
	// The server answers in turn: what it was sent before this it has read.
	await (await fetch(`${server.base}/health`)).text();
	return { socket, closed: () => closed };
}

const ADDRESSES = [
	'/syncx',
	'/sync-',
	'/sync%2f',
	'/synchronise/a',
	'/elsewhere',
	'/',
	'/sync',
	'/sync/x',
	'*',
	'//sync'
];

test('whoever asks to upgrade and hangs up, at whatever address, leaves the server running', async () => {
	for (const path of ADDRESSES) {
		for (const protocol of ['websocket', 'h2c']) {
			const { socket } = await upgrade(path, protocol);
			socket.resetAndDestroy();
		}
	}
	expect((await fetch(`${server.base}/ready`)).status).toBe(200);
	expect(server.exit()).toBe(null);
	expect(server.said()).not.toContain('uncaught');
});

test('an upgrade that nobody takes is hung up on, so that it holds no place', async () => {
	for (const path of ADDRESSES) {
		const { socket, closed } = await upgrade(path);
		await until(`${path} is closed`, closed);
		socket.destroy();
	}
});

test('who hasn’t said who it is within the time allowed is hung up on, however slowly the words come', async () => {
	const hasty = await startServer(join(folder, 'hasty'), { LIMIT_AUTHENTICATE_MS: '300' });
	for (const start of ['', 'GET /sync/x HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n']) {
		const socket = connect(hasty.port, '127.0.0.1');
		let closed = false;
		socket.on('error', () => {}).on('close', () => (closed = true));
		socket.resume();
		await new Promise<void>((resolve) => socket.once('connect', resolve));
		socket.write(start);
		const drip = start ? setInterval(() => socket.write('X-Drip: 1\r\n'), 50) : undefined;
		await until('it is hung up on', () => closed);
		clearInterval(drip);
	}
	expect((await fetch(`${hasty.base}/health`)).status).toBe(200);
	await hasty.end('SIGKILL');
}, 60_000);
