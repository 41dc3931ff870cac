import type { Server } from 'node:http';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/** Serves the same API and sync in `npm run dev` as in `npm start`, on Vite's own port. */
const daybreakServer = (): Plugin => ({
	name: 'daybreak-server',
	apply: (_config, env) => env.command === 'serve' && !process.env.VITEST,
	async configureServer(server) {
		if (!server.httpServer) return;
		const { attach } = await import('./server/attach.ts');
		const daybreak = await attach(server.httpServer as Server);
		server.middlewares.use(daybreak.middleware);
		server.httpServer.once('close', () => void daybreak.close());
	}
});

export default defineConfig({
	plugins: [sveltekit(), daybreakServer()],
	optimizeDeps: { include: ['yjs', 'y-websocket', 'y-indexeddb'] }
});
