import { readScript } from '#lib/domain/scripts/index.ts';
import type { ReadScript, ScriptResult } from '#lib/domain/scripts/types.ts';
import type { Source } from './keeping.ts';

/** A script up to this length is read at once (20 ms on a laptop); a longer one in a worker. */
const AT_ONCE = 300_000;

export type Refused = Extract<ScriptResult, { ok: false }>;
export type ReadingState =
	| { readonly kind: 'none' }
	| { readonly kind: 'reading'; readonly source: Source }
	| { readonly kind: 'read'; readonly source: Source; readonly script: ReadScript }
	| { readonly kind: 'refused'; readonly source: Source; readonly why: Refused };

/** The script in hand: being read, read, or refused. Nothing of it is written anywhere. */
export class Reading {
	#state = $state.raw<ReadingState>({ kind: 'none' });
	#worker: Worker | null = null;
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
	read(source: Source, done?: (script: ReadScript) => void): void {
		this.stop();
		const settle = (result: ScriptResult): void => {
			this.#end();
			if (result.ok) {
				this.#state = { kind: 'read', source, script: result.script };
				done?.(result.script);
			} else this.#state = { kind: 'refused', source, why: result };
		};
		const here = (): void => settle(readScript(source.of, source.name));
		if (source.of.length <= AT_ONCE) return here();
		this.#state = { kind: 'reading', source };
		try {
			this.#worker = this.#makeWorker();
		} catch {
			return here();
		}
		// A worker that can't be loaded (offline, before it was ever fetched) is no reason to refuse a script.
		this.#worker.onerror = here;
		this.#worker.onmessage = ({ data }: MessageEvent<ScriptResult>) => settle(data);
		this.#worker.postMessage(source);
	}

	/** Stops reading, or puts the script away. */
	stop(): void {
		this.#end();
		this.#state = { kind: 'none' };
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = null;
	}
}
