import { describe, expect, test } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { dateCell, type Cell, type DateCell } from '../cell.ts';
import { readCastCell } from './sheet-cast.ts';
import { readEighths, readLight, readSceneNumber, readShootDay } from './sheet-cells.ts';
import { matchColumns, readCastList, readSheet, type SheetColumn } from './index.ts';

const shown = (date: string, text: string): DateCell => ({ ...dateCell(day(date)), shown: text });
const rowsOf = (text: string): Cell[][] =>
	text
		.trim()
		.split('\n')
		.map((line) => line.split('|').map((cell) => cell.trim().replaceAll('\\n', '\n') || null));
const keys = (text: string): (SheetColumn | null)[] =>
	matchColumns(rowsOf(text)).columns.map(({ key }) => key);
const codes = (rows: readonly (readonly Cell[])[]): string[] =>
	readSheet(rows).warnings.map(({ code }) => code);

describe('pages are read as a crew writes them', () => {
	test.each<[Cell, number]>([
		['1 3/8', 11],
		['3/8', 3],
		['11/8', 11],
		['1 3', 11],
		['1⅜', 11],
		['⅝', 5],
		['１　３／８', 11],
		['1-3/8', 11],
		['1又3/8', 11],
		['1 3/8 pgs', 11],
		['2页', 16],
		['半页', 4],
		[1.375, 11],
		['1.375', 11],
		['1,375', 11],
		[0.13, 1],
		[2, 16],
		['0', 0]
	])('%s', (cell, eighths) =>
		expect(readEighths(cell)).toEqual({ eighths, repaired: false, rounded: false })
	);
	test.each<[string, Cell, number]>([
		['1/8 shown as 8-Jan', shown('2026-01-08', '8-Jan'), 1],
		['1/8 shown as Jan-08', shown('2008-01-01', 'Jan-08'), 1],
		['1/8 typed in a British sheet: 1 August', shown('2026-08-01', '1-Aug'), 1],
		['3/8 shown as 3月8日', shown('2026-03-08', '3月8日'), 3],
		['3/4', shown('2026-03-04', '4-Mar'), 6],
		['1/8 as text of a CSV', '8-Jan', 1],
		['1/8 as ISO text', '2026-01-08', 1],
		['7/8 as 2026/7/8', '2026/7/8', 7],
		['1/8 as 1/8/2026', '1/8/2026', 1],
		['1/8 as 1月8日', '1月8日', 1],
		['1/8 as a bare serial', 46030, 1],
		['11/8 in November', shown('2026-11-08', '8-Nov'), 11]
	])('%s is repaired', (_, cell, eighths) =>
		expect(readEighths(cell)).toEqual({ eighths, repaired: true, rounded: false })
	);
	test('a third of a page is rounded and says so; a word, a minus and a day without eighths are not read', () => {
		expect(readEighths('1/3')).toMatchObject({ eighths: 3, rounded: true });
		for (const cell of ['long', '-1', shown('2026-05-17', '17-May'), '1/0'])
			expect(readEighths(cell)).toBeNull();
	});
});

describe('scene numbers', () => {
	test.each<[Cell, string]>([
		[12, '12'],
		['12a', '12A'],
		['12.0', '12'],
		['第3集第1场', '3-1'],
		['３－１', '3-1'],
		['E03S01', '3-1'],
		['EP 3 SC 1', '3-1'],
		['第十二场', '12'],
		['3-01', '3-1'],
		['A12', 'A12'],
		['Sc. 7', '7'],
		['12pt1', '12'],
		["12 (cont'd)", '12'],
		['001', '1'],
		['12, 13', '12/13']
	])('%s is %s', (cell, number) =>
		expect(readSceneNumber(cell, null)).toMatchObject({ number, repaired: false })
	);
	test.each<[string, Cell, number | null, string]>([
		['3-1 that became 1 March', shown('2026-03-01', '1-Mar'), null, '3-1'],
		['3-1 typed in a British sheet, in episode 3', shown('2026-01-03', '3-Jan'), 3, '3-1'],
		['3-1 in a Chinese CSV', '3月1日', null, '3-1'],
		['3-32, past the days of March', shown('2032-03-01', 'Mar-32'), null, '3-32'],
		['3-1 as a bare serial', 46082, null, '3-1'],
		['12-10 as ISO text', '2026-12-10', null, '12-10']
	])('%s', (_, cell, near, number) =>
		expect(readSceneNumber(cell, near)).toMatchObject({
			number,
			episode: Number(number.split('-')[0]),
			repaired: true
		})
	);
});

