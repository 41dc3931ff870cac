import type { Plan } from '#lib/domain/schedule/plan.ts';
import { perform } from '../command.ts';
import { addRows } from '../add-rows.ts';
import { markFormat } from '../document.ts';
import type { GuestDocument, PlanDocument } from '../plan-document.ts';

/** The parts of a plan to write; what is left out stays empty. */
export type PlanParts = Pick<Plan, 'production'> & Partial<Omit<Plan, 'production'>>;

/**
 * Fills an empty plan: a new production, an import, a demo. One transaction, so that one undo takes it back and
 * nobody ever sees half of it.
 * @throws Error when the plan already has a production
 */
export function writePlan(plan: PlanDocument, parts: PlanParts): void {
	const { tables } = plan;
	if (tables.productions.rows().size > 0) throw new Error('This plan already holds a production.');
	perform(plan, 'write-plan', parts.scenes?.size ?? 0, () => {
		markFormat(plan);
		addRows(tables.productions, [parts.production]);
		addRows(tables.episodes, parts.episodes?.values() ?? []);
		addRows(tables.locations, parts.locations?.values() ?? []);
		addRows(tables.sets, parts.sets?.values() ?? []);
		addRows(tables.people, parts.people?.values() ?? []);
		addRows(tables.characters, parts.characters?.values() ?? []);
		addRows(tables.requests, parts.requests?.values() ?? []);
		addRows(tables.requestNotes, parts.requestNotes?.values() ?? []);
		addRows(tables.gates, parts.gates?.values() ?? []);
		addRows(tables.tasks, parts.tasks?.values() ?? []);
		addRows(tables.taskLinks, parts.taskLinks?.values() ?? []);
		addRows(tables.elements, parts.elements?.values() ?? []);
		addRows(tables.availability, parts.availability?.values() ?? []);
		addRows(tables.imports, parts.imports?.values() ?? []);
		addRows(tables.sceneChanges, parts.sceneChanges?.values() ?? []);
		addRows(tables.ruleChanges, parts.ruleChanges?.values() ?? []);
		addRows(tables.delays, parts.delays?.values() ?? []);
		addRows(tables.extensions, parts.extensions?.values() ?? []);
		addRows(tables.settlements, parts.settlements?.values() ?? []);
		addRows(tables.scenes, parts.scenes?.values() ?? []);
		addRows(tables.days, parts.days?.values() ?? []);
		addRows(tables.strips, parts.strips?.values() ?? []);
	});
}

/** Writes what viewers see of a production: on creation and whenever its title or dates change. */
export function writeGuest(guest: GuestDocument, production: Plan['production']): void {
	const { title, startsOn, shootsOn, launchesOn } = production;
	const values = { title, startsOn, shootsOn, launchesOn };
	perform(guest, 'write-guest', 1, () => {
		markFormat(guest);
		if (guest.tables.productions.get(production.id)) guest.tables.productions.set(production.id, values);
		else guest.tables.productions.add(production.id, values);
	});
}
