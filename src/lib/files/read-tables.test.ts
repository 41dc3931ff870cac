import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/domain/cell.ts';
import { readTables } from './read-tables.ts';
import { sheetData, workbook } from './testing/workbook.ts';
import type { TablesRead } from './types.ts';

function read(bytes: Uint8Array, name = 'list.csv'): TablesRead {
	const result = readTables(bytes, name);
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result;
}
const rows = (bytes: Uint8Array): readonly (readonly Cell[])[] => read(bytes).tables[0]?.rows ?? [];
const csv = (text: string): readonly (readonly Cell[])[] => rows(strToU8(text));

describe('a CSV is read whatever program saved it', () => {
	test.each([
		['commas', 'Scene,Set\r\n1,Villa\r\n'],
		['semicolons', 'Scene;Set\r\n1;Villa\r\n'],
		['tabs, as copied from a sheet', 'Scene\tSet\n1\tVilla'],
		['strokes', 'Scene|Set\n1|Villa\n'],
		['a first line that says its separator', 'sep=;\r\nScene;Set\r\n1;Villa\r\n'],
		['line ends of an old Mac', 'Scene,Set\r1,Villa\r'],
		['empty lines at the end', 'Scene,Set\n1,Villa\n\n\n,,\n']
	])('%s', (_, text) => {
		expect(csv(text)).toEqual([
			['Scene', 'Set'],
			['1', 'Villa']
		]);
	});
	test('quotes hold separators, line breaks and quotes; empty rows keep their place', () => {
		expect(csv('a,"b, ""c""\nd"\n\n,x\n')).toEqual([['a', 'b, "c"\nd'], [], [null, 'x']]);
	});
	test('semicolons between cast numbers do not make columns of them', () => {
		expect(csv('Scene,Cast,Set\n1,1;3;7,Villa\n2,1,Villa\n3,2;4,Street\n')[1]).toEqual([
			'1',
			'1;3;7',
			'Villa'
		]);
	});
	test('UTF-8 with and without its mark, UTF-16 and GB18030 give the same text', () => {
		const text = '场次\t场景\n3-1\t别墅客厅\n';
		const wide = new Uint8Array(new Uint16Array([0xfeff, ...[...text].map((c) => c.charCodeAt(0))]).buffer);
		const gb = new Uint8Array([
			...[0xb3, 0xa1, 0xb4, 0xce, 9, 0xb3, 0xa1, 0xbe, 0xb0, 10],
			...[0x33, 0x2d, 0x31, 9, 0xb1, 0xf0, 0xca, 0xfb, 0xbf, 0xcd, 0xcc, 0xfc, 10]
		]);
		const expected = [
			['场次', '场景'],
			['3-1', '别墅客厅']
		];
		for (const bytes of [strToU8(text), strToU8(`\uFEFF${text}`), wide])
			expect(rows(bytes)).toEqual(expected);
		const guessed = read(gb);
		expect(guessed).toMatchObject({
			encoding: 'gb18030',
			tables: [{ rows: expected }],
			notes: [{ code: 'encoding-guessed' }]
		});
	});
	test('a quote that is never closed is said, with its row', () => {
		expect(read(strToU8('a,b\n1,"x\n2,y\n')).notes).toEqual([{ code: 'quote-unclosed', row: 2 }]);
	});
});

/** As Excel saves it: shared strings with rich text and a reading, styles with date formats. */
const EXCEL = {
	strings:
		'<si><t>Scene</t></si><si><t xml:space="preserve">Pages </t></si><si><r><rPr><b/></rPr><t>Vil</t></r><r><t>la</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>a_x000D_b</t></si>',
	styles:
		'<numFmts count="2"><numFmt numFmtId="164" formatCode="m/d;@"/><numFmt numFmtId="165" formatCode="#\\ ?/8"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="16"/><xf numFmtId="17"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="58"/><xf numFmtId="20"/></cellXfs>'
};

