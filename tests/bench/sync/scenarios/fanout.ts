import { Writer } from '../client.ts';
import { cpuSeconds, pause, quantile, within } from '../machine.ts';
import { now } from '../socket.ts';
import { closeAll, connectAll, type Scenario } from './scenario.ts';

const CLIENTS = 50;
const WRITERS = 5;
const MODERATE_MS = 4_000;
const FULL_MS = 5_000;
/** updates under way at most, when as much as goes is sent */
const WINDOW = 64;

/** One document, many readers: a moderate rate for the times, then as much as goes for the cost. */
export const fanout: Scenario = {
	name: 'fanout',
	documents: ['fan'],
	async run(target) {
		let delivered = 0;
		let times: number[] | null = [];
		const mark = (_writer: number, _number: number, at: number): void => {
			delivered++;
			times?.push(now() - at);
		};
		const writers = Array.from({ length: WRITERS }, (_, id) => new Writer(id));
		const readers = CLIENTS - WRITERS;
		const clients = await connectAll(
			target,
			Array.from({ length: CLIENTS }, (_, n) => ['fan', n < WRITERS ? {} : { mark }] as const)
		);
		let sent = 0;
		const send = (): void => {
			clients[sent % WRITERS]?.sendUpdate((writers[sent % WRITERS] as Writer).next());
			sent++;
		};
		const rate = Math.min(200, Math.round(4_000 / readers));
		for (const start = now(); now() - start < MODERATE_MS; await pause(1)) {
			while (sent < ((now() - start) / 1000) * rate) send();
		}
		await within(5_000, () => delivered >= sent * readers);
		const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
		const missing = sent * readers - delivered;

		times = null;
		delivered = sent = 0;
		const before = cpuSeconds(target.pid);
		const start = now();
		while (now() - start < FULL_MS) {
			for (let n = 0; n < WINDOW && sent - delivered / readers < WINDOW; n++) send();
			await new Promise((resolve) => setImmediate(resolve));
		}
		const seconds = (now() - start) / 1000;
		const cpu = cpuSeconds(target.pid) - before;
		closeAll(clients);
		return {
			'p50 ms': p50,
			'p99 ms': p99,
			missing,
			'delivered per s': delivered / seconds,
			'CPU s per 100k delivered': (cpu / delivered) * 100_000
		};
	}
};
