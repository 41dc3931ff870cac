import { HEADING_MOST, splitNumber, tidyNumber, type Heading } from './heading.ts';
import { readNames } from './names.ts';
import { foldWidth, hasHan, NUMERAL, oneSpaced, readNumeral, withoutEmphasis } from './letters.ts';
import { isHanStory, readHanLight } from './time-of-day.ts';

/** What stands around a line and decides the unclear cases. */
type Around = {
	/** An empty line, or nothing but structure, stands above. */
	afterBlank: boolean;
	/** The number of the scene before, so that a bare `3-2` counts only when it follows 3-1. */
	lastNumber: string | null;
	/** The line below is 时间：, 地点：, 人物：… */
	labelBelow: boolean;
	/** The line was 场景：…; what is given is behind the colon. */
	labelled: boolean;
};

const N = `([${NUMERAL}]{1,9})`;
const EPISODE_AND_SCENE = new RegExp(`^第\\s*${N}\\s*[集话]\\s*[-:、,，.·]?\\s*(?:第\\s*)?${N}\\s*[场場]`);
const EPISODE_THEN_DASHED = new RegExp(`^第\\s*${N}\\s*[集话]\\s*[:、,，]?\\s*(?=\\d{1,4}\\s*[-–—]\\s*\\d)`);
const SCENE = new RegExp(`^第\\s*${N}\\s*[场場]次?`);
const SCENE_AFTER_WORD = new RegExp(`^(?:场次?|场景|場景?)\\s*${N}(?=[\\s:、,.，(]|$)`);
const WORD_BEFORE = /^(?:场次?|场景|場景?)\s*:?\s*(?=第|\d{1,4}\s*[-–—])/;
const DASHED = /^(\d{1,4})\s*[-–—]\s*(\d{1,4}[A-Za-z]?)(?![\dA-Za-z])(?!\s*[-–—]\s*\d)\s*场?/;
const PLAIN = /^(\d{1,4}[A-Za-z]?)(?:\s*场|\s*[、.)．]|\s)/;
const PLACE_MARK = /^(?:内外景|外内景|内\/外景|外\/内景|内景|外景)/;
const CAST_LABEL = /(?:出场|登场)?(?:人物|角色|演员)\s*[:：]/;
const SENTENCE_END = /[。！？!?；;…」』”]$/;

/**
 * Reads a heading of a Chinese script: 第3集 第2场 日 内 医院, 第2场, 3-2 内 医院走廊 夜, 12、卫生间 夜 内,
 * 外景 天台 黄昏, 夜 内 客厅. The order of 日/夜, 内/外 and place is free. What could as well be a sentence isn't
 * read as a heading: without a number it needs both lights or 内景/外景, and an empty line above.
 */
