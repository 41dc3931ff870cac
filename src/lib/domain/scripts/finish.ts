import type { Note } from './comments.ts';
import { oneSpaced } from './letters.ts';
import { suggestMerges } from './merge.ts';
import { episodesOfNumbers, numberScenes } from './numbers.ts';
import { firstLine, sceneEighths, sceneText, type SceneDraft } from './scene-draft.ts';
import type { ReadCharacter, ReadEpisode, ReadScene, ReadScript, ReadSet } from './types.ts';
import type { Warn } from './warnings.ts';

type Draft = { title: string | null; scenes: SceneDraft[]; episodes: ReadEpisode[]; notes: Note[] };

/** Turns what was read line by line into the answer: numbers, inherited times, sets, cast, what to warn of. */
export function finish(draft: Draft, warn: Warn): Omit<ReadScript, 'warnings'> {
	const { scenes } = draft;
	if (draft.episodes.length === 0) episodesOfNumbers(draft);
	const numbers = numberScenes(scenes, warn);
	inheritTimes(scenes, numbers, warn);
	for (const scene of scenes) warnHeading(scene, draft.episodes.length > 0, warn);
	const { nameOf, sets } = countSets(scenes);
	const { before, perScene } = shareNotes(draft.notes, scenes);

	const filled = new Set(scenes.map(({ episode }) => episode));
	for (const { number, line } of draft.episodes) {
		if (!filled.has(number)) warn('episode-empty', line, undefined, { number });
	}
	const read = scenes.map((scene, index): ReadScene => ({
		number: numbers[index] ?? String(index + 1),
		numberGiven: scene.number !== null,
		episode: scene.episode,
		intExt: scene.intExt,
		time: scene.time,
		timeText: scene.timeText,
		set: nameOf(scene.set),
		heading: scene.heading,
		synopsis: scene.synopsis.join(' '),
		firstLine: firstLine(scene),
		eighths: sceneEighths(scene),
		cast: [...scene.speeches.keys()],
		notes: [...(perScene[index] ?? []), ...scene.notes, ...scene.background],
		elements: scene.elements,
		...scene.fields,
		omitted: scene.omitted,
		line: scene.line,
		text: sceneText(scene)
	}));
	const cast = countCast(scenes);
	const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
	const chinese = scenes.filter(({ style }) => style === 'chinese').length;
	return {
		title: draft.title,
		mode: chinese === 0 ? 'fountain' : chinese === scenes.length ? 'chinese' : 'mixed',
		scenes: read,
		episodes: draft.episodes,
		cast,
		sets,
		mergeSuggestions: [...suggestMerges('character', names(cast)), ...suggestMerges('set', names(sets))],
		notes: before,
		eighths: read.reduce((sum, { eighths }) => sum + eighths, 0)
	};
}

/** CONTINUOUS, LATER, 接上: the time of the scene before, said once for each, since the order may yet change. */
function inheritTimes(scenes: readonly SceneDraft[], numbers: readonly string[], warn: Warn): void {
	scenes.forEach((scene, index) => {
		const before = scenes[index - 1];
		if (!scene.inherits || scene.time || !before?.time) return;
		scene.time = before.time;
		const from = numbers[index - 1] ?? '';
		warn('time-inherited', scene.line, scene.source, { from, time: before.time });
	});
}

function warnHeading(scene: SceneDraft, hasEpisodes: boolean, warn: Warn): void {
	if (hasEpisodes && scene.episode === null) warn('scene-without-episode', scene.line, scene.source);
	if (scene.omitted) return;
	if (!scene.set) warn('heading-no-location', scene.line, scene.source);
	if (!scene.intExt) warn('heading-no-int-ext', scene.line, scene.source);
	if (!scene.time) warn('heading-no-time', scene.line, scene.source);
	if (scene.guessed) warn('time-guessed', scene.line, scene.source, { read: scene.timeText, set: scene.set });
}

/** One set has one spelling, that of its first scene; case, spaces and kinds of dash don't make another. */
function countSets(scenes: readonly SceneDraft[]): { nameOf: (set: string) => string; sets: ReadSet[] } {
	const rows = new Map<string, ReadSet>();
	for (const { set } of scenes) {
		if (!set) continue;
		const row = rows.get(setKey(set));
		if (row) row.scenes++;
		else rows.set(setKey(set), { name: set, scenes: 1 });
	}
	return { nameOf: (set) => rows.get(setKey(set))?.name ?? set, sets: [...rows.values()] };
}

/** What makes two sets one: `COFFEE SHOP - BACK ROOM`, `Coffee Shop – Back  Room`. */
export function setKey(set: string): string {
	return oneSpaced(
		set
			.normalize('NFKC')
			.toLowerCase()
			.replace(/\s*[-–—]+\s*/g, '-')
			.replace(/[‘’]/g, "'")
	);
}

function countCast(scenes: readonly SceneDraft[]): ReadCharacter[] {
	const rows = new Map<string, ReadCharacter>();
	for (const { speeches } of scenes) {
		for (const [name, lines] of speeches) {
			const row = rows.get(name) ?? { name, scenes: 0, lines: 0 };
			row.scenes++;
			row.lines += lines;
			rows.set(name, row);
		}
	}
	return [...rows.values()].sort((a, b) => b.scenes - a.scenes || b.lines - a.lines);
}

/** Notes and scenes both stand in line order: one walk over the two. */
function shareNotes(
	notes: readonly Note[],
	scenes: readonly SceneDraft[]
): { before: string[]; perScene: string[][] } {
	const before: string[] = [];
	const perScene: string[][] = scenes.map(() => []);
	let at = -1;
	for (const { line, text } of notes) {
		while ((scenes[at + 1]?.line ?? Infinity) <= line) at++;
		(perScene[at] ?? before).push(text);
	}
	return { before, perScene };
}