describe('a workbook is read as it was typed', () => {
	test('shared and inline strings, rich text, numbers, booleans, errors', () => {
		const bytes = workbook({
			...EXCEL,
			sheets: {
				A: sheetData([
					[
						'<c t="s"><v>0</v></c>',
						'<c t="s"><v>1</v></c>',
						'<c t="s"><v>2</v></c>',
						'<c t="s"><v>3</v></c>'
					],
					[12, 1.375, 'inline', '<c t="b"><v>1</v></c>', '<c t="e"><v>#REF!</v></c>']
				])
			}
		});
		expect(rows(bytes)).toEqual([
			['Scene', 'Pages ', 'Villa', 'a\rb'],
			[12, 1.375, 'inline', true, '#REF!']
		]);
	});
	test('a date says its day and how it looked; a fraction stays a number', () => {
		const styled = [1, 2, 3, 4, 5].map((s) => `<c s="${s}"><v>${s === 4 ? 1.375 : 46030}</v></c>`);
		const [row] = rows(
			workbook({ ...EXCEL, sheets: { A: sheetData([[...styled, '<c s="6"><v>0.3125</v></c>']]) } })
		);
		const shown = (text: string) => ({ kind: 'date', day: '2026-01-08', minutes: 0, shown: text });
		expect(row).toEqual([
			shown('8-Jan'),
			shown('Jan-26'),
			shown('1/8'),
			1.375,
			shown('1月8日'),
			{ kind: 'date', day: null, minutes: 450, shown: '7:30' }
		]);
	});
	test('days of a workbook that counts from 1904 are the same days', () => {
		const bytes = workbook({
			...EXCEL,
			from1904: true,
			sheets: { A: sheetData([['<c s="3"><v>44568</v></c>']]) }
		});
		expect(rows(bytes)[0]?.[0]).toMatchObject({ day: '2026-01-08' });
	});
	test('a formula is its last value, or its own text; it is never worked out', () => {
		const cells = [
			'<c><f>1+1</f><v>5</v></c>',
			'<c><f>HYPERLINK("x")</f></c>',
			'<c t="str"><f>A1</f><v>=1</v></c>'
		];
		expect(rows(workbook({ sheets: { A: sheetData([cells]) } }))).toEqual([[5, '=HYPERLINK("x")', '=1']]);
	});
	test('a value that a formula worked out says so, and whose formula it is', () => {
		const cells = ['<c><f>1+1</f><v>5</v></c>', '<c><f t="shared" si="0"/><v>6</v></c>', '<c><v>7</v></c>'];
		const [table] = read(workbook({ sheets: { A: sheetData([cells]) } })).tables;
		expect([...(table?.formulas ?? [])]).toEqual([
			['1:1', '1+1'],
			['1:2', '']
		]);
	});
	test('a length past a day is shown as the sheet shows it, whatever year its days are counted from', () => {
		const styles =
			'<numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs>';
		for (const from1904 of [false, true]) {
			const cells = ['<c s="1"><v>1.0625</v></c>', '<c s="2"><v>0.3125</v></c>'];
			const bytes = workbook({ styles, from1904, sheets: { A: sheetData([cells]) } });
			expect(rows(bytes)[0]).toMatchObject([
				{ minutes: 90, shown: '25:30' },
				{ day: null, minutes: 450, shown: '7:30' }
			]);
		}
	});
	test('a cell merged down stands in each row that has something; one merged across stands once', () => {
		const merged = `${sheetData([
			['Title', null, null],
			[1, 'a', 'x'],
			[null, 'b', 'y'],
			[null, null, null],
			[2, 'c', 'z']
		])}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A4"/><mergeCell ref="A1:XFD1048576"/></mergeCells>`;
		expect(rows(workbook({ sheets: { A: merged } }))).toEqual([
			['Title'],
			[1, 'a', 'x'],
			[1, 'b', 'y'],
			[],
			[2, 'c', 'z']
		]);
	});
	test('every sheet is read, in the order of its tabs, and a hidden one says so', () => {
		const result = read(
			workbook({ sheets: { 分场表: sheetData([['a']]), Cast: sheetData([['b']]) }, hidden: ['Cast'] })
		);
		expect(result.tables.map(({ name, hidden }) => [name, hidden])).toEqual([
			['分场表', false],
			['Cast', true]
		]);
	});
	test('parts with a prefix, rows and cells without references, as other programs write', () => {
		const sheet =
			'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row/></x:sheetData></x:worksheet>';
		const bytes = workbook({ sheets: { A: '' }, parts: { 'xl/worksheets/sheet1.xml': strToU8(sheet) } });
		expect(rows(bytes)).toEqual([[1, 'b']]);
	});
	test('a cell of one far corner does not fill the memory', () => {
		const far = '<sheetData><row r="150000"><c r="SR150000"><v>1</v></c></row></sheetData>';
		expect(rows(workbook({ sheets: { A: far } }))).toHaveLength(150_000);
		const further = '<sheetData><row r="2"><c r="XFD2"><v>1</v></c><c r="A2"><v>2</v></c></row></sheetData>';
		expect(read(workbook({ sheets: { A: further } }))).toMatchObject({
			tables: [{ rows: [[], [2]] }],
			notes: [{ code: 'columns-cut', sheet: 'A', row: 2, limit: 512 }]
		});
	});
});

