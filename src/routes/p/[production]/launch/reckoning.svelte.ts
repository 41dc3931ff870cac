import { Reckoner, type Asked, type Reckoned, type Tried } from '#lib/domain/launch/compression/reckoner.ts';
import { answer, type ReckoningAnswer, type ReckoningTask } from './reckoning-task.ts';

/**
 * Compression beside the page: a worker reckons, so that the timeline is drawn and a slider moves meanwhile. One task
 * is under way at a time; of those that wait only the newest plan and the newest try are kept. Where a worker can't
 * be had, the page reckons once it is drawn.
 */
export class Reckoning {
	#now = $state.raw<Reckoned | null>(null);
	#tried = $state.raw<Reckoned | null>(null);
	#failed = $state(false);
	#worker: Worker | null = null;
	#here: Reckoner | null = null;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#busy: ReckoningTask | null = null;
	#plan: ReckoningTask | null = null;
	#try: ReckoningTask | null = null;
	/** what the worker reckoned last, for a page that has to take over */
	#last: ReckoningTask | null = null;
	#wanted: Tried | null = null;

	constructor(
		makeWorker = (): Worker => new Worker(new URL('./reckon.worker.ts', import.meta.url), { type: 'module' })
	) {
		try {
			this.#worker = makeWorker();
			this.#worker.onmessage = ({ data }: MessageEvent<ReckoningAnswer>) => this.#take(data);
			this.#worker.onerror = () => this.#takeOver();
		} catch {
			this.#takeOver();
		}
	}

	/** The plan as it stands; null until it is reckoned. */
	get now(): Reckoned | null {
		return this.#now;
	}
	/** What is tried out; null while nothing is, or it isn't reckoned yet. */
	get tried(): Reckoned | null {
		return this.#tried;
	}
	/** It can't be reckoned: the plan names a zone or rules nobody knows. */
	get failed(): boolean {
		return this.#failed;
	}

	ask(asked: Asked): void {
		this.#plan = { kind: 'plan', asked };
		if (this.#wanted) this.#try = { kind: 'tried', tried: this.#wanted };
		this.#go();
	}
	/** null: nothing is tried out any more */
	try(tried: Tried | null): void {
		this.#wanted = tried;
		this.#try = tried && { kind: 'tried', tried };
		if (!tried) this.#tried = null;
		this.#go();
	}
	stop(): void {
		this.#worker?.terminate();
		this.#worker = null;
		if (this.#timer) clearTimeout(this.#timer);
	}

	#go(): void {
		if (this.#busy || (!this.#worker && !this.#here)) return;
		const next = this.#plan ?? this.#try;
		if (!next) return;
		if (next === this.#plan) this.#plan = null;
		else this.#try = null;
		this.#busy = next;
		if (next.kind === 'plan') this.#last = next;
		if (this.#worker) return this.#worker.postMessage(next);
		this.#timer = setTimeout(() => this.#take(answer(this.#here!, next)));
	}

	#take({ kind, reckoned }: ReckoningAnswer): void {
		this.#busy = null;
		if (kind === 'plan') {
			this.#now = reckoned;
			this.#failed = reckoned === null;
		} else if (this.#wanted) this.#tried = reckoned;
		this.#go();
	}

	#takeOver(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#here = new Reckoner();
		this.#plan ??= this.#last;
		if (this.#wanted) this.#try = { kind: 'tried', tried: this.#wanted };
		this.#busy = null;
		this.#go();
	}
}
