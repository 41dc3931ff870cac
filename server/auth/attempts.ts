/** A try that has begun. It counts until it is undone. */
export type Try = {
	/** It is over and goes on counting. */
	keep(): void;
	/** It worked, or was none: as if it had never been. */
	undo(): void;
};

type Options = {
	/** ms since 1970; tests give their own */
	readonly now?: () => number;
	/** who counts as the same, such as all addresses of a network */
	readonly keyOf?: (who: string) => string;
};

/** Counts tries in a sliding window, per account or address. In memory: a restart forgives. */
export class Attempts {
	#limit: number;
	#windowMs: number;
	#tries = new Map<string, number[]>();
	#underway = new Map<string, number>();
	#now: () => number;
	#keyOf: (who: string) => string;

	constructor(limit: number, windowMs: number, { now = Date.now, keyOf = (who) => who }: Options = {}) {
		this.#limit = limit;
		this.#windowMs = windowMs;
		this.#now = now;
		this.#keyOf = keyOf;
	}

	/** Seconds until another try is allowed; 0 when it is now. */
	wait(who: string): number {
		const recent = this.#recent(this.#keyOf(who));
		const oldest = recent[recent.length - this.#limit];
		return oldest === undefined ? 0 : Math.ceil((oldest + this.#windowMs - this.#now()) / 1000);
	}

	/** Whether what stands in the way are only tries that aren't over: most of them may yet turn out well. */
	isBusy(who: string): boolean {
		const key = this.#keyOf(who);
		const [all, underway] = [this.#recent(key).length, this.#underway.get(key) ?? 0];
		return all >= this.#limit && all - underway < this.#limit;
	}

	/** Counts a try before its outcome is known: of a hundred sent at once all but a few find the count full. */
	begin(who: string): Try {
		const key = this.#keyOf(who);
		const at = this.#now();
		this.#count(key, at);
		this.#underway.set(key, (this.#underway.get(key) ?? 0) + 1);
		const over = (): void => {
			const left = (this.#underway.get(key) ?? 0) - 1;
			if (left > 0) this.#underway.set(key, left);
			else this.#underway.delete(key);
		};
		return {
			keep: over,
			undo: () => {
				over();
				const tries = this.#tries.get(key);
				const place = tries?.lastIndexOf(at) ?? -1;
				if (place >= 0) tries?.splice(place, 1);
			}
		};
	}

	/** Counts one that is over already. */
	add(who: string): void {
		this.#count(this.#keyOf(who), this.#now());
	}

	/** Forgets the tries of one who got in. */
	clear(who: string): void {
		this.#tries.delete(this.#keyOf(who));
	}

	#count(key: string, at: number): void {
		const recent = this.#recent(key);
		recent.push(at);
		this.#tries.set(key, recent);
		if (this.#tries.size > 10_000) this.#sweep();
	}

	#recent(key: string): number[] {
		const since = this.#now() - this.#windowMs;
		return (this.#tries.get(key) ?? []).filter((at) => at > since);
	}

	#sweep(): void {
		for (const key of this.#tries.keys()) if (this.#recent(key).length === 0) this.#tries.delete(key);
	}
}