export function readChineseHeading(line: string, around: Around): Heading | null {
	if (line.length > HEADING_MOST || !(around.labelled || mayBe(line))) return null;
	const { text, number: marked } = splitNumber(withoutEmphasis(line.replace(/^#+\s*/, '')));
	const heading = oneSpaced(withoutEmphasis(text).replace(/^【(.*)】$/, '$1'));
	const folded = foldWidth(heading);
	const numbered = readNumber(folded);
	const tail = folded.slice(numbered.length);
	const labelled = CAST_LABEL.exec(tail);
	const body = labelled ? tail.slice(0, labelled.index) : tail;
	const cast = labelled ? readNames(tail.slice(labelled.index + labelled[0].length)).names : [];
	const light = readBody(body, cast);
	if (!isHeading(numbered, body, light, around)) return null;
	const omitted = /(?:^|[\s(])(?:本场|此场|已)?删(?:除|场)?[\s)]*$/.test(body) || /^OMIT/i.test(body.trim());
	return {
		style: 'chinese',
		heading,
		number: marked ?? numbered.number,
		episode: numbered.episode,
		intExt: light.intExt,
		time: light.time,
		timeText: light.timeText,
		inherits: light.inherits && !light.time,
		guessed: false,
		set: omitted ? light.set.replace(/\(?(?:本场|此场|已)?删(?:除|场)?\)?$/, '').trim() : light.set,
		omitted,
		cast
	};
}

const mayBe = (line: string): boolean =>
	/[\d０-９]\s?[-－–—、.．)]|[第场場景内外日夜晨昏]/.test(line) && (hasHan(line) || /^\W*\d/.test(line));

type Numbered = {
	kind: 'scene' | 'dashed' | 'plain' | 'none';
	number: string | null;
	episode: number | null;
	length: number;
};

function readNumber(text: string): Numbered {
	const both = EPISODE_AND_SCENE.exec(text);
	if (both) {
		const [episode, scene] = [readNumeral(both[1] ?? ''), readNumeral(both[2] ?? '')];
		if (episode !== null && scene !== null) {
			return { kind: 'scene', number: `${episode}-${scene}`, episode, length: both[0].length };
		}
	}
	const skip = (EPISODE_THEN_DASHED.exec(text) ?? WORD_BEFORE.exec(text))?.[0].length ?? 0;
	const rest = text.slice(skip);
	const scene = SCENE.exec(rest) ?? SCENE_AFTER_WORD.exec(rest);
	const single = scene && readNumeral(scene[1] ?? '');
	if (scene && single !== null) {
		return { kind: 'scene', number: String(single), episode: null, length: skip + scene[0].length };
	}
	const dashed = DASHED.exec(rest);
	if (dashed) {
		const episode = Number(dashed[1]);
		const number = `${episode}-${tidyNumber(dashed[2] ?? '').replace(/^0+(?=\d)/, '')}`;
		return { kind: 'dashed', number, episode, length: skip + dashed[0].length };
	}
	const plain = PLAIN.exec(rest);
	if (plain) {
		return {
			kind: 'plain',
			number: tidyNumber(plain[1] ?? ''),
			episode: null,
			length: skip + plain[0].length
		};
	}
	return { kind: 'none', number: null, episode: null, length: 0 };
}

type Body = Pick<Heading, 'intExt' | 'time' | 'timeText' | 'inherits' | 'set'>;

/** Sorts the words of a heading into light and place, whatever their order; names after the time go to `cast`. */
export function readBody(text: string, cast: string[]): Body {
	const body: Body = { intExt: null, time: null, timeText: '', inherits: false, set: '' };
	const places: string[] = [];
	const times: string[] = [];
	for (const token of tokensOf(text)) {
		const light = readHanLight(token);
		if (light) {
			body.intExt ??= light.intExt;
			body.time ??= light.time;
			body.inherits ||= light.inherits;
			if (light.time || light.inherits)
				times.push(token.replace(/[()内外景室户/\-–—、·,，.。:：\s]/g, '') || token);
		} else if (isHanStory(token.replace(/[()]/g, ''))) times.push(token);
		else if (token.includes('、') && body.time && places.length > 0) cast.push(...readNames(token).names);
		else places.push(token);
	}
	body.timeText = times.join(' ');
	body.set = oneSpaced(places.join(' '));
	return body;
}

/** Splits at spaces, commas and full stops; 内景咖啡馆 and 医院(夜/内) come apart, 张家-客厅 and 乡村公路/大巴 don't. */
function tokensOf(text: string): string[] {
	const tokens: string[] = [];
	for (const part of text.split(/[\s,，.。:：;；|]+|(?<=[)\]】])|(?=[(【])/)) {
		const token = part.replace(/^[-–—、·/【]+|[-–—、·/】]+$/g, '');
		if (!token) continue;
		const mark = PLACE_MARK.exec(token)?.[0];
		const dashed = token.split(/[-–—、/·]/);
		if (mark && mark.length < token.length && !readHanLight(token)) {
			tokens.push(mark, token.slice(mark.length).replace(/^[-–—、·/]+/, ''));
		} else if (dashed.length > 1 && !readHanLight(token) && dashed.some((piece) => readHanLight(piece))) {
			// 内-医院-夜: the pieces that are light come off, the rest stays one place.
			tokens.push(...dashed.filter(readHanLight), dashed.filter((piece) => !readHanLight(piece)).join('-'));
		} else tokens.push(token);
	}
	return tokens.filter(Boolean);
}

function isHeading(numbered: Numbered, body: string, light: Body, around: Around): boolean {
	const lit = light.intExt !== null || light.time !== null || light.inherits;
	const glued = /^[^\s,，.。:：;；、·(（【[\-–—/]/.test(body);
	const sentence = SENTENCE_END.test(body.trim()) || body.trim().length > 60;
	const bare = body.trim() === '';
	switch (numbered.kind) {
		case 'scene':
			return !sentence && (bare || lit || !glued);
		case 'dashed':
			if (sentence && !(light.intExt && light.time)) return false;
			return (
				lit ||
				around.labelBelow ||
				(around.afterBlank && follows(numbered.number, around.lastNumber) && !glued)
			);
		case 'plain':
			return (
				!sentence &&
				lit &&
				light.set !== '' &&
				(around.afterBlank || (light.intExt !== null && light.time !== null))
			);
		default: {
			if (!around.afterBlank || sentence || body.length > 40 || light.set === '') return false;
			if (around.labelled) return lit || around.labelBelow;
			return PLACE_MARK.test(body.trim()) || (light.intExt !== null && light.time !== null);
		}
	}
}

/** Does 3-2 come right after 3-1, or 4-1 after any 3-n, or is it the first scene of the script? */
function follows(number: string | null, last: string | null): boolean {
	const now = /^(\d+)-(\d+)/.exec(number ?? '');
	if (!now) return false;
	const [episode, scene] = [Number(now[1]), Number(now[2])];
	const before = /^(\d+)-(\d+)/.exec(last ?? '');
	if (!before) return last === null && scene === 1;
	if (Number(before[1]) === episode) return scene === Number(before[2]) + 1;
	return episode === Number(before[1]) + 1 && scene === 1;
}
