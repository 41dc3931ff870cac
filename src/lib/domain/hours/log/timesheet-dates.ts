/** Dates of a time sheet, in the many ways they are written. Pure; nothing here throws. */
import { addDays, daysBetween, readDay, type DayKey } from '../../calendar/day-key.ts';
import { dayOfSerial, isDate, textOf, type Cell } from '../../cell.ts';
import { foldWidth } from '../../scripts/letters.ts';

/** How `11/12` is meant: the 11th of December or November the 12th. */
export type DateOrder = 'day-first' | 'month-first';

export type DateContext = {
	readonly order: DateOrder;
	/** a day near the shoot, for dates without a year */
	readonly near: DayKey;
	/** the dates of the board's shoot days in order, for `D3` and 第3天 */
	readonly shootDays: readonly DayKey[];
};

export type ReadDate = {
	readonly day: DayKey;
	/** `year`: none was written, the nearest was taken; `order`: it could be read both ways */
	readonly guessed: 'year' | 'order' | 'shoot-day' | null;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAY =
	/(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:周|星期|礼拜)[一二三四五六日天1-7])[.,]?/g;

/** Whether a cell is the name of a weekday and nothing else. */
export const isWeekday = (cell: Cell | undefined): boolean => {
	const text = plain(textOf(cell));
	return text !== '' && text.replace(WEEKDAY, '').trim() === '';
};

const plain = (text: string): string => foldWidth(text).toLowerCase().trim();
const make = (year: number, month: number, date: number): DayKey | null =>
	readDay(
		`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
	);

/** Of the years around, the one that brings the day closest to the shoot. */
function nearest(month: number, date: number, near: DayKey): DayKey | null {
	const year = Number(near.slice(0, 4));
	const found = [year - 1, year, year + 1].flatMap((one) => make(one, month, date) ?? []);
	const away = (day: DayKey): number => Math.abs(daysBetween(near, day));
	return found.sort((a, b) => away(a) - away(b))[0] ?? null;
}

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** Two numbers whose order says which is the month. */
type Pair = { readonly a: number; readonly b: number; readonly year: number | null };

/** `11/12`, `11.12.2026`, `11-12-26`: null for anything whose month is plain. */
function pairOf(text: string): Pair | null {
	const match = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}|\d{2}))?$/.exec(text);
	if (!match) return null;
	return {
		a: Number(match[1]),
		b: Number(match[2]),
		year: match[3] === undefined ? null : fullYear(match[3])
	};
}

const stripped = (cell: Cell | undefined): string =>
	plain(textOf(cell))
		.replace(/\(([^()]*)\)/g, (_, inner: string) => (WEEKDAY.test(inner) ? ' ' : ` ${inner} `))
		.replace(WEEKDAY, ' ')
		.replace(/[,，]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

/** A date; null for what isn't one. */
export function dateOf(cell: Cell | undefined, { order, near, shootDays }: DateContext): ReadDate | null {
	const sure = (day: DayKey | null): ReadDate | null => day && { day, guessed: null };
	if (isDate(cell)) return cell.day !== null && cell.day > '1901' ? sure(cell.day) : null;
	if (typeof cell === 'number') {
		if (cell > 20_000 && cell < 80_000) return sure(dayOfSerial(cell));
		if (Number.isInteger(cell) && cell > 19_000_000 && cell < 21_000_000) return sure(compact(String(cell)));
		return null;
	}
	const text = stripped(cell);
	if (text === '' || text.length > 60) return null;
	const full = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[t ]+[\d:]+.*)?$/.exec(text);
	if (full) return sure(make(Number(full[1]), Number(full[2]), Number(full[3])));
	if (/^\d{8}$/.test(text)) return sure(compact(text));
	const chinese = /^(?:(\d{2})年)?(\d{1,2})月(\d{1,2})[日号]?$/.exec(text);
	if (chinese) {
		const [month, date] = [Number(chinese[2]), Number(chinese[3])];
		if (chinese[1] !== undefined) return sure(make(fullYear(chinese[1]), month, date));
		const day = nearest(month, date, near);
		return day && { day, guessed: 'year' };
	}
	const pair = pairOf(text);
	if (pair) return dateOfPair(pair, order, near);
	const worded =
		/^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of )?([a-z]{3,9})\.?[\s.-]*(\d{4}|\d{2})?$/.exec(text) ??
		/^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?[\s.-]*(\d{4})?$/.exec(text);
	if (worded) {
		const isDayFirst = /^\d/.test(text);
		const name = (isDayFirst ? worded[2] : worded[1]) ?? '';
		const date = Number(isDayFirst ? worded[1] : worded[2]);
		const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
		if (month > 0) {
			if (worded[3] !== undefined) return sure(make(fullYear(worded[3]), month, date));
			const day = nearest(month, date, near);
			return day && { day, guessed: 'year' };
		}
	}
	const nth =
		/^(?:d|day|shoot day|shooting day)\s*\.?#?(\d{1,3})$/.exec(text) ??
		/^第\s*(\d{1,3})\s*(?:个?拍摄日|天|日)$/.exec(text);
	const shot = nth && shootDays[Number(nth[1]) - 1];
	return shot ? { day: shot, guessed: 'shoot-day' } : null;
}

const compact = (digits: string): DayKey | null =>
	readDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);

function dateOfPair({ a, b, year }: Pair, order: DateOrder, near: DayKey): ReadDate | null {
	const [dayFirst, monthFirst] = [
		[b, a],
		[a, b]
	] as const;
	const dated = ([month, date]: readonly [number, number]): DayKey | null =>
		year === null ? nearest(month, date, near) : make(year, month, date);
	const [wanted, other] = order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
	const first = dated(wanted);
	const second = dated(other);
	if (first && second && first !== second) return { day: first, guessed: 'order' };
	const day = first ?? second;
	return day && { day, guessed: year === null ? 'year' : null };
}

/**
 * Whether a column writes the day or the month first: what one date alone can't say the column often can, since a 13
 * is never a month. Where nothing speaks it is the order that brings the dates nearer to the shoot; `sure` is false.
 */
export function orderOf(
	cells: readonly (Cell | undefined)[],
	near: DayKey
): { readonly order: DateOrder; readonly sure: boolean } {
	const pairs = cells.flatMap((cell) => (typeof cell === 'string' ? (pairOf(stripped(cell)) ?? []) : []));
	const dayFirst = pairs.some(({ a, b }) => a > 12 && b <= 12);
	const monthFirst = pairs.some(({ a, b }) => b > 12 && a <= 12);
	if (dayFirst !== monthFirst) return { order: dayFirst ? 'day-first' : 'month-first', sure: true };
	const open = pairs.filter(({ a, b }) => a <= 12 && b <= 12 && a !== b);
	if (open.length === 0) return { order: 'day-first', sure: true };
	const far = (order: DateOrder): number =>
		open.reduce((sum, pair) => {
			const read = dateOfPair(pair, order, near);
			return sum + (read ? Math.min(4000, Math.abs(daysBetween(near, read.day))) : 4000);
		}, 0);
	return { order: far('month-first') < far('day-first') ? 'month-first' : 'day-first', sure: false };
}

/** The date a cell of date and time names may be the row's own, or the night after it. */
export const nightsAfter = (row: DayKey, named: DayKey): number | null => {
	const days = daysBetween(row, named);
	return days >= 0 && days <= 2 && addDays(row, days) === named ? days : null;
};
