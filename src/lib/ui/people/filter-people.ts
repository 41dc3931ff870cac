import type { CastDays } from '#lib/domain/people/cast-days.ts';
import type { Character, Person } from '#lib/domain/schedule/records.ts';

/** What is looked for on the page, and what is known around people to find it in. */
export type PeopleFilter = { readonly search: string; readonly department: Person['department'] | '' };

export const NO_FILTER: PeopleFilter = { search: '', department: '' };
export const isFiltering = ({ search, department }: PeopleFilter): boolean =>
	search.trim() !== '' || department !== '';

/** Folded for looking up: no case, no width, no accents. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Characters by who plays them. */
export function charactersByPerson(
	characters: readonly Character[]
): ReadonlyMap<Person['id'], readonly Character[]> {
	const found = new Map<Person['id'], Character[]>();
	for (const character of characters) {
		if (!character.personId) continue;
		const own = found.get(character.personId);
		if (own) own.push(character);
		else found.set(character.personId, [character]);
	}
	return found;
}

/** People whose name, job or character holds every word that is looked for, or whose board number is it. */
export function filterPeople(
	people: readonly Person[],
	plays: ReadonlyMap<Person['id'], readonly Character[]>,
	{ search, department }: PeopleFilter
): readonly Person[] {
	const words = folded(search).split(/\s+/).filter(Boolean);
	return people.filter((person) => {
		if (department !== '' && person.department !== department) return false;
		if (words.length === 0) return true;
		const characters = plays.get(person.id) ?? [];
		const text = folded([person.name, person.job, ...characters.map(({ name }) => name)].join(' '));
		return words.every(
			(word) => text.includes(word) || characters.some(({ boardNumber }) => String(boardNumber) === word)
		);
	});
}

/** Characters whose name, other name, number or player holds every word that is looked for. */
export function filterCast(
	characters: readonly Character[],
	names: ReadonlyMap<string, string>,
	search: string
): readonly Character[] {
	const words = folded(search).split(/\s+/).filter(Boolean);
	if (words.length === 0) return characters;
	return characters.filter((one) => {
		const text = folded([one.name, ...one.aliases, names.get(one.personId ?? '') ?? ''].join(' '));
		return words.every((word) => text.includes(word) || String(one.boardNumber) === word);
	});
}

/** The days one of the cast is called, over all characters played. */
export function daysOfPerson(
	characters: readonly Character[],
	days: ReadonlyMap<Character['id'], CastDays>
): number {
	return Math.max(0, ...characters.map(({ id }) => days.get(id)?.days ?? 0));
}
