/** Counts tries in a sliding window, per account or address. In memory: a restart forgives. */
export class Attempts {
	#limit: number;
	#windowMs: number;
	#tries = new Map<string, number[]>();
	#now: () => number;

	/** @param now ms since 1970; tests give their own */
	constructor(limit: number, windowMs: number, now: () => number = Date.now) {
		this.#limit = limit;
		this.#windowMs = windowMs;
		this.#now = now;
	}

	/** Seconds until another try is allowed; 0 when it is now. */
	wait(who: string): number {
		const recent = this.#recent(who);
		const oldest = recent[recent.length - this.#limit];
		return oldest === undefined ? 0 : Math.ceil((oldest + this.#windowMs - this.#now()) / 1000);
	}

	add(who: string): void {
		const recent = this.#recent(who);
		recent.push(this.#now());
		this.#tries.set(who, recent);
		if (this.#tries.size > 10_000) this.#sweep();
	}

	/** Forgets the tries of one who got in. */
	clear(who: string): void {
		this.#tries.delete(who);
	}

	#recent(who: string): number[] {
		const since = this.#now() - this.#windowMs;
		return (this.#tries.get(who) ?? []).filter((at) => at > since);
	}

	#sweep(): void {
		for (const who of this.#tries.keys()) if (this.#recent(who).length === 0) this.#tries.delete(who);
	}
}
