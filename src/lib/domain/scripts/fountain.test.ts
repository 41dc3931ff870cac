import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFountain } from './fountain.ts';
import type { ReadScene, WarningCode } from './types.ts';

const fixture = (name: string) =>
	readFileSync(new URL(`../../../../tests/fixtures/scripts/${name}`, import.meta.url), 'utf8');
const scenes = (text: string) => readFountain(text).scenes;
const only = (text: string): ReadScene => {
	const all = scenes(text);
	expect(all).toHaveLength(1);
	return all[0] as ReadScene;
};
const codes = (text: string) => readFountain(text).warnings.map(({ code }) => code);
const linesOf = (text: string, code: WarningCode) =>
	readFountain(text)
		.warnings.filter((warning) => warning.code === code)
		.map(({ line }) => line);
const light = (heading: string) => {
	const { intExt, time, timeText, set } = only(heading);
	return [intExt, time, timeText, set];
};

describe('headings', () => {
	test.each([
		['INT. HOUSE - DAY', ['int', 'day', 'DAY', 'HOUSE']],
		['ext house - night', ['ext', 'night', 'night', 'house']],
		['EST. CITY - DAWN', ['ext', 'dawn', 'DAWN', 'CITY']],
		['INT./EXT. CAR - DUSK', ['int-ext', 'dusk', 'DUSK', 'CAR']],
		['INT/EXT CAR - DAY', ['int-ext', 'day', 'DAY', 'CAR']],
		['EXT/INT. CAR - DAY', ['int-ext', 'day', 'DAY', 'CAR']],
		['EXT./INT. CAR - DAY', ['int-ext', 'day', 'DAY', 'CAR']],
		['I/E CAR - DAY', ['int-ext', 'day', 'DAY', 'CAR']],
		['E/I. CAR - DAY', ['int-ext', 'day', 'DAY', 'CAR']],
		['INT. COFFEE SHOP - BACK ROOM - DAY', ['int', 'day', 'DAY', 'COFFEE SHOP - BACK ROOM']],
		['INT. HOUSE – KITCHEN — EVENING', ['int', 'night', 'EVENING', 'HOUSE - KITCHEN']],
		['INT. X-RAY ROOM - MORNING', ['int', 'day', 'MORNING', 'X-RAY ROOM']],
		['EXT. SEA - MAGIC HOUR', ['ext', 'dusk', 'MAGIC HOUR', 'SEA']],
		['EXT. SEA - SUNRISE', ['ext', 'dawn', 'SUNRISE', 'SEA']],
		['INT. BAR - NIGHT - FLASHBACK', ['int', 'night', 'NIGHT - FLASHBACK', 'BAR']],
		['INT. BAR - NIGHT (FLASHBACK)', ['int', 'night', 'NIGHT (FLASHBACK)', 'BAR']],
		['INT. BAR - LATER THAT NIGHT', ['int', 'night', 'LATER THAT NIGHT', 'BAR']],
		['INT. BAR - NIGHT - CONTINUOUS', ['int', 'night', 'NIGHT - CONTINUOUS', 'BAR']],
		['INT. MIDNIGHT - DAY', ['int', 'day', 'DAY', 'MIDNIGHT']],
		['INT. BAR, NIGHT', ['int', 'night', 'NIGHT', 'BAR']],
		['INT. BAR. NIGHT', ['int', 'night', 'NIGHT', 'BAR']],
		['INT. BAR (NIGHT)', ['int', 'night', 'NIGHT', 'BAR']],
		['INT. 咖啡馆 - 日', ['int', 'day', '日', '咖啡馆']],
		['INT. SCHOOL - DAY CARE', ['int', null, '', 'SCHOOL - DAY CARE']]
	])('%s says inside or outside, when and where', (heading, expected) => {
		expect(light(heading)).toEqual(expected);
	});

	test('a heading forced with a dot becomes a scene', () => {
		expect(only('.SNIPER SCOPE POV')).toMatchObject({ set: 'SNIPER SCOPE POV', intExt: null });
	});
	test('two dots, or a dot and a space, are action', () => {
		expect(scenes('...and then\n\n. nothing')).toEqual([]);
	});
	test('a heading needs an empty line above it; without one it is text, and said', () => {
		const text = 'INT. A - DAY\n\nShe goes in.\nINT. B - DAY\nMore.';
		expect(only(text).text).toContain('INT. B - DAY');
		expect(linesOf(text, 'looks-like-heading')).toEqual([4]);
	});
	test('a heading may stand right under a section, a synopsis, a page break or a boneyard', () => {
		const text =
			'# One\nINT. A - DAY\n= Two\nINT. B - DAY\n===\nINT. C - DAY\n\nx\n\n/* cut\nout */\nINT. D - DAY';
		expect(scenes(text).map(({ set }) => set)).toEqual(['A', 'B', 'C', 'D']);
	});
	test('a number between # signs names the scene and leaves the heading', () => {
		expect(only('INT. HOUSE - DAY #12A#')).toMatchObject({
			number: '12A',
			numberGiven: true,
			heading: 'INT. HOUSE - DAY'
		});
		expect(only('INT. HOUSE - DAY #34-1#').number).toBe('34-1');
		expect(only('INT. HOUSE - DAY ＃１２＃').number).toBe('12');
	});
	test('numbers on both sides, as a PDF has them, are one number', () => {
		expect(only('12A INT. HOUSE - DAY 12A')).toMatchObject({ number: '12A', set: 'HOUSE', time: 'day' });
	});
	test('bold and underlined headings lose their marks', () => {
		expect(only('**INT. _RED_ HOUSE - DAY** #3#')).toMatchObject({
			heading: 'INT. RED HOUSE - DAY',
			number: '3'
		});
	});
	test('a forced action line is never a heading', () => {
		expect(scenes('!INT. HOUSE - DAY')).toEqual([]);
	});
	test('indented headings and names count', () => {
		expect(only('\t  INT. HOUSE - DAY\n\n\t\t\tLIN\n\t\tSit.').cast).toEqual(['LIN']);
	});
	test('an omitted scene keeps its number and has nothing to shoot', () => {
		expect(only('.OMITTED #7#\n\nOld words.')).toMatchObject({ number: '7', omitted: true, eighths: 0 });
		expect(codes('INT. HOUSE - OMITTED #7#')).toEqual([]);
	});
	test('a paragraph that lost its line breaks is no heading', () => {
		expect(scenes(`INT. ${'word '.repeat(100)}`)).toEqual([]);
	});
	test('CONTINUOUS takes the time of the scene before, and says so', () => {
		const text = 'INT. A - NIGHT #1#\n\nINT. B - CONTINUOUS #2#\n\nINT. C - MOMENTS LATER #3#';
		expect(scenes(text).map(({ time }) => time)).toEqual(['night', 'night', 'night']);
		expect(readFountain(text).warnings).toMatchObject([
			{ code: 'time-inherited', line: 3, data: { from: '1' } },
			{ code: 'time-inherited', line: 5, data: { from: '2' } }
		]);
	});
	test('CONTINUOUS in the first scene has nothing to take', () => {
		expect(codes('INT. B - CONTINUOUS')).toEqual(['heading-no-time']);
	});
	test('a time without a dash is read and marked as a guess', () => {
		expect(light('INT. HOUSE NIGHT')).toEqual(['int', 'night', 'NIGHT', 'HOUSE']);
		expect(codes('INT. HOUSE NIGHT')).toEqual(['time-guessed']);
		expect(light('EXT. SEA - CHRISTMAS DAY')).toEqual(['ext', 'day', 'CHRISTMAS DAY', 'SEA']);
	});
	test('a heading without place, light or time says which is missing', () => {
		expect(codes('INT. - DAY')).toEqual(['heading-no-location']);
		expect(codes('EXT. SEA')).toEqual(['heading-no-time']);
		expect(codes('.SEA - DAY')).toEqual(['heading-no-int-ext']);
	});
	test('one set is one set, whatever the case, spaces and kind of dash', () => {
		const script = readFountain('INT. Tea House - Back Room - DAY\n\nINT. TEA  HOUSE – BACK ROOM - NIGHT');
		expect(script.sets).toEqual([{ name: 'Tea House - Back Room', scenes: 2 }]);
	});
});

