import { foldWidth, oneSpaced, withoutEmphasis } from './letters.ts';
import { readTimeWords, type TimeWords } from './time-of-day.ts';
import type { IntExt, TimeOfDay } from './types.ts';

/** What one heading line says. The reader makes a scene of it; numbers and inherited times come at the end. */
export type Heading = {
	style: 'fountain' | 'chinese';
	heading: string;
	number: string | null;
	/** Only from 第N集 or N-M. */
	episode: number | null;
	intExt: IntExt | null;
	time: TimeOfDay | null;
	timeText: string;
	/** CONTINUOUS, LATER, 接上: the time is the previous scene's. */
	inherits: boolean;
	/** The time wasn't set apart by a dash. */
	guessed: boolean;
	set: string;
	omitted: boolean;
	/** Names standing in the heading itself, as Chinese scripts do. */
	cast: string[];
};

/** A longer line is a paragraph that lost its line breaks, not a heading. */
export const HEADING_MOST = 250;

const PREFIX =
	/^(?:(INT\.?\s?\/\s?EXT|EXT\.?\s?\/\s?INT|I\s?\/\s?E|E\s?\/\s?I)|(INT)|(EXT|EST))(?:\.|\s)[\s.:\-–—]*/i;
/** `12A INT. HOUSE - DAY 12A`, as scripts copied out of a PDF have it. */
const NUMBER_BEFORE =
	/^([A-Z]?\d{1,4}[A-Z]{0,2}(?:[-.]\d{1,4}[A-Z]{0,2})?)[.):]?\s+(?=(?:INT|EXT|EST|I\s?\/\s?E|E\s?\/\s?I)[.\s/])/i;
const DASH = /\s+-{1,2}\s*|\s*-{1,2}\s+|\s*[–—]+\s*/;
const OMITTED = /(?:^|[\s.([\-–—])(?:OMIT(?:TED)?|本场删除?|此场删除?|已删除?|删场|删)[\s.)\]]*$/i;

/** Does the line begin as a Fountain heading does: INT, EXT, EST, INT./EXT, I/E … and a dot or a space? */
export function beginsAsHeading(line: string): boolean {
	const start = withoutEmphasis(foldWidth(line.slice(0, 40)));
	if (!/^[\dA-Z]/i.test(start)) return false;
	return PREFIX.test(start) || NUMBER_BEFORE.test(start);
}

