/** One row of a breakdown as values, each doubt with its cell. What rows have to do with each other is `sheet.ts`. */
import { ELEMENT_CATEGORIES } from '../schedule/element-categories.ts';
import { isDate, textOf, type Cell, type Row } from '../cell.ts';
import { readChineseHeading } from './chinese-heading.ts';
import { beginsAsHeading, readHeading, type Heading } from './heading.ts';
import { hasHan, oneSpaced } from './letters.ts';
import { readCastCell, readItems, type CastCell } from './sheet-cast.ts';
import {
	readEighths,
	readEpisodeCell,
	readLight,
	readMinutes,
	readSceneNumber,
	readSeconds,
	readShootDay,
	readStatus,
	type ReadDay,
	type ReadNumber,
	type ReadStatus
} from './sheet-cells.ts';
import type { SheetColumn } from './sheet-columns.ts';
import type { IntExt, ReadElement, TimeOfDay } from './types.ts';
import type { Warn } from './warnings.ts';

/** The columns of a sheet by what they mean. */
export type Columns = ReadonlyMap<SheetColumn, readonly number[]>;

export type RowScene = {
	line: number;
	source: string;
	number: ReadNumber | null;
	episode: number | null;
	part: number;
	heading: string;
	intExt: IntExt | null;
	time: TimeOfDay | null;
	timeText: string;
	set: string;
	location: string;
	synopsis: string;
	eighths: number | null;
	minutes: number | null;
	setups: number | null;
	seconds: number | null;
	cast: CastCell[];
	elements: ReadElement[];
	day: ReadDay | null;
	order: number | null;
	status: ReadStatus | null;
	omitted: boolean;
	notes: string[];
	texts: Partial<Record<'scriptPage' | 'scriptDay' | 'sequence' | 'unit' | 'comments', string>>;
};

const OMITTED =
	/^[([（【]?\s*(?:omit(?:ted)?|scene (?:omitted|cut|deleted)|删戏?|删场|本场删除?|已删除?|删除)\s*[)\]）】]?$/i;
const TEXT_MOST = 4000;
const NONE: readonly [Cell, number][] = [];

