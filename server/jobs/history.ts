/** Who changed what in a plan: read from the log of updates, which keeps every one of them with its author. */
import type { DocumentName } from '#lib/domain/people/permissions.ts';
import { askThread } from './ask-thread.ts';

/** One change to one row, as the log tells it. */
export type RowChange = {
	/** when the server received it, milliseconds since 1970; work done offline arrives later than it was done */
	readonly at: number;
	/** a user id; `server` for what a demo began with */
	readonly user: string;
	/** `made`: the row came to be; `set`: one field; `away`, `back`: put away and taken back */
	readonly kind: 'made' | 'set' | 'away' | 'back';
	/** the field that was set; of a set of ids, the field it belongs to */
	readonly field?: string;
	/** values before and after; for a set of ids those taken out and put in. Long text is cut. */
	readonly before?: unknown;
	readonly after?: unknown;
};

export type HistoryQuestion = {
	readonly file: string;
	readonly document: DocumentName;
	readonly table: string;
	readonly row: string;
	/** newest changes wanted */
	readonly most: number;
};

export type RowHistory = {
	/** newest first */
	readonly changes: readonly RowChange[];
	/** older ones were left out */
	readonly more: boolean;
};

export type Historian = {
	/** The history of one row of a document. */
	of(question: Omit<HistoryQuestion, 'file'>): Promise<RowHistory>;
	close(): Promise<void>;
};

/** @param file the log's database; the thread opens it for reading only */
export function startHistorian(file: string): Historian {
	const thread = askThread<HistoryQuestion, RowHistory>(
		new URL('./history-worker.ts', import.meta.url),
		'reading the history'
	);
	return { of: (question) => thread.ask({ ...question, file }), close: thread.close };
}
