import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCategory } from './fdx-categories.ts';
import { readColour, readLength, writeLength } from './fdx-length.ts';
import { readFdx, readFountain, readScript } from './index.ts';
import type { ReadScene, ReadScript } from './types.ts';

const fixture = (name: string): string =>
	readFileSync(new URL(`../../../../tests/fixtures/scripts/${name}`, import.meta.url), 'utf8');
const codes = ({ warnings }: ReadScript): string[] => warnings.map(({ code, line }) => `${code} ${line}`);
/** A file with these paragraphs, and what stands behind them. */
const fdx = (content: string, behind = ''): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<FinalDraft DocumentType="Script" Version="5">\n<Content>\n${content}\n</Content>\n${behind}</FinalDraft>`;
const p = (type: string, text: string, more = ''): string =>
	`<Paragraph Type="${type}"${more}><Text>${text}</Text></Paragraph>`;
const heading = (text: string, number = ''): string =>
	p('Scene Heading', text, number && ` Number="${number}"`);
const only = (content: string, behind = ''): ReadScene => {
	const { scenes } = readFdx(fdx(content, behind));
	expect(scenes).toHaveLength(1);
	return scenes[0] as ReadScene;
};

describe('a file of Final Draft', () => {
	const script = readFdx(fixture('fdx/final-draft.fdx'));
	const [ledger, alley, ferry, lift] = script.scenes as [ReadScene, ReadScene, ReadScene, ReadScene];

	test('gives title, episodes and every scene with its number, letters too', () => {
		expect(script.title).toBe('RAIN MONEY');
		expect(script.format).toBe('final-draft');
		expect(script.episodes.map(({ number, title }) => [number, title])).toEqual([
			[1, 'The Slap'],
			[2, '']
		]);
		expect(script.scenes.map(({ number, episode }) => [number, episode])).toEqual([
			['12A', 1],
			['13', 1],
			['14', 1],
			['15', 2]
		]);
	});
	test('takes length, page, title, colour and summary from the properties', () => {
		expect(ledger).toMatchObject({
			eighths: 11,
			scriptPage: '5',
			title: 'The ledger',
			colour: '#ff8000',
			synopsis: "Lin finds her own name in another woman's ledger."
		});
	});
	test('joins the runs of a heading, and shows it in capitals where the file does', () => {
		expect(ledger).toMatchObject({ set: 'TEA HOUSE - BACK ROOM', intExt: 'int', time: 'day' });
	});
	test('counts who speaks and who has an arc beat, once for each person', () => {
		expect(ledger.cast).toEqual(['LIN WAN', 'DRIVER', 'MRS. CHEN']);
		expect(script.cast.map(({ name }) => name)).toEqual(['LIN WAN', 'MRS. CHEN', 'CHEN MO', 'DRIVER']);
		expect(script.mergeSuggestions).toEqual([]);
	});
	test('a cast list below a heading is the cast of its scene', () => {
		expect(lift.cast).toEqual(['LIN WAN', 'MRS. CHEN']);
	});
	test('keeps the text as Fountain, bold words across a cut run, and no double spaces', () => {
		expect(ledger.text).toBe(
			"Rain. Lin counts into a **biscuit tin**. A black car idles.\n\nMRS. CHEN\nYou're early. Money is never early.\n\n" +
				"LIN WAN (V.O.) (CONT'D)\n(not looking up)\nIt's all there.\n\nCLOSE ON THE TIN"
		);
	});
	test('a length that is missing is computed', () => {
		expect(alley.eighths).toBe(2);
	});
	test('dual dialogue is one speech beside another', () => {
		expect(alley.text).toContain("CHEN MO\nI can explain.\n\nLIN WAN ^\nDon't explain.");
	});
	test('an omitted scene keeps its number, has nothing to shoot and calls nobody', () => {
		expect(ferry).toMatchObject({ number: '14', omitted: true, eighths: 0, cast: [], set: 'FERRY' });
		expect(ferry.text).toBe('CAPTAIN\nAll aboard.');
	});
	test('tagged words become elements by category, under the name of their definition', () => {
		expect(ledger.elements).toEqual([{ category: 'props', name: 'Biscuit tin' }]);
		expect(lift.elements).toEqual([
			{ category: 'background', name: 'Assistants' },
			{ category: 'mechanical-effects', name: 'lift lights' },
			{ category: 'miscellaneous', name: 'Drone' }
		]);
	});
	test('notes go to their scene, on the heading or by the characters they name', () => {
		expect(ledger.notes).toEqual(['Forty banknotes.', 'On the ledger scene.']);
		expect(script.notes).toEqual(['Title still open.']);
	});
	test('what had to be guessed or left is said by line', () => {
		expect(codes(script)).toEqual([
			'text-before-first-scene 5',
			'time-inherited 56',
			'category-unknown 130',
			'tag-unused 137'
		]);
	});
});

describe('files of other programs', () => {
	const script = readFdx(fixture('fdx/other-writer.fdx'));

	test('small letters, missing attributes and unknown types lose nothing', () => {
		expect(script.scenes.map(({ number, set }) => [number, set])).toEqual([
			['1', 'TEA HOUSE'],
			['1A', 'the pier, at']
		]);
		expect(script.scenes[0]?.text).toBe(
			'Tom & Jerry, <3 apart.\nRain on a tin roof.\n\nLIN\n(beat)\nSit.\n\nCHEN\nNo.\n\nLIN ^\nYes.\n\n!INT. IS A WORD\n\n' +
				'No type at all.\n\nNobody says this.'
		);
	});
	test('a category is known by its name where its number means another', () => {
		expect(script.scenes[1]).toMatchObject({
			elements: [{ category: 'wardrobe', name: 'Umbrella' }],
			cast: ['Mrs. Chen']
		});
	});
	test('a tag without a row of its own is found among the definitions', () => {
		expect(codes(script)).not.toContain('tag-unused');
	});
	test('numbers 3-1, 3-2, 4-1 are episode and scene, in Fountain too', () => {
		const numbers = ['3-1', '3-2', '4-1'];
		const asFdx = readFdx(fdx(numbers.map((number) => heading('INT. HOUSE - DAY', number)).join('\n')));
		const asText = readFountain(numbers.map((number) => `INT. HOUSE - DAY #${number}#`).join('\n\n'));
		expect(asFdx.scenes.map(({ episode }) => episode)).toEqual([3, 3, 4]);
		expect(asText.scenes.map(({ episode }) => episode)).toEqual([3, 3, 4]);
		expect(asFdx.episodes.map(({ number }) => number)).toEqual([3, 4]);
	});
	test.each([
		['a number of its own among them', ['3-1', '4', '5-1']],
		['numbers that go back', ['3-1', '2-1', '3-2']],
		['one episode only', ['3-1', '3-2', '3-3']]
	])('%s, and 3-1 is just a number', (_title, numbers) => {
		const script = readFdx(fdx(numbers.map((number) => heading('INT. HOUSE - DAY', number)).join('\n')));
		expect(script.episodes).toEqual([]);
		expect(script.scenes.map(({ number }) => number)).toEqual(numbers);
	});
	test('several scenes omitted under one card each keep their number', () => {
		const card = `<Paragraph Type="Scene Heading" Number="7"><Text>OMITTED</Text><OmittedScene>${heading('INT. A - DAY', '7')}${heading('INT. B - DAY', '8')}</OmittedScene></Paragraph>`;
		const { scenes } = readFdx(fdx(`${card}${heading('INT. C - DAY', '9')}`));
		expect(scenes.map(({ number, omitted }) => [number, omitted])).toEqual([
			['7', true],
			['8', true],
			['9', false]
		]);
	});
	test('scenes without a number take a letter behind the one before, as in Fountain', () => {
		const { scenes } = readFdx(
			fdx(heading('INT. A - DAY', '7') + heading('INT. B - DAY') + heading('INT. C - DAY', '8'))
		);
		expect(scenes.map(({ number }) => number)).toEqual(['7', '7A', '8']);
	});
	test('an empty heading is a slip; with a number it is a scene without a place', () => {
		const script = readFdx(fdx(heading('INT. A - DAY', '1') + heading('') + heading('', '2')));
		expect(script.scenes.map(({ number, set }) => [number, set])).toEqual([
			['1', 'A'],
			['2', '']
		]);
	});
	test('tags may name cast, script day, unit and comments', () => {
		const tagged = (number: number, text: string) => `<Text TagNumber="${number}">${text}</Text>`;
		const rows = [
			[2, 'Cast'],
			[27, 'Script Day'],
			[28, 'Unit'],
			[31, 'Comments']
		].map(([number, name]) => `<TagCategory Id="c${number}" Name="${name}" Number="${number}"/>`);
		const definitions = [2, 27, 28, 31].map(
			(number) => `<TagDefinition Id="${number}" CatId="c${number}" Label=""/>`
		);
		const scene = only(
			`${heading('INT. A - DAY', '1')}<Paragraph Type="General">${tagged(2, 'Nurse')}<Text>, </Text>${tagged(27, 'D3')}<Text>, </Text>${tagged(28, 'B')}<Text>, </Text>${tagged(31, 'Wet floor')}</Paragraph>`,
			`<TagData><TagCategories>${rows.join('')}</TagCategories><TagDefinitions>${definitions.join('')}</TagDefinitions></TagData>`
		);
		expect(scene).toMatchObject({
			cast: ['Nurse'],
			scriptDay: 'D3',
			unit: 'B',
			comments: 'Wet floor',
			text: ''
		});
	});
	test('words in capitals by style are capitals', () => {
		expect(
			only(
				`${heading('INT. A - DAY')}<Paragraph Type="Character"><Text Style="Bold+AllCaps">lin</Text></Paragraph>${p('Dialogue', 'Hm.')}`
			).cast
		).toEqual(['LIN']);
	});
	test('bytes with a byte-order mark and UTF-16 give the same scenes', () => {
		const text = fixture('fdx/ti-shen.fdx');
		const wide = new Uint8Array([
			0xff,
			0xfe,
			...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)
		]);
		const plain = readScript(text, 'ti-shen.fdx');
		if (!plain.ok) throw new Error(plain.reason);
		expect(plain.script.scenes).toHaveLength(3);
		for (const bytes of [new TextEncoder().encode(`\uFEFF${text}`), wide]) {
			const read = readScript(bytes, 'ti-shen.fdx');
			expect(read.ok && read.script).toEqual(plain.script);
		}
	});
});

