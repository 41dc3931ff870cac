import 'fake-indexeddb/auto';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newId } from '#lib/doc/id.ts';
import type { Role } from '#lib/domain/people/permissions.ts';
import { Workspace } from '#lib/sync/workspace.ts';

/**
 * A real server in a process of its own, and devices that run the app's own sync modules against it, each through
 * a network that can be cut. Storage in this process is an IndexedDB written for Node; everything of ours is real.
 */
const ROOT = resolve(import.meta.dirname, '../..');

/** Resolves when `is` holds; fails with `what` after a bounded time. Polls, because what it waits for is elsewhere. */
export async function until(what: string, is: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
	const end = Date.now() + ms;
	while (!(await is())) {
		if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain until ${what}.`);
		await new Promise((next) => setTimeout(next, 10));
	}
}

export class TestServer {
	readonly data = mkdtempSync(join(tmpdir(), 'daybreak-sim-'));
	port = 0;
	#process: ChildProcess | null = null;

	async start(): Promise<void> {
		const child = spawn(process.execPath, ['server/main.ts'], {
			cwd: ROOT,
			env: {
				...process.env,
				NODE_ENV: 'test',
				HOST: '127.0.0.1',
				PORT: String(this.port),
				DATA_DIR: this.data,
				LIMIT_ACCOUNTS_PER_HOUR: '10000',
				LIMIT_FRAMES_PER_SECOND: '5000',
				LIMIT_AWARENESS_PER_SECOND: '5000'
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#process = child;
		let said = '';
		child.stderr.on('data', (chunk) => (said += chunk));
		await new Promise<void>((done, fail) => {
			child.stdout.on('data', (chunk) => {
				said += chunk;
				const port = /Daybreak is on \S+:(\d+)/.exec(said)?.[1];
				if (!port) return;
				this.port = Number(port);
				done();
			});
			child.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
		});
	}

	/** kill -9: nothing is flushed, nothing is said. */
	async kill(): Promise<void> {
		const child = this.#process;
		this.#process = null;
		if (!child) return;
		const gone = new Promise((done) => child.once('exit', done));
		child.kill('SIGKILL');
		await gone;
	}

	async end(): Promise<void> {
		await this.kill();
		rmSync(this.data, { recursive: true, force: true });
	}

	async call(method: string, path: string, body: unknown, cookie = ''): Promise<Response> {
		const origin = `http://127.0.0.1:${this.port}`;
		return fetch(`http://127.0.0.1:${this.port}${path}`, {
			method,
			headers: { origin, cookie, 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body)
		});
	}

	/** A new account; answers its id and session cookie. */
	async account(name: string): Promise<{ userId: string; cookie: string }> {
		const answer = await this.call('POST', '/api/accounts', { name, passphrase: `passphrase of ${name}` });
		if (!answer.ok) throw new Error(`no account: ${answer.status} ${await answer.text()}`);
		const { user } = (await answer.json()) as { user: { id: string } };
		return { userId: user.id, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] as string };
	}

	/** A new production of a user; answers its id. */
	async production(cookie: string): Promise<string> {
		const id = newId();
		const answer = await this.call('POST', '/api/productions', { id, title: 'Simulated' }, cookie);
		if (!answer.ok) throw new Error(`no production: ${answer.status} ${await answer.text()}`);
		return id;
	}

	/** A new account that joins a production by an invitation. */
	async join(
		production: string,
		by: string,
		name: string,
		role: Role
	): Promise<{ userId: string; cookie: string }> {
		const answer = await this.call(
			'POST',
			`/api/productions/${production}/invitations`,
			{ role, hours: 1 },
			by
		);
		if (!answer.ok) throw new Error(`no invitation: ${answer.status} ${await answer.text()}`);
		const { token } = (await answer.json()) as { token: string };
		const account = await this.account(name);
		const joined = await this.call('POST', '/api/invitations/accept', { token }, account.cookie);
		if (!joined.ok) throw new Error(`not joined: ${joined.status} ${await joined.text()}`);
		return account;
	}
}

/** A device of one user: its own way to the server, which signs it in and can be cut. */
export class Device {
	readonly userId: string;
	readonly #cookie: string;
	readonly #server: TestServer;
	readonly #sockets = new Set<Socket>();
	#network: Server | null = null;
	#port = 0;
	#reachable = true;
	workspace!: Workspace;

	constructor(server: TestServer, account: { userId: string; cookie: string }) {
		this.#server = server;
		this.userId = account.userId;
		this.#cookie = account.cookie;
	}

	async start(): Promise<this> {
		if (!this.#network) await this.#plugIn();
		this.workspace = await Workspace.open(this.userId, `ws://127.0.0.1:${this.#port}/sync`);
		return this;
	}

	/** The app is closed and opened again: nothing in memory survives. */
	async restart(): Promise<void> {
		await this.workspace.close();
		await this.start();
	}

	offline(): void {
		this.#reachable = false;
		for (const socket of this.#sockets) socket.destroy();
	}

	online(): void {
		this.#reachable = true;
		this.workspace.wake();
	}

	async end(): Promise<void> {
		await this.workspace.close();
		for (const socket of this.#sockets) socket.destroy();
		await new Promise((done) => (this.#network ? this.#network.close(done) : done(null)));
	}

	async #plugIn(): Promise<void> {
		this.#network = createServer((near) => {
			near.on('error', () => {});
			if (!this.#reachable) return void near.destroy();
			const far = createConnection(this.#server.port, '127.0.0.1');
			far.on('error', () => near.destroy());
			this.#sockets.add(near).add(far);
			near.once('close', () => far.destroy());
			far.once('close', () => near.destroy());
			for (const socket of [near, far]) socket.once('close', () => this.#sockets.delete(socket));
			far.pipe(near);
			near.once('data', (chunk) => {
				const host = `localhost:${this.#server.port}`;
				const head = chunk
					.toString('latin1')
					.replace(/\r\nhost:[^\r]*/i, '')
					.replace('\r\n', `\r\nhost: ${host}\r\norigin: http://${host}\r\ncookie: ${this.#cookie}\r\n`);
				far.write(head, 'latin1');
				near.pipe(far);
			});
		});
		await new Promise<void>((done) => this.#network?.listen(0, '127.0.0.1', done));
		this.#port = (this.#network.address() as { port: number }).port;
	}
}
