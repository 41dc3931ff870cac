/** Goes down the rows of a sheet: which are scenes, and on which day and in which episode each lies. */
import { textOf, type Cell, type Row } from '../cell.ts';
import { readEpisodeLine } from './episode.ts';
import { SCENES_MOST } from './reading.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { BreakDays, SeenDays } from './sheet-days.ts';
import type { SheetMatching } from './sheet-header.ts';
import { readRow, saysScene, type Columns, type RowScene } from './sheet-row.ts';
import { isHeaderAgain, readBreak, rowText, whyNoScene, type SkippedRow } from './sheet-rows.ts';
import type { ReadEpisode } from './types.ts';
import { shorten, type Warn } from './warnings.ts';

export type Found = {
	scenes: RowScene[];
	episodes: ReadEpisode[];
	days: SeenDays;
	skipped: SkippedRow[];
	/** Does the sheet say days, parts or states at all? */
	placed: boolean;
};

/** The scenes of a sheet, and what stands between them. */
export function scanRows(rows: readonly Row[], matching: SheetMatching, columns: Columns, warn: Warn): Found {
	const found: Found = { scenes: [], episodes: [], days: new SeenDays(), skipped: [], placed: false };
	if (matching.headerRow === null && columns.size === 0) warn('sheet-no-header', 1);
	else if (!columns.has('scene') && !columns.has('heading') && !columns.has('set')) {
		warn('sheet-no-column', (matching.headerRow ?? 0) + 1, undefined, { column: 'scene' });
	}
	if (columns.size === 0) return found;
	const headers = new Map(matching.columns.map(({ column, header }) => [column, header]));
	const fill = fillsDown(rows, matching.firstRow, columns, warn);
	const breaks = new BreakDays<RowScene>((row, day) => (row.day = found.days.see(day)));
	let episode: number | null = null;
	let near: number | null = null;

	for (let at = matching.firstRow; at < rows.length; at++) {
		const written = rows[at] as Row;
		const line = at + 1;
		const text = written.length === 0 ? '' : rowText(written);
		if (text === '') continue;
		const skip = (why: SkippedRow['why']): void =>
			void found.skipped.push({ row: line, why, text: shorten(text, 120) });
		if (isHeaderAgain(written, matching)) {
			skip('header');
			continue;
		}
		const why = whyNoScene(text);
		if (why === 'total') {
			skip('total');
			continue;
		}
		const row = fill(written);
		const scene = readRow(row, line, columns, headers, episode ?? near, why ? () => {} : warn);
		if (!scene.number && (why || !saysScene(row, columns))) {
			const named = readEpisodeLine(text, true);
			const ended = why === 'day-break' ? readBreak(text) : null;
			if (ended) breaks.break(ended);
			else if (/^(?:boneyard|unscheduled|待排|未排)/i.test(text)) breaks.boneyard();
			else if (named) {
				episode = named.number;
				found.episodes.push({ number: named.number, title: named.title, synopsis: '', line });
			}
			if (why || ended || named || /^(?:boneyard|unscheduled|待排|未排)/i.test(text)) skip(why ?? 'banner');
			else warn('row-not-read', line, shorten(text));
			continue;
		}
		// A total that stands in a row of its own words, or a break with a number beside it.
		if (why && scene.number && why !== 'banner' && !scene.set && !scene.heading && scene.cast.length === 0) {
			const ended = readBreak(text);
			if (ended) {
				breaks.break(ended);
				skip('day-break');
				continue;
			}
		}
		scene.episode ??= episode;
		near = scene.episode ?? scene.number?.episode ?? near;
		if (scene.day) scene.day = found.days.see(scene.day);
		else if (!columns.has('shoot-day') && !columns.has('shoot-date')) breaks.row(scene);
		found.scenes.push(scene);
		if (found.scenes.length >= SCENES_MOST && at + 1 < rows.length) {
			warn('too-many-scenes', line + 1, undefined, { limit: SCENES_MOST });
			break;
		}
	}
	found.placed =
		breaks.any ||
		['shoot-day', 'shoot-date', 'order', 'status', 'part'].some((key) => columns.has(key as SheetColumn));
	return found;
}

/** Gives a row what was written once above it and holds for it: the episode, the day. Said, since it is a reading. */
function fillsDown(rows: readonly Row[], firstRow: number, columns: Columns, warn: Warn): (row: Row) => Row {
	const once: number[] = [];
	for (const key of ['episode', 'shoot-day', 'shoot-date'] as const) {
		const column = columns.get(key)?.[0];
		if (column === undefined || !isWrittenOnce(rows, firstRow, columns, key)) continue;
		// A date here and there beside a full column of days is a remark, not a heading for the rows below.
		if (
			key === 'shoot-date' &&
			columns.has('shoot-day') &&
			!once.includes(columns.get('shoot-day')?.[0] ?? -1)
		)
			continue;
		once.push(column);
		warn('written-once', firstRow + 1, undefined, { column: key });
	}
	const last = new Map<number, Cell>();
	return (row) => {
		let filled: Cell[] | null = null;
		for (const column of once) {
			const cell = row[column] ?? null;
			if (textOf(cell) !== '') last.set(column, cell);
			else if (last.has(column)) {
				filled ??= Array.from({ length: Math.max(row.length, column + 1) }, (_, c) => row[c] ?? null);
				filled[column] = last.get(column) ?? null;
			}
		}
		return filled ?? row;
	};
}

/**
 * Is a value written once and meant for the rows below it (第1天, or merged on paper)? Then its column is mostly
 * empty, its first row isn't, and two values or more stand there, each once.
 */
function isWrittenOnce(rows: readonly Row[], firstRow: number, columns: Columns, key: SheetColumn): boolean {
	const column = columns.get(key)?.[0];
	const scene = columns.get('scene')?.[0] ?? columns.get('heading')?.[0];
	if (column === undefined || scene === undefined) return false;
	const values = rows
		.slice(firstRow)
		.filter((row) => textOf(row[scene]) !== '')
		.map((row) => textOf(row[column]));
	const filled = values.filter((value) => value !== '');
	return (
		values[0] !== '' &&
		filled.length > 1 &&
		filled.length * 2 <= values.length &&
		new Set(filled).size === filled.length
	);
}
