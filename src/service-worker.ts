/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { build, files, version } from '$service-worker';

/**
 * The whole app under one version: every page opens without a network, and never half of one build with half of
 * another. A new version waits until the page asks for it (when nothing is being saved); no answer of the API is
 * ever kept here. The version before it stays too: another tab may still run it, and asks for parts it hasn't loaded.
 */
const self = globalThis.self as unknown as ServiceWorkerGlobalScope;
const CACHE = `daybreak-${version}`;
const SHELL = '/';
const ASSETS = new Set([...build, ...files]);
/** Named by what is in them: the same address never means something else, whichever build it is from. */
const IMMUTABLE = '/_app/immutable/';

/** How long a navigation waits for the server before the cached shell is used: a field's one bar of signal. */
const NETWORK_MS = 2_500;

self.addEventListener('install', (event) => {
	event.waitUntil(
		caches.open(CACHE).then((cache) => cache.addAll([...ASSETS, new Request(SHELL, { cache: 'reload' })]))
	);
});

self.addEventListener('activate', (event) => {
	event.waitUntil(
		(async () => {
			// In the order they were made.
			const others = (await caches.keys()).filter((name) => name.startsWith('daybreak-') && name !== CACHE);
			for (const name of others.slice(0, -1)) await caches.delete(name);
			await self.clients.claim();
		})()
	);
});

self.addEventListener('message', (event) => {
	if (event.data === 'use-new-version') void self.skipWaiting();
	if (event.data === 'version') event.ports[0]?.postMessage(version);
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method !== 'GET') return;
	const url = new URL(request.url);
	if (url.origin !== self.location.origin) return;
	if (request.mode === 'navigate') {
		if (!isPage(url.pathname)) return;
		event.respondWith(shell());
	} else if (ASSETS.has(url.pathname) || url.pathname.startsWith(IMMUTABLE)) {
		event.respondWith(asset(request, url.pathname));
	}
});

const isPage = (path: string): boolean => !/^\/(api|sync|health|ready|metrics)(\/|$)/.test(path);

/** The shell of this version: the same file for every page, so a page never visited before opens too. */
async function shell(): Promise<Response> {
	const cached = await (await caches.open(CACHE)).match(SHELL);
	if (cached) return cached;
	return fetch(SHELL, { signal: AbortSignal.timeout(NETWORK_MS) });
}

async function asset(request: Request, path: string): Promise<Response> {
	const own = await (await caches.open(CACHE)).match(path);
	return own ?? (path.startsWith(IMMUTABLE) ? await caches.match(path) : undefined) ?? fetch(request);
}
