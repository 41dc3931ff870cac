import { expect, test } from 'vitest';
import { readScript } from '#lib/domain/scripts/index.ts';
import type { ReadScript } from '#lib/domain/scripts/types.ts';
import { joinNames } from './join-names.ts';

function read(text: string): ReadScript {
	const result = readScript(text);
	if (!result.ok) throw new Error(result.reason);
	return result.script;
}
const script = read(
	[
		'INT. VILLA - DAY',
		'LIN YUE\nHello.',
		'INT. VILLA SALON - DAY',
		'LIN YUE\nAgain.',
		'LIN\nWho?',
		'INT. VILLA - NIGHT',
		'LIN\nGone.',
		'LIN YUE\nYes.'
	].join('\n\n')
);

test('two spellings of a character become one, and nobody is twice in a scene', () => {
	const joined = joinNames(script, [{ kind: 'character', names: ['LIN', 'LIN YUE'], reason: 'part-of' }]);
	expect(joined.cast).toEqual([{ name: 'LIN YUE', scenes: 3, lines: 5 }]);
	expect(joined.scenes.map((scene) => scene.cast)).toEqual([['LIN YUE'], ['LIN YUE'], ['LIN YUE']]);
});

test('two spellings of a set become one', () => {
	const joined = joinNames(script, [{ kind: 'set', names: ['VILLA SALON', 'VILLA'], reason: 'part-of' }]);
	expect(joined.sets).toEqual([{ name: 'VILLA', scenes: 3 }]);
	expect(joined.scenes.every((scene) => scene.set === 'VILLA')).toBe(true);
});

test('names that are not in the script change nothing, and what was read stays as it was', () => {
	const before = structuredClone(script);
	expect(joinNames(script, [{ kind: 'character', names: ['A', 'B'], reason: 'spelling' }])).toEqual(before);
	joinNames(script, [{ kind: 'character', names: ['LIN', 'LIN YUE'], reason: 'part-of' }]);
	expect(script).toEqual(before);
});
