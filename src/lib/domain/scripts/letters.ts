/**
 * Letters and digits as they come from keyboards in two languages. Every function here maps one UTF-16 unit to
 * one or drops some, in one pass over the text.
 */

/** Full-width forms to half-width, 1:1, so that positions found in the folded text hold in the original. */
export function foldWidth(text: string): string {
	return text.replace(/[\uFF01-\uFF5E\u3000\u00A0]/g, (c) => {
		const code = c.charCodeAt(0);
		return code === 0x3000 || code === 0xa0 ? ' ' : String.fromCharCode(code - 0xfee0);
	});
}

/** Is there a Han character in it? */
export const hasHan = (text: string): boolean => /[\u3400-\u9FFF\uF900-\uFAFF]/.test(text);

/** `**bold**`, `_underline_` and `\*` without their marks: for headings, titles and names, which are plain words. */
export function withoutEmphasis(text: string): string {
	if (!/[*_\\]/.test(text)) return text.trim();
	return text.replace(/\\([*_\\])|\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '$1').trim();
}

/** One space between words, none around. */
export const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What two spellings of one name share: letters and digits, folded, without case, spaces and punctuation. */
export function lettersOf(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

const DIGITS: Readonly<Record<string, number>> = {
	...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
	...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 }
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** The characters of a number, for use inside `[…]` of an expression on folded text. */
export const NUMERAL = '0-9零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟';

/** 12, 十二, 一百零二, 二〇三 as a number; null when it isn't one or has more than four digits. */
export function readNumeral(text: string): number | null {
	if (/^\d{1,4}$/.test(text)) return Number(text);
	let total = 0;
	let digit: number | null = null;
	let run = '';
	for (const c of text) {
		const unit = UNITS[c];
		const value = DIGITS[c];
		if (unit !== undefined) {
			total += (digit ?? (total === 0 ? 1 : 0)) * unit;
			digit = null;
			run = '';
		} else if (value !== undefined) {
			digit = value;
			run += String(value);
		} else return null;
	}
	// 二〇三 and 一二 are digits said one by one.
	const result = run.length > 1 && total === 0 ? Number(run) : total + (digit ?? 0);
	return text && result <= 9999 ? result : null;
}