/** `A`, `AB` … for a column counted from 0. */
const columnLetters = (column: number): string =>
	(column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

export function readRow(
	row: Row,
	line: number,
	columns: Columns,
	headers: ReadonlyMap<number, string>,
	near: number | null,
	warn: Warn
): RowScene {
	const cellsOf = (key: SheetColumn): readonly [Cell, number][] => {
		const at = columns.get(key);
		if (!at) return NONE;
		return at.flatMap((column): [Cell, number][] => {
			const cell = row[column] ?? null;
			return textOf(cell) === '' ? [] : [[cell, column]];
		});
	};
	const words = (key: SheetColumn): string =>
		cellsOf(key)
			.map(([cell]) => oneSpaced(textOf(cell).slice(0, TEXT_MOST)))
			.join(' ');
	const long = (key: SheetColumn): string[] => cellsOf(key).map(([cell]) => textOf(cell).slice(0, TEXT_MOST));
	const about = (key: SheetColumn, cell: Cell, column: number) => ({
		column: key,
		cell: `${columnLetters(column)}${line}`,
		shown: oneSpaced(textOf(cell)).slice(0, 60)
	});
	/** Reads the one cell of a column; what can't be read is said and left open. */
	const one = <T>(key: SheetColumn, reads: (cell: Cell) => T | null | undefined): T | null => {
		const [found] = cellsOf(key);
		if (!found) return null;
		const value = reads(found[0]);
		if (value === undefined || value === null) warn('cell-not-read', line, undefined, about(key, ...found));
		return value ?? null;
	};

	const episode = one('episode', readEpisodeCell);
	const [numberCell] = cellsOf('scene');
	const number = numberCell ? readSceneNumber(numberCell[0], episode ?? near) : null;
	if (numberCell && number?.repaired) {
		warn('cell-repaired', line, undefined, { ...about('scene', ...numberCell), read: number.number });
	}
	const scene: RowScene = {
		...{ line, source: words('heading') || words('set'), number, episode, part: number?.part ?? 0 },
		...{
			heading: words('heading'),
			intExt: null,
			time: null,
			timeText: '',
			set: setOf(words('set'), words('sub-set'))
		},
		...{ location: words('location'), synopsis: long('synopsis').join('\n'), eighths: null },
		minutes: one('minutes', readMinutes),
		setups: one('setups', readMinutes),
		seconds: one('seconds', readSeconds),
		cast: [],
		elements: [],
		day: dayOf(
			one('shoot-day', (cell) => orNone(readShootDay(cell)))?.day,
			one('shoot-date', (cell) => orNone(readShootDay(cell)))?.day
		),
		order: one('order', (cell) => (Number.isFinite(Number(textOf(cell))) ? Number(textOf(cell)) : null)),
		status: one('status', readStatus),
		omitted: false,
		notes: long('notes'),
		texts: {
			scriptPage: words('script-page'),
			scriptDay: words('script-day'),
			sequence: words('sequence'),
			unit: words('unit'),
			comments: long('comments').join('\n')
		}
	};
	const part = cellsOf('part')[0];
	if (part) scene.part = Number(/\d{1,3}/.exec(textOf(part[0]))?.[0] ?? scene.part);
	readLights();
	readPages();
	readPeople();
	for (const category of ELEMENT_CATEGORIES) {
		for (const [cell] of cellsOf(category)) {
			for (const name of readItems(cell)) scene.elements.push({ category, name: name.slice(0, 200) });
		}
	}
	scene.omitted =
		scene.status === 'omitted' ||
		[scene.set, scene.synopsis, scene.heading].some((text) => OMITTED.test(text));
	if (OMITTED.test(scene.set)) scene.set = '';
	return scene;

	function readLights(): void {
		for (const key of ['light', 'int-ext', 'time'] as const) {
			for (const [cell, column] of cellsOf(key)) {
				const text = oneSpaced(textOf(cell)).slice(0, 60);
				const light = readLight(text);
				if (!light) {
					warn('cell-not-read', line, undefined, about(key, cell, column));
					continue;
				}
				scene.intExt ??= light.intExt;
				scene.time ??= light.time;
				if (light.time && key === 'time') scene.timeText = text;
			}
		}
		const heading = headingOf(scene.heading || (beginsAsHeading(scene.set) ? scene.set : ''));
		if (!heading) return;
		scene.intExt ??= heading.intExt;
		scene.time ??= heading.time;
		if (!scene.timeText) scene.timeText = heading.timeText;
		if (!scene.set || beginsAsHeading(scene.set)) scene.set = heading.set;
		if (heading.omitted) scene.omitted = true;
		if (!scene.number && heading.number) {
			scene.number = { number: heading.number, episode: heading.episode, part: 0, repaired: false };
		}
	}

	function readPages(): void {
		for (const key of ['pages', 'eighths'] as const) {
			const [found] = cellsOf(key);
			if (!found || scene.eighths !== null) continue;
			const [cell, column] = found;
			const read = readEighths(cell, key === 'eighths');
			if (!read) {
				warn('cell-not-read', line, undefined, about(key, cell, column));
				continue;
			}
			scene.eighths = read.eighths;
			const said = { ...about(key, cell, column), read: `${read.eighths}/8` };
			if (read.repaired) warn('cell-repaired', line, undefined, said);
			else if (read.rounded) warn('cell-rounded', line, undefined, said);
		}
	}

	function readPeople(): void {
		for (const [cell, column] of cellsOf('cast')) {
			const cast = readCastCell(cell);
			scene.cast.push(cast);
			if (cast.repaired) {
				warn('cell-repaired', line, undefined, {
					...about('cast', cell, column),
					read: cast.numbers.join(', ')
				});
			}
			for (const name of cast.background) scene.elements.push({ category: 'background', name });
		}
		for (const [cell, column] of cellsOf('cast-member')) {
			const name = headers.get(column);
			if (name && !/^(?:0|-|no?|否|无)$/i.test(textOf(cell))) scene.cast.push(readCastCell(name));
		}
	}
}

/** A day's number and its date may stand in a column each. */
function dayOf(day: ReadDay | null | undefined, date: ReadDay | null | undefined): ReadDay | null {
	if (!day || !date) return day ?? date ?? null;
	return { number: day.number ?? date.number, date: day.date ?? date.date, label: day.label };
}

/** `TBD` says that there is no day, which is not the same as saying nothing that can be read. */
const orNone = (day: ReadDay | null | undefined): { day: ReadDay | null } | null =>
	day === undefined ? null : { day };

/** A heading in a cell: INT. VILLA - DAY, 1-1 日 内 别墅, or a set that was written as one. */
function headingOf(text: string): Heading | null {
	if (text === '') return null;
	return (
		readHeading(text, false) ??
		readChineseHeading(text, { afterBlank: true, lastNumber: null, labelBelow: false, labelled: true }) ??
		null
	);
}

/** 主场景 and 次场景 as one set: 别墅·客厅, VILLA - KITCHEN. */
function setOf(set: string, room: string): string {
	if (!room || room === set) return set;
	if (!set) return room;
	return hasHan(set + room) ? `${set}·${room}` : `${set} - ${room}`;
}

/** Does the row name anything a scene has, beside a number? */
export const saysScene = (row: Row, columns: Columns): boolean =>
	(['heading', 'set', 'synopsis', 'pages', 'eighths', 'light', 'cast'] as const).filter((key) =>
		columns.get(key)?.some((column) => {
			const cell = row[column];
			return textOf(cell) !== '' || isDate(cell);
		})
	).length >= 2;
