import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ELEMENT_CATEGORIES } from '../schedule/element-categories.ts';
import { readFdx, readFountain, writeFdx, type SceneToWrite } from './index.ts';
import type { ReadScene, ReadScript } from './types.ts';

const fixture = (name: string): string =>
	readFileSync(new URL(`../../../../tests/fixtures/scripts/${name}`, import.meta.url), 'utf8');

/** Marks that force what a line is anyway, and where spaces stand beside a mark, are no part of what was written. */
const plainMarks = (text: string): string =>
	text
		.split('\n')
		.map((line) =>
			line
				.replace(/^[!@＠]\s*/, '')
				.replace(/^>\s*(.*?)\s*(<?)$/, (_line, words: string, end: string) => (end ? `> ${words} <` : words))
				.replace(/^~\s*/, '~')
				.replace(/\s*\^\s*$/, ' ^')
		)
		.join('\n');
const told = ({ line: _line, numberGiven: _given, text, ...scene }: ReadScene) => ({
	...scene,
	text: plainMarks(text),
	elements: scene.elements.map(({ category, name }) => `${category}: ${name}`).sort()
});
const compared = ({ title, scenes, episodes, cast, sets, notes, eighths }: ReadScript) => ({
	title,
	scenes: scenes.map(told),
	episodes: episodes.map(({ line: _line, ...episode }) => episode),
	cast,
	sets,
	notes,
	eighths
});
const withoutLengths = (xml: string): string => xml.replaceAll(/ Length="[^"]*"/g, '');

describe('the same script as Fountain and as Final Draft gives the same scenes', () => {
	test.each(['rain-money.fountain', 'ti-shen.txt', 'torture.fountain', 'fdx/ti-shen-as-text.txt'])(
		'%s',
		(name) => {
			const script = readFountain(fixture(name));
			const xml = writeFdx(script);
			expect(compared(readFdx(xml))).toEqual(compared(script));
			// Lengths are computed the same way where the file has none.
			expect(compared(readFdx(withoutLengths(xml)))).toEqual(compared(script));
		}
	);
	test('a script typed in both programs', () => {
		expect(compared(readFdx(fixture('fdx/rain-money.fdx')))).toEqual(
			compared(readFountain(fixture('rain-money.fountain')))
		);
	});
	test('and back again: what Final Draft wrote comes out as it came in', () => {
		for (const name of ['final-draft.fdx', 'other-writer.fdx', 'ti-shen.fdx']) {
			const script = readFdx(fixture(`fdx/${name}`));
			expect(compared(readFdx(writeFdx(script))), name).toEqual(compared(script));
		}
	});
	test('100 episodes of four scenes', () => {
		const text = Array.from({ length: 400 }, (_, i) =>
			[
				i % 4 === 0 ? `# Episode ${i / 4 + 1}: Part ${i / 4 + 1}\n\n` : '',
				`${i % 2 ? 'EXT' : 'INT'}. HOUSE ${i % 7} - ${i % 3 ? 'NIGHT' : 'CONTINUOUS'} #${i + 1}#\n\n`,
				`= What scene ${i} is about.\n\nRain & <thunder>. [[Props: tin ${i}]]\n\n`,
				`LIN${i % 5}\n(quietly)\nYou knew *all* along.\n\nCHEN ^\nI did.\n\n`
			].join('')
		).join('');
		const script = readFountain(text);
		expect(script.scenes).toHaveLength(400);
		const xml = writeFdx(script);
		expect(compared(readFdx(withoutLengths(xml)))).toEqual(compared(script));
	});
});

const words = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
	fc.constantFrom(
		'<b>&amp;"\'',
		']]>',
		'<![CDATA[',
		'&#0;',
		'a\u0000b',
		'\uD800',
		'\uFFFE',
		'林晚',
		'1/8',
		'-->',
		' · ',
		'%s',
		'𝒳'
	)
);
/** As it can come back: printable, one space between words. */
const tidy = (text: string): string =>
	text
		.replace(/[\uFEFF\u200B\u2060]/g, '')
		.replace(/[\0-\x1F\x7F\uFFFE\uFFFF]/g, (c) => (c > ' ' && c !== '\x7F' ? '\uFFFD' : ' '))
		.toWellFormed()
		.replace(/\s+/g, ' ')
		.trim();
