/**
 * Is a number of a sheet a date, and how did it look? From the cell's number format.
 * Source: ECMA-376 part 1, 18.8.30 (built-in ids, among them 27–36 and 50–58 of Chinese sheets) and 18.8.31 (codes).
 */
import { dayOfSerial, type DateCell } from '#lib/domain/cell.ts';

/** A format as pieces: `d`, `mmm`, `yy`, `min`, or a literal with `=` before it. */
export type DateFormat = readonly string[];

const BUILT_IN: Readonly<Record<number, string>> = {
	...{ 14: 'yyyy-mm-dd', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM' },
	...{ 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy-mm-dd h:mm', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss' },
	...{ 27: 'yyyy年m月', 28: 'm月d日', 29: 'm月d日', 30: 'm-d-yy', 31: 'yyyy年m月d日', 32: 'h时mm分' },
	...{ 33: 'h时mm分ss秒', 34: 'h时mm分', 35: 'h时mm分ss秒', 36: 'yyyy年m月', 50: 'yyyy年m月', 51: 'm月d日' },
	...{
		52: 'yyyy年m月',
		53: 'm月d日',
		54: 'm月d日',
		55: 'h时mm分',
		56: 'h时mm分ss秒',
		57: 'yyyy年m月',
		58: 'm月d日'
	}
};

const ELAPSED = '+';

/** Whether a format shows a length of time, whose days are part of its hours: no calendar is behind it. */
export const isElapsed = (format: DateFormat): boolean =>
	format.some((piece) => piece.endsWith(ELAPSED) && piece.startsWith('h'));

/** The format of dates behind an id or a code; null when it shows a number or text. */
export function dateFormat(id: number, code: string | undefined): DateFormat | null {
	const format = code ?? BUILT_IN[id];
	if (format === undefined || format.length > 200) return null;
	const pieces: string[] = [];
	const literal = (text: string): void => void pieces.push(`=${text}`);
	const section = format.split(';')[0] ?? '';
	const token =
		/"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(AM\/PM|A\/P|上午\/下午)|(y+|m+|d+|h+|s+|e+|a{3,4})|([#0?])|(.)/giu;
	let dated = false;
	for (const [, quoted, escaped, bracket, half, letters, digit, other] of section.matchAll(token)) {
		if (quoted !== undefined || escaped !== undefined) literal(quoted ?? escaped ?? '');
		else if (bracket !== undefined) {
			if (!/^(?:h+|m+|s+)$/i.test(bracket)) continue;
			dated = true;
			const unit = bracket.toLowerCase();
			// `[h]` runs on past a day: 25:30 is shown so, not as half past one.
			pieces.push(unit.startsWith('m') ? 'min' : unit.startsWith('h') ? `${unit}${ELAPSED}` : unit);
		} else if (half !== undefined) pieces.push('half');
		else if (letters !== undefined) {
			dated = true;
			pieces.push(letters.toLowerCase());
		} else if (digit !== undefined) {
			// `ss.0` shows tenths; a digit anywhere else makes it a number.
			if (!dated || !pieces.includes('=.')) return null;
		} else if (other !== undefined) literal(other);
	}
	if (!dated || /^general/i.test(section)) return null;
	return pieces.map((piece, i) => (isMinutes(pieces, i) ? 'min' : piece));
}

/** `m` is minutes behind hours and before seconds. */
function isMinutes(pieces: readonly string[], index: number): boolean {
	if (pieces[index] !== 'm' && pieces[index] !== 'mm') return false;
	const real = (piece: string): boolean => !piece.startsWith('=');
	const before = pieces.slice(0, index).findLast(real) ?? '';
	const after = pieces.slice(index + 1).find(real) ?? '';
	return before.startsWith('h') || after.startsWith('s');
}

const MONTHS = 'January February March April May June July August September October November December'.split(
	' '
);

/** A number shown as a date; null where it is outside the years a sheet knows. */
export function toDateCell(serial: number, format: DateFormat): DateCell | null {
	const days = Math.floor(serial);
	// A day is 1,440 minutes; half a second more, since sheets keep 08:00 as 0.33333.
	const minutes = Math.floor((serial - days) * 1440 + 1 / 120);
	const day = dayOfSerial(days);
	if (serial < 0 || (day === null && days >= 1)) return null;
	const [year = '', month = '', date = ''] = day?.split('-') ?? [];
	const two = (value: number): string => String(value).padStart(2, '0');
	const show = (piece: string): string => {
		if (piece.startsWith('=')) return piece.slice(1);
		const name = MONTHS[Number(month) - 1] ?? '';
		if (piece.startsWith('y')) return piece.length > 2 ? year : year.slice(2);
		if (piece.startsWith('e')) return year;
		if (piece === 'm' || piece === 'd') return String(Number(piece === 'm' ? month : date));
		if (piece === 'mm' || piece === 'dd') return piece === 'mm' ? month : date;
		if (piece.startsWith('m') && piece !== 'min')
			return piece.length === 4 ? name : name.slice(0, piece.length === 5 ? 1 : 3);
		if (piece.startsWith('h') && piece.endsWith(ELAPSED))
			return String(days * 24 + Math.floor(minutes / 60)).padStart(piece.length - 1, '0');
		if (piece.startsWith('h')) return String(Math.floor(minutes / 60)).padStart(piece.length, '0');
		if (piece === 'min') return two(minutes % 60);
		if (piece.startsWith('s')) return two(Math.round((serial - days) * 86_400) % 60);
		return '';
	};
	return { kind: 'date', day, minutes, shown: format.map(show).join('').trim() };
}
