/** Time zones and currencies to choose from: those crews ask for first, then all the browser knows. */
import { currencyName, type Language } from './format.ts';

const FIRST_ZONES = [
	'Asia/Shanghai',
	'Asia/Hong_Kong',
	'Asia/Taipei',
	'Asia/Singapore',
	'Asia/Seoul',
	'Asia/Tokyo',
	'Europe/London',
	'Europe/Berlin',
	'America/New_York',
	'America/Los_Angeles'
];
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
const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

/** Zones with `chosen` among them, whatever it is. */
export function zoneOptions(chosen: string): Option[] {
	const all = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
	const rest = all.filter((zone) => !FIRST_ZONES.includes(zone));
	const zones = [...FIRST_ZONES, ...rest];
	if (chosen && !zones.includes(chosen)) zones.unshift(chosen);
	return zones.map((zone) => ({ value: zone, label: zoneName(zone) }));
}

/** The zone this device is in; Shanghai when it doesn't say. */
export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Shanghai';

/** Currencies with their names, `chosen` among them. */
export function currencyOptions(chosen: string, language: Language): Option[] {
	const codes = CURRENCIES.includes(chosen) || !chosen ? CURRENCIES : [chosen, ...CURRENCIES];
	return codes.map((code) => ({ value: code, label: `${code} · ${currencyName(code, language)}` }));
}

/** What day it is in a zone, as `YYYY-MM-DD`. */
export const todayIn = (zone: string): string =>
	new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format();
