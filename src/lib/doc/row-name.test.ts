import { expect, test } from 'vitest';
import { rowName } from './row-name.ts';

const plan = {
	scenes: { s: { number: '34-1', synopsis: 'Gu waits' } },
	strips: { t: { sceneId: 's' }, banner: { sceneId: null, title: 'Lunch' }, lost: { sceneId: 'gone' } },
	episodes: { e: { number: 12, title: '' } },
	people: { p: { name: 'Liu Min' } },
	meta: { format: 1 }
};

test('a strip is called by its scene’s number, an episode by its own, a person by the name', () => {
	expect(rowName(plan, 'strips', 't')).toBe('34-1');
	expect(rowName(plan, 'scenes', 's')).toBe('34-1');
	expect(rowName(plan, 'strips', 'banner')).toBe('Lunch');
	expect(rowName(plan, 'episodes', 'e')).toBe('12');
	expect(rowName(plan, 'people', 'p')).toBe('Liu Min');
});

test('what isn’t there, or has no name, is called nothing', () => {
	for (const [root, id] of [
		['strips', 'lost'],
		['nowhere', 'x'],
		['people', 'x'],
		['meta', 'format']
	] as const) {
		expect(rowName(plan, root, id)).toBeNull();
	}
});
