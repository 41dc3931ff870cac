/** For tests: the server as `npm start` runs it, in a process of its own, with the limits that are standard. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from './house.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const running = new Set<ChildProcess>();

export type Running = {
	readonly base: string;
	readonly port: number;
	/** what it said on its console so far, errors too */
	readonly said: () => string;
	/** its exit code, or the signal that ended it; null while it runs */
	readonly exit: () => number | string | null;
	/** a figure of /metrics, such as `daybreak_memory_bytes`; 0 for one that isn't there */
	figure(name: string): Promise<number>;
	end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
};

/**
 * Starts `main.ts` and waits until it listens.
 * @param env settings besides the standard ones, as whoever runs it would give them
 */
export async function startServer(
	dataDir: string,
	env: Readonly<Record<string, string>> = {}
): Promise<Running> {
	const server = spawn(process.execPath, [main], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	running.add(server);
	let said = '';
	for (const stream of [server.stdout, server.stderr]) {
		stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	}
	const ended = new Promise<number | null>((resolve) => {
		server.on('exit', (code) => {
			running.delete(server);
			resolve(code);
		});
	});
	const address = await until('the server says its address', () => /localhost:(\d+)/.exec(said), 60_000);
	const port = Number(address[1]);
	const base = `http://127.0.0.1:${port}`;
	return {
		base,
		port,
		said: () => said,
		exit: () => server.exitCode ?? server.signalCode,
		async figure(name) {
			const text = await (await fetch(`${base}/metrics`)).text();
			return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
		},
		end(signal) {
			server.kill(signal);
			return ended;
		}
	};
}

/** Ends what a test that failed left running. */
export function endServers(): void {
	for (const server of running) server.kill('SIGKILL');
}
