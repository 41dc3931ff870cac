import { describe, expect, test } from 'vitest';
import { eighthsOf, linesWhenSet } from './eighths.ts';
import { readFountain } from './fountain.ts';
import { readNumeral } from './letters.ts';
import { suggestMerges } from './merge.ts';
import { summarise } from './summary.ts';
import { shorten, WARNINGS_PER_CODE } from './warnings.ts';

describe('eighths', () => {
	test.each([
		[0, 1],
		[6, 1],
		[7, 2],
		[13, 2],
		[14, 3],
		[55, 8],
		[56, 9],
		[110, 16]
	])('%i lines are %i eighths', (lines, eighths) => expect(eighthsOf(lines)).toBe(eighths));
	test.each([
		['', 61, 1],
		['a'.repeat(61), 61, 1],
		['a'.repeat(62), 61, 2],
		['one two three', 7, 2],
		['one two three', 8, 2],
		['one  two', 8, 1],
		['你'.repeat(30), 61, 1],
		['你'.repeat(31), 61, 2],
		['你好 world', 9, 2],
		['a'.repeat(350), 35, 10]
	])('%s in %i columns takes %i lines', (text, columns, lines) => {
		expect(linesWhenSet(text, columns)).toBe(lines);
	});
	test('a heading and a line of action are an eighth, a page of action is a page', () => {
		expect(readFountain('INT. A - DAY\n\nShe sits.').eighths).toBe(1);
		const lines = Array.from({ length: 26 }, () => 'She sits.\n').join('\n');
		expect(readFountain(`INT. A - DAY\n\n${lines}`).eighths).toBe(8);
	});
	test('dialogue runs longer than action, because its column is narrower', () => {
		const words = 'word '.repeat(120);
		expect(readFountain(`INT. A - DAY\n\nLIN\n${words}`).eighths).toBeGreaterThan(
			readFountain(`INT. A - DAY\n\n${words}`).eighths
		);
	});
	test('dual dialogue stands side by side, so only the longer speech counts', () => {
		const speech = 'word '.repeat(100);
		const one = readFountain(`INT. A - DAY\n\nLIN\n${speech}`).eighths;
		expect(readFountain(`INT. A - DAY\n\nLIN\n${speech}\n\nMO ^\n${speech}`).eighths).toBe(one);
		expect(readFountain(`INT. A - DAY\n\nLIN\n${speech}\n\nMO\n${speech}`).eighths).toBeGreaterThan(one);
	});
	test('notes, synopses and boneyard take no room', () => {
		const extra = `= ${'s'.repeat(500)}\n\n[[${'n'.repeat(500)}]]\n\n/*${'b'.repeat(500)}*/`;
		expect(readFountain(`INT. A - DAY\n\nShe sits.\n\n${extra}`).eighths).toBe(1);
	});
});

describe('numbers', () => {
	const numbers = (...marks: string[]) =>
		readFountain(marks.map((mark) => `INT. A - DAY ${mark && `#${mark}#`}`).join('\n\n')).scenes.map(
			({ number, numberGiven }) => (numberGiven ? number : `~${number}`)
		);
	test('a script without numbers is numbered by position', () => {
		expect(numbers('', '', '')).toEqual(['~1', '~2', '~3']);
	});
	test('a scene without a number takes a letter behind the one before', () => {
		expect(numbers('1', '', '', '1B', '2', '')).toEqual(['1', '~1A', '~1C', '1B', '2', '~2A']);
		expect(numbers('', '', '5')).toEqual(['~A5', '~B5', '5']);
	});
	test('a number used again takes a count, and every number stays unique', () => {
		expect(numbers('7', '7', '7', '8')).toEqual(['7', '7 (2)', '7 (3)', '8']);
	});
	test('one number twice in a long series doesn’t renumber the series', () => {
		const text =
			'# Episode 1\n\nINT. A - DAY #1#\n\nINT. A - DAY #2#\n\n# Episode 2\n\nINT. A - DAY #2#\n\nINT. A - DAY #3#';
		expect(readFountain(text).scenes.map(({ number }) => number)).toEqual(['1', '2', '2 (2)', '3']);
	});
	test.each([
		['12', 12],
		['十', 10],
		['十二', 12],
		['二十', 20],
		['一百零二', 102],
		['二〇三', 203],
		['两百', 200],
		['壹', 1],
		['', null],
		['日', null]
	])('%s is %s', (text, number) => expect(readNumeral(text)).toBe(number));
});

describe('names that may be one', () => {
	const offered = (...names: string[]) => suggestMerges('character', names).map((one) => one.names);
	test('LIN, LIN WAN and Lin are offered together', () => {
		expect(offered('LIN', 'LIN WAN', 'Lin')).toEqual([['LIN', 'Lin', 'LIN WAN']]);
	});
	test('LIN with two longer names is offered with each, since it can be only one of them', () => {
		expect(offered('LIN', 'LIN WAN', 'LIN MEI')).toEqual([
			['LIN', 'LIN WAN'],
			['LIN', 'LIN MEI']
		]);
	});
	test('GUARD and GUARD 2, LIN and YOUNG LIN are not offered', () => {
		expect(offered('GUARD', 'GUARD 1', 'GUARD 2', 'LIN', 'YOUNG LIN')).toEqual([]);
	});
	test('晚晴 may be 林晚晴; 小林晚 is a child', () => {
		expect(offered('晚晴', '林晚晴')).toEqual([['晚晴', '林晚晴']]);
		expect(offered('林晚', '小林晚')).toEqual([]);
	});
	test('sets that differ by an article or a dot are offered', () => {
		expect(suggestMerges('set', ['THE TEA HOUSE', 'TEA HOUSE', "LIN'S FLAT", 'LINS FLAT'])).toEqual([
			{ kind: 'set', names: ['TEA HOUSE', 'THE TEA HOUSE'], reason: 'part-of' },
			{ kind: 'set', names: ["LIN'S FLAT", 'LINS FLAT'], reason: 'spelling' }
		]);
	});
});

describe('summary', () => {
	test('counts what the preview shows; omitted scenes have no light', () => {
		const script = readFountain(
			'# Episode 1\n\nINT. A - DAY #1#\n\nEXT. B - NIGHT #2#\n\nI/E. C #3#\n\n.OMITTED #4#\n\n.D - DUSK #5#'
		);
		expect(summarise(script)).toEqual({
			episodes: 1,
			scenes: 5,
			omitted: 1,
			cast: 0,
			sets: 4,
			eighths: 4,
			intExt: { int: 1, ext: 1, 'int-ext': 1, unknown: 1 },
			time: { day: 1, night: 1, dawn: 0, dusk: 1, unknown: 1 },
			warnings: { 'heading-no-time': 1, 'heading-no-int-ext': 1 },
			mergeSuggestions: 0
		});
	});
	test('a thousand warnings of one kind are shown to a limit and counted in full', () => {
		const script = readFountain('INT. A\n\n'.repeat(1000));
		expect(script.warnings).toHaveLength(WARNINGS_PER_CODE + 1);
		expect(summarise(script).warnings).toEqual({ 'heading-no-time': 1000 });
	});
	test('a shortened line never ends in half a character', () => {
		expect(shorten('😀'.repeat(100)).isWellFormed()).toBe(true);
	});
});
