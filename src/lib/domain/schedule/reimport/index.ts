/** The door: a script that is read again, compared with a plan and turned into rows. */
export { compareScripts } from './compare.ts';
export { rowsOf, fieldKey, type ImportChoice, type ImportRows } from './rows.ts';
export { effectOf, planWith, type Effect } from './effect.ts';
export { firstTexts } from './first-texts.ts';
export type * from './types.ts';
