/** How long a turn lasts without a touch, and while a day is being typed. */
export const IDLE_MS = 8_000;
export const TYPING_MS = 60_000;
const TICK_MS = 250;

/**
 * Ends a turn that nobody touches: the next person finds the names, not somebody's hours. Counts by the steady clock,
 * so that setting the tablet's time changes nothing. To be made while a component is made.
 */
export class Idle {
	#left = $state(IDLE_MS);
	#touched = performance.now();
	/** a day is being typed */
	typing = $state(false);

	/** @param running whether there is a turn to end  @param onidle called once it is over */
	constructor(running: () => boolean, onidle: () => void) {
		$effect(() => {
			if (!running()) return;
			this.touch();
			const timer = setInterval(() => {
				this.#left = Math.max(0, this.#touched + this.#most - performance.now());
				if (this.#left === 0) onidle();
			}, TICK_MS);
			return () => clearInterval(timer);
		});
	}

	get #most(): number {
		return this.typing ? TYPING_MS : IDLE_MS;
	}

	/** Whole seconds until the names come back. */
	get seconds(): number {
		return Math.ceil(this.#left / 1000);
	}

	/** Somebody is there. */
	touch(): void {
		this.#touched = performance.now();
		this.#left = this.#most;
	}
}
