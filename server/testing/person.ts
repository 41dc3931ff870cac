import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE } from '#lib/domain/sync-protocol.ts';
import { Wire } from './wire-client.ts';

type Json = Record<string, unknown>;
export type Reply = { status: number; json: Json; headers: Headers; text: string };
/** Answers are read field by field in tests; what isn't there fails the test. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Fields = Record<string, any>;

/** Somebody at a browser: keeps the cookie, sends the Origin, opens documents. */
export class Person {
	readonly base: string;
	cookie = '';
	id = '';
	/** what the browser sends as Origin; undefined: nothing */
	origin: string | undefined;
	/** what a proxy before the server would add */
	forwarded: Readonly<Record<string, string>> = {};
	#open: { close(): void }[] = [];

	constructor(base: string) {
		this.base = base;
		this.origin = base;
	}

	async call(method: string, path: string, body?: unknown): Promise<Reply> {
		const response = await fetch(this.base + path, {
			method,
			headers: {
				...this.#headers(),
				...(body === undefined ? {} : { 'content-type': 'application/json' })
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		const set = response.headers.get('set-cookie');
		if (set) this.cookie = set.split(';', 1)[0] ?? '';
		const text = await response.text();
		const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Json;
		const user = (json as Fields).user?.id as string | undefined;
		if (user) this.id = user;
		return { status: response.status, json, headers: response.headers, text };
	}

	/** Sends a file. */
	async upload(path: string, file: Uint8Array): Promise<Reply> {
		const headers = this.#headers();
		const body = new Blob([new Uint8Array(file)]);
		const response = await fetch(this.base + path, { method: 'POST', headers, body });
		const text = await response.text();
		return { status: response.status, json: JSON.parse(text) as Json, headers: response.headers, text };
	}

	/** Fetches a file. */
	async download(path: string): Promise<Buffer> {
		const response = await fetch(this.base + path, { headers: this.#headers() });
		if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
		return Buffer.from(await response.arrayBuffer());
	}

	/** Calls and expects this status. */
	async expect(status: number, method: string, path: string, body?: unknown): Promise<Fields> {
		const reply = await this.call(method, path, body);
		if (reply.status !== status) {
			throw new Error(`${method} ${path}: ${reply.status} instead of ${status}: ${reply.text}`);
		}
		return reply.json;
	}

	/** The code of a refusal, and that it is one. */
	async refused(method: string, path: string, body?: unknown): Promise<string> {
		const { status, json } = await this.call(method, path, body);
		return status < 400 ? `allowed with ${status}` : `${status} ${(json as Fields).error?.code}`;
	}

	/** A document as the stock y-websocket client opens it. */
	open(document: string, doc = new Y.Doc()): { doc: Y.Doc; provider: WebsocketProvider } {
		const headers = this.#headers();
		class Socket extends WebSocket {
			constructor(url: string, protocols: string[]) {
				super(url, protocols, { headers });
			}
		}
		const provider = new WebsocketProvider(this.base.replace('http', 'ws') + '/sync', document, doc, {
			WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
			disableBc: true
		});
		// The stock client would complain on the console about every acknowledgement.
		for (const type of [MESSAGE.acknowledgement, MESSAGE.refusal, MESSAGE.epoch])
			provider.messageHandlers[type] = () => {};
		this.#open.push({ close: () => provider.destroy() });
		return { doc, provider };
	}

	/** A document as bytes, frame by frame. @param query such as `?as=station` */
	wire(document: string, query = ''): Wire {
		const wire = new Wire(`${this.base.replace('http', 'ws')}/sync/${document}${query}`, this.#headers());
		this.#open.push(wire);
		return wire;
	}

	leave(): void {
		for (const one of this.#open.splice(0)) one.close();
	}

	#headers(): Record<string, string> {
		return {
			...this.forwarded,
			...(this.cookie ? { cookie: this.cookie } : {}),
			...(this.origin ? { origin: this.origin } : {})
		};
	}
}