describe('title page', () => {
	test('values may go on over indented lines', () => {
		expect(readFountain('Title:\n    **BRICK**\n\t_STEEL_\nAuthor: X\n\nINT. A - DAY').title).toBe(
			'BRICK STEEL'
		);
	});
	test('FADE IN: on the first line is no title page', () => {
		const script = readFountain('FADE IN:\nINT. A - DAY\n\nINT. B - DAY');
		expect([script.title, script.scenes.length]).toEqual([null, 2]);
	});
	test('a script may go on right under the title page without an empty line', () => {
		expect(readFountain('Title: X\nINT. A - DAY').scenes).toHaveLength(1);
	});
});

describe('cast', () => {
	const in1 = (body: string) => only(`INT. A - DAY\n\n${body}`).cast;
	test('a line in capitals above a line of text is a character', () => {
		expect(in1('LIN\nSit.')).toEqual(['LIN']);
	});
	test('a line in capitals above an empty line is action', () => {
		expect(in1('THE HOUSE BURNS\n\nSlowly.')).toEqual([]);
	});
	test('(V.O.), (O.S.), (CONT’D) and remarks are not part of a name', () => {
		expect(in1("LIN (V.O.)\nOne.\n\nLIN (CONT'D)\nTwo.\n\nLIN (on the radio) (O.S.)\nThree.")).toEqual([
			'LIN'
		]);
	});
	test('@ makes a name of any line, in any script', () => {
		expect(in1('@McCoy\nHi.\n\n@林晚\n你好。')).toEqual(['McCoy', '林晚']);
	});
	test('a Chinese name above a speech without @ is action, and said once', () => {
		const text = 'INT. 家 - 日\n\n林晚\n你好。\n\n林晚\n再见。';
		expect(only(text).cast).toEqual([]);
		expect(linesOf(text, 'cue-without-at')).toEqual([3]);
	});
	test('dual dialogue belongs to both, and the caret to neither', () => {
		expect(in1('LIN\nYes.\n\nMO ^\nNo.')).toEqual(['LIN', 'MO']);
	});
	test('two names over one speech are two people', () => {
		expect(in1('LIN & MO\nStop!')).toEqual(['LIN', 'MO']);
	});
	test('CUT TO: is never a character; with text below it, that is said', () => {
		const text = 'INT. A - DAY\n\nCUT TO:\nA dog.';
		expect(only(text).cast).toEqual([]);
		expect(linesOf(text, 'cue-maybe-transition')).toEqual([3]);
	});
	test('capitals that may be no name are flagged', () => {
		const text = 'INT. A - DAY\n\nBANG!\nThe door.\n\nINSERT - LETTER\nBlank.';
		expect(readFountain(text).warnings).toMatchObject([
			{ code: 'cue-maybe-action', line: 3, data: { readAs: 'character' } },
			{ code: 'cue-maybe-action', line: 6, data: { readAs: 'action' } }
		]);
	});
	test('two spaces hold a speech open, an empty line ends it', () => {
		expect(in1('LIN\nOne.\n  \nMO\n\nHELLO\n')).toEqual(['LIN']);
	});
	test('lines are counted in speeches, and scenes once each', () => {
		expect(
			readFountain('INT. A - DAY\n\nLIN\nOne.\n\nLIN\nTwo.\n\nINT. B - DAY\n\nLIN\nThree.').cast
		).toEqual([{ name: 'LIN', scenes: 2, lines: 3 }]);
	});
});

