/**
 * Tasks that several templates share. Durations are working defaults: planning filing, completion review and
 * platform review from field guide 2.3, the edit from 2.1 — all of them unsourced there, and to be corrected by
 * whoever knows better.
 */
import type { TaskKey, TaskPattern } from './types.ts';

type Given = Pick<TaskPattern, 'owner' | 'days' | 'bad'> &
	Partial<Pick<TaskPattern, 'people' | 'gate' | 'blocks'>>;
type Before = TaskKey | { readonly key: TaskKey; readonly from?: 'start'; readonly lag?: number };

const task =
	(stage: TaskPattern['stage']) =>
	(key: TaskKey, given: Given, ...after: readonly Before[]): TaskPattern => ({
		key,
		stage,
		people: 0,
		...given,
		after: after.map((before) => (typeof before === 'string' ? { key: before } : before))
	});

export const develop = task('development');
export const produce = task('production');
export const circulate = task('circulation');

/** The proposal goes to the platform and to the regulator at the same time, and needs both. */
export const PROPOSAL: readonly TaskPattern[] = [
	develop('proposal', { owner: 'producer', days: 2, bad: 4, people: 2 }),
	develop('company-licence', { owner: 'producer', days: 1, bad: 10 }),
	develop('platform-approval', { owner: 'platform', days: 3, bad: 7 }, 'proposal'),
	develop(
		'planning-number',
		{ owner: 'regulator', days: 10, bad: 20, gate: { kind: 'planning' } },
		'proposal',
		'company-licence'
	)
];

/** An approved proposal still has to pass the platform's own evaluation, which decides money and promotion. */
export const RATING = develop(
	'rating',
	{ owner: 'platform', days: 3, bad: 7, gate: { kind: 'rating' } },
	'platform-approval'
);

/** Cast and places, then the shoot; episodes are cut in blocks while it goes on. */
export const making = (...shootAfter: readonly TaskKey[]): readonly TaskPattern[] => [
	produce('shoot', { owner: 'producer', days: 7, bad: 9 }, 'casting', 'preparation', ...shootAfter),
	produce(
		'edit',
		{ owner: 'producer', days: 3, bad: 5, people: 2, blocks: true },
		{ key: 'shoot', from: 'start', lag: 2 }
	),
	produce('finishing', { owner: 'producer', days: 3, bad: 5, people: 3 }, 'edit', 'shoot')
];

/** Two rounds of the platform's feedback, with the changes it asks for in between. */
export const FEEDBACK: readonly TaskPattern[] = [
	produce(
		'platform-review-1',
		{ owner: 'platform', days: 3, bad: 7, gate: { kind: 'platform-review', round: 1 } },
		'finishing'
	),
	produce('changes-1', { owner: 'producer', days: 2, bad: 4, people: 3 }, 'platform-review-1'),
	produce(
		'platform-review-2',
		{ owner: 'platform', days: 3, bad: 7, gate: { kind: 'platform-review', round: 2 } },
		'changes-1'
	)
];

/** The final review, then the number that has to stand at the head of every episode. */
export const finalReview = (after: TaskKey): readonly TaskPattern[] => [
	produce(
		'completion-review',
		{ owner: 'regulator', days: 10, bad: 22, gate: { kind: 'completion-review' } },
		after
	),
	produce('licence', { owner: 'regulator', days: 2, bad: 5, gate: { kind: 'licence' } }, 'completion-review')
];

export const online = (after: TaskKey): readonly TaskPattern[] => [
	circulate('delivery', { owner: 'producer', days: 1, bad: 2, people: 1 }, after),
	circulate('promotion', { owner: 'platform', days: 2, bad: 4 }, after),
	circulate('launch', { owner: 'platform', days: 1, bad: 1 }, 'delivery', 'promotion')
];
