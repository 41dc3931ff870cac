import type { newProduction as en } from '../en/new-production.ts';

export const newProduction = {} satisfies typeof en;