test('shoot days are numbers, dates, or nothing yet', () => {
	expect(readShootDay('Day 3')).toMatchObject({ number: 3, date: null });
	expect(readShootDay('第三天')).toMatchObject({ number: 3 });
	expect(readShootDay('D12')).toMatchObject({ number: 12 });
	expect(readShootDay(dateCell(day('2026-11-12')))).toMatchObject({ date: '2026-11-12', number: null });
	expect(readShootDay('Day 2 — 2026-11-11')).toMatchObject({ number: 2, date: '2026-11-11' });
	expect(readShootDay('11月12日')).toMatchObject({ number: null, date: null, label: '11月12日' });
	for (const written of ['Thursday, November 12, 2026', '12 Nov 2026', '20261112', '2026年11月12日 周四']) {
		expect(readShootDay(written)).toMatchObject({ date: '2026-11-12' });
	}
	for (const yearless of ['Tue 10 Nov', 'Nov. 10', '11月12日（周四）', '12号', '11/12']) {
		expect(readShootDay(yearless)).toMatchObject({ number: null, date: null });
	}
	expect(readShootDay('待定')).toBeNull();
	expect(readShootDay('perhaps')).toBeUndefined();
});

describe('columns are known by their headings', () => {
	test('of a StudioBinder breakdown', () => {
		expect(
			keys(
				'Scene #|INT/EXT|Set|Day/Night|Description|Page Count|Est. Time|Script Day|Cast ID|Extras|Props|Location\n1|INT|VILLA|DAY|x|1/8|10|1|1, 2|5|knife|Beijing'
			)
		).toEqual([
			...(['scene', 'int-ext', 'set', 'time', 'synopsis', 'pages', 'minutes', 'script-day', 'cast'] as const),
			...(['background', 'props', 'location'] as const)
		]);
	});
	test('of a Chinese 分场表, below a title and a date', () => {
		expect(
			matchColumns(
				rowsOf(
					'《替身新娘》分场表\n2026年11月\n\n序号|集-场|景光|主场景|次场景|主要演员|特约|群演|服化道|主要内容|页数|备注\n1|1-1|日内|别墅|客厅|林晚|管家||婚纱|她回来|1/8|'
				)
			)
		).toMatchObject({
			headerRow: 3,
			firstRow: 4,
			columns: [
				{ key: 'order' },
				{ key: 'scene', header: '集-场', samples: ['1-1'] },
				...[
					'light',
					'set',
					'sub-set',
					'cast',
					'cast',
					'background',
					'miscellaneous',
					'synopsis',
					'pages',
					'notes'
				].map((key) => ({ key }))
			]
		});
	});
	test('in both languages at once, with brackets, over two lines', () => {
		expect(keys('场次 Scene|Pages (1/8)|内容/Synopsis|拍摄日\\nShoot day\n1|1/8|x|1')).toEqual([
			...(['scene', 'pages', 'synopsis', 'shoot-day'] as const)
		]);
	});
	test('words with two meanings are settled by the values below them', () => {
		expect(keys('场次|时间|场景\n1|日|家\n2|夜|家')).toEqual(['scene', 'time', 'set']);
		expect(keys('场景|拍摄地点|日夜\n1|家|日\n2|街|夜\n3|街|夜')).toEqual(['scene', 'location', 'time']);
		expect(keys('Scene|Day|Set\n1|D|A\n2|N|B')).toEqual(['scene', 'time', 'set']);
		expect(keys('Scene|Day|Set\n1|1|A\n2|2|B')).toEqual(['scene', 'shoot-day', 'set']);
		const pages = Array.from({ length: 12 }, (_, i) => `${i + 1}|${i + 1}|A|1/8`).join('\n');
		expect(keys(`Scene|Page|Set|Length\n${pages}`)).toEqual(['scene', 'script-page', 'set', 'pages']);
	});
	test('a column a name heads, ticked in its scenes, is that character', () => {
		const rows = rowsOf('场次|场景|演员|||备注\n||林晚|陈默|陈母|\n1-1|家|√||●|x\n1-2|街|√|√||');
		expect(matchColumns(rows).columns.map(({ key }) => key)).toEqual([
			...(['scene', 'set', 'cast-member', 'cast-member', 'cast-member', 'notes'] as const)
		]);
		expect(readSheet(rows).scenes.map(({ cast }) => cast)).toEqual([
			['林晚', '陈母'],
			['林晚', '陈默']
		]);
	});
	test('a person’s correction holds, and nothing is read from a sheet without headings', () => {
		const rows = rowsOf('1|VILLA|1/8\n2|STREET|3/8');
		expect(codes(rows)).toEqual(['sheet-no-header']);
		const { columns, ...rest } = matchColumns(rows);
		const said: SheetColumn[] = ['scene', 'set', 'pages'];
		const read = readSheet(rows, {
			...rest,
			columns: columns.map((c, i) => ({ ...c, key: said[i] ?? null }))
		});
		expect(read.scenes.map(({ number, set, eighths }) => [number, set, eighths])).toEqual([
			['1', 'VILLA', 1],
			['2', 'STREET', 3]
		]);
	});
});

