/** Why a file is not taken as a production. */
export type FileFault =
	/** not a production file at all */
	| 'file-other'
	/** written by a newer Daybreak: it has something in it that this one doesn't know */
	| 'file-newer'
	/** was one, but doesn't hold together any more */
	| 'file-damaged'
	/** says that people of this server wrote something that this server has no record of */
	| 'file-others'
	/** more than this server takes */
	| 'too-large'
	/** this production is on the server already */
	| 'production-exists';

/** A file that can't be taken in; nothing of it was kept. The message says what and where. */
export class FileError extends Error {
	readonly fault: FileFault;
	/** the first row of the record that doesn't fit, counted from 1; null when it is not about a row */
	readonly row: number | null;

	constructor(fault: FileFault, message: string, row: number | null = null) {
		super(message);
		this.fault = fault;
		this.row = row;
	}
}

/** A row, or what stands around the rows, that doesn't hold together. */
export const damaged = (what: string, row: number | null = null): FileError =>
	new FileError('file-damaged', row === null ? what : `Row ${row} of the record ${what}`, row);
