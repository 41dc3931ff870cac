/**
 * What the server's process is started with, wherever it is started: by `npm start`, in the container, under the
 * benchmark. Plain JavaScript without packages, as `start.mjs` is. What somebody has set stands.
 */
import { fileURLToPath } from 'node:url';

export const SERVER_ENVIRONMENT = Object.freeze({
	// The TypeScript of the last start, stripped: a third of the start, and 17 MB in each thread.
	NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/daybreak-server', import.meta.url)),
	// V8 lets the young part of a heap grow, and leaves it so: by 50 MB after a burst of 1,000 newcomers.
	NODE_OPTIONS: '--max-semi-space-size=8',
	// glibc keeps what is freed in pools, one for each few threads, and gives it back late.
	MALLOC_ARENA_MAX: '2'
});
