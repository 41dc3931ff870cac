import { expect, test } from 'vitest';
import { Budget } from './budget.ts';
import type { Line } from './line.ts';
import { Outflow, type Source } from './outflow.ts';
import { Pieces } from './pieces.ts';

const limits = { laggingBytes: 1_000, framesPerSecond: 50, bytesPerSecond: 1_000_000 };

/** A client of an empty document on a line that takes nothing until it is told to. */
function client() {
	const queue: number[] = [];
	let taken = 0;
	const line = {
		isOpen: true,
		get queuedBytes() {
			return queue.reduce((sum, size) => sum + size, 0);
		},
		get takenBytes() {
			return taken;
		},
		send: (frame: Buffer) => void queue.push(frame.length)
	} as unknown as Line;
	const outflow = new Outflow({
		room: { pieces: new Pieces(null, []) } as Source['room'],
		line,
		budget: new Budget(limits),
		limits,
		reads: () => true,
		owes: () => false,
		charge: () => {},
		guard: (work) => work()
	});
	outflow.ask(new Map());
	const take = (): void => {
		taken += queue.splice(0).reduce((sum, size) => sum + size, 0);
	};
	return { outflow, take, queued: () => line.queuedBytes };
}

test('one change larger than all that may be queued is no reason to end a client that hasn’t taken it yet', () => {
	const { outflow, take, queued } = client();
	take();
	outflow.hear(Buffer.alloc(50_000), 1);
	expect(queued()).toBe(50_000);
	expect(outflow.isStalled(performance.now(), true)).toBe(false);
	outflow.hear(Buffer.alloc(50_000), 2);
	expect(queued()).toBe(50_000);
	expect(outflow.lagging).toBe(true);
	take();
	outflow.catchUp();
	expect(outflow.lagging).toBe(false);
});

test('a client that has taken nothing for half a minute while it lagged is ended', () => {
	const { outflow, take } = client();
	take();
	outflow.hear(Buffer.alloc(5_000), 1);
	outflow.hear(Buffer.alloc(5_000), 2);
	const now = performance.now();
	expect(outflow.isStalled(now, true)).toBe(false);
	expect(outflow.isStalled(now + 31_000, false)).toBe(true);
});
