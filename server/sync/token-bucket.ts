/** A budget that refills with time: `rate` a second, at most ten seconds' worth saved up. May run into debt. */
export class TokenBucket {
	#rate: number;
	#tokens: number;
	#at: number;
	readonly size: number;

	/** @param now ms, from any clock that only goes forward */
	constructor(rate: number, now: number, seconds = 10) {
		this.#rate = rate;
		this.size = rate * seconds;
		this.#tokens = this.size;
		this.#at = now;
	}

	/** Takes what something costs and returns the ms to wait before the next; 0 while there is budget. */
	take(cost: number, now: number): number {
		this.#tokens = Math.min(this.size, this.#tokens + ((now - this.#at) / 1000) * this.#rate) - cost;
		this.#at = now;
		return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.#rate) * 1000);
	}

	/** More was taken on credit than the whole budget holds. */
	get exhausted(): boolean {
		return this.#tokens < -this.size;
	}
}

/** Passes values on at a limited rate; of those that come too fast only the latest, when its time has come. */
export class Pace<T> {
	#bucket: TokenBucket;
	#act: (value: T) => void;
	#timer: NodeJS.Timeout | null = null;
	#latest: T | null = null;

	/** @param rate values a second */
	constructor(rate: number, now: number, act: (value: T) => void) {
		this.#bucket = new TokenBucket(rate, now, 1);
		this.#act = act;
	}

	offer(value: T, now: number): void {
		if (this.#timer) {
			this.#latest = value;
			return;
		}
		const wait = this.#bucket.take(1, now);
		if (wait === 0) return this.#act(value);
		this.#latest = value;
		this.#timer = setTimeout(() => {
			this.#timer = null;
			if (this.#latest !== null) this.#act(this.#latest);
		}, wait);
	}

	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#latest = null;
	}
}
