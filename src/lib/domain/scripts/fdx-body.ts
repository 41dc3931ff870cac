import { readChineseHeading } from './chinese-heading.ts';
import { addListed, addTagged } from './fdx-fields.ts';
import type { Paragraph } from './fdx-paragraphs.ts';
import type { Tags } from './fdx-tags.ts';
import { readColour, readLength } from './fdx-length.ts';
import { readFdxHeading, tidyFdxNumber } from './fdx-heading.ts';
import { beginsAsHeading, isForced, readHeading, type Heading } from './heading.ts';
import { withoutEmphasis } from './letters.ts';
import { isTransition, readCue, readLabel } from './names.ts';
import * as take from './reading.ts';
import type { Reading } from './reading.ts';
import { addCue, addDialogue, isInBrackets, keep, keepDialogue } from './scene-draft.ts';
import { readLooseTitle } from './title-page.ts';

/** The paragraphs around, and what tags mean: the next decides whether a name has anything to say. */
type Around = { before: Paragraph | undefined; after: Paragraph | undefined; tags: Tags | null };

/**
 * Reads one paragraph of Final Draft into the scene, as the same words in Fountain would be: what is kept of the
 * body is their Fountain form.
 */
export function readParagraph(reading: Reading, paragraph: Paragraph, around: Around): void {
	if (paragraph.kind === 'heading') return heading(reading, paragraph, around);
	notes(reading, paragraph.notes);
	if (paragraph.plain && !isListOfTags(paragraph)) readWords(reading, paragraph, around);
	readTagged(reading, paragraph, around.tags);
}

function readWords(reading: Reading, paragraph: Paragraph, { before, after }: Around): void {
	const { kind, text, plain, line } = paragraph;
	const goesOn = reading.before === 'speech' && isSpeech(kind);
	if (!goesOn && !paragraph.tight) emptyLine(reading);
	switch (kind) {
		case 'section':
			return section(reading, paragraph);
		case 'end':
			return take.structure(reading);
		case 'synopsis':
			return take.synopsis(reading, plain);
		case 'note':
			return notes(reading, [plain]);
		case 'cast-list':
			take.fillLabel(reading, { kind: 'cast', value: plain.replace(/^[([（]|[)\]）]$/g, '') });
			return take.structure(reading);
		case 'transition':
			if (!reading.scene) return take.action(reading, { line, raw: text, text }, plain);
			return take.transition(reading, plain, isTransition(plain) ? plain : `> ${plain}`);
		case 'character':
			return character(reading, paragraph, after);
		case 'dialogue':
		case 'parenthetical':
		case 'lyrics':
			if (goesOn) return speech(reading, paragraph, before);
			if (kind !== 'lyrics' && reading.scene) reading.warn('dialogue-without-cue', line, plain);
			return actionLines(reading, paragraph, after);
		default:
			return actionLines(reading, paragraph, after);
	}
}

const isSpeech = (kind: Paragraph['kind'] | undefined): boolean =>
	kind === 'dialogue' || kind === 'parenthetical' || kind === 'lyrics';

function emptyLine(reading: Reading): void {
	if (reading.scene) keep(reading.scene, '');
	reading.before = 'blank';
}

function notes(reading: Reading, words: readonly string[]): void {
	(reading.scene?.notes ?? reading.notes).push(...words);
}

/** New Act, an outline's heading: an episode when it says so, with its summary; else the writer's own order. */
function section(reading: Reading, { plain, line, summary }: Paragraph): void {
	const before = reading.episode;
	take.section(reading, { line, raw: plain, text: `# ${plain}` });
	if (summary && reading.episode !== before && !reading.scene) take.synopsis(reading, summary);
}

