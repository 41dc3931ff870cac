/** Decides about a WebSocket before it is one: name, origin, session, registration, right, room, in this order. */
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { readDocumentName } from '#lib/domain/people/permissions.ts';
import { CLOSE } from '#lib/domain/sync-protocol.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Config } from '../config.ts';
import { addressOf, hasOwnOrigin } from '../http/request.ts';
import { log } from '../log.ts';
import type { Accounts } from '../store/accounts.ts';
import type { Hub } from './hub.ts';

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

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** @param parts.closing true once the server goes down */
export function upgrades(
	parts: { hub: Hub; accounts: Accounts; sessions: Sessions; closing: () => boolean },
	config: Config
): Upgrade {
	const { hub, accounts, sessions } = parts;
	const { limits } = config;
	// Somewhat above the limits, so that an update a little too large gets an answer and not a closed door.
	const plans = socketServer(limits.planFrameBytes * 2);
	const others = socketServer(Math.max(limits.frameBytes * 4, 131_072));
	/** sockets of a user on the way through this function */
	const entering = new Map<string, number>();

	async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<number | null> {
		if (!hasOwnOrigin(request, config)) return 403;
		const document = nameIn(request.url ?? '');
		const named = document === null ? null : readDocumentName(document);
		if (!named || document === null) return 404;
		const session = sessions.of(request);
		if (!session) return 401;
		if (!accounts.productions.isRegistered(document)) return 404;
		const user = session.user.id;
		if (hub.rights.access(user, named) === 'none') {
			const { production } = named;
			const detail = { kind: named.kind };
			accounts.audit({
				event: 'document refused',
				user,
				production,
				address: addressOf(request, config),
				detail
			});
			return 403;
		}
		const waiting = entering.get(user) ?? 0;
		if (hub.count(user) + waiting >= limits.socketsPerUser) return 429;
		if (parts.closing() || !hub.storing) return 503;
		entering.set(user, waiting + 1);
		try {
			const room = await hub.open(documentNameOf(document), named);
			// Rights may have changed while the document was read from disk.
			if (!sessions.of(request)) return 401;
			const access = hub.rights.access(user, named);
			if (access === 'none') return 403;
			if (parts.closing() || !hub.holds(room)) return 503;
			if (socket.destroyed) return null;
			const server = named.kind === 'plan' || named.kind === 'script' ? plans : others;
			server.handleUpgrade(request, socket, head, (ws) => hub.join(room, session, access, ws, socket));
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
		admit(request, socket, head)
			.then((status) => status !== null && refuse(socket, status))
			.catch((error: unknown) => {
				log.error('upgrade failed', error);
				refuse(socket, 500);
			});
	};
}

type Name = Parameters<Hub['open']>[0];
const documentNameOf = (text: string): Name => text as Name;

/** The document named by `/sync/{document}`; null when the rest of the address isn't one plain name. */
function nameIn(url: string): string | null {
	const path = url.split('?', 1)[0] ?? '';
	return /^\/sync\/([A-Za-z0-9._-]{1,80})$/.exec(path)?.[1] ?? null;
}

function refuse(socket: Duplex, status: number): void {
	if (socket.destroyed) return;
	socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
	socket.once('finish', () => socket.destroy());
}