const CHINESE = `
《替身新娘》顺场表
集数|场次|日夜|内外|场景|拍摄地|情节|演员|群演|道具|页数|预计时长|拍摄日|状态|备注
1|1-1|日|内|别墅·客厅|云城影视基地|林晚回来|林晚、陈默|宾客20人|婚纱；戒指|1 3/8|45分钟|第1天|已拍|雨备
1|1-2|夜|外|别墅·花园||陈默等她|陈默（回忆）、群演若干||无|5/8|30|第2天||
2|2-1|黄昏|内外|车里|环路|争吵|林晚 陈默||车钥匙|0.5|1:30|2|甩场|
|||||||||||||
合计||||||||||2 4/8||||
`;

describe('a breakdown is read whole', () => {
	const read = readSheet(rowsOf(CHINESE));
	test('every scene with its light, set, length, cast, needs and notes', () => {
		expect(read.scenes).toMatchObject([
			{
				...{
					number: '1-1',
					episode: 1,
					intExt: 'int',
					time: 'day',
					set: '别墅·客厅',
					location: '云城影视基地'
				},
				...{
					synopsis: '林晚回来',
					eighths: 11,
					cast: ['林晚', '陈默'],
					notes: ['雨备'],
					minutes: 45,
					line: 3
				},
				elements: [
					{ category: 'background', name: '宾客20人' },
					{ category: 'props', name: '婚纱' },
					{ category: 'props', name: '戒指' }
				]
			},
			{
				number: '1-2',
				intExt: 'ext',
				time: 'night',
				cast: ['陈默'],
				elements: [{ category: 'background', name: '群演若干' }]
			},
			{
				number: '2-1',
				episode: 2,
				intExt: 'int-ext',
				time: 'dusk',
				eighths: 4,
				minutes: 90,
				cast: ['林晚', '陈默']
			}
		]);
		expect(read).toMatchObject({ format: 'sheet', mode: 'chinese', eighths: 20, warnings: [] });
		expect(read.episodes.map(({ number }) => number)).toEqual([1, 2]);
	});
	test('strips lie on their days with their states', () => {
		expect(read.days.map(({ number }) => number)).toEqual([1, 2]);
		expect(read.scenes.map(({ strips }) => strips?.map(({ day, status }) => [day?.number, status]))).toEqual([
			[[1, 'shot']],
			[[2, 'todo']],
			[[2, 'dropped']]
		]);
	});
	test('totals are no scenes, and said to be understood', () => {
		expect(read.skipped).toEqual([{ row: 7, why: 'total', text: '合计 2 4/8' }]);
	});
});

