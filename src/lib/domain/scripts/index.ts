/** The room's door: what other rooms may use. */
export { readScript, BYTES_MOST } from './read-script.ts';
export { readFountain } from './fountain.ts';
export { readFdx } from './fdx.ts';
export { writeFdx, type SceneToWrite, type ScriptToWrite } from './write-fdx.ts';
export { SCENES_MOST } from './reading.ts';
export { summarise, type ScriptSummary } from './summary.ts';
export { setKey } from './finish.ts';
export type * from './types.ts';
