import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PersonId } from '#lib/domain/ids.ts';
import type { ReadPerson } from '#lib/domain/people/read-crew.ts';
import { importCrew, IMPORT_CREW } from './commands/import-crew.ts';
import { addCharacter, addPerson } from './commands/people.ts';
import { changeContact } from './commands/private.ts';
import { contactsOf } from './contacts.ts';
import { History } from './history.ts';
import { openPlan, openPrivate } from './plan-document.ts';

const line = (name: string, values: Partial<ReadPerson> = {}, personId: PersonId | null = null) => ({
	read: { row: 2, name, contact: {}, ...values },
	personId
});

test('a list is taken over in one step: people, parts and phones, and one undo brings all of it back', () => {
	const [plan, beside] = [openPlan(new Y.Doc()), openPrivate(new Y.Doc())];
	const wang = addPerson(plan, { name: 'Wang Bo', job: 'Spark' });
	const xu = addCharacter(plan, { name: 'Nurse Xu' });
	const history = new History(plan);
	const besideHistory = new History(beside, ({ name }) => name === IMPORT_CREW);
	const added = importCrew(plan, beside, [
		line('Zhao Lei', { job: 'Gaffer', department: 'lighting', contact: { phone: '1380001' } }),
		line('Feng Qiang', { character: 'Nurse Xu' }),
		line('Wang Bo', { job: 'Best boy', contact: { food: 'no pork' } }, wang),
		line('Somebody gone', {}, 'gone' as PersonId)
	]);
	expect(added).toHaveLength(2);
	expect([...plan.tables.people.rows().values()].map(({ name, job }) => `${name}, ${job}`).sort()).toEqual([
		'Feng Qiang, ',
		'Wang Bo, Best boy',
		'Zhao Lei, Gaffer'
	]);
	expect(plan.tables.characters.get(xu)?.personId).toBe(added[1]);
	const contacts = () => contactsOf(beside.tables.contacts.rows().values());
	expect(contacts().get(added[0] as PersonId)?.phone).toBe('1380001');

	// What was written by hand meanwhile is no part of it.
	changeContact(beside, wang, { chat: 'wangbo' });
	expect(history.undo()).toEqual({ name: IMPORT_CREW, count: 3 });
	expect(besideHistory.undo()?.name).toBe(IMPORT_CREW);
	expect([...plan.tables.people.rows().values()].map(({ job }) => job)).toEqual(['Spark']);
	expect(plan.tables.characters.get(xu)?.personId).toBeNull();
	expect(contacts().has(added[0] as PersonId)).toBe(false);
});

test('a part that somebody has stays theirs', () => {
	const plan = openPlan(new Y.Doc());
	const xu = addCharacter(plan, { name: 'Nurse Xu' });
	const first = addPerson(plan, { name: 'Feng Qiang' }, xu);
	importCrew(plan, null, [line('Li Na', { character: 'Nurse Xu' })]);
	expect(plan.tables.characters.get(xu)?.personId).toBe(first);
});
