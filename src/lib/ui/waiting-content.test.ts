import { expect, test } from 'vitest';
import { contentOf } from './waiting-content.ts';

test('a refused change shows what was written, not only that something was', () => {
	expect(contentOf([{ field: 'synopsis', value: 'At the pier, rain' }])).toEqual([
		'synopsis: At the pier, rain'
	]);
	expect(contentOf([{ field: 'eighths', value: 9 }])).toEqual(['eighths: 9']);
});

test('a row that was added shows each thing said of it', () => {
	const value = {
		number: '34-1',
		synopsis: 'Gu waits',
		notes: '',
		order: 'a0',
		setId: 'x',
		archivedAt: null
	};
	expect(contentOf([{ field: null, value }])).toEqual(['number: 34-1', 'synopsis: Gu waits']);
});

test('what only places a thing, and what was taken away, has no words', () => {
	expect(contentOf([{ field: 'place', value: { dayId: 'd', order: 'a1' } }])).toEqual([]);
	expect(contentOf([{ field: null, value: undefined }])).toEqual([]);
});

test('a long text is shown in part: the export has all of it', () => {
	const [line] = contentOf([{ field: 'notes', value: 'x'.repeat(1_000) }]);
	expect(line).toBe(`notes: ${'x'.repeat(300)}…`);
});
