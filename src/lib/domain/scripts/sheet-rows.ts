/** What a row of a sheet is, when it isn't a scene. */
import type { Cell, Row } from '../cell.ts';
import { textOf } from '../cell.ts';
import { foldWidth, oneSpaced } from './letters.ts';
import { findWrittenDay, readShootDay, type ReadDay } from './sheet-cells.ts';
import type { SheetMatching } from './sheet-header.ts';

/** A row that was understood, and is no scene. Rows are counted from 1, as the sheet shows them. */
export type SkippedRow = {
	readonly row: number;
	readonly why: 'header' | 'total' | 'day-break' | 'banner';
	readonly text: string;
};

const TOTAL = /^(?:grand\s+|sub-?)?totals?\b|^sum\b|^(?:合计|总计|小计|共计|总页数|总场数|总场次|汇总)/i;
const BREAK =
	/^(?:[-–—=*\s]*)(end\s+(?:of\s+)?)?(?:shoot(?:ing)?\s*)?day\s*#?\s*\d{1,3}\b|^(?:[-–—=*\s]*)第\s*[0-9一二三四五六七八九十百]{1,4}\s*(?:个?拍摄日|天)|^(?:[-–—=*\s]*)拍摄(?:日|第)\s*\d|^day\s*break|^分日线/i;
const BANNER =
	/^(?:company\s+move|unit\s+move|move\s+to|lunch|meal|dinner|break|wrap|转场|放饭|午餐|午饭|晚餐|晚饭|休息|收工|开机|杀青)/i;

export type DayBreak = { readonly end: boolean; readonly day: ReadDay };

/** A day break names its day before it (`Day 2`) or after it (`End of Day 1 — Tue 10 Nov — 12 3/8 pages`). */
export function readBreak(text: string): DayBreak | null {
	const match = BREAK.exec(text);
	if (!match || text.length > 200) return null;
	const bare = text.replace(/^[-–—=*\s]+/, '');
	const day = readShootDay(bare.slice(0, 60)) ?? { number: null, date: null, label: bare.slice(0, 60) };
	const date = day.date ?? findWrittenDay(text);
	return { end: match[1] !== undefined || /结束|收工|完\s*$|end\b/i.test(bare), day: { ...day, date } };
}

/** The words of a row from left to right, as far as they say what it is. */
export const rowText = (row: Row): string =>
	oneSpaced(
		foldWidth(
			row
				.filter((cell): cell is Exclude<Cell, null> => textOf(cell) !== '')
				.slice(0, 6)
				.map((cell) => textOf(cell).slice(0, 100))
				.join(' ')
		)
	);

/** Is it the headings again, as a print has them on every page? */
export function isHeaderAgain(row: Row, matching: SheetMatching): boolean {
	const named = matching.columns.filter(({ header }) => header !== '');
	const same = named.filter(({ column, header }) => textOf(row[column]) === header).length;
	return same >= 2 && same * 2 >= named.length;
}

/** Why a row without a scene's number is none, or null where nobody knows. */
export function whyNoScene(text: string): 'total' | 'day-break' | 'banner' | null {
	if (TOTAL.test(text)) return 'total';
	if (BREAK.test(text)) return 'day-break';
	return BANNER.test(text) ? 'banner' : null;
}
