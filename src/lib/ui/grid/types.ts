/** What a grid is told and what it tells: plain values and callbacks, nothing of what the rows are. */

/** What became of a typed value: the value to store, or why the cell can't take it, in a plain sentence. */
export type Taken =
	{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

export type GridColumn<R> = {
	readonly key: string;
	readonly name: string;
	/** what it means, in a sentence; shown when the header is pointed at */
	readonly about?: string;
	/** pixels */
	readonly width: number;
	/** `long`: several lines while it is edited; `choice`: one of `words`; `check`: yes or no; `figure`: aligned right */
	readonly kind: 'text' | 'long' | 'figure' | 'choice' | 'check';
	/** what stands in the cell */
	readonly show: (row: R) => string;
	/** what is edited and copied, so that `read` takes it back; else as shown */
	readonly write?: (row: R) => string;
	/** reads what was typed or pasted; absent: the cell is reckoned and can't be typed into */
	readonly read?: (typed: string, row: R | null) => Taken;
	/** of a choice, in order, as `read` takes them */
	readonly words?: readonly string[];
	/** sorts by this instead of what is shown; null comes last */
	readonly sort?: (row: R) => number | string | null;
	readonly tone?: (row: R) => 'bad' | 'warn' | 'ok' | 'faint' | null;
	/** has a button that opens all about the row at this column */
	readonly opens?: boolean;
};

/** One cell that gets a value (what `read` answered). */
export type CellChange = { readonly id: string; readonly key: string; readonly value: unknown };

/** A row that a paste needs below the last one: values by column. */
export type NewRow = ReadonlyMap<string, unknown>;

/** How a change came about, for what undo says. */
export type How = 'type' | 'paste' | 'fill' | 'clear' | 'cut';

export type GridActs = {
	/** everything at once: one step of undo */
	readonly change: (changes: readonly CellChange[], added: readonly NewRow[], how: How) => void;
	readonly undo: () => void;
	readonly redo: () => void;
	/** opens all about a row, at a column */
	readonly open: (id: string, key: string) => void;
	/** where the selection is: the rows it covers, the active cell first */
	readonly select?: (ids: readonly string[], key: string) => void;
};

/** Somebody else whose selection is in this row. */
export type PresentInRow = {
	readonly name: string;
	readonly hue: number;
	/** the column, or null for the row as a whole */
	readonly key: string | null;
};

export type Sort = { readonly key: string; readonly down: boolean };

/** A value that wasn't taken. */
export type Refused = {
	/** null for a row that would have been new */
	readonly id: string | null;
	readonly key: string;
	readonly typed: string;
	readonly why: string;
};
