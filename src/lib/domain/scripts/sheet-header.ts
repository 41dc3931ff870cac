/** Finds the row with the headings and says what each column means: a proposal that a person can correct. */
import { isDate, textOf, type Cell, type Row } from '../cell.ts';
import { readNumeral } from './letters.ts';
import { readEighths, readEpisodeCell, readLight, readSceneNumber, readShootDay } from './sheet-cells.ts';
import { columnOf, mayRepeat, type SheetColumn } from './sheet-columns.ts';
import { shorten } from './warnings.ts';

/** What one column means. Columns are counted from 0. */
export type ColumnMatch = {
	readonly column: number;
	/** the heading as written; '' where there is none */
	readonly header: string;
	/** null: not understood, and left out */
	readonly key: SheetColumn | null;
	/** 0–1; 1 where a person said so */
	readonly confidence: number;
	/** the first values under it, shortened */
	readonly samples: readonly string[];
};

/** What every column means, and where the rows begin. Rows are counted from 0. */
export type SheetMatching = {
	/** null: no row looks like headings */
	readonly headerRow: number | null;
	readonly firstRow: number;
	readonly columns: readonly ColumnMatch[];
};

/** Headings stand near the top, below the title, the date and the logo. */
const LOOK_AT = 50;
const SAMPLES = 40;

/**
 * Proposes what the columns of a sheet mean: by their headings in either language, checked against the values below.
 * The row of headings is the one that names most known columns, wherever titles above it put it; with a second row
 * of headings below (演员 above 林晚, 陈默 …) both are read.
 */
export function matchColumns(rows: readonly Row[]): SheetMatching {
	const headerRow = findHeader(rows);
	if (headerRow === null) {
		const width = Math.max(0, ...rows.slice(0, LOOK_AT).map((row) => row.length));
		const columns = Array.from({ length: width }, (_, column) => ({
			...{ column, header: '', key: null, confidence: 0 },
			samples: samplesOf(rows, 0, column)
				.slice(0, 4)
				.map((cell) => shorten(textOf(cell), 40))
		}));
		return { headerRow: null, firstRow: 0, columns };
	}
	const { headings, firstRow } = headingsOf(rows, headerRow);
	const proposals = headings.map((heading, column) =>
		propose(heading, samplesOf(rows, firstRow, column), column)
	);
	return { headerRow, firstRow, columns: oneEach(markCast(proposals, rows, firstRow, headings)) };
}

function findHeader(rows: readonly Row[]): number | null {
	let best: { row: number; score: number } | null = null;
	rows.slice(0, LOOK_AT).forEach((row, at) => {
		const keys = new Set<SheetColumn>();
		let sure = 0;
		for (const cell of row) {
			if (typeof cell !== 'string') continue;
			const found = columnOf(cell);
			if (!found || found.confidence < 0.8 || keys.has(found.key)) continue;
			keys.add(found.key);
			sure += found.confidence;
		}
		const score = keys.size < 2 ? 0 : sure;
		if (score > (best?.score ?? 0)) best = { row: at, score };
	});
	return (best as { row: number } | null)?.row ?? null;
}

/** The headings by column. A group's heading above two or more names holds for all of them. */
function headingsOf(rows: readonly Row[], headerRow: number): { headings: Heading[]; firstRow: number } {
	const first = rows[headerRow] ?? [];
	const second = rows[headerRow + 1] ?? [];
	const below = second.filter((cell, c) => typeof cell === 'string' && textOf(first[c]) === '').length;
	// A row of its own values says something under 场次; a second row of headings doesn't.
	const sceneColumn = first.findIndex((cell) => columnOf(textOf(cell))?.key === 'scene');
	const isSecond =
		below >= 2 &&
		second.every((cell) => cell === null || typeof cell === 'string') &&
		(sceneColumn < 0 ||
			textOf(second[sceneColumn]) === '' ||
			textOf(second[sceneColumn]) === textOf(first[sceneColumn]));
	const width = Math.max(first.length, isSecond ? second.length : 0);
	let group = '';
	const headings = Array.from({ length: Math.max(width, widest(rows, headerRow)) }, (_, c): Heading => {
		const own = textOf(first[c]);
		if (own !== '') group = own;
		const under = isSecond ? textOf(second[c]) : '';
		return { text: under || own, group: under && under !== group ? group : '' };
	});
	return { headings, firstRow: headerRow + (isSecond ? 2 : 1) };
}

type Heading = { readonly text: string; readonly group: string };

const widest = (rows: readonly Row[], from: number): number =>
	rows.slice(from, from + SAMPLES).reduce((most, row) => Math.max(most, row.length), 0);

