/** Where this device is, and the currencies to choose from. */
import { currencyName, type Language } from './format.ts';

const CURRENCIES = [
	'CNY',
	'HKD',
	'TWD',
	'USD',
	'EUR',
	'GBP',
	'JPY',
	'KRW',
	'SGD',
	'THB',
	'MYR',
	'IDR',
	'VND'
];

type Option = { value: string; label: string };

/** The zone this device is in; Shanghai when it doesn't say. */
export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Shanghai';

/** Currencies with their names, `chosen` among them. */
export function currencyOptions(chosen: string, language: Language): Option[] {
	const codes = CURRENCIES.includes(chosen) || !chosen ? CURRENCIES : [chosen, ...CURRENCIES];
	return codes.map((code) => ({ value: code, label: `${code} · ${currencyName(code, language)}` }));
}
