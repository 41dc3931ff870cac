import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import { marked } from '../client.ts';
import { memory, pause, within } from '../machine.ts';
import { closeAll, connectAll, settled, type Scenario } from './scenario.ts';

const MEGABYTES = 200;
const UPDATE_BYTES = 65_536;

/** A reader that stops reading while a lot passes: it must cost no memory without end, and nobody else anything. */
export const stalled: Scenario = {
	name: 'stalled',
	documents: ['stall'],
	async run(target) {
		await settled();
		const doc = new Y.Doc();
		let update: Uint8Array = new Uint8Array();
		doc.on('update', (one: Uint8Array) => (update = one));
		let seen = -1;
		const clients = await connectAll(target, [
			['stall'],
			['stall', { mark: (_id, n) => (seen = Math.max(seen, n)) }],
			['stall']
		]);
		const [writer, , idle] = clients;
		await pause(500);
		idle?.socket.tcp.pause();
		const before = memory(target.pid);
		let peak = before;
		const timer = setInterval(() => (peak = Math.max(peak, target.isAlive ? memory(target.pid) : 0)), 50);
		const total = (MEGABYTES * 1_048_576) / UPDATE_BYTES;
		let served = true;
		for (let n = 0; n < total && served; n++) {
			doc.getMap('blobs').set(`k${n % 4}`, marked(randomBytes(UPDATE_BYTES), 1, n));
			writer?.sendUpdate(update);
			if (n % 8 === 7) served = await within(15_000, () => seen >= n - 8, 1);
		}
		served &&= await within(5_000, () => seen >= total - 1);
		await pause(1_000);
		clearInterval(timer);
		closeAll(clients);
		return {
			'memory growth MB': peak - before,
			'healthy reader served': served ? 1 : 0,
			alive: target.isAlive ? 1 : 0
		};
	}
};