/** One dot and then a letter or digit; `..` and `. ` are text. */
export const isForced = (line: string): boolean => /^\.[\p{L}\p{N}"'“‘「『《(（[]/u.test(line);

/** Takes `#12A#` off the end of a heading. Letters, digits, `-` and `.`; anything else stays in the text. */
export function splitNumber(line: string): { text: string; number: string | null } {
	const folded = foldWidth(line).trimEnd();
	const open = folded.endsWith('#') ? folded.lastIndexOf('#', folded.length - 2) : -1;
	if (open < 0) return { text: line, number: null };
	const number = tidyNumber(folded.slice(open + 1, -1));
	if (!/^[\p{L}\p{N}][\p{L}\p{N}.-]{0,19}$/u.test(number)) return { text: line, number: null };
	return { text: line.slice(0, open), number };
}

/** One way of writing a number: half-width, capitals, no spaces, no dot at the end. */
export const tidyNumber = (number: string): string =>
	number.normalize('NFKC').replace(/\s+/g, '').replace(/[–—]/g, '-').replace(/\.+$/, '').toUpperCase();

/**
 * Reads `INT. COFFEE SHOP - BACK ROOM - NIGHT #12A#`, or with `forced` any line that began with a dot (given
 * without it). The set keeps its parts; only the time at the end goes. Null when it isn't a heading.
 */
export function readHeading(line: string, forced: boolean): Heading | null {
	if (line.length > HEADING_MOST) return null;
	const { text, number } = splitNumber(withoutEmphasis(line));
	const heading = oneSpaced(withoutEmphasis(text));
	let rest = oneSpaced(foldWidth(heading));
	let given = number;
	const before = NUMBER_BEFORE.exec(rest);
	if (before) {
		rest = rest.slice(before[0].length);
		if (rest.toUpperCase().endsWith(` ${before[1]?.toUpperCase()}`)) {
			rest = rest.slice(0, -(before[1]?.length ?? 0)).trim();
		}
		given ??= tidyNumber(before[1] ?? '');
	}
	const prefix = PREFIX.exec(`${rest} `);
	if (!prefix && !forced) return null;
	const intExt: IntExt | null = prefix ? (prefix[1] ? 'int-ext' : prefix[2] ? 'int' : 'ext') : null;
	rest = prefix ? rest.slice(prefix[0].length) : rest;
	const omitted = OMITTED.test(rest);
	if (omitted) rest = rest.replace(OMITTED, '').trim();
	const { set, ...time } = splitTime(rest);
	return {
		style: 'fountain',
		heading,
		number: given,
		episode: null,
		intExt,
		set,
		...time,
		omitted,
		cast: []
	};
}

type Split = { set: string; timeText: string; guessed: boolean; inherits: boolean; time: TimeOfDay | null };

/** `HOUSE - KITCHEN - NIGHT - CONTINUOUS` into the set and its time. */
function splitTime(text: string): Split {
	const parts = text.split(DASH).filter((part) => part.trim());
	const said: TimeWords = { time: null, inherits: false };
	let first = parts.length;
	while (first > 0) {
		const words = readTimeWords(parts[first - 1] ?? '');
		// The first part is the place, whatever its name: INT. MIDNIGHT - DAY is a day scene in a club.
		if (!words || (first === 1 && (said.time || said.inherits))) break;
		said.time = words.time ?? said.time;
		said.inherits ||= words.inherits;
		first--;
	}
	const place = parts.slice(0, first);
	const timeText = parts.slice(first).join(' - ').trim();
	if (said.time || said.inherits) return done(place, timeText, said, false);
	const last = place.at(-1) ?? '';
	const tail = splitTail(last, place.length > 1);
	if (!tail) return done(place, timeText, said, false);
	const words = [tail.timeText, timeText].filter(Boolean).join(' - ');
	return done([...place.slice(0, -1), tail.place], words, tail.said, tail.guessed);
}

function done(place: string[], timeText: string, said: TimeWords, guessed: boolean): Split {
	const set = oneSpaced(place.join(' - ')).replace(/^[\s,.:;\-–—]+|[\s,;:\-–—]+$/g, '');
	const { time } = said;
	return { set, timeText: oneSpaced(timeText), guessed, inherits: said.inherits && !time, time };
}

type Tail = { place: string; timeText: string; said: TimeWords; guessed: boolean };

/** A time that isn't set apart by a dash: `HOUSE, NIGHT`, `HOUSE (NIGHT)`, `HOUSE. NIGHT`, `HOUSE NIGHT`. */
function splitTail(last: string, hasPlace: boolean): Tail | null {
	const marked = splitMarked(last);
	const said = marked && readTimeWords(marked.after);
	if (marked && said && (said.time || said.inherits)) {
		return { place: marked.place, timeText: marked.after, said, guessed: false };
	}
	const words = last.split(' ');
	const ending = readTimeWords(words.at(-1) ?? '');
	// A part of its own that ends in a time is one: CHRISTMAS DAY, LATER THAT STORMY NIGHT.
	if (hasPlace && ending?.time) return { place: '', timeText: last.trim(), said: ending, guessed: true };
	for (let count = Math.min(4, words.length - 1); count > 0; count--) {
		const timeText = words.slice(-count).join(' ');
		const said = readTimeWords(timeText);
		if ((said?.time || said?.inherits) && !/^(?:THE|AND|OF|IN|TO|FOR)$/i.test(words.at(-count) ?? '')) {
			return { place: words.slice(0, -count).join(' '), timeText, said, guessed: true };
		}
	}
	const opening = /^([^,(]+)[,(]/.exec(last)?.[1];
	const opened = hasPlace && opening ? readTimeWords(opening) : null;
	return opened?.time ? { place: '', timeText: last.trim(), said: opened, guessed: true } : null;
}

/** The end of a text after its last comma, dot or stroke, or in brackets. */
function splitMarked(text: string): { place: string; after: string } | null {
	const trimmed = text.trim();
	const closed = /[)\]]$/.test(trimmed);
	const at = closed
		? Math.max(trimmed.lastIndexOf('('), trimmed.lastIndexOf('['))
		: Math.max(...[...',.，。、/'].map((mark) => trimmed.lastIndexOf(mark)));
	if (at < 1) return null;
	return { place: trimmed.slice(0, at).trim(), after: trimmed.slice(at + 1, closed ? -1 : undefined).trim() };
}
