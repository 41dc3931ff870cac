import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newId } from '#lib/doc/id.ts';
import type { Role } from '#lib/domain/people/permissions.ts';

const ROOT = resolve(import.meta.dirname, '..');

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
	readonly #preload: readonly string[];

	/** @param preload a module that plants a bug in the server */
	constructor(preload?: URL) {
		this.#preload = preload ? ['--import', preload.href] : [];
	}

	async start(): Promise<void> {
		const child = spawn(process.execPath, [...this.#preload, 'server/main.ts'], {
			cwd: ROOT,
			env: {
				...process.env,
				NODE_ENV: 'test',
				HOST: '127.0.0.1',
				PORT: String(this.port),
				DATA_DIR: this.data,
				LIMIT_ACCOUNTS_PER_HOUR: '10000',
				LIMIT_DEMOS_PER_HOUR: '10000',
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
