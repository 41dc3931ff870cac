/** The servers that can be measured: ours always, the peers where somebody installed them. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SERVER_ENVIRONMENT } from '../../../server/environment.mjs';
import type { Reach } from './client.ts';
import { freePort, isAlive, listens, pause } from './machine.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const PEERS = process.env.SYNCBENCH_PEERS;

type Kind = {
	readonly name: 'ours' | 'reference' | 'hocuspocus';
	readonly protocol: Reach['protocol'];
	/** keeps what it is told across a restart */
	readonly keeps: boolean;
	/** ms until an idle server has written everything */
	readonly settleMs: number;
	readonly script: string;
	readonly path: string;
	env(port: number, dataDir: string): Record<string, string>;
	readonly needs: string | null;
};

/** As high as a load test needs: what is measured is the work, not the brakes. */
const LIMITS = {
	LIMIT_FRAMES_PER_SECOND: '10000000',
	LIMIT_BYTES_PER_SECOND: '2000000000',
	LIMIT_AWARENESS_PER_SECOND: '100000',
	LIMIT_SOCKETS_PER_USER: '100000'
};
const KINDS: readonly Kind[] = [
	{
		name: 'ours',
		protocol: 'y-websocket',
		keeps: true,
		settleMs: 1500,
		script: join(ROOT, 'server/main.ts'),
		path: '/sync',
		env: (port, dataDir) => ({
			...SERVER_ENVIRONMENT,
			PORT: String(port),
			HOST: '127.0.0.1',
			DATA_DIR: dataDir,
			...LIMITS
		}),
		needs: null
	},
	{
		name: 'reference',
		protocol: 'y-websocket',
		keeps: false,
		settleMs: 1000,
		script: join(PEERS ?? '', 't-yws/node_modules/@y/websocket-server/src/server.js'),
		path: '',
		env: (port) => ({ HOST: '127.0.0.1', PORT: String(port) }),
		needs: 't-yws'
	},
	{
		name: 'hocuspocus',
		protocol: 'hocuspocus',
		keeps: true,
		settleMs: 12_500,
		script: join(import.meta.dirname, 'peers/hocuspocus.ts'),
		path: '',
		env: (port, dataDir) => ({ PORT: String(port), DATA: dataDir, PEERS: join(PEERS ?? '', 't-hocus') }),
		needs: 't-hocus'
	}
];

export const installed = (): Kind[] =>
	KINDS.filter(({ needs }) => !needs || (PEERS && existsSync(join(PEERS, needs, 'node_modules'))));

/** A server under test: it can be killed, stopped and started again on the same data. */
export class Target {
	readonly kind: Kind;
	readonly reach: Reach;
	readonly #dataDir: string;
	readonly #port: number;
	#child: ChildProcess | null = null;

	private constructor(
		kind: Kind,
		port: number,
		dataDir: string,
		documents: Record<string, string>,
		cookie: string
	) {
		this.kind = kind;
		this.#port = port;
		this.#dataDir = dataDir;
		const base = `127.0.0.1:${port}`;
		this.reach = {
			protocol: kind.protocol,
			headers: cookie ? { Cookie: cookie, Origin: `http://${base}` } : {},
			url: (document) => `ws://${base}${kind.path}/${documents[document] ?? document}`
		};
	}

	/** @param names documents the scenario uses: ours have to exist before they are opened */
	static async start(kind: Kind, names: readonly string[]): Promise<Target> {
		const dataDir = mkdtempSync(join(process.env.SYNCBENCH_TMP ?? tmpdir(), `daybreak-bench-${kind.name}-`));
		mkdirSync(join(dataDir, 'data'));
		let seeded = { documents: {} as Record<string, string>, cookie: '' };
		if (kind.name === 'ours') {
			const env = { ...process.env, DATA_DIR: join(dataDir, 'data') };
			const said = execFileSync(process.execPath, ['server/jobs/seed-bench.ts', ...names], {
				cwd: ROOT,
				env
			});
			seeded = JSON.parse(said.toString()) as typeof seeded;
		}
		const target = new Target(kind, await freePort(), dataDir, seeded.documents, seeded.cookie);
		await target.start();
		return target;
	}

	get pid(): number {
		return this.#child?.pid ?? 0;
	}

	get isAlive(): boolean {
		return isAlive(this.pid);
	}

	async start(): Promise<void> {
		const log = openSync(join(this.#dataDir, 'server.log'), 'a');
		const env = { ...process.env, ...this.kind.env(this.#port, join(this.#dataDir, 'data')) };
		this.#child = spawn(process.execPath, [this.kind.script], {
			cwd: ROOT,
			env,
			stdio: ['ignore', log, log]
		});
		closeSync(log);
		if (!(await listens(this.#port))) {
			const said = readFileSync(join(this.#dataDir, 'server.log'), 'utf8');
			throw new Error(`${this.kind.name} does not listen: ${said.slice(-500)}`);
		}
		await pause(200);
	}

	/** @param signal SIGTERM lets it write what it has; SIGKILL is the power cut */
	async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
		const child = this.#child;
		if (!child?.pid || !isAlive(child.pid)) return;
		child.kill(signal);
		for (let tries = 0; isAlive(child.pid) && tries < 1000; tries++) await pause(20);
		if (isAlive(child.pid)) child.kill('SIGKILL');
	}

	async end(): Promise<void> {
		await this.stop('SIGKILL');
		rmSync(this.#dataDir, { recursive: true, force: true });
	}
}
