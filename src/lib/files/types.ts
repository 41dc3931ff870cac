/** What reading a file of tables answers. Rows and columns are counted from 1, as a spreadsheet shows them. */
import type { Cell } from '#lib/domain/cell.ts';
import type { Encoding } from '#lib/domain/scripts/types.ts';

/** One sheet. Rows are as long as their last cell that holds something. */
export type Table = {
	/** the sheet's name; a CSV's is its file's, without the ending */
	readonly name: string;
	/** put out of sight by whoever saved it */
	readonly hidden: boolean;
	readonly rows: readonly (readonly Cell[])[];
	/**
	 * Formulas whose last value stands in `rows`: values nobody typed. By `row:column`, counted from 1, without the `=`;
	 * empty where it is shared with a cell above. Of more than 50,000 the first.
	 */
	readonly formulas?: ReadonlyMap<string, string>;
};

/** What was read with a guess or not whole; the interface words each. */
export type TableNote = {
	readonly code:
		| 'encoding-guessed'
		| 'text-damaged'
		/** a `"` that no other closes: the rest of the file is one cell */
		| 'quote-unclosed'
		/** cells right of column `limit` were left out */
		| 'columns-cut'
		/** text longer than `limit` characters was cut */
		| 'text-cut';
	readonly sheet?: string;
	readonly row?: number;
	readonly limit?: number;
	readonly encoding?: Encoding;
	readonly count?: number;
};

export type TableRefusal =
	| 'empty'
	| 'too-big'
	/** another kind of file; `looksLike` says which where it is known */
	| 'not-a-table'
	/** cut off or changed on the way; `where` is the part inside it */
	| 'damaged'
	/** protected by a password */
	| 'locked'
	/** an archive that would unpack without bound, or write where it shouldn't */
	| 'unsafe-archive'
	| 'too-many-rows'
	| 'too-many-cells';

/** What a file is instead, known by its bytes, whatever its name says. */
export type OtherFile =
	| 'pdf'
	| 'xls'
	| 'xlsb'
	| 'numbers'
	| 'opendocument'
	| 'word'
	| 'slides'
	| 'archive'
	| 'image'
	| 'rtf'
	| 'html'
	| 'final-draft'
	| 'xml';

export type Separator = ',' | ';' | '\t' | '|';

export type TablesRefused = {
	readonly ok: false;
	readonly reason: TableRefusal;
	/** the sheet, or the part of the archive */
	readonly where?: string;
	readonly looksLike?: OtherFile;
	readonly limit?: number;
};

export type TablesRead = {
	readonly ok: true;
	readonly format: 'csv' | 'xlsx';
	readonly tables: readonly Table[];
	/** of a CSV */
	readonly encoding: Encoding | null;
	readonly separator: Separator | null;
	readonly notes: readonly TableNote[];
};

export type TablesResult = TablesRead | TablesRefused;

/** Why a file isn't read on: thrown inside this room and caught at its door. */
export class Refused extends Error {
	readonly why: TablesRefused;
	constructor(reason: TableRefusal, more: Omit<TablesRefused, 'ok' | 'reason'> = {}) {
		super(reason);
		this.why = { ok: false, reason, ...more };
	}
}
