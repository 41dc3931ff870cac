import type { Boundary } from './boundary.ts';

type Ways = {
	/** this tab sends from here on */
	begin(): void;
	/** another tab took over while this one slept */
	lost(): void;
	/** asks whoever sends whether they are there; `answered` is called when they are */
	ask(): void;
};

/**
 * Which tab of a user sends for a document: the one that holds a Web Lock. The browser gives the lock on when a tab is
 * closed or dies, but not while it is frozen (a phone's tab in the background): a tab that waits asks the holder now
 * and then, and takes the lock from one that doesn't answer. When that one thaws it hears that it lost its turn, closes
 * its socket and queues again. Should both have sent meanwhile, the server takes the same bytes once.
 */
export class SendingTurn {
	readonly #name: string;
	readonly #boundary: Pick<Boundary, 'locks' | 'frozenMs'>;
	readonly #closed: AbortSignal;
	readonly #ways: Ways;
	#unanswered = 0;

	/** @param closed aborts when the document is closed: then the lock is given back */
	constructor(name: string, boundary: Pick<Boundary, 'locks' | 'frozenMs'>, closed: AbortSignal, ways: Ways) {
		this.#name = name;
		this.#boundary = boundary;
		this.#closed = closed;
		this.#ways = ways;
	}

	/** Waits for the turn and keeps it until closed. Where there are no locks every tab sends for itself. */
	async take(): Promise<void> {
		const { locks } = this.#boundary;
		let steal = false;
		while (locks && !this.#closed.aborted) {
			const turn = { holds: false };
			const silence = new AbortController();
			const stop = steal ? (): void => {} : this.#watch(() => silence.abort());
			const ended = (): void => silence.abort();
			this.#closed.addEventListener('abort', ended);
			try {
				await locks.request(this.#name, steal ? { steal } : { signal: silence.signal }, () => {
					stop();
					turn.holds = true;
					return this.#send();
				});
				return;
			} catch {
				steal = !turn.holds && silence.signal.aborted;
				if (turn.holds) this.#ways.lost();
				// A browser that has locks and gives none.
				else if (!steal) break;
			} finally {
				stop();
				this.#closed.removeEventListener('abort', ended);
			}
		}
		await this.#send();
	}

	/** The tab that holds the lock has answered. */
	answered(): void {
		this.#unanswered = 0;
	}

	async #send(): Promise<void> {
		// Closed meanwhile: an abort that has been is not heard again, and the lock would be held for ever.
		if (this.#closed.aborted) return;
		this.#ways.begin();
		await new Promise((resolve) => this.#closed.addEventListener('abort', resolve, { once: true }));
	}

	/** Asks the holder three times within `frozenMs`; calls `frozen` when none of it was answered. */
	#watch(frozen: () => void): () => void {
		this.#unanswered = 0;
		const timer = setInterval(() => {
			if (this.#unanswered >= 3) return frozen();
			this.#unanswered++;
			this.#ways.ask();
		}, this.#boundary.frozenMs / 4);
		return () => clearInterval(timer);
	}
}
