import { readChineseHeading } from './chinese-heading.ts';
import { withoutComments } from './comments.ts';
import { readEpisodeLine } from './episode.ts';
import { finish } from './finish.ts';
import { beginsAsHeading, isForced, readHeading, type Heading } from './heading.ts';
import { withoutEmphasis } from './letters.ts';
import { cleanText, linesOf, type Line } from './lines.ts';
import { isTransition, readLabel, readSpeech } from './names.ts';
import * as take from './reading.ts';
import { isChineseEpisode, isKnown, startReading, type Reading } from './reading.ts';
import { addDialogue, keep, keepDialogue } from './scene-draft.ts';
import { readLooseTitle, readTitlePage } from './title-page.ts';
import type { ReadScript } from './types.ts';
import { collectWarnings } from './warnings.ts';

/**
 * Reads Fountain, with the headings and speeches of Chinese scripts beside its own (`mode` says which were found),
 * in one pass over the lines. Takes any text and never throws; what it could not place is in `warnings`, by line.
 *
 * @example readFountain('INT. TEA HOUSE - DAY #1#\n\nLIN\nSit.').scenes[0].cast // ['LIN']
 */
export function readFountain(text: string): ReadScript {
	const { warn, list } = collectWarnings();
	const { text: script, notes } = withoutComments(cleanText(text), warn);
	const page = readTitlePage(script);
	const reading = startReading(warn, page.title);
	let now: Line | null = null;
	for (const next of linesOf(script, page.end, page.line)) {
		if (now) readLine(reading, now, next.text);
		now = next;
		if (reading.full) break;
	}
	if (now && !reading.full) readLine(reading, now, '');
	take.saidLoose(reading);
	const { title, scenes } = reading;
	const draft = finish({ title, scenes, episodes: [...reading.episodes.values()], notes }, warn);
	return { ...draft, warnings: list() };
}

/** What one line does to what is read; `next` is the line below it, which decides what a name is. */
export function readLine(reading: Reading, line: Line, next: string): void {
	const { text, raw } = line;
	const { before, scene, warn } = reading;
	if (text === '') return readEmpty(reading, raw);
	if (before === 'speech' && scene && !endsSpeech(reading, text)) {
		if (looksLikeHeading(text)) warn('looks-like-heading', line.line, text);
		addDialogue(scene, text);
		return keepDialogue(scene, text);
	}
	const afterBlank = before === 'blank' || before === 'structure';
	if (/^={3,}$/.test(text)) return take.structure(reading);
	const heading = headingAt(reading, line, next, afterBlank);
	if (heading) return take.openScene(reading, heading, line);
	if (text.startsWith('#')) return take.section(reading, line);
	if (text.startsWith('=')) return take.synopsis(reading, text.slice(1).trim());
	if (/^!/.test(text)) return take.action(reading, line, text.slice(1).trim());
	if (text.startsWith('>')) return take.centredOrTransition(reading, line);
	if (text.startsWith('~')) return take.action(reading, line, text.slice(1).trim());
	if (looksLikeHeading(text)) warn('looks-like-heading', line.line, text);

	const label = readLabel(text);
	if (label && take.fillLabel(reading, label)) return take.structure(reading);
	if (take.unmarkedEpisode(reading, line, text, afterBlank && !next)) return;
	if (isTransition(text) && (afterBlank || !next)) {
		if (next && afterBlank) warn('cue-maybe-transition', line.line, text);
		return take.transition(reading, text);
	}
	if (take.speech(reading, line)) return;
	if (next || /^[@＠]/.test(text)) {
		if (take.cue(reading, line, next, afterBlank)) return;
	}
	if (!scene && reading.title === null) {
		reading.title = readLooseTitle(text);
		if (reading.title !== null) return take.structure(reading);
	}
	if (take.isEpisodeEnd(text)) return take.structure(reading);
	take.action(reading, line, text.replace(/^[△▲∆]\s*/, ''));
}

/** An empty line. Inside a speech, two spaces hold the speech open (Fountain's rule). */
function readEmpty(reading: Reading, raw: string): void {
	if (reading.before === 'speech' && raw.length >= 2) return;
	if (reading.scene) keep(reading.scene, '');
	reading.before = 'blank';
}

/** Chinese action, a numbered Chinese heading, an episode and a page break end a speech without an empty line. */
function endsSpeech(reading: Reading, text: string): boolean {
	if (/^[△▲∆]|^={3,}$/.test(text)) return true;
	if (text.startsWith('#') && readEpisodeLine(text.replace(/^#+/, ''), true)) return true;
	if (isChineseEpisode(text) && readEpisodeLine(text, false)) return true;
	const around = { afterBlank: false, lastNumber: null, labelBelow: false, labelled: false };
	if (readChineseHeading(text, around)) return true;
	return readSpeech(text, isKnown(reading))?.names.every(isKnown(reading)) ?? false;
}

const looksLikeHeading = (text: string): boolean =>
	beginsAsHeading(text) && /^\W*(?:\d\S*\s+)?(?:INT|EXT|EST|I\/E|E\/I)\b/.test(text);

function headingAt(reading: Reading, { text }: Line, next: string, afterBlank: boolean): Heading | null {
	if (text.startsWith('!')) return null;
	if (/^[.*_]/.test(text) && isForced(withoutEmphasis(text.slice(0, 260))))
		return readHeading(withoutEmphasis(text).slice(1), true);
	if (afterBlank && !text.startsWith('#') && beginsAsHeading(text)) return readHeading(text, false);
	if (/^[@＠=>~△▲∆]/.test(text)) return null;
	// 场景：… right under 第3场 fills that heading; elsewhere it is one.
	const label = readLabel(text);
	if (label && (label.kind !== 'place' || take.isOpen(reading))) return null;
	const around = {
		afterBlank,
		lastNumber: reading.scene?.number ?? null,
		labelBelow: readLabel(next) !== null,
		labelled: label !== null
	};
	return readChineseHeading(label?.value ?? text, around);
}
