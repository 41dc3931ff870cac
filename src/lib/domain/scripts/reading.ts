import { readBody } from './chinese-heading.ts';
import { readEpisodeLine } from './episode.ts';
import type { Heading } from './heading.ts';
import type { Line } from './lines.ts';
import { readCue, readNames, readSpeech, type Label } from './names.ts';
import { addAction, addCue, addDialogue, draftScene, keep, type SceneDraft } from './scene-draft.ts';
import { readLooseTitle } from './title-page.ts';
import type { ReadEpisode } from './types.ts';
import type { Warn } from './warnings.ts';

/** Reading stops here: ten times the longest series is a damaged file, not a script. */
export const SCENES_MOST = 5000;

/** What the line before was: it decides what the next one can be. */
type Before = 'blank' | 'structure' | 'action' | 'speech';

export type Reading = {
	warn: Warn;
	title: string | null;
	scenes: SceneDraft[];
	scene: SceneDraft | null;
	episodes: Map<number, ReadEpisode>;
	/** The episode whose heading was the last, and whether a scene has begun since. */
	episode: ReadEpisode | null;
	waiting: boolean;
	/** Numbers like 3-2 in this episode don't name another one. */
	partNumbers: boolean;
	/** Names from cast lines and forced cues: Chinese names that count without `@`. */
	known: Set<string>;
	/** Chinese lines that looked like names and were said so. */
	doubted: Set<string>;
	before: Before;
	/** Text that stands in no scene: above the first, or between an episode's heading and its first scene. */
	loose: { line: number; text: string; lines: number } | null;
	full: boolean;
	/** Final Draft: notes above the first scene. */
	notes: string[];
};

export function startReading(warn: Warn, title: string | null): Reading {
	return {
		warn,
		title,
		scenes: [],
		scene: null,
		episodes: new Map(),
		episode: null,
		waiting: false,
		partNumbers: false,
		known: new Set(),
		doubted: new Set(),
		before: 'blank',
		loose: null,
		full: false,
		notes: []
	};
}

export const isKnown = (reading: Reading) => (name: string) => reading.known.has(name);

export function openScene(reading: Reading, heading: Heading, { line, text }: Line): void {
	if (reading.scenes.length >= SCENES_MOST) {
		reading.full = true;
		return reading.warn('too-many-scenes', line, text, { limit: SCENES_MOST });
	}
	saidLoose(reading);
	const under = reading.episode;
	if (heading.episode !== null && heading.episode !== under?.number) {
		// 第3集第2场 begins episode 3. A 3-2 right under the heading of episode 2 is a scene 3, part 2, of that one.
		reading.partNumbers ||= reading.waiting && !/^第/.test(heading.heading);
		if (under && reading.partNumbers) {
			reading.warn('episode-mismatch', line, text, { number: heading.number ?? '', under: under.number });
		} else openEpisode(reading, { number: heading.episode, title: '', synopsis: '', line });
	}
	const episode = reading.episode?.number ?? null;
	const scene = draftScene({ ...heading, episode }, line, text);
	for (const name of heading.cast) reading.known.add(name);
	reading.scenes.push(scene);
	reading.scene = scene;
	reading.waiting = false;
	reading.before = 'structure';
}

function openEpisode(reading: Reading, episode: ReadEpisode): void {
	const there = reading.episodes.get(episode.number);
	if (!there) reading.episodes.set(episode.number, episode);
	reading.episode = there ?? episode;
}

