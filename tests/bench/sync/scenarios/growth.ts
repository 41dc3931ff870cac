import { Writer } from '../client.ts';
import { cpuSeconds, memory, pause, within } from '../machine.ts';
import { now } from '../socket.ts';
import { closeAll, connectAll, numbered, settled, type Scenario } from './scenario.ts';

const STEPS = [10, 100, 1000];
const RATE = 500;
const MS = 5_000;

/** How memory and processor grow with the number of documents that are open, a writer and a reader on each. */
export const growth: Scenario = {
	name: 'growth',
	documents: numbered('grow', STEPS.at(-1) ?? 0),
	async run(target) {
		const measured: Record<string, number> = {};
		await settled();
		const held: number[] = [];
		const writers: Writer[] = [];
		const senders: Awaited<ReturnType<typeof connectAll>> = [];
		let delivered = 0;
		for (const count of STEPS) {
			const fresh = this.documents.slice(senders.length, count);
			writers.push(...fresh.map((_, n) => new Writer(senders.length + n, 32, 60)));
			senders.push(
				...(await connectAll(
					target,
					fresh.map((document) => [document])
				))
			);
			for (let n = count - fresh.length; n < count; n++) {
				for (let key = 0; key < 32; key++) senders[n]?.sendUpdate((writers[n] as Writer).next());
			}
			await pause(3_000);
			held.push(memory(target.pid));
			measured[`MB held, ${count} open`] = held.at(-1) ?? NaN;
			const mark = (): void => void delivered++;
			const readers = await connectAll(
				target,
				this.documents.slice(0, count).map((document) => [document, { mark }] as const)
			);
			await pause(500);
			delivered = 0;
			let sent = 0;
			const before = cpuSeconds(target.pid);
			for (const begin = now(); now() - begin < MS; await pause(1)) {
				for (; sent < ((now() - begin) / 1000) * RATE; sent++) {
					const n = (sent * 7919) % count;
					senders[n]?.sendUpdate((writers[n] as Writer).next());
				}
			}
			await within(8_000, () => delivered >= sent);
			measured[`CPU s per 100k, ${count} open`] = ((cpuSeconds(target.pid) - before) / delivered) * 100_000;
			closeAll(readers);
		}
		closeAll(senders);
		// Between the ends: what a server gives back of its start goes as it pleases, and is more than ten documents.
		const [first = NaN, last = NaN] = [held[0], held.at(-1)];
		measured['KB a document'] = ((last - first) / ((STEPS.at(-1) ?? 0) - (STEPS[0] ?? 0))) * 1024;
		return measured;
	}
};
