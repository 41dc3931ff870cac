import type { PersonId } from '#lib/domain/ids.ts';
import { characterOf, CREW_FIELDS } from '#lib/domain/people/match-crew.ts';
import type { ReadPerson } from '#lib/domain/people/read-crew.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument, PrivateDocument } from '../plan-document.ts';
import { writeContact } from './private.ts';

/** One line of a crew list, and whom it is about; null: somebody new. */
export type CrewLine = { readonly read: ReadPerson; readonly personId: PersonId | null };

/** The name of the command in both documents: what is undone in one is undone in the other. */
export const IMPORT_CREW = 'import-crew';

/**
 * Takes over a crew list: new people are added, known ones changed in what the list says of them. One step of undo in
 * the plan, and one in the private document, which holds phones and birthdays.
 * @param beside null for those who may not write it: private details are then left out
 * @returns ids of the people that are new; the server has to hear of them
 */
export function importCrew(
	plan: PlanDocument,
	beside: PrivateDocument | null,
	lines: readonly CrewLine[]
): PersonId[] {
	const { people, characters } = plan.tables;
	const there = lines.filter(({ personId }) => personId === null || people.rows().has(personId));
	if (there.length === 0) return [];
	const added: PersonId[] = [];
	const ids = there.map(({ personId }) => personId ?? newId<PersonId>());
	perform(plan, IMPORT_CREW, there.length, () => {
		there.forEach(({ read, personId }, n) => {
			const id = ids[n] as PersonId;
			const values = Object.fromEntries(
				CREW_FIELDS.filter((field) => read[field] !== undefined).map((field) => [field, read[field]])
			);
			if (personId === null) {
				people.add(id, { name: read.name, ...values });
				added.push(id);
			} else people.set(id, values);
			const plays = characterOf(read, characters.rows().values());
			// A part that somebody else has stays theirs.
			if (plays && characters.get(plays)?.personId === null) characters.set(plays, { personId: id });
		});
	});
	const told = there.flatMap(({ read }, n) =>
		Object.keys(read.contact).length > 0 ? [{ id: ids[n] as PersonId, contact: read.contact }] : []
	);
	if (beside && told.length > 0)
		perform(beside, IMPORT_CREW, told.length, () => {
			for (const { id, contact } of told) writeContact(beside, id, contact);
		});
	return added;
}
