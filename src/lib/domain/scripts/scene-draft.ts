import {
	ACTION_COLUMNS,
	DIALOGUE_COLUMNS,
	eighthsOf,
	linesWhenSet,
	PARENTHETICAL_COLUMNS
} from './eighths.ts';
import type { Heading } from './heading.ts';
import { withoutEmphasis } from './letters.ts';
import type { ReadElement, SceneFields } from './types.ts';
import { shorten } from './warnings.ts';

/** What a kept line of the body is: what a writer of another format has to know. */
export type LineKind = 'blank' | 'action' | 'cue' | 'dialogue' | 'parenthetical' | 'speech' | 'transition';

/** A scene while it is being read. */
export type SceneDraft = Heading & {
	line: number;
	/** The line of the heading as it stands in the file, for warnings. */
	source: string;
	synopsis: string[];
	body: string[];
	/** What each line of the body is. */
	kinds: LineKind[];
	/** Length as the file says it, in eighths; null to compute it. */
	length: number | null;
	/** Notes that belong here wherever they stand; those of the text are shared out by line. */
	notes: string[];
	elements: ReadElement[];
	/** Category and name of each, for one look-up. */
	tagged: Set<string>;
	fields: SceneFields;
	/** Lines of formatted script so far. */
	lines: number;
	/** Nothing but the heading and its labels yet. */
	fresh: boolean;
	/** Named on a 人物： line. */
	listed: boolean;
	/** Speeches by name, in order of appearance. */
	speeches: Map<string, number>;
	background: string[];
	/** Lines of the speech being read, and of the one it stands beside when it is dual. */
	speech: number;
	beside: number;
};

export function draftScene(heading: Heading, line: number, source: string): SceneDraft {
	const scene: SceneDraft = {
		...heading,
		line,
		source,
		synopsis: [],
		body: [],
		kinds: [],
		length: null,
		notes: [],
		elements: [],
		tagged: new Set(),
		fields: {},
		lines: 1 + linesWhenSet(heading.heading, ACTION_COLUMNS),
		fresh: true,
		listed: heading.cast.length > 0,
		speeches: new Map(),
		background: [],
		speech: 0,
		beside: 0
	};
	for (const name of heading.cast) scene.speeches.set(name, 0);
	return scene;
}

/** Keeps a line of the body as written, empty lines collapsed to one. */
export function keep(scene: SceneDraft, line: string, kind: LineKind = 'action'): void {
	if (line === '' && (scene.body.length === 0 || scene.body.at(-1) === '')) return;
	scene.body.push(line);
	scene.kinds.push(line === '' ? 'blank' : kind);
	if (line !== '') scene.fresh = false;
}

/** Action, a transition, anything across the page; `goesOn` when it is the next line of the same paragraph. */
export function addAction(scene: SceneDraft, text: string, goesOn: boolean): void {
	scene.lines += (goesOn ? 0 : 1) + linesWhenSet(text, ACTION_COLUMNS);
	scene.speech = 0;
}

/** The name above a speech. A dual one stands beside the speech before it, and only what is longer counts. */
export function addCue(scene: SceneDraft, names: readonly string[], dual: boolean): void {
	scene.beside = dual ? scene.speech : 0;
	scene.speech = 0;
	addSpeechLines(scene, 2);
	for (const name of names) scene.speeches.set(name, (scene.speeches.get(name) ?? 0) + 1);
}

export function addDialogue(scene: SceneDraft, text: string): void {
	addSpeechLines(scene, linesWhenSet(text, isInBrackets(text) ? PARENTHETICAL_COLUMNS : DIALOGUE_COLUMNS));
}

/** A line of a speech that is a parenthetical: (beat), （低声）. */
export const isInBrackets = (text: string): boolean => /^[(（].*[)）]$/.test(text);

/** Keeps a line of a speech. */
export const keepDialogue = (scene: SceneDraft, text: string): void =>
	keep(scene, text, isInBrackets(text) ? 'parenthetical' : 'dialogue');

function addSpeechLines(scene: SceneDraft, lines: number): void {
	const before = Math.max(0, scene.speech - scene.beside);
	scene.speech += lines;
	scene.lines += Math.max(0, scene.speech - scene.beside) - before;
}

export const sceneEighths = (scene: SceneDraft): number =>
	scene.omitted ? 0 : (scene.length ?? eighthsOf(scene.lines));

export function sceneText(scene: SceneDraft): string {
	if (scene.body.at(-1) === '') scene.body.pop();
	return scene.body.join('\n');
}

/** The first sentence that is neither a name nor a bracket, without marks. */
export function firstLine(scene: SceneDraft): string {
	let afterCue = false;
	for (const [index, line] of scene.body.slice(0, 20).entries()) {
		const text = withoutEmphasis(line.slice(0, 400).replace(/^[!！△▲∆~>\s]+/, ''));
		const isName = scene.kinds[index] === 'cue';
		if (!text || isName || /^[(（].*[)）]$/.test(text) || (afterCue && !line)) {
			afterCue = isName;
			continue;
		}
		const sentence = /^.*?(?:[。！？]|[.!?](?=\s|$))/.exec(text)?.[0] ?? text;
		return shorten(sentence, 120);
	}
	return '';
}
