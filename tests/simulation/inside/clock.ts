import { randomOf } from '../random.ts';

/**
 * Time and chance for everything in this process, moved by hand: import this before anything else. Timers run in the order
 * they are due, `Date.now` and `performance.now` say what this clock says, and what is merely queued (an IndexedDB
 * request, a commit) is counted, so that "everything that is ready has happened" is a fact and not a guess.
 */
type Timer = { at: number; readonly run: () => void; readonly every: number | null };

const later = globalThis.setImmediate;
const START = Date.UTC(2026, 10, 22, 6);
let now = START;
let queued = 0;
let chance = randomOf(0);
let next = 0;
const timers = new Map<number, Timer>();

/** What a timer's starter gets: Node's kind of handle. */
class Handle {
	readonly id: number;
	constructor(id: number) {
		this.id = id;
	}
	unref(): this {
		return this;
	}
	ref(): this {
		return this;
	}
	hasRef(): boolean {
		return true;
	}
	[Symbol.toPrimitive](): number {
		return this.id;
	}
}

function start(run: (...args: unknown[]) => void, ms: number, args: unknown[], repeat: boolean): Handle {
	const wait = Math.max(1, Number(ms) || 0);
	const id = ++next;
	timers.set(id, { at: now + wait, run: () => run(...args), every: repeat ? wait : null });
	return new Handle(id);
}
const stop = (handle: unknown): void => {
	if (handle instanceof Handle) timers.delete(handle.id);
};

Object.assign(globalThis, {
	setTimeout: (run: () => void, ms = 0, ...args: unknown[]) => start(run, ms, args, false),
	setInterval: (run: () => void, ms = 0, ...args: unknown[]) => start(run, ms, args, true),
	clearTimeout: stop,
	clearInterval: stop,
	setImmediate: (run: (...args: unknown[]) => void, ...args: unknown[]) => {
		queued++;
		return later(() => {
			queued--;
			run(...args);
		});
	}
});
// Before anything that keeps a reference is imported.
Object.defineProperty(crypto, 'getRandomValues', {
	value: <T extends ArrayBufferView>(into: T): T => {
		const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
		for (let at = 0; at < bytes.length; at++) bytes[at] = chance(256);
		return into;
	}
});
Math.random = () => chance(2 ** 31) / 2 ** 31;
Date.now = () => now;
performance.now = () => now - START;

// Every provider wants to hear when the process ends, and here there are thousands.
process.setMaxListeners(0);

/** Lets everything that is ready happen, without any time passing. */
export async function rest(): Promise<void> {
	do await new Promise<void>((done) => later(done));
	while (queued > 0);
}

/** Lets time pass, with everything that becomes due in it. */
export async function pass(ms: number): Promise<void> {
	const end = now + ms;
	await rest();
	for (;;) {
		let first: [number, Timer] | null = null;
		for (const one of timers) if (one[1].at <= end && (!first || one[1].at < first[1].at)) first = one;
		if (!first) break;
		const [id, timer] = first;
		now = Math.max(now, timer.at);
		if (timer.every === null) timers.delete(id);
		else timer.at = now + timer.every;
		timer.run();
		await rest();
	}
	now = end;
}

/** Lets time pass until something holds. @throws Error after so much of it */
export async function until(what: string, is: () => boolean, ms: number): Promise<void> {
	const end = now + ms;
	await rest();
	while (!is()) {
		if (now >= end) throw new Error(`waited ${ms} ms in vain until ${what}`);
		await pass(Math.min(50, end - now));
	}
}

/** Forgets all timers: whoever started them is gone. */
export const clear = (): void => timers.clear();

/** Begins a history: no timers, and from here on the same chance for the same seed, in ids and client ids too. */
export function begin(seed: number): void {
	timers.clear();
	chance = randomOf(seed ^ 0x1d5eed);
}
