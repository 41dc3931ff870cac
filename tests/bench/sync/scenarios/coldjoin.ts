import * as Y from 'yjs';
import { MONTH, writeBoard } from '../board.ts';
import { Client, Writer } from '../client.ts';
import { pause, quantile, within } from '../machine.ts';
import { now } from '../socket.ts';
import type { Target } from '../targets.ts';
import { closeAll, connectAll, type Measured, type Scenario } from './scenario.ts';

const RESTARTS = 3;

/** The board of a month, opened right after the server started. */
export const coldjoin: Scenario = {
	name: 'coldjoin',
	documents: ['board'],
	keeps: true,
	async run(target) {
		const doc = new Y.Doc();
		const updates: Uint8Array[] = [];
		doc.on('update', (update: Uint8Array) => updates.push(update));
		writeBoard(doc, MONTH);
		await push(target, updates);
		await pause(target.kind.settleMs);
		const joins: Joined[] = [];
		for (let n = 0; n < RESTARTS; n++) {
			await target.stop('SIGTERM');
			await target.start();
			joins.push(await join(target, doc.getMap('scenes').size));
		}
		const size = Y.encodeStateAsUpdate(doc).length;
		const middle = (of: (joined: Joined) => number): number => quantile(joins.map(of), 0.5);
		const measured: Measured = {
			'document bytes': size,
			'cold ms': middle(({ ms }) => ms),
			'cold bytes': middle(({ bytes }) => bytes),
			'bytes per document byte': middle(({ bytes }) => bytes) / size
		};
		return measured;
	}
};

/** Sends a document's updates one by one, never too many ahead of what somebody else has heard. */
async function push(target: Target, updates: readonly Uint8Array[]): Promise<void> {
	const writer = new Writer(99, 0);
	let heard = -1;
	const [sender, reader] = await connectAll(target, [
		['board'],
		['board', { mark: (_id, n) => (heard = Math.max(heard, n)) }]
	]);
	for (const [n, update] of updates.entries()) {
		sender?.sendUpdate(update);
		if (n % 256 !== 255 && n !== updates.length - 1) continue;
		sender?.sendUpdate(writer.next());
		if (!(await within(60_000, () => heard === writer.count - 1, 1))) throw new Error('the board got stuck');
	}
	closeAll([sender, reader].filter((one) => one !== undefined));
}

type Joined = { ms: number; bytes: number };
async function join(target: Target, scenes: number): Promise<Joined> {
	const doc = new Y.Doc();
	let done = 0;
	const start = now();
	const client = new Client(target.reach, 'board', {
		state: (update) => {
			Y.applyUpdate(doc, update);
			if (done === 0 && doc.getMap('scenes').size >= scenes) done = now();
		}
	});
	if (!(await within(20_000, () => done > 0, 1))) throw new Error('the board never came');
	// What else comes, such as a second copy, counts.
	await pause(300);
	client.close();
	return { ms: done - start, bytes: client.socket.bytesIn };
}
