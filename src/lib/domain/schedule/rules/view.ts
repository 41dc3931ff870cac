import type { Finding } from '../../finding.ts';
import type { Board } from '../columns.ts';
import type { Plan } from '../plan.ts';

/** What every rule of the schedule is handed: the plan, and the board reckoned from it. */
export type View = Board & { readonly plan: Plan };

/** A rule: findings about a board, in no order that means anything. */
export type Rule = (view: View) => Finding[];
