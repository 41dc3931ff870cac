import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any variable the server listens on this machine only', () => {
	expect(readConfig({})).toMatchObject({
		port: 3000,
		host: '127.0.0.1',
		dataDir: './data',
		origin: null,
		tls: null
	});
});

test.each([
	[{ PORT: 'http' }, 'PORT is "http"; it has to be a whole number from 0 to 65535.'],
	[{ PORT: '70000' }, 'PORT is "70000"'],
	[{ TLS_CERT: 'cert.pem' }, 'TLS_CERT and TLS_KEY go together'],
	[
		{ ORIGIN: 'daybreak.example' },
		'ORIGIN is "daybreak.example"; it has to look like https://daybreak.example.'
	],
	[{ ORIGIN: 'https://daybreak.example/board' }, 'ORIGIN is'],
	[{ METRICS_TOKEN: 'secret' }, 'METRICS_TOKEN has to be 22 characters or more'],
	[{ TRUST_PROXY: 'maybe' }, 'TRUST_PROXY is "maybe"'],
	[{ LIMIT_FRAMES_PER_SECOND: '0' }, 'LIMIT_FRAMES_PER_SECOND is "0"']
])('%o is refused with a sentence that names the variable', (env, message) => {
	expect(() => readConfig(env)).toThrow(message);
});
