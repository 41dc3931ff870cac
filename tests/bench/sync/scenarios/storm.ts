import * as Y from 'yjs';
import { SMALL, writeBoard } from '../board.ts';
import { Client } from '../client.ts';
import { pause, within } from '../machine.ts';
import { now } from '../socket.ts';
import type { Target } from '../targets.ts';
import { closeAll, connectAll, numbered, type Measured, type Scenario } from './scenario.ts';

const DOCUMENTS = 100;
const CLIENTS = 500;

/** Everybody comes back at once: while the server has everything open, and right after it started. */
export const storm: Scenario = {
	name: 'storm',
	documents: numbered('st', DOCUMENTS),
	async run(target) {
		const doc = new Y.Doc();
		writeBoard(doc, SMALL);
		const state = Y.encodeStateAsUpdate(doc);
		const holders = await connectAll(
			target,
			this.documents.map((document) => [document])
		);
		for (const holder of holders) holder.sendUpdate(state);
		await pause(2_000);
		const warm = await gather(target, state.length);
		closeAll(holders);
		if (!target.kind.keeps) return { 'warm ms': warm.ms, 'warm empty first syncs': warm.empty };
		await pause(target.kind.settleMs);
		await target.stop('SIGTERM');
		await target.start();
		const cold = await gather(target, state.length);
		const measured: Measured = {
			'warm ms': warm.ms,
			'warm empty first syncs': warm.empty,
			'restart ms': cold.ms,
			'restart empty first syncs': cold.empty
		};
		return measured;
	}
};

async function gather(target: Target, bytes: number): Promise<{ ms: number; empty: number }> {
	const start = now();
	const most = bytes * 0.8;
	const all = Array.from(
		{ length: CLIENTS },
		(_, n) => new Client(target.reach, `st${n % DOCUMENTS}`, {}, 60_000)
	);
	const has = ({ synced, socket }: Client): boolean => synced && socket.bytesIn > most;
	const complete = await within(60_000, () => all.every(has));
	const ms = complete ? now() - start : NaN;
	const empty = all.filter(({ firstBytes }) => firstBytes < most).length;
	closeAll(all);
	await pause(300);
	return { ms, empty };
}