const some = words.map(tidy).filter(Boolean);
const maybe = fc.option(some, { nil: undefined });
const scene = fc.record({
	intExt: fc.constantFrom('int' as const, 'ext' as const, 'int-ext' as const),
	time: fc.constantFrom('day' as const, 'night' as const, 'dawn' as const, 'dusk' as const),
	set: fc.constantFrom('TEA HOUSE', 'CHEN TOWER - LIFT', '医院走廊', 'A & B <C>'),
	eighths: fc.integer({ min: 1, max: 200 }),
	synopsis: some,
	cast: fc.uniqueArray(some, { selector: (name) => name.toLowerCase(), maxLength: 4 }),
	elements: fc.uniqueArray(fc.record({ category: fc.constantFrom(...ELEMENT_CATEGORIES), name: some }), {
		selector: ({ category, name }) => `${category} ${name.toLowerCase()}`,
		maxLength: 4
	}),
	notes: fc.array(some, { maxLength: 3 }),
	omitted: fc.boolean(),
	scriptPage: maybe,
	scriptDay: maybe,
	unit: maybe,
	comments: maybe
});

describe('what is written is read back', () => {
	test('a thing is tagged where the text names it, and listed below where it does not', () => {
		const elements = [
			{ category: 'props' as const, name: 'Ledger' },
			{ category: 'vehicles' as const, name: 'Car' }
		];
		const scene = {
			number: '1',
			set: 'PIER',
			intExt: 'ext' as const,
			time: 'day' as const,
			eighths: 3,
			elements
		};
		const text = 'The scarred ledger, open.';
		const xml = writeFdx({ title: null, scenes: [{ ...scene, text }] });
		expect(xml).toContain('<Text>The scarred </Text><Text TagNumber="1">ledger</Text><Text>, open.</Text>');
		expect(xml).toContain(
			'<Paragraph Type="General"><Text TagNumber="2">Car</Text><Text> ·</Text></Paragraph>'
		);
		expect(readFdx(xml).scenes[0]).toMatchObject({ elements, text });
	});

	test('scenes of a plan, with nasty words in every field', () => {
		fc.assert(
			fc.property(fc.array(scene, { minLength: 1, maxLength: 6 }), some, (scenes, title) => {
				const numbered: SceneToWrite[] = scenes.map((one, index) => ({ ...one, number: `${index + 1}A` }));
				const read = readFdx(writeFdx({ title, scenes: numbered }));
				expect(read.warnings.filter(({ code }) => code.startsWith('xml'))).toEqual([]);
				expect(read.scenes).toHaveLength(numbered.length);
				for (const [index, wrote] of numbered.entries()) {
					const {
						number,
						intExt,
						time,
						set,
						eighths,
						synopsis,
						notes,
						omitted,
						scriptPage,
						scriptDay,
						unit,
						comments
					} = wrote;
					const back = read.scenes[index] as ReadScene;
					expect(back).toMatchObject({ number, intExt, time, set, synopsis, notes, omitted });
					expect(back.eighths).toBe(omitted ? 0 : eighths);
					expect([back.scriptPage, back.scriptDay, back.unit, back.comments]).toEqual([
						scriptPage,
						scriptDay,
						unit,
						comments
					]);
					expect(back.cast).toEqual(wrote.cast);
					expect(told(back).elements).toEqual(
						wrote.elements?.map(({ category, name }) => `${category}: ${name}`).sort()
					);
					expect(back.text).toBe('');
				}
			}),
			{ numRuns: 300, seed: 20261125 }
		);
	});

	const piece = fc.oneof(
		{ weight: 2, arbitrary: words },
		{
			weight: 9,
			arbitrary: fc.constantFrom(
				...[
					'INT. HOUSE - DAY #1#',
					'EXT. SEA - NIGHT',
					'# Episode 2: The sea',
					'1-1 夜 外 天台',
					'1-2 日 内 家',
					'第2集 海'
				],
				...[
					'人物：林晚、陈默',
					'林晚（笑）：你好',
					'△她走。',
					'@林晚',
					'LIN',
					'LIN WAN (V.O.)',
					'(beat)',
					'CUT TO:',
					'> THE END <'
				],
				...[
					'[[a note]]',
					'= what happens',
					'~la la',
					'!INT. X',
					'Rain **falls** on *tin*.',
					'a_b_c',
					'_under_',
					'',
					'> SLAM TO:'
				]
			)
		}
	);
	const text = fc
		.array(fc.tuple(piece, fc.constantFrom('\n', '\n\n')), { maxLength: 40 })
		.map((pieces) => pieces.flat().join(''));
	test('any script that Fountain gives, written twice, is the same file', () => {
		fc.assert(
			fc.property(text, (source) => {
				const once = readFdx(writeFdx(readFountain(source)));
				const twice = readFdx(writeFdx(once));
				expect(compared(twice)).toEqual(compared(once));
			}),
			{ numRuns: 300, seed: 20261126 }
		);
	});
});
