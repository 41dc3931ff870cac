import type { ReadScript, SheetMatching } from '#lib/domain/scripts/index.ts';
import type { Source } from './keeping.ts';
import { SourceReader, type Refused, type SheetInHand, type SourceResult } from './read-source.ts';

/** A script up to this length is read at once (20 ms on a laptop); a longer one in a worker. */
const AT_ONCE = 300_000;
/** A workbook unpacks to ten times its size and more. */
const PACKED_AT_ONCE = 40_000;

export type { Refused } from './read-source.ts';
export type ReadingState =
	| { readonly kind: 'none' }
	| { readonly kind: 'reading'; readonly source: Source }
	| {
			readonly kind: 'read';
			readonly source: Source;
			readonly script: ReadScript;
			/** null: no sheet */
			readonly sheet: SheetInHand | null;
	  }
	| { readonly kind: 'refused'; readonly source: Source; readonly why: Refused };

/** What the worker is asked: to read something, or to match the sheet it has in hand another way. */
export type ReadingTask =
	{ readonly source: Source } | { readonly chosen: number; readonly matching: SheetMatching | null };

type Done = (script: ReadScript) => void;

/** The script in hand: being read, read, or refused. Nothing of it is written anywhere. */
export class Reading {
	#state = $state.raw<ReadingState>({ kind: 'none' });
	#worker: Worker | null = null;
	#reader: SourceReader | null = null;
	readonly #makeWorker: () => Worker;

	constructor(
		makeWorker = (): Worker => new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' })
	) {
		this.#makeWorker = makeWorker;
	}

	get state(): ReadingState {
		return this.#state;
	}

	/** Reads a script; one that is being read is dropped. `done` hears of a script that could be read. */
	read(source: Source, done?: Done): void {
		this.stop();
		const here = (): void => {
			this.#end();
			this.#reader = new SourceReader();
			this.#settle(source, this.#reader.read(source), done);
		};
		const packed = typeof source.of !== 'string' && source.of[0] === 0x50;
		if (source.of.length <= (packed ? PACKED_AT_ONCE : AT_ONCE)) return here();
		this.#state = { kind: 'reading', source };
		try {
			this.#worker = this.#makeWorker();
		} catch {
			return here();
		}
		// A worker that can't be loaded (offline, before it was ever fetched) is no reason to refuse a script.
		this.#worker.onerror = here;
		this.#ask({ source }, source, done);
	}

	/** Reads the sheet in hand with other columns, or another sheet of the workbook. `null`: as proposed. */
	match(chosen: number, matching: SheetMatching | null, done?: Done): void {
		const now = this.#state;
		if (now.kind !== 'read' || !now.sheet) return;
		if (this.#reader) this.#settle(now.source, this.#reader.match(chosen, matching), done);
		else this.#ask({ chosen, matching }, now.source, done);
	}

	/** Stops reading, or puts the script away. */
	stop(): void {
		this.#end();
		this.#state = { kind: 'none' };
	}

	#ask(task: ReadingTask, source: Source, done?: Done): void {
		if (!this.#worker) return;
		this.#worker.onmessage = ({ data }: MessageEvent<SourceResult>) => {
			// A sheet stays in the worker's hand: its columns may be matched again.
			if (!data.ok || !data.sheet) this.#end();
			this.#settle(source, data, done);
		};
		this.#worker.postMessage(task);
	}

	#settle(source: Source, result: SourceResult, done?: Done): void {
		if (!result.ok) {
			this.#state = { kind: 'refused', source, why: result };
			return;
		}
		this.#state = { kind: 'read', source, script: result.script, sheet: result.sheet };
		done?.(result.script);
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#reader = null;
	}
}
