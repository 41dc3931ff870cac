import { readFileSync } from 'node:fs';
import { createServer, request as ask, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

const BUILT = 'build/client/_app/version.json';

/**
 * A server in front of the app's, which from a moment on serves another build: the same app under another version,
 * as a browser sees it after an update. Everything else goes through untouched, sockets too.
 */
export class NextBuild {
	readonly now = (JSON.parse(readFileSync(BUILT, 'utf8')) as { version: string }).version;
	readonly next = `${this.now}-next`;
	port = 0;
	#updated = false;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();

	constructor(behind: number) {
		this.#server = createServer((incoming, outgoing) => {
			const { method, url: path } = incoming;
			const worker = path === '/service-worker.js';
			const headers = { ...incoming.headers };
			if (worker) {
				headers['accept-encoding'] = 'identity';
				// Else an unchanged file answers 304 with nothing in it, and the next worker would be an empty one.
				delete headers['if-none-match'];
				delete headers['if-modified-since'];
			}
			const asked = ask({ host: '127.0.0.1', port: behind, method, path, headers }, (answer) => {
				if (!worker || !this.#updated) {
					outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
					return void answer.pipe(outgoing);
				}
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.on('end', () => {
					const script = Buffer.concat(parts).toString().replaceAll(this.now, this.next);
					outgoing.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
					outgoing.end(script);
				});
			});
			asked.on('error', () => outgoing.destroy());
			incoming.pipe(asked);
		});
		this.#server.on('upgrade', ({ method, url, rawHeaders }, near: Socket, head) => {
			const far = connect(behind, '127.0.0.1', () => {
				const lines = [`${method} ${url} HTTP/1.1`];
				for (let n = 0; n < rawHeaders.length; n += 2) lines.push(`${rawHeaders[n]}: ${rawHeaders[n + 1]}`);
				far.write(`${lines.join('\r\n')}\r\n\r\n`);
				far.write(head);
				near.pipe(far).pipe(near);
			});
			for (const socket of [near, far]) {
				this.#sockets.add(socket);
				socket.on('error', () => {});
				socket.on('close', () => {
					near.destroy();
					far.destroy();
				});
			}
		});
	}

	async start(): Promise<string> {
		await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
		this.port = (this.#server.address() as AddressInfo).port;
		return `http://localhost:${this.port}`;
	}

	/** From here on the other build is served. */
	update(): void {
		this.#updated = true;
	}

	async end(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		this.#server.closeAllConnections();
		await new Promise((done) => this.#server.close(done));
	}
}
