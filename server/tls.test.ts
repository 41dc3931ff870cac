/** Https: with TLS_CERT and TLS_KEY, behind a proxy, and what is different without it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as plain, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { documentName } from '#lib/domain/people/permissions.ts';
import { newId } from './auth/tokens.ts';
import { selfSigned } from './testing/certificate.ts';
import { openHouse, until } from './testing/house.ts';
import { endServers, startServer, type Running } from './testing/process.ts';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'daybreak-tls-'));
const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
const { cert, key } = selfSigned();
const passphrase = 'rain over the harbour';
let server: Running;
beforeAll(async () => {
	writeFileSync(certFile, cert);
	writeFileSync(keyFile, key, { mode: 0o600 });
	server = await startServer(join(folder, 'data'), { TLS_CERT: certFile, TLS_KEY: keyFile });
}, 60_000);
afterAll(() => {
	endServers();
	rmSync(folder, { recursive: true, force: true });
});

type Reply = { status: number; headers: IncomingMessage['headers']; text: string };
/** A request over https that trusts this certificate and no other. */
const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
	new Promise<Reply>((resolve, reject) => {
		const origin = `https://127.0.0.1:${server.port}`;
		const json = body === undefined ? {} : { 'content-type': 'application/json' };
		const asked = request(
			`${origin}${path}`,
			{ method, ca: cert, headers: { origin, ...json, ...headers } },
			(answer) => {
				let text = '';
				answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
				answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
			}
		);
		asked.on('error', reject);
		asked.end(body === undefined ? undefined : JSON.stringify(body));
	});
const HSTS = 'max-age=31536000';

test('with TLS_CERT and TLS_KEY the server says https, and pages, API and health bind the browser to it', async () => {
	expect(server.said()).toContain(`https://localhost:${server.port}`);
	for (const path of ['/', '/productions', '/api/me', '/health']) {
		const { headers } = await call('GET', path);
		expect([path, headers['strict-transport-security']]).toEqual([path, HSTS]);
	}
});

test('over https the session cookie is Secure, an http origin is foreign, and a document opens over wss', async () => {
	const account = { name: 'Mei', passphrase };
	const foreign = await call('POST', '/api/accounts', account, {
		origin: `http://127.0.0.1:${server.port}`
	});
	expect([foreign.status, foreign.text]).toEqual([403, expect.stringContaining('foreign-origin')]);
	const made = await call('POST', '/api/accounts', account);
	expect(made.status).toBe(201);
	const [set = ''] = made.headers['set-cookie'] ?? [];
	expect(set).toMatch(/^daybreak_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
	const cookie = set.split(';', 1)[0] ?? '';
	const id = newId();
	const created = await call('POST', '/api/productions', { id, title: 'Rain' }, { cookie });
	expect(created.status).toBe(201);
	const open = (origin: string): WebSocket =>
		new WebSocket(`wss://127.0.0.1:${server.port}/sync/${documentName(id, 'plan')}`, {
			ca: cert,
			headers: { cookie, origin }
		});
	const own = open(`https://127.0.0.1:${server.port}`);
	await until('the document is open', () => own.readyState === own.OPEN);
	own.terminate();
	const other = open(`http://127.0.0.1:${server.port}`);
	const refused = await new Promise((resolve) =>
		other.on('unexpected-response', (asked, answer) => {
			resolve(answer.statusCode);
			asked.destroy();
		})
	);
	expect(refused).toBe(403);
	const out = await call('DELETE', '/api/sessions/current', undefined, { cookie });
	expect(out.headers['set-cookie']?.[0]).toMatch(/^daybreak_session=; .*Max-Age=0; Secure$/);
});

test('whoever speaks plain http to the https port gets nothing, and the server goes on', async () => {
	const outcome = await new Promise<string>((resolve) => {
		const asked = plain(`http://127.0.0.1:${server.port}/api/me`, (answer) =>
			resolve(String(answer.statusCode))
		);
		asked.on('error', () => resolve('hung up'));
		asked.end();
	});
	expect(['hung up', '400']).toContain(outcome);
	expect((await call('GET', '/health')).status).toBe(200);
	expect(server.exit()).toBe(null);
});

test('a certificate that isn’t there, is none or belongs to another key ends the start with a sentence', () => {
	const start = (tlsCert: string, tlsKey: string) =>
		spawnSync(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
			encoding: 'utf8',
			env: {
				...process.env,
				PORT: '0',
				DATA_DIR: join(folder, 'never'),
				TLS_CERT: tlsCert,
				TLS_KEY: tlsKey
			}
		});
	const otherKey = join(folder, 'other.pem');
	writeFileSync(otherKey, selfSigned().key);
	for (const [tlsCert, tlsKey, says] of [
		[join(folder, 'missing.pem'), keyFile, 'missing.pem'],
		[keyFile, keyFile, 'TLS_CERT'],
		[certFile, otherKey, 'TLS_KEY']
	] as const) {
		const { status, stderr } = start(tlsCert, tlsKey);
		expect([status, stderr]).toEqual([1, expect.stringContaining(says)]);
		expect(stderr).toMatch(/^TLS_CERT and TLS_KEY can’t be used: [^\n]+\n$/);
	}
});

test('behind a proxy that speaks https the cookie is Secure and the browser is bound; over plain http neither is', async () => {
	const house = await openHouse({}, undefined, { TRUST_PROXY: '1' });
	try {
		const [secure, open] = [house.stranger(), house.stranger()];
		secure.forwarded = { 'x-forwarded-proto': 'https' };
		secure.origin = house.base.replace('http:', 'https:');
		for (const [person, name, is] of [
			[secure, 'Https', true],
			[open, 'Http', false]
		] as const) {
			const { status, headers } = await person.call('POST', '/api/accounts', { name, passphrase });
			expect(status).toBe(201);
			expect(headers.get('set-cookie')?.endsWith('; Secure')).toBe(is);
			expect(headers.get('strict-transport-security')).toBe(is ? HSTS : null);
		}
		// The scheme of the page counts too: one that came over http is another origin.
		secure.origin = house.base;
		expect(await secure.refused('POST', '/api/productions', {})).toBe('403 foreign-origin');
	} finally {
		await house.close();
	}
});

test('where ORIGIN says https, the cookie is Secure whatever the line to the server is', async () => {
	const house = await openHouse({}, undefined, { ORIGIN: 'https://daybreak.example' });
	try {
		const person = house.stranger();
		person.origin = 'https://daybreak.example';
		const { headers } = await person.call('POST', '/api/accounts', { name: 'Mei', passphrase });
		expect(headers.get('set-cookie')).toMatch(/; Secure$/);
		expect(headers.get('strict-transport-security')).toBe(HSTS);
	} finally {
		await house.close();
	}
});

test('a handshake that is broken, or never finished, is hung up on: it holds no place', async () => {
	const hasty = await startServer(join(folder, 'hasty'), {
		TLS_CERT: certFile,
		TLS_KEY: keyFile,
		LIMIT_AUTHENTICATE_MS: '300'
	});
	// Nothing, no TLS at all, and the first bytes of a ClientHello.
	for (const start of ['', 'GET / HTTP/1.1\r\n\r\n', '\x16\x03\x01\x02\x00\x01']) {
		const socket = connect(hasty.port, '127.0.0.1');
		let closed = false;
		socket.on('error', () => {}).on('close', () => (closed = true));
		socket.resume();
		socket.write(Buffer.from(start, 'latin1'));
		await until(`${JSON.stringify(start)} is hung up on`, () => closed);
	}
	expect(hasty.exit()).toBe(null);
	await hasty.end('SIGKILL');
}, 60_000);