function samplesOf(rows: readonly Row[], firstRow: number, column: number): Cell[] {
	const samples: Cell[] = [];
	for (let at = firstRow; at < rows.length && at < firstRow + 400 && samples.length < SAMPLES; at++) {
		const cell = rows[at]?.[column] ?? null;
		if (textOf(cell) !== '') samples.push(cell);
	}
	return samples;
}

function propose(heading: Heading, samples: readonly Cell[], column: number): ColumnMatch {
	const named = columnOf(heading.text) ?? (heading.group ? columnOf(heading.group) : null);
	const key = named && settle(named.key, samples);
	const short = samples.slice(0, 4).map((cell) => shorten(textOf(cell).replace(/\s+/g, ' '), 40));
	return {
		column,
		header: heading.text,
		key: key ?? null,
		confidence: key ? named.confidence : 0,
		samples: short
	};
}

/** The share of values a reader makes something of. */
const share = (samples: readonly Cell[], reads: (cell: Cell) => boolean): number =>
	samples.length === 0 ? 0 : samples.filter(reads).length / samples.length;

/** Words with several meanings are settled by what stands below them. */
function settle(key: SheetColumn, samples: readonly Cell[]): SheetColumn | null {
	if (samples.length === 0) return key;
	const lit = share(samples, (cell) => typeof cell === 'string' && readLight(cell.trim()) !== null);
	const dated = share(samples, (cell) => isDate(cell) && cell.day !== null);
	const numbered = share(samples, (cell) => readSceneNumber(cell, null) !== null);
	switch (key) {
		case 'time': // 时间 may be the time of day, or when it is shot
			return lit >= 0.4 ? key : dated >= 0.5 ? 'shoot-date' : lit > 0 ? key : null;
		case 'shoot-day': // `Day` over D and N
			return lit >= 0.6 && share(samples, (cell) => readShootDay(cell) !== undefined) < 0.5 ? 'time' : key;
		case 'pages': // `Page` over 1, 2, 3 … 40 is the page it begins on
			return isRising(samples) && share(samples, isFraction) === 0 ? 'script-page' : key;
		case 'set': // 场景 over 1, 2, 3 … is a number
			return numbered >= 0.9 ? 'scene' : key;
		case 'scene': // 场 over names of places
			return numbered >= 0.2
				? key
				: lit >= 0.6
					? 'light'
					: share(samples, (c) => typeof c === 'string') > 0.8
						? 'set'
						: key;
		case 'episode':
			return share(samples, (cell) => readEpisodeCell(cell) !== null) >= 0.3 ? key : null;
		default:
			return key;
	}
}

const isFraction = (cell: Cell): boolean =>
	typeof cell === 'number'
		? !Number.isInteger(cell)
		: isDate(cell) || textOf(cell).includes('/') || readEighths(cell) === null;

function isRising(samples: readonly Cell[]): boolean {
	const values = samples.map((cell) => (typeof cell === 'number' ? cell : readNumeral(textOf(cell))));
	if (values.length < 5 || values.some((value) => value === null)) return false;
	const last = values.at(-1) ?? 0;
	return last >= 8 && values.every((value, i) => i === 0 || (value ?? 0) >= (values[i - 1] ?? 0));
}

const MARK = /^(?:[√✓✔●○◎■▲★*xX×yY1是有]|yes)$/;

/** Columns headed by a name in which scenes are ticked: one character each. Only beside columns that are known. */
function markCast(
	columns: readonly ColumnMatch[],
	rows: readonly Row[],
	firstRow: number,
	headings: readonly Heading[]
): ColumnMatch[] {
	const knowsScenes = columns.some(({ key }) => key === 'scene' || key === 'heading');
	return columns.map((match) => {
		const heading = headings[match.column];
		const inCast = heading?.group ? columnOf(heading.group)?.key === 'cast' : false;
		if (!knowsScenes || !match.header || !/\p{L}/u.test(match.header)) return match;
		if (match.key !== null && !(inCast && match.key === 'cast')) return match;
		const samples = samplesOf(rows, firstRow, match.column);
		const marked = share(samples, (cell) => MARK.test(textOf(cell)) || textOf(cell) === match.header);
		if (samples.length === 0 ? !inCast : marked < 0.9) return match;
		return { ...match, key: 'cast-member', confidence: inCast ? 0.9 : 0.6 };
	});
}

/** Of two columns that mean the same the surer one has it, then the left one. */
function oneEach(columns: readonly ColumnMatch[]): ColumnMatch[] {
	const owner = new Map<SheetColumn, ColumnMatch>();
	for (const match of columns) {
		if (!match.key || mayRepeat(match.key)) continue;
		const before = owner.get(match.key);
		if (!before || match.confidence > before.confidence) owner.set(match.key, match);
	}
	return columns.map((match) =>
		match.key && !mayRepeat(match.key) && owner.get(match.key) !== match
			? { ...match, key: null, confidence: 0 }
			: match
	);
}
