import type { Asked, Reckoned, Reckoner, Tried } from '#lib/domain/launch/compression/reckoner.ts';

/** What is asked: to reckon a plan, or what is tried on the plan reckoned last. */
export type ReckoningTask =
	{ readonly kind: 'plan'; readonly asked: Asked } | { readonly kind: 'tried'; readonly tried: Tried };

export type ReckoningAnswer = {
	readonly kind: ReckoningTask['kind'];
	/** null: it can't be reckoned */
	readonly reckoned: Reckoned | null;
};

/** The one answer to a task, in a worker and on the page alike. */
export function answer(reckoner: Reckoner, task: ReckoningTask): ReckoningAnswer {
	try {
		return {
			kind: task.kind,
			reckoned: task.kind === 'plan' ? reckoner.reckon(task.asked) : reckoner.reckonTried(task.tried)
		};
	} catch (error) {
		// A zone or a rule set nobody knows, from a file: the timeline still stands, the hours can't be told.
		if (error instanceof RangeError) return { kind: task.kind, reckoned: null };
		throw error;
	}
}
