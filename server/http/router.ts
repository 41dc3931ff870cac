/** The whole API: a table of routes, JSON in and out, one shape for errors. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sessions } from '../auth/sessions.ts';
import type { Config } from '../config.ts';
import { log } from '../log.ts';
import type { Session } from '../store/users.ts';
import { addressOf, hasOwnOrigin } from './request.ts';

/**
 * An answer that isn't what was asked for. The message is plain English; the interface translates by code.
 * Codes: see `server/README.md`.
 */
export class HttpError extends Error {
	readonly status: number;
	readonly code: string;
	readonly field: string | undefined;

	/** which row of a file it is about, from 1 */
	readonly row: number | undefined;

	/** @param field which input it is about */
	constructor(status: number, code: string, message: string, field?: string, row?: number) {
		super(message);
		this.status = status;
		this.code = code;
		this.field = field;
		this.row = row;
	}
}

export type Body = Readonly<Record<string, unknown>>;
export type Call = {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	/** the parts of the path that the route names */
	readonly params: Readonly<Record<string, string>>;
	readonly body: Body;
	readonly address: string;
	readonly session: Session | null;
	/** the session, or a 401 */
	signedIn(): Session;
};
export type Answer = {
	readonly status?: number;
	readonly json?: unknown;
	/** a file instead of JSON; its name is for people */
	readonly file?: { readonly name: string; readonly type: string; readonly content: Readable };
};
export type Route = {
	readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** such as `/api/productions/:production` */
	readonly path: string;
	/** the body is no JSON: the route reads it from the request itself */
	readonly raw?: boolean;
	readonly handle: (call: Call) => Answer | Promise<Answer>;
};

const MAX_BODY_BYTES = 65_536;
const MAX_BODY_MS = 30_000;

export const notFound = (what = 'That address'): HttpError =>
	new HttpError(404, 'not-found', `${what} is not here.`);

/** Finds the route of a request, reads what it needs and answers. */
export function router(
	routes: readonly Route[],
	sessions: Sessions,
	config: Config
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
	const table = routes.map((route) => ({ ...route, pattern: patternOf(route.path) }));

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<Answer> {
		const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
		const there = table.filter(({ pattern }) => pattern.test(path));
		const route = there.find(({ method }) => method === request.method);
		if (!route) {
			if (there.length === 0) throw notFound();
			response.setHeader('Allow', there.map(({ method }) => method).join(', '));
			throw new HttpError(405, 'method', 'That can’t be done at this address.');
		}
		if (route.method !== 'GET' && !hasOwnOrigin(request, config)) {
			throw new HttpError(403, 'foreign-origin', 'This request doesn’t come from a page of this server.');
		}
		const body = route.method === 'GET' || route.raw ? {} : await readBody(request);
		const session = sessions.of(request);
		const signedIn = (): Session => {
			if (!session) throw new HttpError(401, 'signed-out', 'You are not signed in. Sign in and try again.');
			return session;
		};
		const params = route.pattern.exec(path)?.groups ?? {};
		const address = addressOf(request, config);
		return route.handle({ request, response, params, body, address, session, signedIn });
	}

	return async (request, response) => {
		try {
			const { status = 200, json, file } = await answer(request, response);
			if (file) await sendFile(response, file);
			else send(response, status, json);
		} catch (error) {
			if (response.headersSent) {
				if (!(error instanceof HttpError) && !response.closed) log.error('answer broke off', error);
				return void response.destroy();
			}
			if (error instanceof HttpError) {
				const { code, message, field, row } = error;
				const where = { ...(field ? { field } : {}), ...(row ? { row } : {}) };
				send(response, error.status, { error: { code, message, ...where } });
			} else {
				log.error('request failed', error, { method: request.method ?? '' });
				const message = 'Something went wrong on the server. Nothing was changed; try again.';
				send(response, 500, { error: { code: 'server', message } });
			}
		}
	};
}

function patternOf(path: string): RegExp {
	return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[A-Za-z0-9_-]{1,64})')}$`);
}

function send(response: ServerResponse, status: number, json: unknown): void {
	response.statusCode = status;
	response.setHeader('Cache-Control', 'no-store');
	if (json === undefined) return void response.end();
	response.setHeader('Content-Type', 'application/json; charset=utf-8');
	response.end(JSON.stringify(json));
}

async function sendFile(response: ServerResponse, file: NonNullable<Answer['file']>): Promise<void> {
	response.statusCode = 200;
	response.setHeader('Cache-Control', 'no-store');
	response.setHeader('Content-Type', file.type);
	const name = encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
	response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${name}`);
	await pipeline(file.content, response);
}

async function readBody(request: IncomingMessage): Promise<Body> {
	const tooLarge = (): HttpError => new HttpError(413, 'too-large', 'That is more than this address takes.');
	// Said before reading: giving up in the middle of a body would cut the line before the answer.
	if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
	const chunks: Buffer[] = [];
	let size = 0;
	// The server gives a request ten minutes, for production files; JSON has to be here sooner.
	const timer = setTimeout(() => request.destroy(), MAX_BODY_MS);
	try {
		for await (const chunk of request as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > MAX_BODY_BYTES) throw tooLarge();
			chunks.push(chunk);
		}
	} finally {
		clearTimeout(timer);
	}
	if (size === 0) return {};
	if (!request.headers['content-type']?.startsWith('application/json')) {
		throw new HttpError(415, 'not-json', 'This address takes JSON.');
	}
	let value: unknown;
	try {
		value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
	} catch {
		throw new HttpError(400, 'not-json', 'What was sent is not JSON.');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new HttpError(400, 'not-json', 'What was sent is not a JSON object.');
	}
	return value as Body;
}
