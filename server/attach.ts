/** The API and the sync server on an HTTP server of somebody's: `main.ts` in earnest, Vite's in development. */
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { PRODUCTION_DOCUMENTS } from '#lib/domain/people/permissions.ts';
import { Attempts } from './auth/attempts.ts';
import { hasBenchSession } from './auth/bench-session.ts';
import { JoinCodes } from './auth/join-codes.ts';
import { networkOf } from './auth/network.ts';
import { Sessions } from './auth/sessions.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { startRowReader } from './files/row-reader.ts';
import { finishImports } from './files/read-production.ts';
import { securityHeaders } from './http/headers.ts';
import type { Office } from './http/office.ts';
import { router, type Route } from './http/router.ts';
import { routesOf } from './http/routes.ts';
import { statusRoutes } from './http/status-routes.ts';
import { demoMaker } from './jobs/demo.ts';
import { startFolder } from './jobs/folder.ts';
import { startCallKeeper } from './jobs/calls.ts';
import { startHistorian } from './jobs/history.ts';
import { log } from './log.ts';
import { openAccounts } from './store/accounts.ts';
import { ACCOUNTS_FILE, LOG_FILE } from './store/backup.ts';
import { sqliteLog } from './store/sqlite-log.ts';
import { Hub } from './sync/hub.ts';
import { Rights } from './sync/rights.ts';
import { isSync, upgrades } from './sync/upgrade.ts';

export type Attached = {
	/** Answers what is the server's own and passes the rest on. */
	middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
	/** Gets ready, while nothing else is to do, what takes long the first time. */
	warm: () => void;
	/** every route of the API */
	readonly routes: readonly Pick<Route, 'method' | 'path'>[];
	/** Flushes, closes sockets (1012) spread over two seconds, and lets go of the files. */
	close(): Promise<void>;
};

const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const SPREAD_MS = 2000;

/**
 * Opens the stores and serves `/api`, `/sync`, `/health`, `/ready` and `/metrics`. Other addresses and other
 * upgrades are left alone.
 * @param config read from the environment unless given
 * @throws when the data folder can't be used
 */
export async function attach(server: Server, config: Config = readConfig(process.env)): Promise<Attached> {
	// Hashes of passphrases and everybody's hours: for the user who runs the server, nobody else.
	mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
	const accounts = openAccounts(join(config.dataDir, ACCOUNTS_FILE));
	if (config.production && hasBenchSession(accounts)) {
		accounts.close();
		throw new ConfigError(
			`${config.dataDir} was made for load tests: anybody can compute its session. Set DATA_DIR to another folder.`
		);
	}
	const logFile = join(config.dataDir, LOG_FILE);
	const store = await sqliteLog(logFile);
	await finishImports(accounts, store);
	accounts.productions.registerEverywhere(PRODUCTION_DOCUMENTS, Date.now());
	const folder = startFolder();
	const hub = new Hub({ accounts, store, folder, rights: new Rights(accounts) }, config);
	const sessions = new Sessions(accounts, config);
	const history = startHistorian(logFile);
	const calls = startCallKeeper(store);
	const rowReader = startRowReader();
	const demos = demoMaker(accounts, store, hub, config.demoDays);
	const { limits } = config;
	const office: Office = {
		config,
		accounts,
		store,
		sessions,
		joinCodes: new JoinCodes(),
		hub,
		demos,
		history,
		calls,
		rowReader,
		attempts: {
			account: new Attempts(limits.failuresPerAccount, QUARTER_MS),
			address: new Attempts(limits.failuresPerAddress, QUARTER_MS, { keyOf: networkOf }),
			invitation: new Attempts(limits.invitationTries, QUARTER_MS, { keyOf: networkOf }),
			demo: new Attempts(limits.demosPerHour, HOUR_MS, { keyOf: networkOf }),
			signUp: new Attempts(limits.accountsPerHour, HOUR_MS, { keyOf: networkOf }),
			import: new Attempts(limits.importsPerHour, HOUR_MS),
			record: new Attempts(limits.recordReads, QUARTER_MS)
		},
		importing: new Set()
	};
	let closing = false;
	const routes = routesOf(office);
	const api = router(routes, sessions, config);
	const status = statusRoutes(office, () => closing);
	const upgrade = upgrades({ hub, accounts, store, sessions, closing: () => closing }, config);
	const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
		if (isSync(request.url)) upgrade(request, socket, head);
	};
	server.on('upgrade', onUpgrade);
	demos.expire(Date.now()).catch((error: unknown) => log.error('expiry failed', error));
	const pruning = setInterval(prune, DAY_MS).unref();
	prune();
	function prune(): void {
		try {
			accounts.pruneAudit(Date.now());
		} catch (error) {
			log.error('audit not pruned', error);
		}
	}

	return {
		middleware(request, response, next) {
			const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
			securityHeaders(request, response, config);
			if (path === '/api' || path.startsWith('/api/') || isSync(request.url)) {
				response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
				void api(request, response);
			} else if (!status(path, request, response)) next();
		},
		warm: () => demos.warm(),
		routes,
		async close() {
			if (closing) return;
			closing = true;
			clearInterval(pruning);
			await hub.close(SPREAD_MS);
			server.off('upgrade', onUpgrade);
			await demos.close();
			await folder.close();
			await history.close();
			await calls.close();
			await rowReader.close();
			await store.close();
			accounts.close();
		}
	};
}
