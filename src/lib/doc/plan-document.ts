import type * as Y from 'yjs';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import type { Production } from '#lib/domain/schedule/records.ts';
import { openDocument, type Tables, type TypedDocument } from './document.ts';
import { guestSchema } from './schema/guest.ts';
import { planSchema } from './schema/plan.ts';
import { privateSchema } from './schema/private.ts';
import { scriptSchema } from './schema/script.ts';

export type PlanDocument = TypedDocument<typeof planSchema>;
export type PlanTables = Tables<typeof planSchema>;
export type GuestDocument = TypedDocument<typeof guestSchema>;
export type PrivateDocument = TypedDocument<typeof privateSchema>;
export type ScriptDocument = TypedDocument<typeof scriptSchema>;

/** The plan in a document. */
export const openPlan = (doc: Y.Doc): PlanDocument => openDocument(doc, planSchema);

/** The guest document of a production. */
export const openGuest = (doc: Y.Doc): GuestDocument => openDocument(doc, guestSchema);

/** What only producers and planners may know of people and places: phones, birthdays, contacts. */
export const openPrivate = (doc: Y.Doc): PrivateDocument => openDocument(doc, privateSchema);

/** The text of the scenes, as imported. */
export const openScript = (doc: Y.Doc): ScriptDocument => openDocument(doc, scriptSchema);

/** The production's own row; null while the plan hasn't arrived on this device. */
export function productionOf(plan: PlanDocument): Production | null {
	for (const row of plan.tables.productions.rows().values()) return row;
	return null;
}

/** The whole plan as plain values, for the pure rooms; null while it hasn't arrived. */
export function readPlan(plan: PlanDocument): Plan | null {
	const production = productionOf(plan);
	if (!production) return null;
	const { tables } = plan;
	return {
		production,
		episodes: tables.episodes.rows(),
		scenes: tables.scenes.rows(),
		strips: tables.strips.rows(),
		days: tables.days.rows(),
		characters: tables.characters.rows(),
		people: tables.people.rows(),
		sets: tables.sets.rows(),
		locations: tables.locations.rows(),
		gates: tables.gates.rows(),
		requests: tables.requests.rows(),
		requestNotes: tables.requestNotes.rows(),
		elements: tables.elements.rows(),
		availability: tables.availability.rows(),
		tasks: tables.tasks.rows(),
		taskLinks: tables.taskLinks.rows(),
		imports: tables.imports.rows(),
		sceneChanges: tables.sceneChanges.rows(),
		ruleChanges: tables.ruleChanges.rows(),
		delays: tables.delays.rows(),
		extensions: tables.extensions.rows(),
		settlements: tables.settlements.rows()
	};
}
