import { expect, test } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { Person } from '../schedule/records.ts';
import { departmentOf, keepsChoice } from './kept-people.ts';

const person = (id: string, department: Person['department']) => ({ id: id as PersonId, department });
const people = [
	person('head', 'camera'),
	person('grip', 'camera'),
	person('puller', 'camera'),
	person('gaffer', 'lighting')
];

test('a department is everybody who works where its head works', () => {
	expect(departmentOf('head', people)).toEqual(['head', 'grip', 'puller']);
	expect(departmentOf(null, people)).toEqual([]);
});

test('what was given is read back in the producer’s words', () => {
	const choice = (keeps: Parameters<typeof keepsChoice>[0], who: string | null = 'head') =>
		keepsChoice(keeps, who, people).choice;
	expect(choice('none')).toBe('none');
	expect(choice('all')).toBe('all');
	expect(choice(['head', 'grip', 'puller'])).toBe('department');
	expect(choice(['head', 'gaffer'])).toBe('some');
	expect(choice(['grip'], null)).toBe('some');
	expect(choice(['somebody put away'])).toBe('none');
});

test('who joined the department after it was given is named', () => {
	expect(keepsChoice(['head', 'grip'], 'head', people)).toEqual({ choice: 'department', joined: ['puller'] });
});