describe('sections, synopses, notes and boneyard', () => {
	test.each([
		['# Episode 3', 3, ''],
		['## EP 3: The Slap', 3, 'The Slap'],
		['### Ep. 03 - The Slap', 3, 'The Slap'],
		['# E12', 12, ''],
		['# EPISODE THREE', 3, ''],
		['# 第3集 耳光', 3, '耳光'],
		['# 第十二集', 12, ''],
		['# 第一百零二集：完美！', 102, '完美！'],
		['# **第３集《归来》**', 3, '归来']
	])('%s is an episode', (section, number, title) => {
		const script = readFountain(`${section}\n\nINT. A - DAY`);
		expect(script.episodes).toMatchObject([{ number, title, line: 1 }]);
		expect(script.scenes[0]?.episode).toBe(number);
	});
	test('other sections are not episodes', () => {
		expect(readFountain('# ACT ONE\n\n## The plan\n\n# Epilogue\n\nINT. A - DAY').episodes).toEqual([]);
	});
	test('an episode without # is read and flagged; inside a sentence it is text', () => {
		expect(codes('EPISODE 3\n\nINT. A - DAY')).toEqual(['episode-unmarked']);
		expect(readFountain('Episode 3 was better.\n\nINT. A - DAY').episodes).toEqual([]);
	});
	test('an episode that comes twice is one episode, and said', () => {
		const script = readFountain('# Episode 1\n\nINT. A - DAY\n\n# Episode 1\n\nINT. B - DAY');
		expect(script.episodes).toHaveLength(1);
		expect(script.warnings).toMatchObject([{ code: 'episode-repeated', line: 5 }]);
	});
	test('an episode without scenes is kept and said', () => {
		expect(codes('# Episode 1\n\n# Episode 2\n\nINT. A - DAY')).toEqual(['episode-empty']);
	});
	test('text before the first scene, and between an episode and its first scene, is said by line', () => {
		const script = readFountain('Prologue.\n\nINT. A - DAY\n\n# Episode 2\n\nRecap.\nMore.\n\nINT. B - DAY');
		expect(script.scenes[0]?.text).toBe('');
		expect(script.warnings).toMatchObject([
			{ code: 'text-before-first-scene', line: 1, data: { lines: 1 } },
			{ code: 'scene-without-episode', line: 3 },
			{ code: 'text-outside-scene', line: 7, data: { lines: 2 } }
		]);
	});
	test('a synopsis belongs to its scene, or to the episode it stands under', () => {
		const script = readFountain('# Episode 1\n= All is lost.\n\nINT. A - DAY\n= She leaves.\n= He stays.');
		expect([script.episodes[0]?.synopsis, script.scenes[0]?.synopsis]).toEqual([
			'All is lost.',
			'She leaves. He stays.'
		]);
	});
	test('without a synopsis it stays empty, and the first sentence is offered beside it', () => {
		expect(only('INT. A - DAY\n\nLin waits. Then she goes.')).toMatchObject({
			synopsis: '',
			firstLine: 'Lin waits.'
		});
	});
	test('a note over several lines goes to its scene and leaves the text', () => {
		const scene = only('INT. A - DAY\n\nLin [[find a\nkettle]] waits.');
		expect([scene.notes, scene.text]).toEqual([['find a kettle'], 'Lin\nwaits.']);
	});
	test('a boneyard over several scenes is gone, and line numbers stay true', () => {
		const script = readFountain('INT. A - DAY\n\n/*\nINT. B - DAY\n\nx\n*/\n\nINT. C - DAY');
		expect(script.scenes.map(({ set, line }) => [set, line])).toEqual([
			['A', 1],
			['C', 9]
		]);
	});
	test('a note or boneyard that is never closed is kept as text, and said', () => {
		const text = 'INT. A - DAY\n\nOne [[two\n\nINT. B - DAY\n\n/* three';
		expect(scenes(text).map(({ text: body }) => body)).toEqual(['One [[two', '/* three']);
		expect(linesOf(text, 'note-unclosed')).toEqual([3]);
		expect(linesOf(text, 'boneyard-unclosed')).toEqual([7]);
	});
	test('a byte-order mark and zero-width marks don’t hide the first heading', () => {
		expect(scenes('\uFEFFINT. A - DAY\r\n\r\n\u200BINT. B - DAY')).toHaveLength(2);
	});
	test('old Mac line ends count as lines', () => {
		expect(scenes('INT. A - DAY\r\rINT. B - DAY').map(({ line }) => line)).toEqual([1, 3]);
	});
});

