/** More are waiting than can be served in a time anybody would wait. */
export class BusyError extends Error {}

/** Lets so much work run at once and so much wait its turn, first come, first served; what comes on top is turned away. */
export class Turns {
	#atOnce: number;
	#mostWaiting: number;
	#running = 0;
	#waiting: (() => void)[] = [];

	constructor(atOnce: number, mostWaiting: number) {
		this.#atOnce = atOnce;
		this.#mostWaiting = mostWaiting;
	}

	/** @throws BusyError when too much waits already; what the work throws is passed on */
	async take<T>(work: () => Promise<T>): Promise<T> {
		if (this.#running >= this.#atOnce) {
			if (this.#waiting.length >= this.#mostWaiting) throw new BusyError('too many are waiting');
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		} else this.#running++;
		try {
			return await work();
		} finally {
			// The place goes to the next in line without becoming free: nobody can slip in between.
			const next = this.#waiting.shift();
			if (next) next();
			else this.#running--;
		}
	}
}
