import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText } from './compare-text.ts';

const side = (before: string, after: string, of: 'old' | 'new'): string =>
	diffText(before, after)
		.filter(({ kind }) => kind === 'same' || kind === of)
		.map(({ text }) => text)
		.join('');
const marked = (before: string, after: string): string =>
	diffText(before, after)
		.map(({ kind, text }) => (kind === 'old' ? `[-${text}]` : kind === 'new' ? `[+${text}]` : text))
		.join('');

describe('two texts of a scene beside each other', () => {
	it('give back both to the letter (property)', () => {
		const word = fc.constantFrom('rain ', 'LIN\n', '雨', '。', '\n', 'it’s ', 'coat', '🌧', ' ');
		const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));
		fc.assert(
			fc.property(text, text, (before, after) => {
				expect(side(before, after, 'old')).toBe(before);
				expect(side(before, after, 'new')).toBe(after);
			}),
			{ numRuns: 400 }
		);
	});

	it('mark the words that changed and no more', () => {
		expect(marked('Stop the car.\nNow.', 'Stop the boat.\nNow.')).toBe('Stop the [-car][+boat].\nNow.');
		expect(marked('林晚把戒指收回。', '林晚把戒指扔掉。')).toBe('林晚把戒指[-收回][+扔掉]。');
	});

	it('set one line in the place of another where next to nothing was kept', () => {
		expect(marked('The door opens.', 'Nobody has slept here for a week.')).toBe(
			'[-The door opens.][+Nobody has slept here for a week.]'
		);
	});

	it('come to an end on texts that share nothing', () => {
		const many = (word: string): string => Array.from({ length: 5000 }, (_, i) => `${word}${i}\n`).join('');
		expect(diffText(many('a'), many('b')).length).toBeGreaterThan(0);
	});
});
