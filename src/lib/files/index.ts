/** The room's door: what other rooms may use. */
export { readTables } from './read-tables.ts';
export { writeCsv } from './write-csv.ts';
export { writeXlsx, type SheetOut } from './write-xlsx.ts';
export type {
	OtherFile,
	Table,
	TableNote,
	TableRefusal,
	TablesRead,
	TablesRefused,
	TablesResult
} from './types.ts';
