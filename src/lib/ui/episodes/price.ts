import { localeOf } from '../format.ts';
import { language } from '../text/index.svelte.ts';
import { unitsOf } from './read.ts';

/** A price as viewers see it: "¥9.90"; null where none is set. @param price in the currency's smallest unit */
export function showPrice(price: number | null, currency: string): string | null {
	if (price === null) return null;
	const sum = price / unitsOf(currency);
	try {
		return new Intl.NumberFormat(localeOf(language.current), {
			style: 'currency',
			currency,
			currencyDisplay: 'narrowSymbol'
		}).format(sum);
	} catch {
		return `${sum} ${currency}`;
	}
}
