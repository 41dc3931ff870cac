import adapter from '@sveltejs/adapter-node';
import { keepBuilds } from './server/keep-builds.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		// Pages opened before an update still ask for what they haven't loaded.
		adapter: keepBuilds(adapter({ out: 'build', precompress: true }), 'build', 3),
		// One cached shell has to serve every deep link offline, so asset addresses are absolute.
		paths: { relative: false },
		serviceWorker: { register: false },
		version: { pollInterval: 0 },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one style attribute Kit itself writes: it hides the line that reads page changes aloud.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};
