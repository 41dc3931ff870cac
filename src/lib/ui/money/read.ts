/** What people type into cells of money, in either language and either width. */
import { unitsOf } from '#lib/domain/money.ts';
import type { Taken } from '../grid/types.ts';
import { text } from '../text/index.svelte.ts';
import { grid as enGrid } from '../text/en/grid.ts';
import { money as en } from '../text/en/money.ts';
import { grid as zhGrid } from '../text/zh-Hans/grid.ts';
import { money as zh } from '../text/zh-Hans/money.ts';

const took = (value: unknown): Taken => ({ ok: true, value });
const not = (why: string): Taken => ({ ok: false, why });
const plain = (typed: string): string => typed.normalize('NFKC').trim();
const key = (typed: string): string =>
	plain(typed)
		.toLowerCase()
		.replace(/[\s_,，、-]+/g, '');

const LONGEST = 400;
/** More than any such production costs; a slip of zeros is caught here. */
const MOST = 1_000_000_000;

export const readText = (typed: string): Taken => {
	const words = typed.trim();
	return words.length > LONGEST ? not(text.money.wrong.long(LONGEST)) : took(words);
};

/**
 * A sum in the smallest unit: "1250", "1,250.50", "¥1250", "12.5k", "3万", "1 250,50". Null for what is none, or has
 * more decimals than its currency.
 */
export function sumOf(typed: string, currency: string): number | null {
	const given = plain(typed).toLowerCase();
	const factor = /万元?$/.test(given) ? 10_000 : /\dk$/.test(given) ? 1000 : 1;
	let figures = given.replace(/万元?$|k$|元$|圆$/, '').replace(/[\p{Sc}\s'’]|[a-z]{3}/gu, '');
	// A lone comma before one or two figures at the end is a decimal sign; any other only groups thousands.
	if (/^\d+,\d{1,2}$/.test(figures)) figures = figures.replace(',', '.');
	else if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(figures)) figures = figures.replaceAll(',', '');
	else if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(figures))
		figures = figures.replaceAll('.', '').replace(',', '.');
	if (!/^\d+(\.\d+)?$/.test(figures)) return null;
	const cents = Number(figures) * factor * unitsOf(currency);
	if (cents > MOST * unitsOf(currency) || Math.abs(cents - Math.round(cents)) > 1e-6) return null;
	return Math.round(cents);
}

export const readSum = (typed: string, currency: string, ifEmpty: number | null = 0): Taken => {
	if (plain(typed) === '') return took(ifEmpty);
	const sum = sumOf(typed, currency);
	return sum === null ? not(text.money.wrong.sum) : took(sum);
};

/** A sum as it is typed again: plain figures, as many decimals as the currency has. */
export function writeSum(sum: number | null, currency: string): string {
	if (sum === null) return '';
	const units = unitsOf(currency);
	return sum % units === 0 ? String(sum / units) : (sum / units).toFixed(Math.round(Math.log10(units)));
}

export function readWhole(typed: string): Taken {
	const given = plain(typed);
	if (given === '') return took(null);
	return /^[1-9]\d{0,2}$/.test(given) ? took(Number(given)) : not(text.money.wrong.days);
}

/** One of a few, by its word in either language or the one on screen. */
export function readChoice<W extends string>(
	typed: string,
	keys: readonly W[],
	of: (words: typeof en) => Readonly<Record<W, string>>
): Taken {
	const said = key(typed);
	const found = keys.find((one) =>
		[one, of(text.money)[one], of(en)[one], of(zh)[one]].some((word) => key(word) === said)
	);
	return found
		? took(found)
		: not(text.money.wrong.choice(keys.map((one) => of(text.money)[one]).join(', ')));
}

const YES = new Set(['1', 'y', 'yes', 'true', 'x', '✓', '是', key(enGrid.yes), key(zhGrid.yes)]);
const NO = new Set(['', '0', 'n', 'no', 'false', '否', key(enGrid.no), key(zhGrid.no)]);
export const readYes = (typed: string): Taken =>
	YES.has(key(typed)) ? took(true) : NO.has(key(typed)) ? took(false) : not(text.money.wrong.yes);
