/** The thread that writes the log, seen from this one: asked in order, and started again when it dies. */
import { Worker } from 'node:worker_threads';
import { log } from '../log.ts';
import { LogError, type Place } from './log-store.ts';
import type { Answer, Order } from './sqlite-log-worker.ts';

export type Places = readonly (Place | null)[];
type Waiting = { resolve(places: Places): void; reject(error: Error): void };
const STOPPED = 'the log writer has stopped';

/**
 * A thread can die under us (out of memory, a fault in a native module). Whatever it was asked then is answered with
 * an error: whether it is on disk is seen when the document is read again. Another thread takes its place at once; if
 * that can't start either, `running` is false until somebody asks to `start` it.
 */
export class LogWriter {
	readonly #file: string;
	readonly #waiting = new Map<number, Waiting>();
	#worker: Worker | null = null;
	#ready = false;
	#closing = false;
	#lastId = 0;

	/** @param file path of the database, made when missing */
	constructor(file: string) {
		this.#file = file;
	}

	/** Whether a thread is there to write; false: an order would fail. */
	get running(): boolean {
		return this.#worker !== null;
	}

	/** Resolves when a thread has opened the database; does nothing when one is there. */
	async start(): Promise<void> {
		if (this.#worker) return;
		const script = new URL('./sqlite-log-worker.ts', import.meta.url);
		const worker = new Worker(script, { workerData: { file: this.#file }, name: 'log writer' });
		this.#worker = worker;
		this.#ready = false;
		worker.on('message', (answer: Answer) => this.#answered(answer));
		worker.on('error', (error) => log.error('log writer', error));
		worker.on('exit', (code) => this.#ended(worker, code));
		await new Promise<Places>((resolve, reject) => this.#waiting.set(0, { resolve, reject }));
		this.#ready = true;
	}

	/** @throws LogError when the database refuses, or the thread died before it answered */
	ask(order: Order): Promise<Places> {
		const worker = this.#worker;
		if (!worker) return Promise.reject(new LogError(STOPPED));
		return new Promise((resolve, reject) => {
			const id = ++this.#lastId;
			this.#waiting.set(id, { resolve, reject });
			worker.postMessage({ ...order, id });
		});
	}

	/** Carries out what was asked, then ends. */
	async close(): Promise<void> {
		this.#closing = true;
		const worker = this.#worker;
		if (!worker) return;
		await this.ask({ kind: 'close' }).catch(() => {});
		await worker.terminate();
	}

	#answered({ id, places, error }: Answer): void {
		const asker = this.#waiting.get(id);
		this.#waiting.delete(id);
		if (error === undefined) asker?.resolve(places ?? []);
		else asker?.reject(new LogError(error));
	}

	#ended(worker: Worker, code: number): void {
		if (worker !== this.#worker) return;
		const wasReady = this.#ready;
		this.#worker = null;
		for (const { reject } of this.#waiting.values()) reject(new LogError(STOPPED));
		this.#waiting.clear();
		if (this.#closing) return;
		log.error('log writer', new LogError(`${STOPPED} with ${code}`));
		// One that couldn't even open the database would only die again.
		if (wasReady) this.start().catch(() => {});
	}
}
