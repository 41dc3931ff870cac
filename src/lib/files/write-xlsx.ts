/**
 * Writes workbooks. Source: ECMA-376 part 1, 18 (SpreadsheetML), the least that spreadsheet programs want: one
 * part a sheet, shared texts, five styles.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { isDate, serialOf, type Cell, type Row } from '#lib/domain/cell.ts';
import { defuse } from './guard.ts';
import { LIMITS } from './limits.ts';

/** One sheet to write; its first row is the heading. Widths are in characters, as a spreadsheet counts them. */
export type SheetOut = {
	readonly name: string;
	readonly widths: readonly number[];
	readonly rows: readonly Row[];
};

/**
 * Sheets as the bytes of a workbook: a bold heading that stays when the rest scrolls, columns as wide as asked.
 * Text is kept as text (`@`), so that `1/8` and `3-1` stay what they are even after somebody edits the cell; dates
 * are dates, numbers numbers; text that begins as a formula has an apostrophe.
 */
export function writeXlsx(sheets: readonly SheetOut[]): Uint8Array {
	const texts = new Map<string, number>();
	const names = sheetNames(sheets.map(({ name }) => name));
	const files: Zippable = {
		'[Content_Types].xml': part(CONTENT_TYPES(names.length)),
		'_rels/.rels': part(relations([['officeDocument', 'xl/workbook.xml']])),
		'xl/workbook.xml': part(workbookXml(names)),
		'xl/_rels/workbook.xml.rels': part(
			relations([
				...names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
				['styles', 'styles.xml'],
				['sharedStrings', 'sharedStrings.xml']
			])
		),
		'xl/styles.xml': part(STYLES)
	};
	sheets.forEach((sheet, i) => (files[`xl/worksheets/sheet${i + 1}.xml`] = part(sheetXml(sheet, texts))));
	const items = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`);
	files['xl/sharedStrings.xml'] = part(
		`<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`
	);
	// The same sheets give the same bytes: no time of writing inside.
	return zipSync(files, { mtime: '1980-01-01T00:00:00' });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const part = (xml: string): Uint8Array =>
	strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);

const CONTENT_TYPES = (sheets: number): string => {
	const override = (name: string, kind: string): string =>
		`<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`;
	return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}${Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}`, 'worksheet')).join('')}</Types>`;
};

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
	`<Relationships xmlns="${PACKAGE}/relationships">${targets
		.map(([type, to], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${to}"/>`)
		.join('')}</Relationships>`;

const workbookXml = (names: readonly string[]): string =>
	`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
		.map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
		.join('')}</sheets></workbook>`;

/** Styles by number: plain, heading, text, text of several lines, day. */
const PLAIN = 0;
const HEADING = 1;
const TEXT = 2;
const LINES = 3;
const DAY = 4;
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${[
	[0, 0, ''],
	[49, 1, '<alignment vertical="top" wrapText="1"/>'],
	[49, 0, '<alignment vertical="top"/>'],
	[49, 0, '<alignment vertical="top" wrapText="1"/>'],
	[164, 0, '<alignment vertical="top"/>']
]
	.map(
		([format, font, inner]) =>
			`<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${inner}</xf>`
	)
	.join(
		''
	)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml({ rows, widths }: SheetOut, texts: Map<string, number>): string {
	const columns = widths.map(
		(width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
	);
	const lines = rows.map((row, r) => {
		const cells = row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`, r === 0, texts));
		return `<row r="${r + 1}">${cells.join('')}</row>`;
	});
	const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
	return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${columns.length ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, at: string, heading: boolean, texts: Map<string, number>): string {
	if (cell === null || cell === '') return '';
	if (typeof cell === 'number') {
		return Number.isFinite(cell) ? `<c r="${at}" s="${PLAIN}"><v>${cell}</v></c>` : '';
	}
	if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
	if (isDate(cell) && cell.day) return `<c r="${at}" s="${DAY}"><v>${serialOf(cell.day)}</v></c>`;
	const text = defuse(isDate(cell) ? cell.shown : cell).slice(0, LIMITS.cellText);
	const number = texts.get(text) ?? texts.size;
	texts.set(text, number);
	return `<c r="${at}" s="${heading ? HEADING : text.includes('\n') ? LINES : TEXT}" t="s"><v>${number}</v></c>`;
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
	const rest = Math.floor(column / 26);
	return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text inside XML. What XML can't hold, and a text that looks like the way round it, is written as `_x000D_`
 * (ECMA-376 part 1, 22.9.2.19).
 */
const escape = (text: string): string =>
	text
		.toWellFormed()
		.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
		.replace(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/g, (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, '0')}_`)
		.replace(/[&<>"]/g, (c) => NAMED[c] as string);

/** Sheet names have 31 characters, none of `\ / ? * [ ] :`, and are each there once whatever their case. */
function sheetNames(names: readonly string[]): string[] {
	const taken = new Set<string>();
	return names.map((name, i) => {
		const plain =
			name
				.replace(/[\\/?*[\]:\0-\x1F]/g, ' ')
				.replace(/^'+|'+$/g, '')
				.trim() || `Sheet${i + 1}`;
		let unique = plain.slice(0, 31);
		for (let n = 2; taken.has(unique.toLowerCase()); n++) {
			unique = `${plain.slice(0, 31 - ` ${n}`.length)} ${n}`;
		}
		taken.add(unique.toLowerCase());
		return unique;
	});
}
