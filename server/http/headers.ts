import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import { isSecure } from './request.ts';

/** Headers of every answer, pages and API alike. Pages bring their own content security policy. */
export function securityHeaders(request: IncomingMessage, response: ServerResponse, config: Config): void {
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.setHeader('Referrer-Policy', 'no-referrer');
	response.setHeader('X-Frame-Options', 'DENY');
	response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
	if (isSecure(request, config)) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
