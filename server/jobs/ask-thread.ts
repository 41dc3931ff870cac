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
 * What any answer may take, ms. Whoever may write can make a document that Yjs takes hours to put together; the thread
 * is ended then, and the others' questions go to a new one.
 */
const LONGEST_MS = 60_000;

type Waiting<Question, Value> = {
	readonly question: Question;
	resolve(value: Value): void;
	reject(error: Error): void;
};

/**
 * A thread that is started with the first question and kept; one that died is started again with the next. It answers
 * in the order of the questions.
 * @param script the thread's module; it answers each `Asked` with an `Answered` of the same id
 * @param work what it does, for the words of an error: "folding"
 * @param longestMs what an answer may take, counted from when it is its turn
 */
export function askThread<Question, Value>(
	script: URL,
	work: string,
	longestMs = LONGEST_MS
): Thread<Question, Value> {
	const waiting = new Map<number, Waiting<Question, Value>>();
	let worker: Worker | null = null;
	let lastId = 0;
	let turn: NodeJS.Timeout | null = null;
	const stop = (error: Error): void => {
		worker = null;
		if (turn) clearTimeout(turn);
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	const nextTurn = (): void => {
		if (turn) clearTimeout(turn);
		turn = waiting.size === 0 ? null : setTimeout(giveUp, longestMs).unref();
	};
	const giveUp = (): void => {
		const [stuck] = waiting;
		if (!stuck) return;
		void worker?.terminate();
		waiting.delete(stuck[0]);
		stuck[1].reject(new Error(`${work} took more than ${longestMs / 1000} s`));
		worker = waiting.size === 0 ? null : start();
		for (const [id, { question }] of waiting) worker?.postMessage({ id, question } satisfies Asked<Question>);
		nextTurn();
	};
	const start = (): Worker => {
		const started = new Worker(script);
		started.unref();
		// One that was given up says that it is gone when another has taken its place.
		const gone = (error: Error): void => {
			if (worker === started) stop(error);
		};
		started.on('error', (error) => gone(error instanceof Error ? error : new Error(String(error))));
		started.on('exit', () => gone(new Error(`${work} was stopped`)));
		started.on('message', ({ id, value, error }: Answered<Value>) => {
			const asker = waiting.get(id);
			if (!asker) return;
			waiting.delete(id);
			nextTurn();
			if (value !== undefined) asker.resolve(value);
			else asker.reject(new Error(error ?? `${work} failed`));
		});
		return started;
	};
	return {
		ask: (question) =>
			new Promise((resolve, reject) => {
				worker ??= start();
				const id = ++lastId;
				waiting.set(id, { question, resolve, reject });
				if (waiting.size === 1) nextTurn();
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
