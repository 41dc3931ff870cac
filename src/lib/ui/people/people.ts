import type { Role } from '#lib/domain/people/permissions.ts';
import type { Character, Person } from '#lib/domain/schedule/records.ts';
import type { Outcome } from '../account/outcome.ts';

export type PersonChange = Partial<Omit<Person, 'id' | 'archivedAt'>>;
export type CharacterChange = Partial<Omit<Character, 'id' | 'archivedAt'>>;

/** What can be done to the plan's people; absent for those who only read it. */
export type PeopleActions = {
	addPerson: (values: PersonChange) => void;
	changePerson: (id: Person['id'], change: PersonChange) => void;
	removePerson: (id: Person['id']) => void;
	addCharacter: (values: CharacterChange) => void;
	changeCharacter: (id: Character['id'], change: CharacterChange) => void;
};

/** Somebody who can open this production. */
export type MemberRow = {
	readonly userId: string;
	readonly name: string;
	readonly role: Role;
	readonly personId: string | null;
};

/** An invitation that still works. */
export type OpenInvitation = {
	readonly id: string;
	readonly role: Role;
	readonly personName: string | null;
	readonly uses: number;
	readonly used: number;
	readonly expiresAt: number;
};

export type InviteRequest = {
	readonly role: Role;
	readonly personId: string | null;
	readonly personName: string | null;
	readonly uses: number;
	readonly hours: number;
};
/** A link that was made, shown once; or why not. */
export type InviteOutcome =
	| { readonly ok: true; readonly link: string; readonly expiresAt: number; readonly uses: number }
	| (Outcome & { readonly ok: false });

/** Members and invitations live on the server: each of these asks it. Those a role may not do are absent. */
export type AccessActions = {
	changeRole?: (userId: string, role: Role) => Promise<Outcome>;
	bind?: (userId: string, personId: string | null) => Promise<Outcome>;
	removeMember?: (userId: string) => Promise<Outcome>;
	invite?: (request: InviteRequest) => Promise<InviteOutcome>;
	revoke?: (id: string) => Promise<Outcome>;
};

/** People by department in the given order of departments, by name within one. Empty departments are left out. */
export function byDepartment<D extends string>(
	people: readonly Person[],
	departments: readonly D[],
	locale: string
): readonly { department: D; people: readonly Person[] }[] {
	const compare = new Intl.Collator(locale).compare;
	return departments
		.map((department) => ({
			department,
			people: people
				.filter((person) => person.department === department)
				.sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
		}))
		.filter((group) => group.people.length > 0);
}

/** Characters by board number, those without one last, by name. */
export function byNumber(characters: readonly Character[], locale: string): readonly Character[] {
	const compare = new Intl.Collator(locale).compare;
	return [...characters].sort(
		(a, b) =>
			(a.boardNumber ?? Infinity) - (b.boardNumber ?? Infinity) ||
			compare(a.name, b.name) ||
			(a.id < b.id ? -1 : 1)
	);
}

/** Splits names as people type them: "Lin, 林月、小月". */
export const readNames = (typed: string): readonly string[] => [
	...new Set(
		typed
			.split(/[,\uff0c、;\uff1b\n]/)
			.map((name) => name.trim())
			.filter(Boolean)
	)
];
