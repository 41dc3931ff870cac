/** How the server is doing, for whoever runs it: alive, ready, figures. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Office } from './office.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Answers /health, /ready and /metrics; false for every other address. Figures are for this machine, and for
 * whoever has `METRICS_TOKEN`.
 * @param closing true once the server goes down
 */
export function statusRoutes(
	{ accounts, hub, config }: Pick<Office, 'accounts' | 'hub' | 'config'>,
	closing: () => boolean
): (path: string, request: IncomingMessage, response: ServerResponse) => boolean {
	const text = (response: ServerResponse, status: number, body: string): true => {
		response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
		response.end(body);
		return true;
	};
	return (path, request, response) => {
		if (path === '/health') return text(response, 200, 'ok\n');
		if (path === '/ready') {
			const ready = hub.storing && !closing() && accounts.works();
			return text(response, ready ? 200 : 503, ready ? 'ready\n' : 'not ready\n');
		}
		if (path !== '/metrics') return false;
		const own = LOOPBACK.has(request.socket.remoteAddress ?? '') && !request.headers['x-forwarded-for'];
		return own || hasToken(request, config.metricsToken)
			? text(response, 200, figures(hub))
			: text(response, 404, 'not found\n');
	};
}

function hasToken({ headers }: IncomingMessage, token: string | null): boolean {
	if (token === null) return false;
	const [sent, right] = [headers.authorization ?? '', `Bearer ${token}`].map((text) =>
		createHash('sha256').update(text).digest()
	) as [Buffer, Buffer];
	return timingSafeEqual(sent, right);
}

function figures(hub: Office['hub']): string {
	const { commits, folds, foldFailures, refused } = {
		commits: hub.commits.figures,
		...hub.figures
	};
	let connections = 0;
	let lagging = 0;
	for (const connection of hub.connections()) {
		connections++;
		if (connection.lagging) lagging++;
	}
	const lines: [string, number][] = [
		['daybreak_commits_total', commits.commits],
		['daybreak_rows_total', commits.rows],
		['daybreak_commit_ms_total', commits.totalMs],
		['daybreak_commit_last_ms', commits.lastMs],
		['daybreak_commit_worst_ms', commits.worstMs],
		['daybreak_queue_rows', hub.commits.queued],
		['daybreak_queue_bytes', hub.commits.queuedBytes],
		['daybreak_open_documents', hub.openRooms],
		['daybreak_connections', connections],
		['daybreak_shared_sockets', hub.sharedSockets],
		['daybreak_connections_lagging', lagging],
		['daybreak_unsent_bytes', hub.unsentBytes],
		['daybreak_folds_total', folds],
		['daybreak_fold_failures_total', foldFailures],
		['daybreak_memory_bytes', process.memoryUsage.rss()],
		...[...refused].map(([code, number]): [string, number] => [
			`daybreak_refused_total{code="${code}"}`,
			number
		])
	];
	return lines.map(([name, value]) => `${name} ${value}\n`).join('');
}
