import { markDays } from '#lib/doc/commands/availability.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import {
	addCharacter,
	addPerson,
	castCharacter,
	removeCharacter,
	removePerson
} from '#lib/doc/commands/people.ts';
import {
	addLocation,
	addSet,
	assignSets,
	mergeSets,
	removeLocation,
	removeSet
} from '#lib/doc/commands/places.ts';
import { importCrew, IMPORT_CREW } from '#lib/doc/commands/import-crew.ts';
import { perform } from '#lib/doc/command.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import { register } from '#lib/live/registrations.svelte.ts';
import { session } from '#lib/live/session.svelte.ts';
import { did } from '#lib/ui/did.ts';
import type { PeopleActions } from '#lib/ui/people/people.ts';
import type { PlaceActions } from '#lib/ui/people/places.ts';
import { text } from '#lib/ui/text/index.svelte.ts';
import { toasts } from '#lib/ui/toast.svelte.ts';
import { followRules } from './person-rules.ts';
import type { PrivateHere } from './private-here.svelte.ts';

/** Tells the server of people that were made here: their own documents exist there only once it has heard of them. */
export function registerPeople(production: string, personIds: readonly PersonId[]): void {
	const user = session.user;
	if (user && personIds.length > 0)
		void register(user.id, { kind: 'people', id: production, personIds: [...personIds] });
}

/** Undo and redo with what they did in words; what stands in the private document goes along. */
export type Steps = { undo: () => void; redo: () => void };

export function stepsOf(live: Pick<LivePlan, 'undo' | 'redo'>, beside: Pick<PrivateHere, 'imports'>): Steps {
	return {
		undo: () => {
			const step = live.undo();
			if (step?.name === IMPORT_CREW) beside.imports?.undo();
			if (step) toasts.say(text.here.undone(did(step.name, step.count)));
		},
		redo: () => {
			const step = live.redo();
			if (step?.name === IMPORT_CREW) beside.imports?.redo();
			if (step) toasts.say(did(step.name, step.count));
		}
	};
}

/** What the people page does to the plan, each one step of undo. */
export function peopleActions(
	live: LivePlan,
	production: string,
	beside: PrivateHere,
	steps: Steps,
	by: () => string
): PeopleActions {
	const plan = live.document;
	const said = (words: string): void => {
		toasts.say(words, { label: text.common.undo, run: steps.undo });
	};
	return {
		addPerson: (values) => {
			const id = addPerson(plan, values);
			registerPeople(production, [id]);
			return id;
		},
		changePerson: (id, change) => void changeRow(plan, 'people', id, change),
		removePerson: (id) => {
			const name = plan.tables.people.get(id)?.name ?? '';
			if (removePerson(plan, id, Date.now())) said(text.people.removed(name));
		},
		followRules: (id, ruleSet) => {
			followRules(live, id, ruleSet, by());
			said(text.ruleSet.kept(1));
		},
		addCharacter: (values) => void addCharacter(plan, values),
		changeCharacter: (id, change) => void changeRow(plan, 'characters', id, change),
		removeCharacter: (id) => {
			const name = plan.tables.characters.get(id)?.name ?? '';
			if (removeCharacter(plan, id, Date.now())) said(text.people.removed(name));
		},
		cast: (id, personId) => void castCharacter(plan, id, personId),
		calendar: (owner) => ({
			mark: (days, paint) => void markDays(plan, owner, days, paint, Date.now()),
			change: (id, values) => void changeRow(plan, 'availability', id, values),
			remove: (id) => {
				if (plan.tables.availability.rows().has(id))
					perform(plan, 'clear-days', 1, () => plan.tables.availability.archive(id, Date.now()));
			}
		}),
		importCrew: (lines) => {
			const added = importCrew(plan, beside.writable?.document ?? null, lines);
			registerPeople(production, added);
			said(text.crewList.taken(lines.length));
		},
		...steps
	};
}

/** What the same page does to places and sets. */
export function placeActions(live: LivePlan, steps: Steps): PlaceActions {
	const plan = live.document;
	const { sets, locations } = plan.tables;
	const said = (words: string): void => {
		toasts.say(words, { label: text.common.undo, run: steps.undo });
	};
	const words = (): typeof text.places => text.places;
	return {
		addLocation: (values) => addLocation(plan, values),
		changeLocation: (id, change) => void changeRow(plan, 'locations', id, change),
		removeLocation: (id) => {
			const name = locations.get(id)?.name ?? '';
			if (removeLocation(plan, id, Date.now())) said(text.people.removed(name));
		},
		addSet: (name) => void addSet(plan, name, null),
		renameSet: (id, name) => void changeRow(plan, 'sets', id, { name }),
		removeSet: (id) => {
			const name = sets.get(id)?.name ?? '';
			if (removeSet(plan, id, Date.now())) said(text.people.removed(name));
		},
		assignSets: (ids, to) => {
			const moved = assignSets(plan, ids, to);
			if (moved > 0)
				said(to === null ? words().movedAway(moved) : words().moved(moved, locations.get(to)?.name ?? ''));
		},
		mergeSets: (stays, goes) => {
			const [kept, gone] = [sets.get(stays)?.name ?? '', sets.get(goes)?.name ?? ''];
			if (mergeSets(plan, stays, goes, Date.now()) !== null) said(words().merged(gone, kept));
		}
	};
}
