/** The parts of a workbook that its sheets need: which sheets there are, their texts, their date formats. */
import { dateFormat, type DateFormat } from './number-format.ts';
import { LIMITS } from './limits.ts';
import { Refused } from './types.ts';
import { readPart } from './xml.ts';
import type { Archive } from './zip.ts';

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly path: string };

export type Workbook = {
	readonly sheets: readonly SheetPart[];
	/** texts that cells name by number */
	readonly strings: readonly string[];
	/** by style number: how its dates look; null for styles of numbers and text */
	readonly styles: readonly (DateFormat | null)[];
	/** days are counted from 1904, as Excel for the Mac once did */
	readonly from1904: boolean;
};

export function readWorkbook(archive: Archive): Workbook {
	const path =
		archive.names.find((name) => /^\/?xl\/workbook[^/]*\.xml$/i.test(name)) ?? findWorkbook(archive);
	const targets = readRelations(archive, path);
	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	const sheets: SheetPart[] = [];
	let from1904 = false;
	const found = readPart(archive, path, {
		open(name, attributes) {
			if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
			if (name !== 'sheet') return;
			const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key) && key !== 'sheetId')?.[1];
			const target = targets.get(id ?? '')?.target;
			if (!target) return;
			sheets.push({
				name: attributes.name ?? '',
				hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
				path: resolve(folder, target)
			});
		}
	});
	if (!found) throw new Refused('damaged', { where: path });
	const part = (kind: string): string => {
		const target = [...targets.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target;
		return target ? resolve(folder, target) : '';
	};
	const strings = readStrings(archive, part('sharedStrings'));
	return { sheets, strings, styles: readStyles(archive, part('styles')), from1904 };
}

/** Writers other than Excel may put the workbook elsewhere; the archive's own relations say where. */
function findWorkbook(archive: Archive): string {
	const main = [...readRelations(archive, '').values()].find(({ type }) => type.endsWith('/officeDocument'));
	if (!main) throw new Refused('damaged', { where: 'xl/workbook.xml' });
	return resolve('', main.target);
}

type Relation = { readonly type: string; readonly target: string };

function readRelations(archive: Archive, of: string): Map<string, Relation> {
	const at = of.lastIndexOf('/') + 1;
	const relations = new Map<string, Relation>();
	readPart(archive, `${of.slice(0, at)}_rels/${of.slice(at)}.rels`, {
		open(name, { Id, Type, Target, TargetMode }) {
			if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
			relations.set(Id, { type: Type ?? '', target: Target });
		}
	});
	return relations;
}

/** `worksheets/sheet1.xml`, `/xl/worksheets/sheet1.xml`, `../xl/…` as names of the archive. */
function resolve(folder: string, target: string): string {
	if (target.startsWith('/')) return target.slice(1);
	const steps: string[] = [];
	for (const step of `${folder}${target}`.split('/')) {
		if (step === '..') steps.pop();
		else if (step !== '.' && step !== '') steps.push(step);
	}
	return steps.join('/');
}

/** Plain and rich texts; readings above Chinese and Japanese characters (`rPh`) are none of the text. */
function readStrings(archive: Archive, path: string): string[] {
	const strings: string[] = [];
	let pieces = '';
	let inText = false;
	let reading = false;
	let total = 0;
	readPart(archive, path, {
		open(name) {
			if (name === 'si') pieces = '';
			else if (name === 'rPh') reading = true;
			else inText = name === 't' && !reading;
		},
		close(name) {
			if (name === 'rPh') reading = false;
			if (name === 't') inText = false;
			if (name !== 'si') return;
			strings.push(unescapeText(pieces));
			total += pieces.length;
			if (strings.length > LIMITS.cells || total > LIMITS.text) {
				throw new Refused('too-many-cells', { where: path, limit: LIMITS.cells });
			}
		},
		text(text) {
			if (inText && pieces.length <= LIMITS.cellText) pieces += text;
		}
	});
	return strings;
}

/** `_x000D_`: characters that XML can't hold. */
export const unescapeText = (text: string): string =>
	text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		: text;

function readStyles(archive: Archive, path: string): (DateFormat | null)[] {
	const codes = new Map<number, string>();
	const styles: (DateFormat | null)[] = [];
	let inCells = false;
	readPart(archive, path, {
		open(name, { numFmtId, formatCode }) {
			if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
			else if (name === 'cellXfs') inCells = true;
			else if (name === 'xf' && inCells && styles.length < 70_000) {
				styles.push(dateFormat(Number(numFmtId ?? 0), codes.get(Number(numFmtId ?? 0))));
			}
		},
		close(name) {
			if (name === 'cellXfs') inCells = false;
		}
	});
	return styles;
}
