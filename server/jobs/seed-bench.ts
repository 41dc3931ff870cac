/**
 * Puts documents and a signed-in user into DATA_DIR for load tests, and prints how to reach them:
 * `{ cookie, documents: { name: document }, limits }`, the limits as the environment (`LIMIT_…`) sets them. The same names give the same documents and the same cookie, so
 * that a load test may restart its server. Never in production, nor where people have accounts: the session's token
 * can be computed.
 *
 *     DATA_DIR=… node server/jobs/seed-bench.ts dur0 dur1 fan10
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_TOKEN, BENCH_USER, benchId } from '../auth/bench-session.ts';
import { SESSION_COOKIE } from '../auth/sessions.ts';
import { hashToken } from '../auth/tokens.ts';
import { readConfig } from '../config.ts';
import { openAccounts } from '../store/accounts.ts';

function give(message: string): never {
	console.error(message);
	process.exit(1);
}

const config = readConfig(process.env);
if (config.production) {
	give('seed-bench makes a session that anybody can use; it refuses with NODE_ENV=production.');
}
mkdirSync(config.dataDir, { recursive: true });
const accounts = openAccounts(join(config.dataDir, 'accounts.sqlite'));
const user = BENCH_USER;
if (!accounts.users.find(user) && accounts.users.accounts() > 0) {
	accounts.close();
	give(`People have accounts in ${config.dataDir}, and seed-bench makes a session that anybody can use.`);
}
const now = Date.now();
const documents = accounts.together(() => {
	if (!accounts.users.find(user)) {
		accounts.users.addAccount(user, 'Bench', 'none', now);
		accounts.users.addSession(benchId('session'), hashToken(BENCH_TOKEN), user, now, now + 86_400_000);
	}
	const made: Record<string, string> = {};
	for (const name of process.argv.slice(2)) {
		const id = benchId(name);
		if (!accounts.productions.find(id)) {
			accounts.productions.add({ id, title: name, creator: user, demo: false, expiresAt: null }, now);
			accounts.productions.setMember(id, user, { role: 'producer', personId: null, keeps: 'all' }, now);
		}
		made[name] = accounts.productions.register(id, 'plan', null, now);
	}
	return made;
});
accounts.close();
const cookie = `${SESSION_COOKIE}=${BENCH_TOKEN}`;
console.log(JSON.stringify({ cookie, documents, limits: config.limits }));
