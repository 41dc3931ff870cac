import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressOf, cookie, hasOwnOrigin, isSecure } from './request.ts';

const request = (
	headers: Record<string, string>,
	socket: object = { remoteAddress: '10.0.0.1' }
): IncomingMessage => ({ headers, socket }) as unknown as IncomingMessage;
const direct = { trustProxy: false, origin: null };
const proxied = { trustProxy: true, origin: null };
const fixed = { trustProxy: false, origin: 'https://daybreak.example' };

test('forwarded headers count only behind our own proxy', () => {
	const forwarded = request({
		'x-forwarded-for': '1.2.3.4, 5.6.7.8',
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'daybreak.example',
		host: 'inner:3000',
		origin: 'https://daybreak.example'
	});
	expect([addressOf(forwarded, direct), addressOf(forwarded, proxied)]).toEqual(['10.0.0.1', '5.6.7.8']);
	expect([isSecure(forwarded, direct), isSecure(forwarded, proxied)]).toEqual([false, true]);
	expect([hasOwnOrigin(forwarded, direct), hasOwnOrigin(forwarded, proxied)]).toEqual([false, true]);
});

test('an origin is ours when scheme, host and port are', () => {
	const from = (origin: string) => request({ host: 'localhost:3000', origin });
	expect(hasOwnOrigin(from('http://localhost:3000'), direct)).toBe(true);
	for (const origin of ['https://localhost:3000', 'http://localhost', 'http://localhost:30001', 'null']) {
		expect(hasOwnOrigin(from(origin), direct), origin).toBe(false);
	}
	expect(hasOwnOrigin(request({ host: 'x', origin: 'https://daybreak.example' }), fixed)).toBe(true);
	expect(hasOwnOrigin(request({ host: 'x', origin: 'https://daybreak.example.evil' }), fixed)).toBe(false);
	expect(hasOwnOrigin(request({ host: 'x', origin: 'http://x' }), fixed)).toBe(false);
});

test('over https the connection itself says so', () => {
	expect(isSecure(request({}, { encrypted: true }), direct)).toBe(true);
	expect(isSecure(request({}), fixed)).toBe(true);
});

test('a cookie is found by its whole name', () => {
	const sent = request({ cookie: 'not_daybreak_session=a; daybreak_session=b; other=c' });
	expect(cookie(sent, 'daybreak_session')).toBe('b');
	expect(cookie(sent, 'session')).toBeNull();
});