/** A heading's paragraph, its properties and all that hangs on it. Empty ones without a number are slips. */
function heading(reading: Reading, paragraph: Paragraph, { tags }: Around): void {
	const { plain, line, summary, omitted } = paragraph;
	const number = tidyFdxNumber(paragraph.number);
	if (!plain && !number && !omitted && !summary) return notes(reading, paragraph.notes);
	const inside = omitted?.find(({ kind }) => kind === 'heading');
	// The card says OMITTED; what was there says the place.
	const words = inside?.plain && (!plain || readHeading(plain, true)?.omitted) ? inside.plain : plain;
	const last = reading.scene?.number ?? null;
	const read = readFdxHeading(words, number ?? tidyFdxNumber(inside?.number), last);
	if (!read) {
		reading.warn('looks-like-heading', line, plain);
		return actionLines(reading, { ...paragraph, kind: 'action' }, undefined);
	}
	read.omitted ||= omitted !== null;
	const scenes = reading.scenes.length;
	take.openScene(reading, read, { line, raw: plain, text: plain });
	if (reading.scenes.length === scenes) return;
	fillScene(reading, paragraph);
	readTagged(reading, paragraph, tags);
	if (omitted) readOmitted(reading, read, omitted);
}

/** What SceneProperties and the notes on a heading say of its scene. */
function fillScene({ scene, known }: Reading, { properties, notes: said, summary, beats }: Paragraph): void {
	if (!scene) return;
	scene.length = readLength(properties.length);
	scene.notes.push(...said);
	const title = (properties.title ?? '').trim();
	if (summary || title) scene.synopsis.push(summary || title);
	if (title && summary) scene.fields.title = title;
	const page = (properties.page ?? '').trim();
	if (page) scene.fields.scriptPage = page;
	const colour = readColour(properties.color);
	if (colour) scene.fields.colour = colour;
	for (const beat of beats) {
		addListed(scene, beat);
		known.add(beat);
	}
}

/** The words of an omitted scene are kept, and nobody has to come for them. More scenes under one card keep their numbers. */
function readOmitted(reading: Reading, read: Heading, inside: readonly Paragraph[]): void {
	const { scene } = reading;
	if (!scene) return;
	const speeches = new Map(scene.speeches);
	for (const [index, paragraph] of inside.entries()) {
		if (paragraph.kind === 'heading') continue;
		readParagraph(reading, paragraph, { before: inside[index - 1], after: inside[index + 1], tags: null });
	}
	scene.speeches = speeches;
	const others = inside.flatMap((one) => (one.kind === 'heading' && one.number ? one : []));
	for (const { number, plain, line } of others) {
		const own = tidyFdxNumber(number);
		const other = own === read.number || reading.full ? null : readFdxHeading(plain, own, read.number);
		if (other) take.openScene(reading, { ...other, omitted: true }, { line, raw: plain, text: plain });
	}
}

/** A name above a speech; 林晚： with a colon and its words below is one line of a Chinese script. */
function character(reading: Reading, paragraph: Paragraph, next: Paragraph | undefined): void {
	const { plain, line, dual } = paragraph;
	const { scene, warn } = reading;
	const says = isSpeech(next?.kind) && next?.plain !== '';
	const forced = readCue(`@${plain}${dual ? ' ^' : ''}`, () => true);
	if (!scene || !forced) return actionLines(reading, paragraph, next);
	if (hasColon(plain) && next?.kind === 'dialogue' && says) {
		reading.before = 'speech';
		return;
	}
	const bare = says ? readCue(plain, () => false) : null;
	if (readCue(`@${plain}`, () => true)?.kind === 'shot') {
		warn('cue-maybe-action', line, plain, { readAs: 'character' });
	}
	const same = bare && bare.kind !== 'shot' && !bare.dual && bare.names.join('/') === forced.names.join('/');
	if (!same) for (const name of forced.names) reading.known.add(name);
	if (!says) warn('cue-no-dialogue', line, plain);
	addCue(scene, forced.names, forced.dual);
	keep(scene, `${same ? '' : '@'}${plain}${dual ? ' ^' : ''}`, 'cue');
	reading.before = says ? 'speech' : 'action';
}

const hasColon = (cue: string): boolean => /[:：]$/.test(cue);

