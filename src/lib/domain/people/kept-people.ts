import type { Person } from '../schedule/records.ts';
import type { Member } from './permissions.ts';

type Keeps = Member['keeps'];
type Placed = Pick<Person, 'id' | 'department'>;

/** Whose hours a planner keeps, in a producer's words. `some`: people listed that aren't just one department. */
export type KeepsChoice = 'none' | 'department' | 'all' | 'some';

/** Everybody of the department somebody works in, that person among them; nobody for who isn't bound to the plan. */
export function departmentOf(personId: string | null, people: readonly Placed[]): readonly string[] {
	const department = people.find(({ id }) => id === personId)?.department;
	return department === undefined
		? []
		: people.filter((person) => person.department === department).map(({ id }) => id);
}

/**
 * Reads what was given. A department is kept as the people it had then, since rights name people: who joined it later
 * is in `joined`, until a producer gives the department again.
 */
export function keepsChoice(
	keeps: Keeps,
	personId: string | null,
	people: readonly Placed[]
): { readonly choice: KeepsChoice; readonly joined: readonly string[] } {
	if (typeof keeps === 'string') return { choice: keeps, joined: [] };
	// People put away since take nothing from what was given.
	const known = keeps.filter((id) => people.some((person) => person.id === id));
	if (known.length === 0) return { choice: 'none', joined: [] };
	const department = departmentOf(personId, people);
	const others = known.filter((id) => !department.includes(id));
	if (others.length > 0 || department.length === 0) return { choice: 'some', joined: [] };
	return { choice: 'department', joined: department.filter((id) => !known.includes(id)) };
}
