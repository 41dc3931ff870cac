import type { CharacterId, PersonId } from '#lib/domain/ids.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import type { characterRecord, personRecord } from '#lib/domain/schedule/records.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/** Adds a person to the plan, playing a character where one is given. The person's own documents are registered apart. */
export function addPerson(
	plan: PlanDocument,
	values: Partial<FieldValues<typeof personRecord>>,
	plays: CharacterId | null = null
): PersonId {
	const id = newId<PersonId>();
	perform(plan, 'add-person', 1, () => {
		plan.tables.people.add(id, values);
		if (plays && plan.tables.characters.get(plays)) plan.tables.characters.set(plays, { personId: id });
	});
	return id;
}

/** Puts a person away; characters that person played are free again. */
export function removePerson(plan: PlanDocument, id: PersonId, now: number): boolean {
	const { people, characters } = plan.tables;
	if (!people.rows().has(id)) return false;
	perform(plan, 'remove-person', 1, () => {
		for (const character of characters.rows().values()) {
			if (character.personId === id) characters.set(character.id, { personId: null });
		}
		people.archive(id, now);
	});
	return true;
}

/** Puts a character away; scenes that name it keep it, so that taking this back brings it back everywhere. */
export function removeCharacter(plan: PlanDocument, id: CharacterId, now: number): boolean {
	if (!plan.tables.characters.rows().has(id)) return false;
	perform(plan, 'remove-character', 1, () => plan.tables.characters.archive(id, now));
	return true;
}

/** Says who plays a character, and that nobody does with null. */
export function castCharacter(plan: PlanDocument, id: CharacterId, personId: PersonId | null): boolean {
	if (!plan.tables.characters.rows().has(id)) return false;
	perform(plan, 'cast-character', 1, () => plan.tables.characters.set(id, { personId }));
	return true;
}

/** Adds a character to the cast, with the next free board number where none is given. */
export function addCharacter(
	plan: PlanDocument,
	values: Partial<FieldValues<typeof characterRecord>>
): CharacterId {
	const id = newId<CharacterId>();
	const numbers = [...plan.tables.characters.rows().values()].map(({ boardNumber }) => boardNumber ?? 0);
	perform(plan, 'add-character', 1, () =>
		plan.tables.characters.add(id, { boardNumber: Math.max(0, ...numbers) + 1, ...values })
	);
	return id;
}