function speech(reading: Reading, { kind, text, line }: Paragraph, before: Paragraph | undefined): void {
	const { scene } = reading;
	if (!scene) return;
	let lines = text.split('\n').filter(Boolean);
	if (before?.kind === 'character' && hasColon(before.plain)) {
		const joined = `${before.plain}${lines[0] ?? ''}`;
		if (take.speech(reading, { line, raw: joined, text: joined })) lines = lines.slice(1);
		else {
			addCue(scene, readCue(`@${before.plain}`, () => true)?.names ?? [], false);
			keep(scene, `@${before.plain}`, 'cue');
		}
		reading.before = 'speech';
	}
	for (const words of lines) {
		const said = kind === 'parenthetical' && !isInBrackets(words) ? `(${words})` : words;
		const kept = kind === 'lyrics' ? `~${said}` : said;
		addDialogue(scene, kept);
		keepDialogue(scene, kept);
	}
}

/** Nobody's paragraph has more lines; the rest of it is text and no more. */
const LINES_MOST = 5000;

/** Action, line by line: an episode, a label or 林晚：你好 among it are what they are in a text. */
function actionLines(reading: Reading, paragraph: Paragraph, next: Paragraph | undefined): void {
	const lines = paragraph.text.split('\n');
	lines.forEach((text, index) => {
		const line = { line: paragraph.line, raw: text, text };
		if (!text) return emptyLine(reading);
		if (index >= LINES_MOST) return take.action(reading, line, text);
		if (paragraph.centred) return take.centredOrTransition(reading, { ...line, text: `> ${text} <` });
		if (paragraph.kind === 'lyrics') return take.action(reading, { ...line, text: `~${text}` }, text);
		const below = lines[index + 1] ?? (next?.tight ? next.plain : '');
		const label = readLabel(text);
		if (label && take.fillLabel(reading, label)) return take.structure(reading);
		if (take.unmarkedEpisode(reading, line, text, lines.length === 1 && !below)) return;
		if (take.speech(reading, line)) return;
		if (!reading.scene && reading.title === null) {
			reading.title = readLooseTitle(text);
			if (reading.title !== null) return take.structure(reading);
		}
		if (take.isEpisodeEnd(text)) return take.structure(reading);
		const kept = reading.scene && isMore(text, below) ? `!${text}` : text;
		take.action(reading, { ...line, text: kept }, text.replace(/^[△▲∆]\s*/, ''));
	});
}

/** Would a text with this line read more into it than action? */
function isMore(text: string, below: string): boolean {
	if (/^[#=>~!@＠]/.test(text) || beginsAsHeading(text)) return true;
	if (/^[.*_]/.test(text) && isForced(withoutEmphasis(text.slice(0, 260)))) return true;
	if (isTransition(text)) return true;
	if (below && (readCue(text, () => false)?.kind ?? 'shot') !== 'shot') return true;
	const around = { afterBlank: true, lastNumber: null, labelBelow: false, labelled: false };
	return readChineseHeading(text, around) !== null;
}

/** Runs with a TagNumber: what they stand for goes to the scene. */
function readTagged({ scene }: Reading, { runs, kind }: Paragraph, tags: Tags | null): void {
	if (!scene || !tags || kind === 'section') return;
	const words = new Map<string, string>();
	for (const run of runs) for (const tag of run.tags) words.set(tag, (words.get(tag) ?? '') + run.text);
	for (const [tag, text] of words) {
		const found = tags.find(tag);
		if (found) addTagged(scene, found.kind, found.label || text);
	}
}

/** A General line of nothing but tagged words, parted by marks, lists what the scene needs: no text of the script. */
function isListOfTags({ runs, general }: Paragraph): boolean {
	if (!general || !runs.some(({ tags }) => tags.length > 0)) return false;
	const between = runs.filter(({ tags }) => tags.length === 0);
	return between.length > 0 && between.every(({ text }) => /^[\s,;，；、·|]+$/.test(text));
}
