import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css'
};

/**
 * Builds a bench's page into a temporary folder, as the app is built, and serves it under the app's own policy.
 * @param folder where its index.html lies, beside this file
 */
export async function servePage(folder: string): Promise<{
	url: string;
	/** JavaScript the page sends, gzipped */
	kilobytes: number;
	close: () => Promise<void>;
}> {
	const outDir = await mkdtemp(join(tmpdir(), `daybreak-${folder}-`));
	const built = await build({
		configFile: false,
		root: join(import.meta.dirname, folder),
		logLevel: 'warn',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } }
	});
	const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
	const bytes = outputs
		.filter((one) => one.type === 'chunk' && (one.isEntry || !one.isDynamicEntry))
		.reduce((sum, one) => sum + gzipSync('code' in one ? one.code : '').length, 0);
	const server: Server = createServer((request, response) => {
		const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
		const file = join(outDir, path === '/' ? 'index.html' : path);
		readFile(file).then(
			(body) => {
				response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
				response.setHeader('content-security-policy', "default-src 'self'; object-src 'none'");
				response.end(body);
			},
			() => {
				response.statusCode = 404;
				response.end();
			}
		);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		kilobytes: bytes / 1024,
		url: `http://127.0.0.1:${port}/`,
		close: () => new Promise((done) => server.close(() => done()))
	};
}