describe('what spreadsheets did to the sheet is repaired and said, with the cell', () => {
	const rows: Cell[][] = [
		['Scene', 'Set', 'Pages', 'Cast'],
		['3-1', 'VILLA', shown('2026-01-08', '8-Jan'), '1, 2'],
		[shown('2026-03-02', '2-Mar'), 'STREET', 1.375, shown('2026-01-03', '3-Jan')],
		['3-3', 'VILLA', 'long', 2]
	];
	test('pages, numbers and cast', () => {
		const read = readSheet(rows);
		expect(read.scenes.map(({ number, eighths, episode }) => [number, eighths, episode])).toEqual([
			['3-1', 1, 3],
			['3-2', 11, 3],
			['3-3', 1, 3]
		]);
		expect(read.warnings.filter(({ code }) => code.startsWith('cell'))).toEqual([
			{ code: 'cell-repaired', line: 2, data: { column: 'pages', cell: 'C2', shown: '8-Jan', read: '1/8' } },
			{ code: 'cell-repaired', line: 3, data: { column: 'scene', cell: 'A3', shown: '2-Mar', read: '3-2' } },
			{ code: 'cell-repaired', line: 3, data: { column: 'cast', cell: 'D3', shown: '3-Jan', read: '1, 3' } },
			{ code: 'cell-not-read', line: 4, data: { column: 'pages', cell: 'C4', shown: 'long' } }
		]);
	});
	test('cast numbers are named by a list, in another sheet or beside; without one each is said', () => {
		const list = readCastList(rowsOf('Cast list\nNo.|Name|Actor\n1|LIN WAN|A\n2|CHEN MO|B\n3|MRS. CHEN|C'));
		expect(readSheet(rows, undefined, list).scenes.map(({ cast }) => cast)).toEqual([
			['LIN WAN', 'CHEN MO'],
			['LIN WAN', 'MRS. CHEN'],
			['CHEN MO']
		]);
		expect(readSheet(rows, undefined, list).cast[0]).toEqual({
			name: 'LIN WAN',
			scenes: 2,
			lines: 0,
			boardNumber: 1
		});
		expect(
			readSheet(rows)
				.warnings.filter(({ code }) => code === 'cast-number-unknown')
				.map(({ data }) => data?.named)
		).toEqual(['#1', '#2', '#3']);
		const beside = rowsOf('Scene|Set|Cast||Board no.|Character name\n1|A|1,2||1|LIN\n2|B|2||2|CHEN');
		expect(readSheet(beside).scenes.map(({ cast }) => cast)).toEqual([['LIN', 'CHEN'], ['CHEN']]);
		const within = rowsOf('Scene|Set|Cast\n1|A|1. LIN WAN; 2. CHEN\n2|B|2');
		expect(readSheet(within).scenes.map(({ cast }) => cast)).toEqual([['LIN WAN', 'CHEN'], ['CHEN']]);
	});
});

describe('a schedule with day breaks between its rows', () => {
	test('Movie Magic: a break ends its day; a print repeats its headings', () => {
		const read = readSheet(
			rowsOf(`
Sheet|Scene|I/E|Set|D/N|Synopsis|Pages|Cast
1|12|INT|VILLA|DAY|x|1 1/8|1
2|14|EXT|GARDEN|DAY|x|4/8|1,2
End of Day # 1 -- 2026-11-10 -- Total Pages: 1 5/8
Sheet|Scene|I/E|Set|D/N|Synopsis|Pages|Cast
Company move
3|3|INT|CAFE|NIGHT|x|2/8|2
End of Day # 2 -- 2026-11-11 -- Total Pages: 2/8
4|9|INT|VILLA|DAY|x|1/8|1
`)
		);
		expect(
			read.scenes.map(({ number, strips }) => [
				number,
				strips?.[0]?.day?.number ?? null,
				strips?.[0]?.day?.date ?? null
			])
		).toEqual([
			['12', 1, '2026-11-10'],
			['14', 1, '2026-11-10'],
			['3', 2, '2026-11-11'],
			['9', null, null]
		]);
		expect(read.skipped.map(({ why }) => why)).toEqual(['day-break', 'header', 'banner', 'day-break']);
	});
	test('大计划: the day stands above its scenes, or once in a column of its own', () => {
		const above = readSheet(
			rowsOf('场次|场景|日夜\n第1天 11月10日\n1-1|家|日\n1-2|家|夜\n第2天 11月11日\n2-1|街|日')
		);
		const beside = readSheet(
			rowsOf(
				'拍摄日|场次|场景|日夜\n第1天|1-1|家|日\n|1-2|家|夜\n|1-3|家|夜\n|1-4|家|夜\n第2天|2-1|街|日\n|2-2|街|日'
			)
		);
		const days = (read: typeof above) => read.scenes.map(({ strips }) => strips?.[0]?.day?.number);
		expect(days(above)).toEqual([1, 1, 2]);
		expect(days(beside)).toEqual([1, 1, 1, 1, 2, 2]);
	});
	test('episodes that stand between the rows number the scenes below them', () => {
		const read = readSheet(
			rowsOf('场次|场景|日夜|内外\n第1集 归来\n1|家|日|内\n2|街|夜|外\n第2集\n1|家|日|内')
		);
		expect(read.scenes.map(({ number, episode }) => [number, episode])).toEqual([
			['1-1', 1],
			['1-2', 1],
			['2-1', 2]
		]);
		expect(read.episodes[0]).toMatchObject({ number: 1, title: '归来' });
	});
});