describe('what is no table is refused by name', () => {
	const zip = (name: string) => zipSync({ [name]: strToU8('x') });
	const ole = (stream: string) =>
		new Uint8Array([
			0xd0,
			0xcf,
			0x11,
			0xe0,
			0xa1,
			0xb1,
			0x1a,
			0xe1,
			...[...stream].flatMap((c) => [c.charCodeAt(0), 0])
		]);
	test.each([
		['a PDF', strToU8('%PDF-1.7 …'), 'pdf'],
		['an old .xls', ole('Workbook'), 'xls'],
		['a .doc', ole('WordDocument'), 'word'],
		['a .docx', zip('word/document.xml'), 'word'],
		['a Numbers file', zip('Index/Document.iwa'), 'numbers'],
		['an .ods', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('x') }), 'opendocument'],
		['a binary workbook', zip('xl/workbook.bin'), 'xlsb'],
		['any other archive', zip('photo.jpg'), 'archive'],
		['a web page called .xls', strToU8('<html><table><tr><td>1'), 'html'],
		['a Final Draft script', strToU8('<?xml version="1.0"?><FinalDraft>'), 'final-draft']
	])('%s renamed to .xlsx', (_, bytes, looksLike) => {
		expect(readTables(bytes, 'plan.xlsx')).toEqual({ ok: false, reason: 'not-a-table', looksLike });
	});
	test('nothing, a workbook behind a password, an empty workbook', () => {
		expect(readTables(new Uint8Array())).toMatchObject({ reason: 'empty' });
		expect(readTables(ole('EncryptedPackage'))).toMatchObject({ reason: 'locked' });
		expect(readTables(workbook({ sheets: { A: '<sheetData/>' } }))).toMatchObject({ reason: 'empty' });
	});
	test('a workbook cut off on its way, or changed in one place', () => {
		const whole = workbook({ sheets: { A: sheetData([['a', 'b']]) } });
		expect(readTables(whole.subarray(0, whole.length - 40))).toMatchObject({ reason: 'damaged' });
		expect(readTables(whole.subarray(0, whole.length / 2))).toMatchObject({ reason: 'damaged' });
	});
});

describe('an archive that would do harm is refused', () => {
	const sheet = (inner: string) => workbook({ sheets: { A: inner } });
	const refusal = (bytes: Uint8Array) => {
		const result = readTables(bytes, 'x.xlsx');
		return result.ok ? 'read' : result.reason;
	};
	/** Writes a number into every header of a part, as a liar would. */
	const lie = (bytes: Uint8Array, name: string, size: number): Uint8Array => {
		const copy = bytes.slice();
		const view = new DataView(copy.buffer);
		for (let at = 0; at + 46 < copy.length; at++) {
			if (view.getUint32(at, true) !== 0x02014b50) continue;
			const length = view.getUint16(at + 28, true);
			const named = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length));
			if (named === name) view.setUint32(at + 24, size, true);
		}
		return copy;
	};
	test('one that unpacks to more than 100 MB, or to more than a hundred times its size', () => {
		const blanks = workbook({
			sheets: { A: '' },
			parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(5_000_000).fill(32) }
		});
		expect(refusal(blanks)).toBe('unsafe-archive');
		expect(refusal(lie(blanks, 'xl/worksheets/sheet1.xml', 100))).toBe('damaged');
		expect(refusal(lie(sheet(sheetData([['a']])), 'xl/worksheets/sheet1.xml', 99_999_999))).toBe(
			'unsafe-archive'
		);
	});
	test('one with more than 200 files, a path that climbs, or the same name twice', () => {
		const many = Object.fromEntries(
			Array.from({ length: 200 }, (_, i) => [`xl/media/${i}.png`, new Uint8Array(1)])
		);
		expect(refusal(workbook({ sheets: { A: '' }, parts: many }))).toBe('unsafe-archive');
		for (const name of ['../../etc/passwd', '/etc/passwd', 'xl\\..\\..\\x', 'C:\\x']) {
			expect(refusal(workbook({ sheets: { A: '' }, parts: { [name]: new Uint8Array(1) } }))).toBe(
				'unsafe-archive'
			);
		}
	});
	test('a DOCTYPE, an entity, ten thousand nested elements', () => {
		const part = (text: string) =>
			workbook({ sheets: { A: '' }, parts: { 'xl/worksheets/sheet1.xml': strToU8(text) } });
		expect(refusal(part('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'))).toBe('damaged');
		expect(refusal(part('<worksheet>&a;</worksheet>'))).toBe('damaged');
		expect(refusal(sheet('<a>'.repeat(10_000) + '</a>'.repeat(10_000)))).toBe('damaged');
	});
	test('a row beyond 200,000; more cells than a tablet holds', () => {
		expect(refusal(sheet('<sheetData><row r="200001"><c><v>1</v></c></row></sheetData>'))).toBe(
			'too-many-rows'
		);
		expect(refusal(strToU8('a,b\n'.repeat(200_001)))).toBe('too-many-rows');
		expect(csv('a,b\n'.repeat(200_000))).toHaveLength(200_000);
	});
});
