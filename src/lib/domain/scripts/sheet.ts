/** Reads a breakdown or a schedule that a crew keeps in a spreadsheet. */
import type { Row } from '../cell.ts';
import { hasHan } from './letters.ts';
import { suggestMerges } from './merge.ts';
import { numberScenes } from './numbers.ts';
import { readCastList, type CastList } from './sheet-cast.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { matchColumns, type SheetMatching } from './sheet-header.ts';
import { castOf, charactersOf } from './sheet-people.ts';
import type { Columns } from './sheet-row.ts';
import { scanRows } from './sheet-scan.ts';
import { groupParts, sceneOf, type Group } from './sheet-scene.ts';
import type { ReadSheet } from './sheet-types.ts';
import type { ReadEpisode, ReadScene, ReadSet } from './types.ts';
import { collectWarnings } from './warnings.ts';

/**
 * Reads the rows of a sheet as scenes with what the sheet says of each: cast by number or name, elements, and where
 * it is shot. Columns mean what `matching` says (a proposal of `matchColumns`, corrected by a person); `cast` names
 * the board numbers where the list stands in another sheet (`readCastList`). Several rows of one scene are its
 * parts. Never throws; what is doubtful is in `warnings`, with the row as `line` and the cell in `data.cell`.
 *
 * @example
 * const read = readSheet(table.rows);
 * preview(read.scenes, read.warnings); correct(read.matching);
 */
export function readSheet(
	rows: readonly Row[],
	matching: SheetMatching = matchColumns(rows),
	cast: CastList = new Map()
): ReadSheet {
	const { warn, list } = collectWarnings();
	const columns = byMeaning(matching);
	const found = scanRows(rows, matching, columns, warn);
	const people = castOf(
		found.scenes,
		columns.has('cast-number') && columns.has('cast-name') ? join(cast, readCastList(rows)) : cast,
		warn
	);
	const groups = groupParts(found.scenes);
	const style = hasHan(matching.columns.map(({ header }) => header).join(''))
		? ('chinese' as const)
		: ('fountain' as const);
	settleEpisodes(groups, style);
	const numbers = numberScenes(
		groups.map(({ first }) => ({
			style,
			number: first.number?.number ?? null,
			episode: first.episode,
			line: first.line,
			source: first.source
		})),
		warn
	);
	const spelled = new Map<string, string>();
	const scenes = groups.map((group, i) =>
		sceneOf(group, numbers[i] ?? String(i + 1), people.names, spelled, found.placed, warn)
	);
	if (columns.size > 0 && !columns.has('pages') && !columns.has('eighths') && scenes.length > 0) {
		warn('sheet-no-column', (matching.headerRow ?? 0) + 1, undefined, { column: 'pages' });
	}
	const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);
	const sets = setsOf(scenes);
	const characters = charactersOf(scenes, people);
	return {
		format: 'sheet',
		title: null,
		mode: style,
		scenes,
		episodes: episodesOf(found.episodes, scenes),
		cast: characters,
		sets,
		mergeSuggestions: [
			...suggestMerges('character', names(characters)),
			...suggestMerges('set', names(sets))
		],
		notes: [],
		warnings: list(),
		eighths: scenes.reduce((sum, { eighths }) => sum + eighths, 0),
		matching,
		days: found.days.days,
		skipped: found.skipped
	};
}

function byMeaning(matching: SheetMatching): Columns {
	const columns = new Map<SheetColumn, number[]>();
	for (const { key, column } of matching.columns) {
		if (key) columns.set(key, [...(columns.get(key) ?? []), column]);
	}
	// A sheet with places but no sets means its sets by them.
	const places = columns.get('location');
	if (places && !columns.has('set') && !columns.has('heading')) {
		columns.set('set', places);
		columns.delete('location');
	}
	return columns;
}

const join = (a: CastList, b: CastList): CastList => new Map([...b, ...a]);

/** `3-1` is scene 1 of episode 3 where the sheet numbers so throughout, or writes Chinese. */
function settleEpisodes(groups: readonly Group[], style: 'chinese' | 'fountain'): void {
	const dashed = groups.filter(({ first }) => first.number?.episode != null).length;
	const usual = style === 'chinese' || dashed * 10 >= groups.length * 6;
	if (!usual) return;
	for (const { rows } of groups) for (const row of rows) row.episode ??= row.number?.episode ?? null;
}

function setsOf(scenes: readonly ReadScene[]): ReadSet[] {
	const counts = new Map<string, number>();
	for (const { set } of scenes) if (set) counts.set(set, (counts.get(set) ?? 0) + 1);
	return [...counts].map(([name, count]) => ({ name, scenes: count }));
}

/** Episodes by number: those with a line of their own, and those scenes name. */
function episodesOf(lines: readonly ReadEpisode[], scenes: readonly ReadScene[]): ReadEpisode[] {
	const episodes = new Map<number, ReadEpisode>();
	for (const line of lines) if (!episodes.has(line.number)) episodes.set(line.number, line);
	for (const { episode, line } of scenes) {
		if (episode !== null && !episodes.has(episode))
			episodes.set(episode, { number: episode, title: '', synopsis: '', line });
	}
	return [...episodes.values()].sort((a, b) => a.number - b.number);
}
