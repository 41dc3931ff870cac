import { changeRow } from '#lib/doc/commands/change-row.ts';
import { readPlan } from '#lib/doc/plan-document.ts';
import { todayIn } from '#lib/domain/calendar/zone.ts';
import {
	type DISMISSED,
	startChecklist,
	type StartChecklist,
	type StartItem
} from '#lib/domain/launch/start-checklist.ts';
import type { Gate } from '#lib/domain/launch/records.ts';
import type { LivePlan } from './plan.svelte.ts';

/** The start's checklist of a plan as it stands. Reads every table, so it is made only where somebody looks. */
export class StartListHere {
	readonly #plan: LivePlan;
	/** members as the server said last; null: not known here */
	members = $state<number | null>(null);

	constructor(plan: LivePlan) {
		this.#plan = plan;
	}

	readonly list: StartChecklist | null = $derived.by(() => {
		// reading the live tables makes this run again; the rows themselves come from the document
		for (const table of Object.values(this.#plan.tables)) table.rows();
		return this.now();
	});

	/** The list at this moment: depends on nothing. */
	now(): StartChecklist | null {
		const plan = readPlan(this.#plan.document);
		return plan && startChecklist(plan, { members: this.members, callSheets: null });
	}

	/** The gate whose number has to be there before the first shoot day. */
	get planning(): Gate | null {
		for (const gate of this.#plan.tables.gates.rows().values()) if (gate.kind === 'planning') return gate;
		return null;
	}

	tick(key: StartItem | typeof DISMISSED, done: boolean): void {
		const production = this.#plan.production;
		if (!production) return;
		const rest = production.ticked.filter((one) => one !== key);
		changeRow(this.#plan.document, 'productions', production.id, { ticked: done ? [...rest, key] : rest });
	}

	/** Writes the planning number down: it has come, today unless it came before; emptied, it hasn't. */
	number(number: string, now: number): void {
		const gate = this.planning;
		const production = this.#plan.production;
		if (!gate || !production) return;
		changeRow(this.#plan.document, 'gates', gate.id, {
			number,
			status: number === '' ? 'open' : 'approved',
			decidedOn: number === '' ? null : (gate.decidedOn ?? todayIn(production.zone, now))
		});
	}
}