test('several rows of one scene are its parts, each on its day', () => {
	const read = readSheet(
		rowsOf(
			'Scene|Set|I/E|Pages|Shoot day|Cast\n12|VILLA|INT|3/8|1|LIN\n13|STREET|EXT|1/8|1|LIN\n12|VILLA|INT|5/8|2|CHEN\n12|STREET|EXT|1/8|3|CHEN'
		)
	);
	expect(read.scenes.map(({ number, eighths, cast }) => [number, eighths, cast])).toEqual([
		['12', 8, ['LIN', 'CHEN']],
		['13', 1, ['LIN']],
		// Another set is another scene, which took the number twice.
		['12 (2)', 1, ['CHEN']]
	]);
	expect(read.scenes[0]?.strips).toMatchObject([
		{ part: 1, eighths: 3, day: { number: 1 } },
		{ part: 2, eighths: 5, day: { number: 2 } }
	]);
	expect(read.warnings.map(({ code }) => code)).toContain('scene-in-parts');
});
test('an omitted scene keeps its number and has nothing to shoot', () => {
	const read = readSheet(rowsOf('Scene|Set|Pages|Status\n1|VILLA|1/8|\n2|OMITTED||\n3|STREET|2/8|omitted'));
	expect(read.scenes.map(({ number, omitted, eighths }) => [number, omitted, eighths])).toEqual([
		['1', false, 1],
		['2', true, 0],
		['3', true, 0]
	]);
});
test('a heading in one cell says light, time and set', () => {
	const read = readSheet(
		rowsOf('Scene|Scene heading|Pages\n1|INT. VILLA - KITCHEN - NIGHT|1/8\n2|EXT. SEA - DAY|1/8')
	);
	expect(read.scenes.map(({ set, intExt, time }) => [set, intExt, time])).toEqual([
		['VILLA - KITCHEN', 'int', 'night'],
		['SEA', 'ext', 'day']
	]);
});
test('a day that stands only in the first row is that row’s; days that stand once each hold for the rows below, and that is said', () => {
	const days = (text: string) =>
		readSheet(rowsOf(text)).scenes.map(({ strips }) => strips?.[0]?.day?.number ?? null);
	expect(days('Scene|Set|Shoot day\n1|A|1\n2|A|\n3|A|')).toEqual([1, null, null]);
	const held = 'Scene|Set|Shoot day\n1|A|1\n2|A|\n3|A|2\n4|A|';
	expect(days(held)).toEqual([1, 1, 2, 2]);
	expect(readSheet(rowsOf(held)).warnings).toContainEqual({
		code: 'written-once',
		line: 2,
		data: { column: 'shoot-day' }
	});
});

test.each<[string, string, string | null, string | null]>(
	[
		...([
			['日内', 'int', 'day'],
			['夜戏', null, 'night'],
			['日景', null, 'day'],
			['雨夜外', 'ext', 'night'],
			['黄昏/外', 'ext', 'dusk']
		] as const),
		...([
			['D/I', 'int', 'day'],
			['N', null, 'night'],
			['EXT. EVE', 'ext', 'night'],
			['I/E', 'int-ext', null]
		] as const)
	].map(([text, intExt, time]) => [text, text, intExt, time])
)('%s is read as light', (_, text, intExt, time) => {
	expect(readLight(text)).toEqual({ intExt, time });
});
test.each<[string, number[], string[]]>([
	['1,2,3', [1, 2, 3], []],
	['1、2 & 3', [1, 2, 3], []],
	['1-3', [1, 2, 3], []],
	['1 3 7', [1, 3, 7], []],
	['1.林晚 2.陈默', [1, 2], []],
	['林晚/陈默', [], ['林晚', '陈默']],
	['LIN WAN, GUARD #2', [], ['LIN WAN', 'GUARD #2']],
	['无', [], []]
])('the cast %s', (text, numbers, names) => expect(readCastCell(text)).toMatchObject({ numbers, names }));
