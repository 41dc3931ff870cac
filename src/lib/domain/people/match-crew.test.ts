import { describe, expect, it } from 'vitest';
import type { CharacterId, PersonId } from '../ids.ts';
import { newRow } from '../schedule/new-rows.ts';
import { characterRecord, personRecord, type Person } from '../schedule/records.ts';
import { changesOf, characterOf, matchCrew, type KnownContact } from './match-crew.ts';
import type { ReadPerson } from './read-crew.ts';

const person = (id: string, name: string, values: Partial<Person> = {}): Person =>
	newRow(personRecord, id as PersonId, { name, ...values });
const line = (name: string, values: Partial<ReadPerson> = {}): ReadPerson => ({
	row: 2,
	name,
	contact: {},
	...values
});
const contact = (phone: string): KnownContact => ({
	phone,
	chat: '',
	email: '',
	birthday: null,
	emergencyName: '',
	emergencyPhone: '',
	food: ''
});
const nobody = () => null;
const kinds = (read: ReadPerson[], people: Person[], contactOf: Parameters<typeof matchCrew>[2] = nobody) =>
	matchCrew(read, people, contactOf).map(({ kind, candidates }) => [kind, ...candidates]);

describe('a list against the people there are', () => {
	it('somebody nobody goes by the name of is new', () => {
		expect(kinds([line('Zhao Lei')], [person('a', 'Li Na')])).toEqual([['new']]);
	});

	it('one and the same name is the same person: an update where the list says something else', () => {
		const there = [person('a', 'Zhao Lei', { job: 'Gaffer' })];
		expect(kinds([line('zhao lei ', { job: 'Gaffer' })], there)).toEqual([['same', 'a']]);
		expect(kinds([line('Zhao Lei', { job: 'Key grip' })], there)).toEqual([['update', 'a']]);
	});

	it('what the list leaves open changes nothing', () => {
		expect(changesOf(line('Zhao Lei'), person('a', 'Zhao Lei', { job: 'Gaffer' }), null)).toEqual({
			fields: [],
			contact: []
		});
	});

	it('the words of a name the other way round, or nearly so written, are offered and not merged', () => {
		const there = [person('a', 'Zhao Lei')];
		for (const name of ['Lei Zhao', 'LEI, ZHAO', 'Zhao-Lei'])
			expect(kinds([line(name)], there)).toEqual([['doubtful', 'a']]);
		expect(kinds([line('王丽丽')], [person('a', '王丽')])).toEqual([['new']]);
	});

	it('the same phone number under another name is offered, with or without its country', () => {
		const there = [person('a', 'Old Wang')];
		expect(
			kinds([line('Wang Bo', { contact: { phone: '13800000001' } })], there, () =>
				contact('+86 138 0000 0001')
			)
		).toEqual([['doubtful', 'a']]);
	});

	it('two people of that name: which of them has to be said', () => {
		expect(kinds([line('Li Na')], [person('a', 'Li Na'), person('b', 'Li Na')])).toEqual([
			['doubtful', 'a', 'b']
		]);
	});

	it('private details count as changes', () => {
		expect(
			kinds([line('Li Na', { contact: { phone: '1380001' } })], [person('a', 'Li Na')], () =>
				contact('1380002')
			)
		).toEqual([['update', 'a']]);
	});

	it('a character is found by number first, else by any of its names', () => {
		const character = (id: string, name: string, boardNumber: number, aliases: string[] = []) =>
			newRow(characterRecord, id as CharacterId, { name, boardNumber, aliases });
		const all = [character('x', 'NURSE XU', 14, ['小徐']), character('y', 'Pan', 17)];
		expect(characterOf(line('A', { character: 'Nurse Xu' }), all)).toBe('x');
		expect(characterOf(line('A', { character: '小徐' }), all)).toBe('x');
		expect(characterOf(line('A', { character: 'Nurse Xu', boardNumber: 17 }), all)).toBe('y');
		expect(characterOf(line('A', { character: 'Nobody' }), all)).toBeNull();
		expect(characterOf(line('A'), all)).toBeNull();
	});
});
