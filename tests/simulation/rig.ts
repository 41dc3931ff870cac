import 'fake-indexeddb/auto';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import type { Boundary } from '#lib/sync/boundary.ts';
import { Workspace } from '#lib/sync/workspace.ts';
import { TestServer, until } from '../server.ts';

/**
 * A real server in a process of its own, and devices that run the app's own sync modules against it, each through
 * a network that can be cut. Storage in this process is an IndexedDB written for Node; everything of ours is real.
 */
export { TestServer, until };

/** A device of one user: its own way to the server, which signs it in and can be cut. */
export class Device {
	readonly userId: string;
	readonly #cookie: string;
	/** says who asks where it isn't a person: `?as=station` */
	readonly #query: string;
	readonly #server: TestServer;
	readonly #sockets = new Set<Socket>();
	#network: Server | null = null;
	#port = 0;
	#reachable = true;
	/** what this device's browser gives */
	readonly #boundary: Partial<Boundary>;
	workspace!: Workspace;

	constructor(
		server: TestServer,
		account: { userId: string; cookie: string; query?: string },
		boundary: Partial<Boundary> = {}
	) {
		this.#server = server;
		this.#boundary = boundary;
		this.userId = account.userId;
		this.#cookie = account.cookie;
		this.#query = account.query ?? '';
	}

	async start(): Promise<this> {
		if (!this.#network) await this.#plugIn();
		const address = `ws://127.0.0.1:${this.#port}/sync${this.#query}`;
		this.workspace = await Workspace.open(this.userId, address, this.#boundary);
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
		this.plug(true);
	}

	/** The network is back; whether the app is told, or has to find out by itself. */
	plug(told: boolean): void {
		this.#reachable = true;
		if (told) this.workspace.wake();
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

export { randomOf } from './random.ts';

/** Lets everything that is ready happen. */
export const turn = (): Promise<void> => new Promise((next) => setImmediate(next));
