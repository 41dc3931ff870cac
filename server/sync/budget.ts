/** What one socket may ask of one document, how much of it is used up, and what happens over it. */
import type { Limits } from '../config.ts';
import type { Line } from './line.ts';
import { TokenBucket } from './token-bucket.ts';

/** What all documents on one socket share. */
export type Flow = {
	/** bytes of the largest answer or change sent over it: so many may be queued besides what is too much */
	largest: number;
	/** bytes of updates kept back until what they lean on has come */
	held: number;
};

/** Presence is small and comes often; one that is larger counts for several. */
const PRESENCE_BYTES = 1024;
/** Every client repeats what it hears of the others. */
const PRESENCE_ECHOES = 20;

/**
 * The budget of one document on one socket. It outlives the connection: who closes a document and opens it again
 * over the same socket goes on with what is left.
 */
export class Budget {
	readonly flow: Flow;
	/** whether the document was told in full: the first time costs nothing */
	told = false;
	#frames: TokenBucket;
	#bytes: TokenBucket;
	#echoes: TokenBucket;

	constructor(
		limits: Pick<Limits, 'framesPerSecond' | 'bytesPerSecond'>,
		flow: Flow = { largest: 0, held: 0 }
	) {
		const now = performance.now();
		this.flow = flow;
		this.#frames = new TokenBucket(limits.framesPerSecond, now);
		this.#bytes = new TokenBucket(limits.bytesPerSecond, now);
		this.#echoes = new TokenBucket(limits.framesPerSecond * PRESENCE_ECHOES, now);
	}

	/** A message that came in; returns the ms to wait before the next. */
	takeMessage(bytes: number, now: number): number {
		return Math.max(this.#frames.take(1, now), this.#bytes.take(bytes, now));
	}

	takePresence(bytes: number, now: number): number {
		return this.#echoes.take(Math.max(1, bytes / PRESENCE_BYTES), now);
	}

	/** What an answer costs, in bytes read through and sent. */
	takeAnswer(bytes: number, now: number): number {
		return this.#bytes.take(bytes, now);
	}

	/** The ms until nothing is owed any more. */
	debt(now: number): number {
		return Math.max(...[this.#frames, this.#bytes, this.#echoes].map((bucket) => bucket.take(0, now)));
	}

	/** More was taken on credit than all of it: no client that is held up gets there. */
	get exhausted(): boolean {
		return this.#frames.exhausted || this.#bytes.exhausted || this.#echoes.exhausted;
	}
}

/** Stops reading from whoever is over budget, for as long as the debt takes. */
export class Brake {
	#line: Pick<Line, 'pause'>;
	#debt: (now: number) => number;
	#released: () => void;
	#timer: NodeJS.Timeout | null = null;

	/** @param debt ms until nothing is owed @param released called when that time has come */
	constructor(line: Pick<Line, 'pause'>, debt: (now: number) => number, released: () => void) {
		this.#line = line;
		this.#debt = debt;
		this.#released = released;
	}

	get on(): boolean {
		return this.#timer !== null;
	}

	hold(ms: number): void {
		if (ms === 0 || this.#timer) return;
		this.#line.pause();
		this.#wait(ms);
	}

	#wait(ms: number): void {
		this.#timer = setTimeout(() => {
			this.#timer = null;
			const still = this.#debt(performance.now());
			if (still > 0) this.#wait(still);
			else this.#released();
		}, ms);
	}

	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
