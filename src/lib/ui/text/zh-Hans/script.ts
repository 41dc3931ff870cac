import type { script as en } from '../en/script.ts';

export const script = {} satisfies typeof en;
