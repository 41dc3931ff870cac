import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFountain } from './fountain.ts';
import { readScript } from './read-script.ts';

const MEGA = 1_000_000;
/** Each takes under two seconds on a laptop; a reader that is not linear takes minutes. */
const SECONDS = 10;

/** Inputs that make careless readers slow; every one must stay linear. */
const HOSTILE: Record<string, () => string> = {
	'5 MB of one line': () => 'x'.repeat(5 * MEGA),
	'5 MB of one line of capitals': () => `INT. A - DAY\n\n${'X '.repeat(2.5 * MEGA)}\nx`,
	'5 MB of one heading': () => `INT. ${'A - '.repeat(1.25 * MEGA)}`,
	'5 MB of one forced heading': () => `.${'A'.repeat(5 * MEGA)}`,
	'5 million empty lines': () => `INT. A - DAY\n${'\n'.repeat(5 * MEGA)}x`,
	'5 million lines of carriage returns': () => '\r'.repeat(5 * MEGA),
	'2.5 million lines of two spaces in a speech': () => `INT. A - DAY\n\nLIN\nx\n${'  \n'.repeat(1.6 * MEGA)}`,
	'notes never closed': () => '[['.repeat(2.5 * MEGA),
	'notes never closed on lines': () => '[[ x\n\n'.repeat(0.8 * MEGA),
	'notes closed at the end only': () => `${'[[ '.repeat(1.6 * MEGA)}]]`,
	'boneyards never closed': () => '/*'.repeat(2.5 * MEGA),
	'boneyards on lines never closed': () => '/*\n'.repeat(1.6 * MEGA),
	'a million small notes': () => `INT. A - DAY\n\n${'[[]] '.repeat(MEGA)}`,
	'5 MB of #': () => '#'.repeat(5 * MEGA),
	'thousands of # sections': () => '# \n'.repeat(1.6 * MEGA),
	'a million episodes': () =>
		Array.from({ length: 0.3 * MEGA }, (_, i) => `# Episode ${i % 9999}\n`).join('\n'),
	'5 MB of emphasis': () => `INT. A - DAY\n\n${'*_'.repeat(2.5 * MEGA)}`,
	'headings of dashes': () => `INT. ${'-'.repeat(240)}\n\n`.repeat(20_000),
	'headings of spaces and commas': () => `INT. ${' ,'.repeat(115)}\n\n`.repeat(20_000),
	'headings of # and spaces': () => `INT. ${'# '.repeat(115)}#\n\n`.repeat(20_000),
	'Chinese headings of strokes': () => `1-1 ${'日/'.repeat(110)}x\n`.repeat(20_000),
	'names of brackets': () => `INT. A - DAY\n\n${`${'('.repeat(150)}\nx\n\n`.repeat(30_000)}`,
	'a hundred thousand names': () =>
		`INT. A - DAY\n\n${Array.from({ length: 100_000 }, (_, i) => `LIN N${i.toString(36).toUpperCase()}\nx\n`).join('\n')}`,
	'a hundred thousand listed names': () =>
		`1-1 日 内 家\n${Array.from({ length: 100_000 }, (_, i) => `人物：林${i}`).join('\n')}`,
	'speeches on one line': () => `1-1 日 内 家\n${'林晚：'.repeat(1.6 * MEGA)}`,
	'a title page of one line': () => `Title: ${'x'.repeat(5 * MEGA)}`,
	'a title page of a million lines': () => `Title:\n${'  x\n'.repeat(MEGA)}`,
	'nothing but full-width digits': () => '１－'.repeat(MEGA)
};

describe('hostile files are read in linear time', () => {
	test.each(Object.entries(HOSTILE))('%s', { timeout: 30_000 }, (_name, make) => {
		const text = make();
		const before = performance.now();
		const read = readScript(text);
		expect(performance.now() - before).toBeLessThan(SECONDS * 1000);
		expect(JSON.stringify(read).length).toBeLessThan(text.length * 6 + 100_000);
	});
});

/** Pieces of scripts, put together at random: what no writer would, and every fuzzer does. */
const piece = fc.oneof(
	{ weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
	{
		weight: 12,
		arbitrary: fc.constantFrom(
			...[
				'INT. HOUSE - DAY',
				'ext. sea night #12A#',
				'.FORCED',
				'12 INT. HALL - LATER 12',
				'I/E CAR - SAME #3-1#'
			],
			...[
				'# Episode 2',
				'# 第3集 标题',
				'第四集',
				'第3集第2场 日 内 家',
				'1-1 夜 外 天台',
				'内景 客厅 日',
				'3-1'
			],
			...[
				'人物：林晚、陈默',
				'时间：夜',
				'林晚：你好',
				'△走',
				'@林晚',
				'LIN',
				'LIN WAN (V.O.) ^',
				'CUT TO:',
				'> X <'
			],
			...[
				'[[',
				']]',
				'/*',
				'*/',
				'[[note]]',
				'= synopsis',
				'===',
				'~la',
				'!INT. X',
				'  ',
				'Title: X',
				'    more'
			],
			...['OMITTED #4#', 'a', '**bold**', '\\*', '\0', '\uFEFF', '\uD800', '《题》', '（剧终）']
		)
	}
);
const script = fc
	.array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', ' ', '')), { maxLength: 60 })
	.map((pieces) => pieces.flat().join(''));

describe('any text', () => {
	test('never throws; lines are within the file; eighths add up; numbers are unique', () => {
		fc.assert(
			fc.property(script, (text) => {
				const read = readFountain(text);
				const lines = text.split('\n').length;
				const within = (line: number) => Number.isInteger(line) && line >= 1 && line <= lines;
				expect(read.scenes.every(({ line }) => within(line))).toBe(true);
				expect(read.episodes.every(({ line }) => within(line))).toBe(true);
				expect(read.warnings.every(({ line }) => within(line))).toBe(true);
				expect(read.eighths).toBe(read.scenes.reduce((sum, { eighths }) => sum + eighths, 0));
				expect(read.scenes.every(({ eighths, omitted }) => (omitted ? eighths === 0 : eighths >= 1))).toBe(
					true
				);
				expect(new Set(read.scenes.map(({ number }) => number)).size).toBe(read.scenes.length);
				expect(new Set(read.cast.map(({ name }) => name)).size).toBe(read.cast.length);
				expect(JSON.stringify(read).isWellFormed()).toBe(true);
			}),
			{ numRuns: 3000, seed: 20261101 }
		);
	});
	test('CRLF, CR and LF give the same script', () => {
		fc.assert(
			fc.property(script, (text) => {
				const plain = text.replace(/\r/g, '');
				const read = readFountain(plain);
				expect(readFountain(plain.replaceAll('\n', '\r\n'))).toEqual(read);
				expect(readFountain(plain.replaceAll('\n', '\r'))).toEqual(read);
			}),
			{ numRuns: 500, seed: 20261102 }
		);
	});
	test('any bytes get an answer', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				expect(typeof readScript(bytes).ok).toBe('boolean');
			}),
			{ numRuns: 3000, seed: 20261103 }
		);
	});
	test('a script with bytes cut or changed gets an answer', () => {
		fc.assert(
			fc.property(
				script,
				fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 5 }),
				fc.nat(),
				(text, changes, cut) => {
					const bytes = new TextEncoder().encode(text);
					for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
					expect(typeof readScript(bytes.subarray(0, cut % (bytes.length + 1))).ok).toBe('boolean');
				}
			),
			{ numRuns: 1000, seed: 20261104 }
		);
	});
});