describe('whole scripts', () => {
	test('Rain Money has 3 episodes, 10 scenes, 4 characters, 7 sets and 2 5/8 pages', () => {
		const script = readFountain(fixture('rain-money.fountain'));
		expect([script.title, script.mode]).toEqual(['RAIN MONEY A Vertical Drama', 'fountain']);
		expect(script.episodes.map(({ title }) => title)).toEqual(['The Slap', 'The Contract', 'Eleven Months']);
		expect(script.scenes.map(({ number }) => number)).toEqual([...'123456789', '10']);
		expect(script.cast.map(({ name, scenes: of }) => [name, of])).toEqual([
			['LIN WAN', 5],
			['MRS. CHEN', 4],
			['CHEN MO', 4],
			['RECEPTIONIST', 1]
		]);
		expect([script.sets.length, script.eighths]).toEqual([7, 21]);
		expect(script.warnings.map(({ code, line }) => [code, line])).toEqual([
			['time-inherited', 42],
			['time-inherited', 100]
		]);
	});
	test('the torture script: each trap ends where it should', () => {
		const script = readFountain(fixture('torture.fountain'));
		expect(script.scenes.map(({ line, number, set }) => [line, number, set])).toEqual([
			[8, '1', 'THE MARKET'],
			[16, '2', 'kitchen'],
			[22, '2 (2)', 'Van'],
			[26, '2A', 'HALLWAY'],
			[30, '12A', 'CITY'],
			[77, '5', ''],
			[79, '6', 'ATTIC'],
			[81, '7', 'ATTIC'],
			[83, '8', 'SEA'],
			[92, '9', 'SEA'],
			[96, '10', ''],
			[100, '11', 'ATTIC'],
			[102, '1-12', 'SHED'],
			[110, '13', 'HOUSE']
		]);
		expect(script.warnings.map(({ line, code }) => [line, code])).toEqual([
			[3, 'text-before-first-scene'],
			[8, 'heading-no-int-ext'],
			[8, 'heading-no-time'],
			[19, 'looks-like-heading'],
			[22, 'number-duplicate'],
			[26, 'number-missing'],
			[26, 'time-inherited'],
			[32, 'cue-maybe-action'],
			[35, 'cue-maybe-transition'],
			[38, 'cue-maybe-action'],
			[53, 'looks-like-heading'],
			[63, 'cue-no-dialogue'],
			[77, 'number-out-of-order'],
			[77, 'heading-no-location'],
			[81, 'time-guessed'],
			[83, 'heading-no-time'],
			[92, 'time-guessed'],
			[94, 'note-unclosed'],
			[98, 'episode-repeated'],
			[102, 'number-out-of-order'],
			[104, 'episode-unmarked'],
			[104, 'episode-empty'],
			[106, 'text-outside-scene'],
			[112, 'boneyard-unclosed']
		]);
	});
});
