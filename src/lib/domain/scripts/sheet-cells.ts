/**
 * What single cells of a breakdown say. Each reader answers null for what it can't read; `repaired` tells that a
 * spreadsheet program had made something else of what was typed.
 */
import { readDay, type DayKey } from '../calendar/day-key.ts';
import { parseDuration, type Minutes } from '../calendar/duration.ts';
import { dayOfSerial, isDate, textOf, type Cell } from '../cell.ts';
import { foldWidth, oneSpaced, readNumeral } from './letters.ts';
import { readHanLight, readTimeWords } from './time-of-day.ts';
import type { IntExt, TimeOfDay } from './types.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
/** Bare numbers in this stretch are days as spreadsheets count them: 2009 to 2064. No scene and no page is so far. */
const isSerial = (value: number): boolean => Number.isInteger(value) && value >= 40_000 && value <= 60_000;

/** A date as two numbers somebody may have typed: `1/8`, `3-1`. Likeliest order first. */
type Typed = readonly (readonly [number, number])[];

/** The two numbers behind a cell that became a date; null for a cell that didn't. */
function typedPairs(cell: Cell): Typed | null {
	if (typeof cell === 'number' && isSerial(cell)) {
		const day = dayOfSerial(cell);
		return day && pairsOf(day);
	}
	const text = foldWidth(textOf(cell)).trim();
	// `Mar-32` and `2032年3月`: the second number was past the days of the month, so it became a year.
	const monthYear = /^([A-Za-z]{3,9})[-\s.](\d{1,4})$/.exec(text);
	if (monthYear && monthOf(monthYear[1] ?? '') > 0) {
		return [[monthOf(monthYear[1] ?? ''), Number(monthYear[2]) % 100]];
	}
	const yearMonth = /^(\d{4})年(\d{1,2})月$/.exec(text);
	if (yearMonth) return [[Number(yearMonth[2]), Number(yearMonth[1]) % 100]];
	if (isDate(cell)) return cell.day && pairsOf(cell.day);
	const day = readWrittenDay(text);
	if (day) return pairsOf(day);
	const dayMonth = /^(\d{1,2})[-\s.]([A-Za-z]{3,9})(?:[-\s.]\d{2,4})?$/.exec(text);
	if (dayMonth && monthOf(dayMonth[2] ?? '') > 0) {
		return bothWays(monthOf(dayMonth[2] ?? ''), Number(dayMonth[1]));
	}
	const han = /^(\d{1,2})月(\d{1,2})日?$/.exec(text);
	if (han) return bothWays(Number(han[1]), Number(han[2]));
	const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text);
	return slashed ? bothWays(Number(slashed[1]), Number(slashed[2])) : null;
}

const bothWays = (a: number, b: number): Typed => [
	[a, b],
	[b, a]
];
const pairsOf = (day: DayKey): Typed => bothWays(Number(day.slice(5, 7)), Number(day.slice(8, 10)));

/** `2026-01-08`, `2026/1/8`, `2026年1月8日`, with a time or a weekday behind it. */
function readWrittenDay(text: string): DayKey | null {
	const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?/.exec(text);
	if (!match) return null;
	return readDay(`${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`);
}

