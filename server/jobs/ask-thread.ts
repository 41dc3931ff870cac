/** Questions to a thread of its own, each with its answer: what takes longer than anybody should wait for a frame. */
import { Worker } from 'node:worker_threads';

/** What a thread is sent, and what it posts back: the value, or why there is none. */
export type Asked<Question> = { id: number; question: Question };
export type Answered<Value> = { id: number; value?: Value; error?: string };

export type Thread<Question, Value> = {
	/** @throws Error when the thread says so, or when it is gone before it answered */
	ask(question: Question): Promise<Value>;
	/** Starts the thread before anybody asks, so that the first answer comes as quickly as the next. */
	warm(): void;
	close(): Promise<void>;
};

/**
 * A thread that is started with the first question and kept; one that died is started again with the next.
 * @param script the thread's module; it answers each `Asked` with an `Answered` of the same id
 * @param work what it does, for the words of an error: "folding"
 */
export function askThread<Question, Value>(script: URL, work: string): Thread<Question, Value> {
	const waiting = new Map<number, { resolve(value: Value): void; reject(error: Error): void }>();
	let worker: Worker | null = null;
	let lastId = 0;
	const stop = (error: Error): void => {
		worker = null;
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	const start = (): Worker => {
		const started = new Worker(script);
		started.unref();
		started.on('error', (error) => stop(error instanceof Error ? error : new Error(String(error))));
		started.on('exit', () => stop(new Error(`${work} was stopped`)));
		started.on('message', ({ id, value, error }: Answered<Value>) => {
			const asker = waiting.get(id);
			waiting.delete(id);
			if (value !== undefined) asker?.resolve(value);
			else asker?.reject(new Error(error ?? `${work} failed`));
		});
		return started;
	};
	return {
		ask: (question) =>
			new Promise((resolve, reject) => {
				worker ??= start();
				const id = ++lastId;
				waiting.set(id, { resolve, reject });
				worker.postMessage({ id, question } satisfies Asked<Question>);
			}),
		warm() {
			worker ??= start();
		},
		async close() {
			await worker?.terminate();
		}
	};
}
