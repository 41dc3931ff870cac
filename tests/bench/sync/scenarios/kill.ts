import { Client, Writer } from '../client.ts';
import { pause, within } from '../machine.ts';
import { now } from '../socket.ts';
import { closeAll, connectAll, numbered, type Scenario } from './scenario.ts';

const DOCUMENTS = 5;
const RATE = 250;
const MS = 6_000;

/** kill -9 in the middle of a stream: what others saw, and what was acknowledged, has to be there afterwards. */
export const kill: Scenario = {
	name: 'kill',
	documents: numbered('dur', DOCUMENTS),
	async run(target) {
		let live = true;
		const seen = numbered('', DOCUMENTS).map(() => new Set<number>());
		const writers = seen.map((_, id) => new Writer(id, 0));
		const senders = await connectAll(
			target,
			this.documents.map((document) => [document])
		);
		const readers = await connectAll(
			target,
			this.documents.map(
				(document) => [document, { mark: (id, n) => void (live && seen[id]?.add(n)) }] as const
			)
		);
		await pause(200);
		// Hocuspocus says once for each, the answer to its first question included.
		const before = target.kind.protocol === 'hocuspocus' ? senders.map((one) => one.acknowledged) : null;
		let sent = 0;
		for (const start = now(); now() - start < MS; await pause(1)) {
			for (; sent < ((now() - start) / 1000) * RATE; sent++) {
				const n = sent % DOCUMENTS;
				senders[n]?.sendUpdate((writers[n] as Writer).next());
			}
		}
		await target.stop('SIGKILL');
		await pause(50);
		live = false;
		// Ours counts the empty answer to its step 1 as the first.
		const safe = senders.map((one, n) => one.acknowledged - (before ? (before[n] ?? 0) : 1));
		closeAll([...senders, ...readers]);
		await target.start();
		const there = seen.map(() => new Set<number>());
		const mark = (id: number, n: number): void => void there[id]?.add(n);
		const fresh = this.documents.map((document) => new Client(target.reach, document, { mark }));
		await within(10_000, () => fresh.every(({ synced }) => synced));
		await pause(2_500);
		closeAll(fresh);
		const lost = (n: number, number: number): boolean => !there[n]?.has(number);
		return {
			delivered: seen.reduce((sum, { size }) => sum + size, 0),
			'delivered lost': seen.reduce((sum, all, n) => sum + [...all].filter((one) => lost(n, one)).length, 0),
			acknowledged: safe.reduce((sum, count) => sum + Math.max(0, count), 0),
			'acknowledged lost': safe.reduce(
				(sum, count, n) =>
					sum +
					Array.from({ length: Math.max(0, count) }, (_, one) => one).filter((one) => lost(n, one)).length,
				0
			)
		};
	}
};
