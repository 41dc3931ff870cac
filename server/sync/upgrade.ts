/** Decides about a WebSocket before it is one: name, origin, session, registration, right, room, in this order. */
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { readDocumentName } from '#lib/domain/people/permissions.ts';
import { CLOSE, LARGEST_MESSAGE } from '#lib/domain/sync-protocol.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Config } from '../config.ts';
import { addressOf, hasOwnOrigin } from '../http/request.ts';
import { log } from '../log.ts';
import type { Accounts } from '../store/accounts.ts';
import type { LogStore } from '../store/log-store.ts';
import { admission } from './admit.ts';
import type { Hub } from './hub.ts';
import { socketLine } from './line.ts';

/** ws closes an oversized message with 1009, which brings the stock client back to send it again, for ever. */
class DocumentSocket extends WebSocket {
	override close(code?: number, reason?: string | Buffer): void {
		super.close(code === 1009 ? CLOSE.tooBig : code, reason);
	}
}

const socketServer = (maxPayload: number): WebSocketServer =>
	new WebSocketServer({
		noServer: true,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload,
		WebSocket: DocumentSocket
	});

/** Whether an address is one of sync's. Whoever listens for upgrades ends those to all others. */
export const isSync = (url = ''): boolean => /^\/sync(?:[/?]|$)/.test(url);

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** @param parts.closing true once the server goes down */
export function upgrades(
	parts: { hub: Hub; accounts: Accounts; store: LogStore; sessions: Sessions; closing: () => boolean },
	config: Config
): Upgrade {
	const { hub, accounts, sessions } = parts;
	const { limits } = config;
	const { admit, openDocument } = admission(parts);
	// Somewhat above the limits, so that an update a little too large gets an answer and not a closed door.
	const plans = socketServer(Math.max(limits.planFrameBytes * 2, LARGEST_MESSAGE));
	const others = socketServer(Math.max(limits.frameBytes * 4, 131_072));
	/** sockets of a user on the way through this function */
	const entering = new Map<string, number>();

	async function enter(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<number | null> {
		if (!hasOwnOrigin(request, config)) return 403;
		const document = nameIn(request.url ?? '');
		if (document === null) return 404;
		const session = asStation(request.url) ? sessions.ofStation(request) : sessions.of(request);
		if (!session) return 401;
		const user = session.user.id;
		if (isForAnother(request.url, user)) {
			// A page of whoever was signed in before: nothing of theirs may go out in this one's name.
			others.handleUpgrade(request, socket, head, (ws) => ws.close(CLOSE.signedOut));
			return null;
		}
		const address = addressOf(request, config);
		const waiting = entering.get(user) ?? 0;
		const full = hub.count(user) + waiting >= limits.socketsPerUser;
		if (document === SHARED) {
			if (full) return 429;
			if (parts.closing()) return 503;
			plans.handleUpgrade(request, socket, head, (ws) =>
				hub.carry(session, socketLine(ws, socket), openDocument(address))
			);
			return null;
		}
		// Whether there is a right is said before whether there is room.
		const named = readDocumentName(document);
		const allowed = named && accounts.productions.isRegistered(document) && hub.rights.access(user, named);
		if (full && allowed && allowed !== 'none') return 429;
		entering.set(user, waiting + 1);
		try {
			const admitted = await admit(session, document, address);
			if (typeof admitted === 'number') return admitted;
			if (socket.destroyed) return null;
			const { room, access } = admitted;
			const server = room.named.kind === 'plan' ? plans : others;
			server.handleUpgrade(request, socket, head, (ws) =>
				hub.join(room, session, access, socketLine(ws, socket))
			);
			return null;
		} finally {
			const left = (entering.get(user) ?? 1) - 1;
			if (left > 0) entering.set(user, left);
			else entering.delete(user);
		}
	}

	return (request, socket, head) => {
		const ignore = (): void => {};
		socket.on('error', ignore);
		enter(request, socket, head)
			.then((status) => status !== null && refuse(socket, status))
			.catch((error: unknown) => {
				log.error('upgrade failed', error);
				refuse(socket, 500);
			});
	};
}

/** Stands for the address without a document: a socket for many. */
const SHARED = '';
const queryOf = (url = ''): URLSearchParams => new URL(url, 'http://here').searchParams;

/** A tablet that is a station says so: somebody may be signed in on it besides. */
const asStation = (url?: string): boolean => queryOf(url).get('as') === 'station';

/** A page says whose it is (`?for=`): the cookie that came along may be of whoever signed in after it was opened. */
const isForAnother = (url: string | undefined, user: string): boolean =>
	(queryOf(url).get('for') ?? user) !== user;

/** The document named by `/sync/{document}`, or `SHARED`; null for any other address. */
function nameIn(url: string): string | null {
	const path = url.split('?', 1)[0] ?? '';
	if (path === '/sync') return SHARED;
	return /^\/sync\/([A-Za-z0-9._-]{1,80})$/.exec(path)?.[1] ?? null;
}

function refuse(socket: Duplex, status: number): void {
	if (socket.destroyed) return;
	socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
	socket.once('finish', () => socket.destroy());
}