describe('a Chinese script kept in Final Draft', () => {
	const asFdx = readFdx(fixture('fdx/ti-shen.fdx'));
	const asText = readFountain(fixture('fdx/ti-shen-as-text.txt'));

	test('gives the scenes that the same script as text gives', () => {
		const plain = ({ scenes }: ReadScript) => scenes.map(({ line: _, ...scene }) => scene);
		expect(plain(asFdx)).toEqual(plain(asText));
		expect(asFdx.cast).toEqual(asText.cast);
		expect(asFdx.mode).toBe('chinese');
	});
	test('episodes come from 第1集 and from 2-1', () => {
		expect(asFdx.title).toBe('替身新娘');
		expect(asFdx.episodes.map(({ number, title }) => [number, title])).toEqual([
			[1, '耳光'],
			[2, '']
		]);
	});
});

describe('what is damaged is said, by line, and nothing is half imported in silence', () => {
	test('a file that ends in the middle keeps what is whole', () => {
		const script = readFdx(fixture('fdx/cut.fdx'));
		expect(script.scenes.map(({ number }) => number)).toEqual(['1', '2']);
		expect(codes(script)).toContain('xml-cut 8');
	});
	test('a DOCTYPE is refused, whatever it promises', () => {
		expect(readScript(fixture('fdx/doctype.fdx'))).toEqual({
			ok: false,
			reason: 'xml-doctype',
			line: 2,
			limit: 0
		});
		expect(readScript('<!DOCTYPE FinalDraft [ <!ENTITY x "')).toMatchObject({
			reason: 'xml-doctype',
			line: 1
		});
	});
	test('10,000 elements inside each other are refused where they are too deep', () => {
		const text = fdx(`${heading('INT. A - DAY')}\n${'<a>\n'.repeat(10_000)}`);
		expect(readScript(text)).toEqual({ ok: false, reason: 'xml-too-deep', line: 67, limit: 64 });
	});
	test('200,001 elements are refused, 100,000 are read', () => {
		const rows = (count: number) => fdx(heading('INT. A - DAY') + '<Paragraph/>\n'.repeat(count));
		expect(readScript(rows(200_000))).toMatchObject({ reason: 'xml-too-many', limit: 200_000 });
		expect(readScript(rows(100_000))).toMatchObject({ ok: true });
	});
	test('a file without a scene, and one damaged before its first', () => {
		expect(readScript(fdx(p('Action', 'Rain.')))).toEqual({ ok: false, reason: 'no-scenes' });
		expect(readScript('<FinalDraft>\n<Content>\n<Paragraph Type="Scene')).toEqual({
			ok: false,
			reason: 'xml-damaged',
			line: 3
		});
	});
	test('tags closed in the wrong order are said, and both scenes are there', () => {
		const script = readFdx(
			fdx(
				`${heading('INT. A - DAY', '1')}\n<Paragraph><Text>x</Paragraph></Text>\n${heading('INT. B - DAY', '2')}`
			)
		);
		expect(script.scenes.map(({ number }) => number)).toEqual(['1', '2']);
		expect(codes(script)).toContain('xml-damaged 5');
	});
	test('entities are never replaced, known or not', () => {
		expect(
			only(heading('INT. A - DAY') + p('Action', '&lt;b&gt; &amp;amp; &nbsp; &#65;&#0; &bull')).text
		).toBe('<b> &amp; &nbsp; A&#0; &bull');
	});
	test('a line break or an invisible mark written as a reference is what it stands for', () => {
		const scene = only(heading('INT. A&#x200B; - DAY') + p('Action', 'One&#13;&#10;two'));
		expect(scene).toMatchObject({ set: 'A', text: 'One\ntwo' });
	});
	test('any other XML is no script of Final Draft', () => {
		expect(readScript('<?xml version="1.0"?>\n<office><p>INT. A - DAY</p></office>')).toMatchObject({
			ok: false,
			reason: 'no-scenes',
			looksLike: 'xml'
		});
	});
});

