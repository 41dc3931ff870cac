import { expect, test } from 'vitest';
import { documentsOf } from './documents-of.ts';
import { documentAccess, type Member } from './permissions.ts';

const production = 'p'.repeat(22);
const [own, kept, other] = ['a', 'b', 'c'].map((letter) => letter.repeat(22)) as [string, string, string];
const kinds = (member: Member): string[] =>
	documentsOf(production, (kind, person) => documentAccess(member, kind, person), [own, kept, other]).map(
		({ kind, personId }) => (personId ? `${kind} of ${personId[0]}` : kind)
	);

test('a viewer takes along the dates and nothing else', () => {
	expect(kinds({ role: 'viewer', personId: null, keeps: 'none' })).toEqual(['guest']);
});

test('a crew member takes along the plan, the script, what was issued, the talk and own hours', () => {
	expect(kinds({ role: 'crew', personId: own, keeps: 'none' })).toEqual([
		'plan',
		'script',
		'issued',
		'guest',
		'talk',
		'deal of a',
		'hours of a',
		'decisions of a'
	]);
});

test('a planner who keeps hours takes those along and private details, and nobody’s rate', () => {
	expect(kinds({ role: 'planner', personId: own, keeps: [kept] })).toEqual([
		...['plan', 'script', 'issued', 'guest', 'private', 'talk'],
		...['deal of a', 'hours of a', 'decisions of a', 'hours of b', 'decisions of b']
	]);
});

test('a producer takes along everything', () => {
	expect(kinds({ role: 'producer', personId: null, keeps: 'none' })).toHaveLength(7 + 3 * 3);
});
