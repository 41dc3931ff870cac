import './clock.ts';
import './tab-lines.ts';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { updateIn, type FaultyStorage } from '../faults.ts';
import { SEED } from '../counted.ts';
import { networkHistory } from './network-history.ts';
import { storageHistory, type Spoil } from './storage-history.ts';
import { tabHistory } from './tab-history.ts';

/**
 * The same histories, with a bug planted at the edge of the browser or of the server's disk: each must be caught
 * within so many seeds, or the checks prove nothing and this file is red.
 */
const SEEDS = 60;

type Socket = typeof WebSocket;
const hears = (socket: WebSocket, bytes: Uint8Array): void =>
	socket.onmessage?.(new MessageEvent('message', { data: Uint8Array.from(bytes).buffer }));

/** Counts an update as acknowledged when it is sent, and not when the server says so; the network then loses some. */
const acknowledgedWhenSent = (Base: Socket): Socket =>
	class extends Base {
		#sent = 0;
		override send(data: Parameters<WebSocket['send']>[0]): void {
			if (!(data instanceof Uint8Array) || !updateIn(data)) return super.send(data);
			const sent = ++this.#sent;
			// Half of what is sent is never heard of by anybody, as on a network that has just gone.
			if (sent % 2 === 0) super.send(data);
			queueMicrotask(() => hears(this, Uint8Array.of(100, sent)));
		}
	};

/** Takes the server's state for known as soon as the socket is open: its step 1 is answered at once. */
const answersAtOnce = (Base: Socket): Socket =>
	class extends Base {
		override send(data: Parameters<WebSocket['send']>[0]): void {
			super.send(data);
			if (data instanceof Uint8Array && data[0] === 0 && data[1] === 0) {
				queueMicrotask(() => hears(this, Uint8Array.of(0, 1, 2, 0, 0)));
			}
		}
	};

const storage = (fault: FaultyStorage['fault']): Spoil => ({
	boundary: (faulty) => {
		faulty.fault = fault;
		return {};
	}
});
const socket = (spoilt: (Base: Socket) => Socket): Spoil => ({
	boundary: (_faulty, Base) => ({ WebSocket: spoilt(Base), oneSocket: false })
});

/** Says that rows are on disk as soon as they have come; they get there a little later, unless the server dies. */
const acknowledgedBeforeCommit: Spoil = {
	log: (log, died) => {
		let life = 0;
		let last = 0;
		died(() => life++);
		return {
			...log,
			append: (rows) => {
				const now = life;
				setTimeout(() => {
					if (now === life) void log.append(rows);
				}, 40);
				return Promise.resolve(rows.map(() => ({ seq: ++last, hash: new Uint8Array(32) })));
			}
		};
	}
};

type History = (seed: number) => Promise<unknown>;
const broken: readonly (readonly [string, History, History])[] = [
	[
		'a server that acknowledges before its commit',
		(seed) => networkHistory(seed, acknowledgedBeforeCommit),
		(seed) => networkHistory(seed)
	],
	[
		'an acknowledgement that is believed before the server gave it',
		(seed) => networkHistory(seed, socket(acknowledgedWhenSent)),
		(seed) => networkHistory(seed)
	],
	[
		'no outbox, in a network that fails: it says complete and keeps nothing',
		(seed) => networkHistory(seed, storage('forgets')),
		(seed) => networkHistory(seed)
	],
	[
		'an acknowledgement that is believed when storage fails as well',
		(seed) => storageHistory(seed, socket(acknowledgedWhenSent)),
		(seed) => storageHistory(seed)
	],
	[
		'no outbox: it says complete and keeps nothing',
		(seed) => storageHistory(seed, storage('forgets')),
		(seed) => storageHistory(seed)
	],
	[
		'a cache that is lost, and an outbox that is not replayed',
		(seed) => storageHistory(seed, storage('blind')),
		(seed) => storageHistory(seed)
	],
	[
		'an answer to step 1 that doesn’t wait for the server’s state',
		(seed) => storageHistory(seed, socket(answersAtOnce)),
		(seed) => storageHistory(seed)
	],
	['no Web Lock: every tab sends', (seed) => tabHistory(seed, { locks: null }), (seed) => tabHistory(seed)]
];

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
	expect(caught?.error).toMatch(
		/all that was promised|by two tabs|says synced|synced, and not on|promised, and on no board|nothing waits|keeps another board/
	);
	// The same history without the bug is in order: it is the bug that was caught.
	await same(caught?.seed ?? SEED);
});
