import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Boundary } from '#lib/sync/boundary.ts';
import { updateIn, type FaultyStorage } from './faults.ts';
import { TestServer } from './rig.ts';
import { stageOf, storageHistory, type Stage } from './storage-history.ts';
import { tabHistory } from './tab-history.ts';

/**
 * The same histories, with a bug planted at the browser's edge: each must be caught within so many seeds, or the
 * checks prove nothing and this file is red.
 */
const SEEDS = 60;
const PATIENCE = 1_500;
const SEED = Number(process.env.SEED ?? 20_261_122);

const server = new TestServer();
let stage: Stage;
beforeAll(async () => {
	await server.start();
	stage = await stageOf(server);
});
afterAll(async () => {
	await stage.end();
	await server.end();
});

/** Counts an update as acknowledged when it is sent, and not when the server says so; the network then loses some. */
class AcknowledgedWhenSent extends WebSocket {
	#sent = 0;
	override send(data: Parameters<WebSocket['send']>[0]): void {
		if (!(data instanceof Uint8Array) || !updateIn(data)) return super.send(data);
		const count = ++this.#sent;
		// Half of what is sent is never heard of by anybody, as on a network that has just gone.
		if (count % 2 === 0) super.send(data);
		queueMicrotask(() =>
			this.onmessage?.(new MessageEvent('message', { data: Uint8Array.of(100, count).buffer }))
		);
	}
}

/** Takes the server's state for known as soon as the socket is open: its step 1 is answered at once. */
class AnswersAtOnce extends WebSocket {
	constructor(...args: ConstructorParameters<typeof WebSocket>) {
		super(...args);
		this.addEventListener('open', () =>
			queueMicrotask(() =>
				this.onmessage?.(new MessageEvent('message', { data: Uint8Array.of(0, 1, 2, 0, 0).buffer }))
			)
		);
	}
}

type History = (seed: number) => Promise<void>;
const sound: History = (seed) => storageHistory(stage, seed, undefined, PATIENCE);
const broken: readonly (readonly [string, History, History])[] = [
	[
		'an acknowledgement that is believed before the server’s commit',
		(seed) =>
			storageHistory(stage, seed, () => ({ WebSocket: AcknowledgedWhenSent, oneSocket: false }), PATIENCE),
		sound
	],
	[
		'no outbox: it says complete and keeps nothing',
		(seed) => storageHistory(stage, seed, always('forgets'), PATIENCE),
		sound
	],
	[
		'a cache that is lost, and an outbox that is not replayed',
		(seed) => storageHistory(stage, seed, always('blind'), PATIENCE),
		sound
	],
	[
		'an answer to step 1 that doesn’t wait for the server’s state',
		(seed) => storageHistory(stage, seed, () => ({ WebSocket: AnswersAtOnce, oneSocket: false }), PATIENCE),
		sound
	],
	[
		'no Web Lock: every tab sends',
		(seed) => tabHistory(stage, seed, { locks: null }),
		(seed) => tabHistory(stage, seed)
	]
];

const always =
	(fault: FaultyStorage['fault']) =>
	(storage: FaultyStorage): Partial<Boundary> => {
		storage.fault = fault;
		return {};
	};

test.for(broken)('%s is caught', async ([, history, same]) => {
	const caught = await (async () => {
		for (let seed = SEED; seed < SEED + SEEDS; seed++) {
			const error = await history(seed).then(
				() => null,
				(reason: unknown) => reason
			);
			if (error !== null) return { seed, error: String(error).slice(0, 200) };
		}
		return null;
	})();
	// By what the histories are there to check, and not by anything on the way there.
	expect(caught?.error).toMatch(/all that was promised|by two tabs|says synced/);
	// The same history without the bug is in order: it is the bug that was caught.
	await same(caught?.seed ?? SEED);
});
