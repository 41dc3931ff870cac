import type { Person, Production } from '../../schedule/records.ts';
import type { Gate, Task } from '../records.ts';

export type Commission = Production['commission'];

/** What a task has to wait for: another's end, or its start. `lag` is in working days. */
export type After = { readonly key: TaskKey; readonly from?: 'end' | 'start'; readonly lag?: number };

/** Every task a template may have, in the order people read them. Names are in `ui/text` under the same keys. */
export const TASK_KEYS = [
	'proposal',
	'company-licence',
	'platform-approval',
	'rating',
	'contract',
	'financing',
	'writing',
	'script-approval',
	'planning-number',
	'casting',
	'preparation',
	'shoot',
	'edit',
	'finishing',
	'platform-review-1',
	'changes-1',
	'platform-review-2',
	'completion-review',
	'licence',
	'delivery',
	'promotion',
	'launch'
] as const;
export type TaskKey = (typeof TASK_KEYS)[number];

/** One task of a template. Days are working days of its owner: likely, and in a bad case. */
export type TaskPattern = {
	readonly key: TaskKey;
	readonly stage: Task['stage'];
	readonly owner: Task['owner'];
	readonly days: number;
	readonly bad: number;
	readonly people: number;
	readonly after: readonly After[];
	/** the decision it ends in */
	readonly gate?: { readonly kind: Gate['kind']; readonly round?: number };
	/** done in blocks of episodes, one after another, each of these days */
	readonly blocks?: true;
};

/** What a way of commissioning sets when a production begins. All of it can be changed later. */
export type Template = {
	readonly commission: Commission;
	readonly production: Partial<Production>;
	/** what such a series usually is, for a start without a script */
	readonly usual: { readonly episodes: number; readonly seconds: number; readonly shootDays: number };
	/** episodes viewers decide at; paid from the first of them on */
	readonly unlocks: readonly number[];
	/** how most of the crew are paid, where a person's own contract doesn't say */
	readonly contractKind: Person['contractKind'];
	readonly tasks: readonly TaskPattern[];
};
