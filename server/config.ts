/**
 * Every environment variable the server reads, parsed once. Nothing else in `server/` looks at the environment.
 */

/** Limits that load tests raise and the defaults of which protect a small machine. */
export type Limits = {
	/** update frames a second and connection, after the first sync; ten seconds' worth may come at once */
	framesPerSecond: number;
	/** bytes a second and connection, likewise */
	bytesPerSecond: number;
	/** presence changes a second and connection */
	awarenessPerSecond: number;
	socketsPerUser: number;
	/** ms in which a client has to have said who it is: the whole head of its request, a socket's upgrade included */
	authenticateMs: number;
	/** documents open at once over one shared socket */
	documentsPerSocket: number;
	/** largest update of a plan, in bytes (an import is one transaction) */
	planFrameBytes: number;
	/** largest update of every other document, in bytes */
	frameBytes: number;
	/** demo productions an hour and address */
	demosPerHour: number;
	/** sign-in failures in 15 minutes: an account, an address */
	failuresPerAccount: number;
	failuresPerAddress: number;
	/** wrong invitation tokens in 15 minutes and address */
	invitationTries: number;
	/** accounts an hour and address */
	accountsPerHour: number;
	/** largest production file, packed or unpacked, in bytes */
	importBytes: number;
	/** productions from a file an hour and user */
	importsPerHour: number;
	/** times one's own record is fetched, in 15 minutes and user */
	recordReads: number;
	/** bytes queued for commit before sockets are paused */
	queueBytes: number;
	/** bytes queued to one client before it has to catch up by a difference */
	laggingBytes: number;
};

export type Config = {
	port: number;
	host: string;
	dataDir: string;
	/** paths of PEM files; both or neither */
	tls: { cert: string; key: string } | null;
	/** the one address people use, such as `https://daybreak.example`; null: whatever Host says */
	origin: string | null;
	/** believe X-Forwarded-For, -Proto and -Host, because a proxy of ours sets them */
	trustProxy: boolean;
	production: boolean;
	/** whether what takes long the first time is made ready after the start */
	warm: boolean;
	/** lets whoever sends it as a bearer token read /metrics from elsewhere; null: only this machine may */
	metricsToken: string | null;
	/** least time between the starts of two commits, in ms */
	commitIntervalMs: number;
	/** days a demo production is kept */
	demoDays: number;
	limits: Limits;
};

/** A shorter one could be guessed. */
const MIN_TOKEN = 22;

/** A variable that can't be used; the message says which and what it may be. */
export class ConfigError extends Error {}

const LIMITS: Readonly<Record<keyof Limits, readonly [variable: string, standard: number]>> = {
	framesPerSecond: ['LIMIT_FRAMES_PER_SECOND', 50],
	bytesPerSecond: ['LIMIT_BYTES_PER_SECOND', 1_000_000],
	awarenessPerSecond: ['LIMIT_AWARENESS_PER_SECOND', 10],
	socketsPerUser: ['LIMIT_SOCKETS_PER_USER', 20],
	authenticateMs: ['LIMIT_AUTHENTICATE_MS', 10_000],
	documentsPerSocket: ['LIMIT_DOCUMENTS_PER_SOCKET', 1000],
	planFrameBytes: ['LIMIT_PLAN_FRAME_BYTES', 2_097_152],
	frameBytes: ['LIMIT_FRAME_BYTES', 65_536],
	demosPerHour: ['LIMIT_DEMOS_PER_HOUR', 5],
	failuresPerAccount: ['LIMIT_FAILURES_PER_ACCOUNT', 5],
	failuresPerAddress: ['LIMIT_FAILURES_PER_ADDRESS', 30],
	invitationTries: ['LIMIT_INVITATION_TRIES', 10],
	accountsPerHour: ['LIMIT_ACCOUNTS_PER_HOUR', 60],
	importBytes: ['LIMIT_IMPORT_BYTES', 536_870_912],
	importsPerHour: ['LIMIT_IMPORTS_PER_HOUR', 30],
	recordReads: ['LIMIT_RECORD_READS', 20],
	queueBytes: ['LIMIT_QUEUE_BYTES', 16_777_216],
	laggingBytes: ['LIMIT_LAGGING_BYTES', 1_048_576]
};

/**
 * Reads the configuration.
 * @param env usually `process.env`
 * @throws ConfigError for a value that can't be used
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
	const number = (name: string, standard: number, least: number, most: number): number => {
		const text = env[name]?.trim();
		if (!text) return standard;
		const value = Number(text);
		if (!Number.isInteger(value) || value < least || value > most) {
			throw new ConfigError(`${name} is "${text}"; it has to be a whole number from ${least} to ${most}.`);
		}
		return value;
	};
	const cert = env.TLS_CERT?.trim() ?? '';
	const key = env.TLS_KEY?.trim() ?? '';
	if (!cert !== !key) throw new ConfigError('TLS_CERT and TLS_KEY go together: set both or neither.');
	const trust = env.TRUST_PROXY?.trim() ?? '';
	if (!['', '0', '1', 'true', 'false'].includes(trust)) {
		throw new ConfigError(`TRUST_PROXY is "${trust}"; it has to be 1 or 0.`);
	}
	const metricsToken = env.METRICS_TOKEN?.trim() || null;
	if (metricsToken !== null && metricsToken.length < MIN_TOKEN) {
		throw new ConfigError(`METRICS_TOKEN has to be ${MIN_TOKEN} characters or more; make a random one.`);
	}
	const limits = Object.fromEntries(
		Object.entries(LIMITS).map(([field, [name, standard]]) => [field, number(name, standard, 1, 2 ** 31)])
	) as Limits;
	return {
		port: number('PORT', 3000, 0, 65_535),
		host: env.HOST?.trim() || '127.0.0.1',
		dataDir: env.DATA_DIR?.trim() || './data',
		tls: cert ? { cert, key } : null,
		origin: readOrigin(env.ORIGIN?.trim() ?? ''),
		trustProxy: trust === '1' || trust === 'true',
		production: env.NODE_ENV === 'production',
		// Hundreds of servers of the tests come and go: none of them waits for a newcomer.
		warm: env.NODE_ENV !== 'test',
		metricsToken,
		commitIntervalMs: number('COMMIT_INTERVAL_MS', 4, 0, 1000),
		demoDays: number('DEMO_DAYS', 7, 1, 365),
		limits
	};
}

function readOrigin(text: string): string | null {
	if (!text) return null;
	const origin = URL.canParse(text) ? new URL(text).origin : 'null';
	if (!/^https?:/.test(origin) || origin !== text.replace(/\/$/, '').toLowerCase()) {
		throw new ConfigError(`ORIGIN is "${text}"; it has to look like https://daybreak.example.`);
	}
	return origin;
}
