/** Starts Daybreak: listens, serves the built app beside API and sync, and goes down cleanly. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { attach } from './attach.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { leaving } from './leave.ts';
import { log } from './log.ts';
import { isSync } from './sync/upgrade.ts';

const HANDLER = new URL('../build/handler.js', import.meta.url);
/** After this much of the first peace, ms. */
const WARM_MS = 500;
/** Containers are killed ten seconds after they were asked to go. */
const LEAVE_MS = 8_000;

async function main(): Promise<void> {
	const config = readConfig(process.env);
	const server = listener(config);
	const daybreak = await attach(server, config);
	const app = await builtApp();
	server.on('request', (request, response) =>
		daybreak.middleware(request, response, () => app(request, response))
	);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(config.port, config.host, resolve);
	});
	const { port } = server.address() as AddressInfo;
	const host = config.host === '127.0.0.1' || config.host === '0.0.0.0' ? 'localhost' : config.host;
	process.stdout.write(
		`Daybreak is on ${config.origin ?? `${config.tls ? 'https' : 'http'}://${host}:${port}`}\n`
	);

	if (config.warm) setTimeout(() => daybreak.warm(), WARM_MS).unref();

	const leave = leaving(
		LEAVE_MS,
		async () => {
			server.close();
			await daybreak.close();
			server.closeAllConnections();
		},
		(code) => process.exit(code)
	);
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, leave);
}

function listener({ tls, limits }: Config): Server {
	// Who is there is in the head of the request, a socket's too: half a head must not hold a place for long.
	const waits = {
		headersTimeout: limits.authenticateMs,
		// Node looks every 30 s, so that 10 s would be up to 40.
		connectionsCheckingInterval: Math.min(1000, limits.authenticateMs)
	};
	const server = tls
		? secureServer(tls, { ...waits, handshakeTimeout: limits.authenticateMs })
		: createServer(waits);
	// Ten minutes are for production files over a thin line; everything else has its own, shorter time.
	server.requestTimeout = 600_000;
	server.on('upgrade', (request, socket) => {
		// Node has let go of the socket: without a listener a client that hangs up now would end the process.
		socket.on('error', () => {});
		// Upgrades that nobody takes would stay open.
		if (!isSync(request.url)) socket.destroy();
	});
	// A handshake that went wrong or took too long: an answer would wait for it for ever.
	server.on('tlsClientError', (_error: Error, socket: Duplex) => socket.destroy());
	server.on('clientError', (_error, socket) => {
		if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
		else socket.destroy();
	});
	return server;
}

function secureServer({ cert, key }: NonNullable<Config['tls']>, waits: ServerOptions): Server {
	try {
		return createSecureServer({ ...waits, cert: readFileSync(cert), key: readFileSync(key) });
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new ConfigError(`TLS_CERT and TLS_KEY can’t be used: ${why} (${cert}, ${key}).`);
	}
}

/** The built app's own handler; before the first build a page that says so. */
async function builtApp(): Promise<RequestListener> {
	if (existsSync(HANDLER)) {
		const { handler } = (await import(HANDLER.href)) as { handler: RequestListener };
		return handler;
	}
	return (_request, response) => {
		response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' });
		response.end('The app is not built yet: run "npm run build", or start with "npm start".\n');
	};
}

process.on('uncaughtException', (error) => {
	log.error('uncaught', error);
	process.exit(1);
});

main().catch((error: unknown) => {
	if (error instanceof ConfigError) console.error(error.message);
	else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
		console.error('The port is in use. Stop what uses it, or set PORT to another, such as PORT=3001.');
	} else log.error('start failed', error);
	process.exit(1);
});