/** A day with its year anywhere in a text: also `Thursday, November 12, 2026`, `12 Nov 2026`, `20261112`. */
export function findWrittenDay(text: string): DayKey | null {
	const numbers = /(?<!\d)\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/.exec(text)?.[0];
	if (numbers) return readWrittenDay(numbers);
	const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
	if (compact) return readDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
	const american = /([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/.exec(text);
	const british = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/.exec(text);
	const month = monthOf(american?.[1] ?? british?.[2] ?? '');
	if (month === 0) return null;
	const two = (value: number | string = ''): string => String(value).padStart(2, '0');
	return readDay(`${american?.[3] ?? british?.[3]}-${two(month)}-${two(american?.[2] ?? british?.[1])}`);
}

/** A day without its year: `11月12日（周四）`, `Tue 10 Nov`, `Nov 10`, `12号`, `11/12`, `11.12`. */
const saysDay = (text: string): boolean =>
	/\d{1,2}月\d{1,2}日?|(?<!\d)\d{1,2}号|^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/.test(text) ||
	[/([A-Za-z]{3,9})\.?[\s-]+\d{1,2}(?!\d)/g, /\d{1,2}[\s-]+([A-Za-z]{3,9})/g].some((form) =>
		[...text.matchAll(form)].some(([, month]) => monthOf(month ?? '') > 0)
	);

export type ReadEighths = { eighths: number; repaired: boolean; rounded: boolean };

const VULGAR: Readonly<Record<string, string>> = {
	...{ '⅛': '1/8', '¼': '2/8', '⅜': '3/8', '½': '4/8', '⅝': '5/8', '¾': '6/8', '⅞': '7/8' },
	...{ '⅓': '1/3', '⅔': '2/3' }
};
/** Two hundred pages: more than any scene, less than any accident. */
const EIGHTHS_MOST = 1600;

/**
 * Pages as whole eighths: `1 3/8`, `3/8`, `11/8`, `1 3`, `1⅜`, 1.375, `1,375`, `1又3/8`, `半页`, `１　３／８`, and the
 * dates spreadsheets make of them. With `counted` a whole number counts eighths instead of pages. Null when it is
 * none of these, negative, or longer than any scene.
 */
export function readEighths(cell: Cell, counted = false): ReadEighths | null {
	const pairs = typedPairs(cell);
	if (pairs) {
		for (const denominator of [8, 4, 2]) {
			const pair = pairs.find(([top, below]) => below === denominator && (denominator === 8 || top < below));
			if (pair) return { eighths: (pair[0] * 8) / denominator, repaired: true, rounded: false };
		}
		return null;
	}
	if (typeof cell === 'number') return inEighths(counted && Number.isInteger(cell) ? cell / 8 : cell);
	const text = oneSpaced(
		foldWidth(textOf(cell).replace(/[⅛¼⅜½⅝¾⅞⅓⅔]/g, (c) => ` ${VULGAR[c]}`))
			.replace(/[⁄∕]/g, '/')
			.replace(/(?:pages?|pgs?|页|p)\.?\s*$/i, '')
	);
	if (text === '半') return inEighths(0.5);
	const mixed = /^(?:(\d{1,3})\s*(?:[\s+又&-]|and)\s*)?(\d{1,4})\s*\/\s*(\d{1,2})(?:ths?)?$/i.exec(text);
	if (mixed) {
		const [whole, top, below] = [Number(mixed[1] ?? 0), Number(mixed[2]), Number(mixed[3])];
		return below === 0 ? null : inEighths(whole + top / below);
	}
	// `1 3`: the eighths written small on the page, or without the stroke.
	const spaced = /^(\d{1,3}) ([0-7])$/.exec(text);
	if (spaced) return inEighths(Number(spaced[1]) + Number(spaced[2]) / 8);
	const decimal = /^(\d{0,4})(?:[.,](\d{1,6}))?$/.exec(text);
	if (!decimal || text === '' || text === '.') return null;
	const value = Number(`${decimal[1] || 0}.${decimal[2] ?? 0}`);
	return inEighths(counted && decimal[2] === undefined ? value / 8 : value);
}

function inEighths(pages: number): ReadEighths | null {
	const exact = pages * 8;
	if (!(exact >= 0) || exact > EIGHTHS_MOST) return null;
	const eighths = Math.round(exact);
	// 0.13 and 0.38 are eighths typed in two digits; 0.3 is a guess.
	return {
		eighths: exact > 0 ? Math.max(1, eighths) : 0,
		repaired: false,
		rounded: Math.abs(exact - eighths) > 0.05
	};
}

export type ReadNumber = { number: string; episode: number | null; part: number; repaired: boolean };

/**
 * A scene's number: `12A`, `3-1`, `第3集第1场`, `E3S1`, `12 pt2`, and the dates that `3-1` becomes. `near` is the
 * episode of this row or the rows around, which tells whether 1 March was 3-1 or 1-3.
 */
export function readSceneNumber(cell: Cell, near: number | null): ReadNumber | null {
	const pairs = typedPairs(cell);
	if (pairs) {
		const [episode, scene] = pairs.find(([first]) => first === near) ?? pairs[0] ?? [0, 0];
		return { number: `${episode}-${scene}`, episode, part: 0, repaired: true };
	}
	const text = oneSpaced(foldWidth(textOf(cell))).replace(/[–—－]/g, '-');
	if (text === '' || text.length > 40) return null;
	const part =
		/[\s(,-]*(?:pt|part)\.?\s*(\d{1,2})\)?$/i.exec(text) ?? /[\s(-]*第?(\d{1,2})部分\)?$/.exec(text);
	const body = (part ? text.slice(0, part.index) : text).replace(/\s*\(?cont(?:'?d|inued)?\.?\)?$/i, '');
	const both =
		/^第?\s*([0-9〇零一二两三四五六七八九十百]{1,6})\s*集\s*-?\s*第?\s*([0-9〇零一二两三四五六七八九十百]{1,6}[A-Za-z]?)\s*场?$/.exec(
			body
		) ??
		/^(?:ep?|s\d+e)\.?\s*(\d{1,4})[\s,.-]*(?:sc?|scene)\.?\s*(\d{1,4}[A-Za-z]?)$/i.exec(body) ??
		/^(\d{1,4})\s*-\s*0*(\d{1,4}[A-Za-z]{0,2})\s*场?$/.exec(body);
	if (both) {
		const episode = readNumeral(both[1] ?? '');
		const scene = readNumeral(both[2] ?? '') ?? both[2]?.toUpperCase();
		if (episode !== null)
			return {
				number: `${episode}-${scene}`,
				episode,
				part: Number(part?.[1] ?? 0),
				repaired: false
			};
	}
	const bare = body
		.replace(/^(?:第|scene|sc\.?|场次?)\s*/i, '')
		.replace(/\s*场$/, '')
		.replace(/\.0+$/, '')
		.replace(/[.、]$/, '')
		.replace(/^0+(?=\d)/, '')
		// Two scenes shot as one: 12, 13 or 12+13.
		.replace(/(?<=\d[A-Za-z]?)\s*[,&+、]\s*(?=\d)/g, '/');
	const numeral = /^\p{sc=Han}+$/u.test(bare) ? readNumeral(bare) : null;
	const number = numeral === null ? bare.replace(/\s+/g, '').toUpperCase() : String(numeral);
	if (!/^[A-Z]{0,3}\d{1,5}[A-Z]{0,3}(?:[-./]\d{1,4}[A-Z]{0,2})*$/.test(number)) return null;
	return { number, episode: null, part: Number(part?.[1] ?? 0), repaired: false };
}

/** `3`, `第3集`, `EP 3`, `Episode 3`, 三; of a scene cut into several, `3, 4`, the first. Null for anything else. */
export function readEpisodeCell(cell: Cell): number | null {
	const text = oneSpaced(foldWidth(textOf(cell)).split(/[,、;/&\n]/)[0] ?? '');
	const bare = text
		.replace(/^(?:第|s\d+\s*e|episode|eps?\.?|e)\s*#?\s*/i, '')
		.replace(/\s*[集话]$/, '')
		.replace(/\.0+$/, '');
	return readNumeral(bare);
}

export type Light = { intExt: IntExt | null; time: TimeOfDay | null };

const SHORT: Readonly<Record<string, string>> = { D: 'DAY', N: 'NIGHT', MORN: 'MORNING', EVE: 'EVENING' };

/** `日内`, `夜/外`, `INT`, `I/E`, `D`, `EXT NIGHT`, `黄昏`: whatever of it is there; null when some of it is unknown. */
export function readLight(text: string): Light | null {
	// 夜戏, 日景, 雨夜: a scene by night, by day, a night it rains.
	const han = readHanLight(
		text.replace(/^[雨雪阴晴]+(?=\p{sc=Han})/u, '').replace(/(?<=[日夜晨昏晚])[戏景]$/, '')
	);
	if (han) return { intExt: han.intExt, time: han.time };
	let int = false;
	let ext = false;
	const rest: string[] = [];
	for (const word of foldWidth(text)
		.toUpperCase()
		.split(/[\s/.,&+|()-]+/)
		.filter(Boolean)) {
		if (/^(?:I|INT|INTERIOR|INSIDE)$/.test(word)) int = true;
		else if (/^(?:E|EXT|EXTERIOR|OUTSIDE)$/.test(word)) ext = true;
		else if (/^(?:IE|INTEXT|EXTINT)$/.test(word)) int = ext = true;
		else rest.push(SHORT[word] ?? word);
	}
	const intExt = int && ext ? 'int-ext' : int ? 'int' : ext ? 'ext' : null;
	if (rest.length === 0) return intExt ? { intExt, time: null } : null;
	const said = readTimeWords(rest.join(' '));
	return said ? { intExt, time: said.time } : null;
}

/** Minutes as typed or as a time of the sheet: 45, `45 min`, `1:30` (an hour and a half), `1.5 h`, `1小时`. */
export function readMinutes(cell: Cell): Minutes | null {
	if (typeof cell === 'number') return cell > 0 && cell <= 10_000 ? Math.max(1, Math.round(cell)) : null;
	if (isDate(cell)) return cell.day === null && cell.minutes > 0 ? cell.minutes : null;
	const minutes = parseDuration(foldWidth(textOf(cell)).replace(/\.0+$/, ''));
	return minutes !== null && minutes > 0 ? minutes : null;
}

/** Seconds on screen: 75, `75 s`, `1:15`, `1'15"`, `1分15秒`. */
export function readSeconds(cell: Cell): number | null {
	if (typeof cell === 'number') return cell > 0 && cell <= 36_000 ? Math.max(1, Math.round(cell)) : null;
	// 1:15 typed for a minute and a quarter became a quarter past one.
	if (isDate(cell)) return cell.day === null && cell.minutes > 0 ? cell.minutes : null;
	const text = foldWidth(textOf(cell));
	const both = /^(\d{1,3})\s*(?::|'|′|分|m|min)\s*(\d{1,2})\s*(?:"|″|秒|s|sec)?$/i.exec(text);
	if (both) return Number(both[1]) * 60 + Number(both[2]) || null;
	const one = /^(\d{1,5})\s*(?:"|″|秒|s|secs?|seconds)?$/i.exec(text);
	return one ? Number(one[1]) || null : null;
}

/** A shoot day as a sheet names it. `label` is as written: days that have neither number nor date still differ. */
export type ReadDay = { number: number | null; date: DayKey | null; label: string };

const NO_DAY = /^(?:-+|—+|n\/?a|none|tbd|tba|boneyard|unscheduled|待排区?|未排|未定|待定|无)$/i;

/** `3`, `Day 3`, `D3`, `第三天`, a date, `Day 3 — 2026-11-12`; null for `TBD`, undefined for what can't be read. */
export function readShootDay(cell: Cell): ReadDay | null | undefined {
	if (isDate(cell)) return cell.day ? { number: null, date: cell.day, label: cell.day } : undefined;
	if (typeof cell === 'number') {
		const date = isSerial(cell) ? dayOfSerial(cell) : null;
		if (date) return { number: null, date, label: date };
		return Number.isInteger(cell) && cell > 0 && cell < 1000
			? { number: cell, date: null, label: String(cell) }
			: undefined;
	}
	const label = oneSpaced(foldWidth(textOf(cell)));
	if (label === '' || NO_DAY.test(label)) return null;
	if (label.length > 80) return undefined;
	const written = findWrittenDay(label);
	const numbered =
		/^(?:end of )?(?:shoot(?:ing)?\s*)?(?:day|d)\s*#?\s*(\d{1,3})(?!\d)/i.exec(label) ??
		/^第?\s*([0-9一二两三四五六七八九十百]{1,4})\s*(?:个?拍摄日|天|日(?!期))/.exec(label) ??
		/^(?:拍摄日|拍摄第)\s*([0-9一二三四五六七八九十百]{1,4})/.exec(label) ??
		/^(\d{1,3})(?:st|nd|rd|th)\s+day\b/i.exec(label) ??
		/^(\d{1,3})(?:\.0+)?$/.exec(label);
	const number = numbered ? readNumeral(numbered[1] ?? '') : null;
	if (number !== null || written) return { number, date: written, label: written ?? label };
	return saysDay(label) ? { number: null, date: null, label } : undefined;
}

export type ReadStatus = 'todo' | 'shooting' | 'shot' | 'partial' | 'dropped' | 'omitted';

const STATUS_WORDS: Readonly<Record<ReadStatus, string>> = {
	todo: 'todo;to do;not shot;planned;open;no;未拍;待拍;未开拍;否',
	shooting: 'shooting;in progress;拍摄中;在拍;正在拍',
	shot: 'shot;done;complete;completed;finished;wrapped;yes;y;true;x;√;✓;✔;已拍;拍完;完成;已完成;是',
	partial: 'partial;partly;partly shot;part;未拍完;部分;拍了一部分;部分完成',
	dropped: 'dropped;owed;drop;甩场;甩;欠',
	omitted: 'omitted;omit;cut;deleted;scene cut;删;删除;删戏;删场;已删;取消'
};
const statusByWord = new Map(
	Object.entries(STATUS_WORDS).flatMap(([status, words]) =>
		words.split(';').map((word) => [word, status as ReadStatus] as const)
	)
);

export const readStatus = (cell: Cell): ReadStatus | null =>
	statusByWord.get(oneSpaced(foldWidth(textOf(cell))).toLowerCase()) ?? null;
