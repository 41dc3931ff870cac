/** One scene of the rows that speak of it. */
import { setKey } from './finish.ts';
import type { RowScene } from './sheet-row.ts';
import type { ReadStrip } from './sheet-types.ts';
import type { ReadElement, ReadScene } from './types.ts';
import type { Warn } from './warnings.ts';

/** The rows of one scene, its parts. */
export type Group = { first: RowScene; rows: RowScene[] };

/** Rows of one scene: the same number in the same episode, at the same set, or said to be parts. */
export function groupParts(scenes: readonly RowScene[]): Group[] {
	const byNumber = new Map<string, Group[]>();
	const all: Group[] = [];
	for (const scene of scenes) {
		const key = scene.number && `${scene.number.number} ${scene.episode ?? scene.number.episode ?? ''}`;
		const others = (key && byNumber.get(key)) || [];
		const group = others.find(({ first }) => scene.part > 0 || isSamePlace(first, scene));
		if (group) {
			group.rows.push(scene);
			continue;
		}
		const made = { first: scene, rows: [scene] };
		all.push(made);
		if (key) byNumber.set(key, [...others, made]);
	}
	return all;
}

const isSamePlace = (a: RowScene, b: RowScene): boolean =>
	(!a.set || !b.set || setKey(a.set) === setKey(b.set)) && (!a.intExt || !b.intExt || a.intExt === b.intExt);

export function sceneOf(
	{ first, rows }: Group,
	number: string,
	names: ReadonlyMap<RowScene, string[]>,
	spelled: Map<string, string>,
	placed: boolean,
	warn: Warn
): ReadScene {
	const omitted = rows.every((row) => row.omitted);
	const pick = <T>(of: (row: RowScene) => T | null | ''): T | null => {
		for (const row of rows) {
			const value = of(row);
			if (value !== null && value !== '') return value as T;
		}
		return null;
	};
	const set = pick((row) => row.set) ?? '';
	if (set && !spelled.has(setKey(set))) spelled.set(setKey(set), set);
	if (rows.length > 1) warn('scene-in-parts', first.line, first.source, { number, parts: rows.length });
	const eighths = eighthsOf(rows);
	if (eighths === null && !omitted) warn('pages-missing', first.line, first.source, { number });
	if (!omitted && !set) warn('heading-no-location', first.line, first.source);
	const intExt = pick((row) => row.intExt);
	const time = pick((row) => row.time);
	if (!omitted && !intExt) warn('heading-no-int-ext', first.line, first.source);
	if (!omitted && !time) warn('heading-no-time', first.line, first.source);
	const texts = (key: keyof RowScene['texts']) => {
		const value = pick((row) => row.texts[key] ?? null);
		return value ? { [key]: value } : {};
	};
	const location = pick((row) => row.location);
	const minutes = sumOf(rows, (row) => row.minutes);
	const [setups, seconds] = [sumOf(rows, (row) => row.setups), pick((row) => row.seconds)];
	return {
		number,
		numberGiven: first.number !== null,
		episode: first.episode,
		intExt,
		time,
		timeText: pick((row) => row.timeText) ?? '',
		set: spelled.get(setKey(set)) ?? set,
		heading: pick((row) => row.heading) ?? '',
		synopsis: distinct(rows.map((row) => row.synopsis)).join('\n'),
		firstLine: '',
		eighths: omitted ? 0 : Math.max(1, eighths ?? 1),
		cast: distinct(rows.flatMap((row) => names.get(row) ?? [])),
		notes: distinct(rows.flatMap((row) => row.notes)),
		elements: distinctElements(rows.flatMap((row) => row.elements)),
		omitted,
		line: first.line,
		text: '',
		...(location ? { location } : {}),
		...texts('scriptPage'),
		...texts('scriptDay'),
		...texts('sequence'),
		...texts('unit'),
		...texts('comments'),
		...(minutes === null ? {} : { minutes }),
		...(setups === null ? {} : { setups }),
		...(seconds === null ? {} : { screenSeconds: seconds }),
		...(placed && !omitted ? { strips: rows.map((row, i) => stripOf(row, rows, i)) } : {})
	};
}

/** Parts add up; rows that each mean the whole scene (dropped once, shot again) don't. */
function eighthsOf(rows: readonly RowScene[]): number | null {
	const said = rows.filter((row) => row.eighths !== null);
	if (said.length === 0) return null;
	const perPart = new Map<number | string, number>();
	const numbered = rows.some((row) => row.part > 0);
	rows.forEach((row, i) => {
		const part = numbered ? row.part : row.status === 'dropped' ? 'again' : i;
		perPart.set(part, Math.max(perPart.get(part) ?? 0, row.eighths ?? 0));
	});
	const whole = perPart.get(numbered ? 0 : 'again') ?? 0;
	perPart.delete(numbered ? 0 : 'again');
	return Math.max(
		whole,
		[...perPart.values()].reduce((sum, eighths) => sum + eighths, 0)
	);
}

/** What parts add up to; null when none says anything. Dropped tries of the same part aren't counted twice. */
function sumOf(rows: readonly RowScene[], of: (row: RowScene) => number | null): number | null {
	const live = rows.filter((row) => of(row) !== null && (row.status !== 'dropped' || rows.length === 1));
	return live.length === 0 ? null : live.reduce((sum, row) => sum + (of(row) ?? 0), 0);
}

function stripOf(row: RowScene, rows: readonly RowScene[], index: number): ReadStrip {
	const status = row.status === null || row.status === 'omitted' ? 'todo' : row.status;
	const dropped = rows.some((one) => one.status === 'dropped');
	return {
		part:
			row.part > 0 || rows.length === 1 || dropped || rows.some((one) => one.part > 0) ? row.part : index + 1,
		eighths: rows.length > 1 ? row.eighths : null,
		minutes: rows.length > 1 ? row.minutes : null,
		day: row.day,
		order: row.order ?? row.line,
		status,
		line: row.line
	};
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))];

const distinctElements = (elements: readonly ReadElement[]): ReadElement[] => [
	...new Map(elements.map((element) => [`${element.category} ${element.name}`, element])).values()
];