describe('small parts', () => {
	test.each([
		['1 3/8', 11],
		['7/8', 7],
		['2', 16],
		['1.375', 11],
		['1,5', 12],
		['1⅜', 11],
		['1/4', 2],
		[' 1  1/8 ', 9],
		['', null],
		['0', null],
		['0/8', null],
		['3/0', null],
		['about a page', null],
		['99999', null]
	])('a length of %s is %s eighths', (length, eighths) => {
		expect(readLength(length)).toBe(eighths);
	});
	test('a length that is written is read as it was', () => {
		for (let eighths = 1; eighths < 200; eighths++) expect(readLength(writeLength(eighths))).toBe(eighths);
	});
	test.each([
		['#FFFF80800000', '#ff8000'],
		['#ff8000', '#ff8000'],
		['#FFF', null],
		['red', null]
	])('the colour %s is %s', (colour, read) => {
		expect(readColour(colour)).toBe(read);
	});
	test.each([
		['2', 'Cast Members', 'cast'],
		['0', 'Cast', 'cast'],
		['6', 'Props', 'props'],
		['6', 'Dinge', 'props'],
		['6', 'WARDROBE', 'wardrobe'],
		['10', 'Make-Up & Hair', 'make-up'],
		['', '道具', 'props'],
		['14', '', null],
		['99', 'Drones', null]
	])('the category %s %s is %s', (number, name, kind) => {
		expect(readCategory(number, name)).toBe(kind);
	});
});
