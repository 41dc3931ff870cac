/** Workbooks made by hand, as other programs write them: parts as XML, zipped. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export type WorkbookIn = {
	/** the inside of `<worksheet>` by sheet name, in order */
	readonly sheets: Readonly<Record<string, string>>;
	/** the inside of `<sst>` */
	readonly strings?: string;
	/** the inside of `<styleSheet>` */
	readonly styles?: string;
	readonly from1904?: boolean;
	/** further parts, or parts in place of those made here */
	readonly parts?: Zippable;
	readonly hidden?: readonly string[];
};

/** Rows of cells as XML: a text becomes an inline string, a number a number, XML in a `<c` stays. */
export const sheetData = (rows: readonly (readonly (string | number | null)[])[]): string =>
	`<sheetData>${rows
		.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, r, c)).join('')}</row>`)
		.join('')}</sheetData>`;

function cellXml(cell: string | number | null, row: number, column: number): string {
	if (cell === null) return '';
	const at = `${String.fromCharCode(65 + column)}${row + 1}`;
	if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
	if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${at}"`);
	const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

export function workbook({ sheets, strings, styles, from1904, parts, hidden = [] }: WorkbookIn): Uint8Array {
	const names = Object.keys(sheets);
	const relation = (id: string, type: string, target: string): string =>
		`<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
	const files: Zippable = {
		'[Content_Types].xml': strToU8('<Types/>'),
		'_rels/.rels': strToU8(
			`<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`
		),
		'xl/workbook.xml': strToU8(
			`<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
				.map(
					(name, i) =>
						`<sheet name="${name}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`
				)
				.join('')}</sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			`<Relationships xmlns="${PACKAGE}">${names
				.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
				.join('')}${strings ? relation('rIdS', 'sharedStrings', 'sharedStrings.xml') : ''}${
				styles ? relation('rIdT', 'styles', 'styles.xml') : ''
			}</Relationships>`
		)
	};
	names.forEach((name, i) => {
		files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
			`<worksheet xmlns="${MAIN}">${sheets[name]}</worksheet>`
		);
	});
	if (strings) files['xl/sharedStrings.xml'] = strToU8(`<sst xmlns="${MAIN}">${strings}</sst>`);
	if (styles) files['xl/styles.xml'] = strToU8(`<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`);
	return zipSync({ ...files, ...parts });
}