/** `# Episode 3`, `## 第3集 标题`; any other section is the writer's own order and no episode. */
export function section(reading: Reading, { line, text }: Line): void {
	const words = text.replace(/^#+\s*/, '');
	const episode = readEpisodeLine(words, true);
	structure(reading);
	if (episode) beginEpisode(reading, episode, line, text);
	else if (!reading.scene && reading.title === null) reading.title = readLooseTitle(words);
}

/** 第3集 on a line is how Chinese scripts have it; EPISODE 3 without `#` is a guess, and needs a line `alone`. */
export function unmarkedEpisode(reading: Reading, { line }: Line, text: string, alone: boolean): boolean {
	const episode = readEpisodeLine(text, false);
	if (!episode || !(alone || isChineseEpisode(text))) return false;
	structure(reading);
	if (!isChineseEpisode(text)) reading.warn('episode-unmarked', line, text);
	beginEpisode(reading, episode, line, text);
	return true;
}

export const isChineseEpisode = (text: string): boolean => /^[【[*_\s]*第/.test(text);

function beginEpisode(
	reading: Reading,
	read: { number: number; title: string },
	line: number,
	text: string
): void {
	if (reading.episodes.has(read.number))
		reading.warn('episode-repeated', line, text, { number: read.number });
	saidLoose(reading);
	openEpisode(reading, { ...read, synopsis: '', line });
	reading.waiting = true;
	reading.partNumbers = false;
	reading.scene = null;
}

/** `= What happens`: the scene's, or the episode's when it stands under the episode's heading. */
export function synopsis(reading: Reading, words: string): void {
	structure(reading);
	if (!words) return;
	if (reading.scene) reading.scene.synopsis.push(words);
	else if (reading.episode) reading.episode.synopsis = `${reading.episode.synopsis} ${words}`.trim();
}

export function structure(reading: Reading): void {
	reading.before = 'structure';
}

export function centredOrTransition(reading: Reading, line: Line): void {
	const { text } = line;
	const words = text.slice(1).replace(/<$/, '').trim();
	if (!text.endsWith('<')) return transition(reading, words, text);
	if (!unmarkedEpisode(reading, line, words, true)) action(reading, line, words);
}

export function transition(reading: Reading, words: string, source = words): void {
	structure(reading);
	if (!reading.scene) return;
	addAction(reading.scene, words, false);
	keep(reading.scene, source, 'transition');
}

/** Is there a Chinese heading without a place, and nothing under it yet? */
export const isOpen = ({ scene }: Reading): boolean =>
	scene !== null && scene.fresh && scene.style === 'chinese' && scene.set === '';

/** 人物：, 时间：, 场景：, 内外： right under a heading fill it; a cast line counts anywhere in its scene. */
export function fillLabel(reading: Reading, label: Label): boolean {
	const { scene } = reading;
	if (!scene || !label.value) return false;
	if (label.kind === 'cast') {
		const { names, background } = readNames(label.value);
		for (const name of names) {
			reading.known.add(name);
			if (!scene.speeches.has(name)) scene.speeches.set(name, 0);
		}
		scene.background.push(...background);
		scene.listed = true;
		return true;
	}
	if (!scene.fresh || scene.style !== 'chinese') return false;
	if (label.kind === 'place' && scene.set) return false;
	const body = readBody(label.value, []);
	scene.intExt ??= body.intExt;
	scene.time ??= body.time;
	scene.inherits ||= body.inherits && !scene.time;
	scene.timeText ||= body.timeText;
	if (label.kind === 'place') scene.set ||= body.set;
	return true;
}

export function speech(reading: Reading, { line, text }: Line): boolean {
	const read = readSpeech(text, isKnown(reading));
	if (!read) return false;
	const { scene } = reading;
	if (!scene) return false;
	for (const name of read.names) {
		if (scene.listed && !scene.speeches.has(name)) reading.warn('speaker-not-listed', line, text, { name });
	}
	addCue(scene, read.names, false);
	if (read.words) addDialogue(scene, read.words);
	keep(scene, text, 'speech');
	// The speech stands on one line; what follows is the next paragraph.
	reading.before = read.words ? 'action' : 'speech';
	return true;
}

export function cue(reading: Reading, { line, text }: Line, next: string, afterBlank: boolean): boolean {
	const forced = /^[@＠]/.test(text);
	const { scene, warn } = reading;
	if ((!afterBlank && !forced) || !scene) return false;
	const read = readCue(text, isKnown(reading));
	if (!read) {
		warnWithoutAt(reading, line, text);
		return false;
	}
	if (read.kind !== 'cue') {
		warn('cue-maybe-action', line, text, { readAs: read.kind === 'shot' ? 'action' : 'character' });
	}
	if (read.kind === 'shot') return false;
	if (forced) for (const name of read.names) reading.known.add(name);
	if (!next) warn('cue-no-dialogue', line, text);
	addCue(scene, read.names, read.dual);
	keep(scene, text, 'cue');
	reading.before = next ? 'speech' : 'action';
	return true;
}

/** Chinese has no capitals: without `@` or a cast line, a name above its speech can't be told from action. */
function warnWithoutAt({ warn, doubted }: Reading, line: number, text: string): void {
	const name = /^(\p{sc=Han}{2,4})(?:[(（].{0,20}[)）])?$/u.exec(text)?.[1];
	if (!name || doubted.has(name)) return;
	doubted.add(name);
	warn('cue-without-at', line, text, { name });
}

/** 第3集完: closes an episode, and is nobody's action. */
export const isEpisodeEnd = (text: string): boolean =>
	/^第.{1,9}[集话].{0,6}(?:完|结束|终)/.test(text) && text.length < 20;

/** Action, and anything that is nothing else. Outside a scene it is counted, so that nothing goes unsaid. */
export function action(reading: Reading, { line, text }: Line, words: string): void {
	const { scene, before } = reading;
	if (!scene) {
		reading.loose ??= { line, text, lines: 0 };
		reading.loose.lines++;
	} else {
		// In a Chinese script every line is a paragraph.
		addAction(scene, words, before === 'action' && scene.style === 'fountain');
		keep(scene, text);
	}
	reading.before = 'action';
}

export function saidLoose(reading: Reading): void {
	const { loose, scenes, warn } = reading;
	reading.loose = null;
	if (!loose) return;
	const code = scenes.length === 0 ? 'text-before-first-scene' : 'text-outside-scene';
	warn(code, loose.line, loose.text, { lines: loose.lines });
}
