import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import { marksOf, NO_MARKS } from './marks.ts';

const finding = (rule: string, severity: Finding['severity'], strips: string[]): Finding => ({
	rule,
	severity,
	about: {},
	figures: {},
	strips
});
const say = ({ rule }: Finding): string => rule;

test('a strip carries each sentence about it, and is marked broken when one of them is', () => {
	const marks = marksOf(
		[finding('S10', 'bad', ['a', 'b']), finding('S13', 'warn', ['b', 'c']), finding('S1', 'bad', [])],
		say,
		NO_MARKS
	);
	expect([...marks]).toEqual([
		['a', { bad: true, sentences: ['S10'] }],
		['b', { bad: true, sentences: ['S10', 'S13'] }],
		['c', { bad: false, sentences: ['S13'] }]
	]);
});

test('what says the same stays the same object, so that no strip is drawn again for nothing', () => {
	const before = marksOf([finding('S10', 'bad', ['a', 'b'])], say, NO_MARKS);
	expect(marksOf([finding('S10', 'bad', ['b', 'a'])], say, before)).toBe(before);
	const after = marksOf([finding('S10', 'bad', ['a']), finding('S13', 'warn', ['c'])], say, before);
	expect(after.get('a')).toBe(before.get('a'));
	expect([...after.keys()]).toEqual(['a', 'c']);
});
