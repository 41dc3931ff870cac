import { readPlan } from '#lib/doc/plan-document.ts';
import { boardOf, type Board } from '#lib/domain/schedule/columns.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import type { LivePlan } from './plan.svelte.ts';

/**
 * The whole plan, and its board reckoned at once, for pages that are about all of it at a time (hours, reports). Both
 * are made anew when anything in the plan changes: the board page itself follows row by row instead.
 */
export class Planned {
	readonly #live: LivePlan;

	constructor(live: LivePlan) {
		this.#live = live;
	}

	/** null while the plan hasn't arrived on this device */
	readonly plan = $derived.by((): Plan | null => {
		for (const table of Object.values(this.#live.tables)) table.rows();
		return readPlan(this.#live.document);
	});

	/** null while the plan hasn't arrived on this device */
	readonly board = $derived.by((): Board | null => this.plan && boardOf(this.plan));
}
