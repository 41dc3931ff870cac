import { changeRow } from '#lib/doc/commands/change-row.ts';
import { addCharacter, addPerson, removePerson } from '#lib/doc/commands/people.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import { register } from '#lib/live/registrations.svelte.ts';
import { session } from '#lib/live/session.svelte.ts';
import type { PeopleActions } from '#lib/ui/people/people.ts';

/** What the people page does to the plan, each one step of undo. */
export function peopleActions(live: LivePlan, production: string): PeopleActions {
	const plan = live.document;
	return {
		addPerson: (values) => {
			const id = addPerson(plan, values);
			// The person's own documents exist on the server only once it has heard of the person.
			const user = session.user;
			if (user) void register(user.id, { kind: 'people', id: production, personIds: [id] });
		},
		changePerson: (id, change) => void changeRow(plan, 'people', id, change),
		removePerson: (id) => void removePerson(plan, id, Date.now()),
		addCharacter: (values) => void addCharacter(plan, values),
		changeCharacter: (id, change) => void changeRow(plan, 'characters', id, change)
	};
}
