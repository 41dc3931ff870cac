/** What a crew list that was read would do to the people of a plan. */
import type { CharacterId, PersonId } from '../ids.ts';
import type { Character, Person } from '../schedule/records.ts';
import { lettersOf } from '../scripts/letters.ts';
import type { ReadPerson } from './read-crew.ts';

/** What a plan holds of a person that a list may say as well. */
export const CREW_FIELDS = [
	'job',
	'department',
	'contractKind',
	'contractMinutes',
	'contractFrom',
	'contractTo',
	'minor',
	'notes'
] as const satisfies readonly (keyof Person & keyof ReadPerson)[];
export type CrewField = (typeof CREW_FIELDS)[number];

/** A person's private details as far as a list may say them; empty where nothing is known. */
export type KnownContact = Readonly<Record<keyof ReadPerson['contact'], string | null>>;
export type ContactField = keyof ReadPerson['contact'];

export type CrewMatch = {
	readonly read: ReadPerson;
	/**
	 * `new`: nobody goes by this name. `update`: somebody does, and the list says something else of them. `same`: and it
	 * says nothing else. `doubtful`: somebody of nearly the same name, of the same number, or two of that name: a person
	 * has to say.
	 */
	readonly kind: 'new' | 'update' | 'same' | 'doubtful';
	/** who it may be, likeliest first */
	readonly candidates: readonly PersonId[];
};

const folded = (name: string): string => lettersOf(name) || name.trim().toLowerCase();
const digits = (phone: string | null | undefined): string => (phone ?? '').replace(/\D/g, '').slice(-8);

/** Which fields of a person a line of the list would change. */
export function changesOf(
	read: ReadPerson,
	person: Person,
	contact: KnownContact | null
): { readonly fields: readonly CrewField[]; readonly contact: readonly ContactField[] } {
	return {
		fields: CREW_FIELDS.filter((field) => read[field] !== undefined && read[field] !== person[field]),
		contact: (Object.keys(read.contact) as ContactField[]).filter(
			(field) => (contact?.[field] ?? '') !== read.contact[field]
		)
	};
}

/**
 * Compares a list with the people there are. Only one and the same name is taken for the same person; what is merely
 * like it is offered, never merged by itself.
 * @param contactOf private details; null for those who may not see them
 */
export function matchCrew(
	read: readonly ReadPerson[],
	people: Iterable<Person>,
	contactOf: (id: PersonId) => KnownContact | null
): CrewMatch[] {
	const byName = new Map<string, Person[]>();
	const byLetters = new Map<string, Person[]>();
	const byPhone = new Map<string, Person[]>();
	const put = (map: Map<string, Person[]>, key: string, person: Person): void => {
		if (key === '') return;
		const there = map.get(key);
		if (there) there.push(person);
		else map.set(key, [person]);
	};
	for (const person of people) {
		put(byName, person.name.trim().toLowerCase(), person);
		put(byLetters, letterSet(person.name), person);
		const phone = digits(contactOf(person.id)?.phone);
		if (phone.length === 8) put(byPhone, phone, person);
	}
	return read.map((one): CrewMatch => {
		const named = byName.get(one.name.trim().toLowerCase()) ?? [];
		const [only] = named;
		if (only && named.length === 1) {
			const { fields, contact } = changesOf(one, only, contactOf(only.id));
			const isSame = fields.length + contact.length === 0;
			return { read: one, kind: isSame ? 'same' : 'update', candidates: [only.id] };
		}
		const phone = digits(one.contact.phone);
		const near = [
			...named,
			...(byLetters.get(letterSet(one.name)) ?? []),
			...(phone.length === 8 ? (byPhone.get(phone) ?? []) : [])
		];
		const candidates = [...new Set(near.map(({ id }) => id))];
		return { read: one, kind: candidates.length > 0 ? 'doubtful' : 'new', candidates };
	});
}

/** One key for a name however its words are ordered, spaced and punctuated: `Zhao Lei`, `LEI, ZHAO`, `zhao-lei`. */
const letterSet = (name: string): string =>
	name
		.split(/[\s,，.·・-]+/)
		.map(folded)
		.filter(Boolean)
		.sort()
		.join('');

/** The character a line says somebody plays: by number, else by name or other name; null where there is none. */
export function characterOf(read: ReadPerson, characters: Iterable<Character>): CharacterId | null {
	let byName: CharacterId | null = null;
	for (const character of characters) {
		if (read.boardNumber !== undefined && character.boardNumber === read.boardNumber) return character.id;
		const names = [character.name, ...character.aliases].map(folded);
		if (read.character !== undefined && names.includes(folded(read.character))) byName = character.id;
	}
	return byName;
}
