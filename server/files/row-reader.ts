/** The rows of production files, read and checked in a thread. */
import { askThread } from '../jobs/ask-thread.ts';
import type { KeptRow } from '../store/log-store.ts';
import { FileError, type FileFault } from './file-error.ts';

export type CheckedRow = {
	readonly kept: KeptRow;
	/** client ids that appear in it for the first time */
	readonly clients: readonly number[];
	/** users who are said to have written something in it */
	readonly wrote: readonly string[];
};

export type RowQuestion = {
	readonly file: number;
	readonly ask:
		| {
				readonly kind: 'rows';
				readonly production: string;
				/** which row of the record the first line has to be, from 1 */
				readonly first: number;
				readonly lines: readonly Buffer[];
		  }
		| { readonly kind: 'end' | 'forget' };
};
export type RowAnswer =
	| { readonly ok: true; readonly rows: readonly CheckedRow[] }
	| { readonly ok: false; readonly fault: FileFault; readonly message: string; readonly row: number | null };

/** One file as its rows are read, in order and from the first on. */
export type FileRows = {
	/** @throws FileError naming the first row that the wire wouldn't have taken */
	read(first: number, lines: readonly Buffer[]): Promise<readonly CheckedRow[]>;
	/** @throws FileError when a row still refers to what never came */
	end(): Promise<void>;
	/** Lets go of what was remembered of the rows. */
	forget(): void;
};
export type RowReader = {
	/** @param production whose rows they have to be */
	open(production: string): FileRows;
	close(): Promise<void>;
};

export function startRowReader(): RowReader {
	const thread = askThread<RowQuestion, RowAnswer>(
		new URL('./row-worker.ts', import.meta.url),
		'reading rows'
	);
	let last = 0;
	return {
		open(production) {
			const file = ++last;
			const asked = async (ask: RowQuestion['ask']): Promise<readonly CheckedRow[]> => {
				const answer = await thread.ask({ file, ask });
				if (!answer.ok) throw new FileError(answer.fault, answer.message, answer.row);
				return answer.rows;
			};
			let begun = false;
			return {
				read(first, lines) {
					begun = true;
					return asked({ kind: 'rows', production, first, lines });
				},
				async end() {
					if (begun) await asked({ kind: 'end' });
				},
				forget() {
					// Where the thread is gone, so is what it remembered.
					if (begun) asked({ kind: 'forget' }).catch(() => {});
				}
			};
		},
		close: thread.close
	};
}
