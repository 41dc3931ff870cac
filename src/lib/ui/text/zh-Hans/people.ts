import type { people as en } from '../en/people.ts';

export const people = {} satisfies typeof en;
