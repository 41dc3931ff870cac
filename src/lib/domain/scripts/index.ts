/** The room's door: what other rooms may use. */
export { readScript, BYTES_MOST } from './read-script.ts';
export { readFountain } from './fountain.ts';
export { readFdx } from './fdx.ts';
export { writeFdx, type SceneToWrite, type ScriptToWrite } from './write-fdx.ts';
export { SCENES_MOST } from './reading.ts';
export { summarise, type ScriptSummary } from './summary.ts';
export { setKey } from './finish.ts';
export { readSheet } from './sheet.ts';
export { matchColumns, type ColumnMatch, type SheetMatching } from './sheet-header.ts';
export { SHEET_COLUMNS, type SheetColumn } from './sheet-columns.ts';
export { readCastList, type CastList } from './sheet-cast.ts';
export type { ReadDay } from './sheet-cells.ts';
export type { SkippedRow } from './sheet-rows.ts';
export type { ReadSheet, ReadStrip } from './sheet-types.ts';
export type * from './types.ts';
