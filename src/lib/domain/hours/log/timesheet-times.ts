/** What single cells of a time sheet say of time. Each answers null for what it can't read; nothing here throws. */
import { daysBetween, readDay, type DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import { isDate, textOf, type Cell } from '../../cell.ts';
import { foldWidth } from '../../scripts/letters.ts';

/** What was done to a value to read it: said to whoever imports, since only a person knows whether it is right. */
export type TimeRepair = 'decimal' | 'digits' | 'fraction' | 'seconds';

export type ReadTime = {
	/** minutes after midnight of the row's day */
	readonly at: Minutes;
	/** the day the cell itself names, where it is a date with a time */
	readonly day: DayKey | null;
	readonly repair: TimeRepair | null;
};

const LATEST = 72 * 60 - 1;
const NOTHING = /^(?:[-–—―/\\.·•×]+|n\/?a|none|nil|无|没有|空|未打卡|缺卡|缺)?$/i;
/** Spreadsheets count days from here; a time past midnight is a day of their first week. */
const SHEET_ZERO = '1899-12-30' as DayKey;
const SHEET_FIRST = '1901-01-01' as DayKey;

/** Whether a cell holds nothing, or a stroke that says so. */
export const isBlank = (cell: Cell | undefined): boolean => {
	if (cell === null || cell === undefined) return true;
	return typeof cell === 'string' && NOTHING.test(foldWidth(cell).trim());
};

const time = (at: Minutes, repair: TimeRepair | null = null, day: DayKey | null = null): ReadTime | null =>
	Number.isFinite(at) && at >= 0 && at <= LATEST ? { at: Math.round(at), day, repair } : null;

/**
 * A time of day: `7:00`, `25:30`, `0730`, `7.30`, `7:30 pm`, `下午7点半`, `次日1:30`, `1:30 (+1)`, a cell of time, a
 * fraction of a day, hours as a decimal. Numbers a sheet has made of times are said (`repair`).
 */
export function timeOf(cell: Cell | undefined): ReadTime | null {
	if (isDate(cell)) return timeOfCell(cell.day, cell.minutes);
	if (typeof cell === 'number') return timeOfNumber(cell);
	if (typeof cell !== 'string') return null;
	return timeOfText(foldWidth(cell).trim().toLowerCase());
}

function timeOfCell(day: DayKey | null, minutes: Minutes): ReadTime | null {
	if (day === null) return time(minutes);
	// `[h]:mm` keeps 25:30 as a day and a half hour past one of the sheet's own first day.
	return day < SHEET_FIRST ? time(daysBetween(SHEET_ZERO, day) * 1440 + minutes) : time(minutes, null, day);
}

/** 0.3125 is a quarter past a sheet's midnight; 7.5 half past seven; 730 and 1930 have lost their colon. */
function timeOfNumber(number: number): ReadTime | null {
	if (number < 0) return null;
	if (number < 1) return time(number * 1440, number === 0 ? null : 'fraction');
	if (Number.isInteger(number)) {
		if (number < 72) return time(number * 60);
		const [hours, minutes] = [Math.floor(number / 100), number % 100];
		return number < 7200 && minutes < 60 ? time(hours * 60 + minutes, 'digits') : null;
	}
	// Between 1 and 3 both are possible: quarters and tenths are hours, anything else a sheet's day and its time.
	const isRound = Math.abs(number * 20 - Math.round(number * 20)) < 1e-6;
	if (number < 3 && !isRound) return time(number * 1440, 'fraction');
	return number < 72 ? time(number * 60, 'decimal') : null;
}

const NEXT = /次日|翌日|第二天|隔天|\bnext day\b|\(?\+\s*1\s*(?:d|day|天)?\)?/;
const MORNING = /上午|早上|早晨|清晨|凌晨|(?<![a-z])a\.?m\.?|(?<=\d)\s*a$/;
const EVENING = /下午|晚上|傍晚|晚间|晚|(?<![a-z])p\.?m\.?|(?<=\d)\s*p$/;
const NOON = /中午/;

function timeOfText(text: string): ReadTime | null {
	if (text === '' || text.length > 60) return null;
	const dated = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[t ]+(.+)$/.exec(text);
	if (dated) {
		const [, year = '', month = '', date = '', rest = ''] = dated;
		const day = readDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
		const inner = day && timeOfText(rest.replace(/z$/, '').trim());
		return inner && { ...inner, day };
	}
	if (/^(?:noon|12\s*noon|正午|中午)$/.test(text)) return time(720);
	if (/^(?:midnight|午夜|零点)$/.test(text)) return time(1440);
	const later = NEXT.test(text) ? 1440 : 0;
	let rest = text.replace(NEXT, ' ');
	const half = MORNING.test(rest) ? 'am' : EVENING.test(rest) ? 'pm' : NOON.test(rest) ? 'noon' : null;
	rest = rest
		.replace(
			/上午|早上|早晨|清晨|凌晨|下午|晚上|傍晚|晚间|晚|中午|(?<![a-z])[ap]\.?\s?m\.?|(?<=\d)\s*[ap]\.?$|约/g,
			' '
		)
		.replace(/\b(?:uhr|hrs?|o'?clock|approx|ca)\b\.?/g, ' ')
		.trim();
	const read = bareTime(rest);
	if (!read) return null;
	let at = read.at;
	if (half !== null) {
		if (at >= 1440 || (half === 'am' && at >= 13 * 60)) return null;
		if (half === 'am' && at >= 720) at -= 720;
		// 晚上12点 is midnight, 晚上1点 is past it only with 次日 or 凌晨.
		else if (half === 'pm' && at >= 720 && /晚/.test(text) && at < 780) at += 720;
		else if ((half === 'pm' && at < 720) || (half === 'noon' && at < 240)) at += 720;
	}
	return time(at + later, read.repair);
}

function bareTime(text: string): { at: Minutes; repair: TimeRepair | null } | null {
	const clock =
		/^(\d{1,2})\s*[:.;,h'点时]\s*(\d{1,2})(?:\s*[:.]\s*(\d{2})(?:\.\d+)?)?\s*(?:m|min|分|分钟)?$/.exec(text);
	if (clock) {
		const [, hours = '', minutes = '', seconds = '0'] = clock;
		// `7.5` is a decimal, `7.30` and `7.05` a clock.
		if (minutes.length === 1 && /[.,]/.test(text))
			return { at: Math.round(Number(`${hours}.${minutes}`) * 60), repair: 'decimal' };
		if (minutes.length === 1 && !/[点时h]/.test(text)) return null;
		if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
		return {
			at: Number(hours) * 60 + Number(minutes),
			repair: Number(seconds) > 0 ? 'seconds' : null
		};
	}
	const chinese = /^(\d{1,2})\s*(?:点钟?|时|h)(?:\s*(半|一刻|三刻|整))?$/.exec(text);
	if (chinese)
		return {
			at: Number(chinese[1]) * 60 + ({ 半: 30, 一刻: 15, 三刻: 45 }[chinese[2] ?? ''] ?? 0),
			repair: null
		};
	const digits = /^(\d{3,4})$/.exec(text);
	if (digits) {
		const number = Number(text);
		return number % 100 < 60 && number < 7200
			? { at: Math.floor(number / 100) * 60 + (number % 100), repair: text.length === 3 ? 'digits' : null }
			: null;
	}
	const long = /^(\d{1,2})[.,](\d{3,})$/.exec(text);
	if (long) {
		const read = timeOfNumber(Number(text.replace(',', '.')));
		return read && { at: read.at, repair: read.repair };
	}
	return /^\d{1,2}$/.test(text) ? { at: Number(text) * 60, repair: null } : null;
}

/** `09:00-18:30`, `7点～次日1点半`, `9 to 6 pm`: two times in one cell. */
export function spanOf(cell: Cell | undefined): { readonly from: ReadTime; readonly to: ReadTime } | null {
	if (typeof cell !== 'string') return null;
	// Clocks that are pressed export both presses in one cell, one under the other.
	const text = foldWidth(cell)
		.trim()
		.toLowerCase()
		.replace(/\s*[\r\n]+\s*/g, '-');
	const parts = text.split(/\s*(?:[-–—―~～]|\bto\b|至|到(?!场))\s*/).filter(Boolean);
	if (parts.length !== 2) return null;
	const [from, to] = [timeOf(parts[0]), timeOf(parts[1])];
	return from && to && { from, to };
}

/** How long something took, for a column of lengths; every way a bare number may be meant, the likeliest first. */
export function lengthsOf(cell: Cell | undefined): readonly Minutes[] {
	if (isDate(cell)) {
		const at = timeOfCell(cell.day, cell.minutes);
		return at && at.day === null ? [at.at] : [];
	}
	if (typeof cell === 'number') return lengthsOfNumber(cell);
	if (typeof cell !== 'string') return [];
	const text = foldWidth(cell).trim().toLowerCase();
	const both =
		/^(\d{1,3})\s*(?:h(?:ours?|rs?)?|:|小时|时|个小时)\s*(\d{1,2})\s*(?::\d{2})?\s*(?:m|min(?:utes?|s)?|分|分钟)?\.?$/.exec(
			text
		);
	if (both) return Number(both[2]) < 60 ? [Number(both[1]) * 60 + Number(both[2])] : [];
	const hours = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:h|hours?|hrs?|个?小时|时|个?钟头)\.?(半)?$/.exec(text);
	if (hours) return [Math.round(Number(hours[1]?.replace(',', '.')) * 60) + (hours[2] ? 30 : 0)];
	const halfHours = /^(\d{1,3})个?半(?:小时|钟头)$/.exec(text);
	if (halfHours) return [Number(halfHours[1]) * 60 + 30];
	if (/^半个?小时$/.test(text)) return [30];
	const minutes = /^(\d{1,4})\s*(?:m|min(?:utes?|s)?|'|分|分钟)\.?$/.exec(text);
	if (minutes) return [Number(minutes[1])];
	return /^\d{1,4}(?:[.,]\d+)?$/.test(text) ? lengthsOfNumber(Number(text.replace(',', '.'))) : [];
}

/** 10.5 is hours, 0.4375 may be a day's part, 45 and 630 minutes. */
function lengthsOfNumber(number: number): readonly Minutes[] {
	if (!(number >= 0) || number > 10_000) return [];
	const hours = Math.round(number * 60);
	if (number > 72) return [Math.round(number)];
	if (number > 24) return [Math.round(number), hours];
	const parts = number < 3 && !Number.isInteger(number) ? [Math.round(number * 1440)] : [];
	return [hours, ...parts];
}

/** The words of a cell as they are shown, shortened. */
export const shortText = (cell: Cell | undefined): string => {
	const text = textOf(cell);
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};
