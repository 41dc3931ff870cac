/** What a request says about who sends it from where; the only place that reads forwarded headers. */
import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Config } from '../config.ts';

type Trust = Pick<Config, 'trustProxy' | 'origin'>;

const first = (value: string | string[] | undefined): string | undefined =>
	(Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim();

/** The address a request comes from; behind our own proxy, the last one the proxy saw. */
export function addressOf(request: IncomingMessage, { trustProxy }: Trust): string {
	const forwarded = request.headers['x-forwarded-for'];
	const list = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
	const last = list.at(-1)?.trim();
	return (trustProxy && last) || request.socket.remoteAddress || 'unknown';
}

/** Whether the browser speaks https, to us or to the proxy. */
export function isSecure(request: IncomingMessage, { trustProxy, origin }: Trust): boolean {
	if (origin) return origin.startsWith('https:');
	if (trustProxy) return first(request.headers['x-forwarded-proto']) === 'https';
	return (request.socket as TLSSocket).encrypted === true;
}

/** Whether a request comes from a page of ours: its Origin is there and is the address of this server. */
export function hasOwnOrigin(request: IncomingMessage, trust: Trust): boolean {
	const { origin } = request.headers;
	if (!origin) return false;
	if (trust.origin) return origin === trust.origin;
	const forwarded = trust.trustProxy ? first(request.headers['x-forwarded-host']) : undefined;
	const host = forwarded ?? request.headers.host;
	return !!host && origin === `${isSecure(request, trust) ? 'https' : 'http'}://${host.toLowerCase()}`;
}

/** The value of a cookie; null when it wasn't sent. */
export function cookie(request: IncomingMessage, name: string): string | null {
	for (const part of request.headers.cookie?.split(';') ?? []) {
		const [key, value] = part.split('=', 2);
		if (key?.trim() === name) return value?.trim() ?? '';
	}
	return null;
}
