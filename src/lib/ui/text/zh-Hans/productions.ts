import type { productions as en } from '../en/productions.ts';

export const productions = {} satisfies typeof en;
