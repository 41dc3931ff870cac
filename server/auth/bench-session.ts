/** The session that load tests use: anybody can compute its token, so no server in earnest may have it. */
import { createHash } from 'node:crypto';
import type { Accounts } from '../store/accounts.ts';
import { hashToken } from './tokens.ts';

/** An id that is the same in every folder a load test prepares. */
export const benchId = (text: string): string =>
	createHash('sha256').update(`bench ${text}`).digest('base64url').slice(0, 22);

export const BENCH_USER = benchId('user');
export const BENCH_TOKEN = benchId('token').padEnd(43, '0');

/** Whether a folder was prepared for load tests: its session is there, ended by time or not. */
export const hasBenchSession = (accounts: Accounts): boolean =>
	accounts.users.session(hashToken(BENCH_TOKEN), 0) !== null;
