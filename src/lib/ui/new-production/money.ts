import type { Language } from '../format.ts';

const BY_ZONE: Readonly<Record<string, string>> = {
	'Asia/Shanghai': 'CNY',
	'Asia/Urumqi': 'CNY',
	'Asia/Hong_Kong': 'HKD',
	'Asia/Taipei': 'TWD',
	'Asia/Singapore': 'SGD',
	'Asia/Bangkok': 'THB',
	'Asia/Kuala_Lumpur': 'MYR',
	'Asia/Jakarta': 'IDR',
	'Asia/Ho_Chi_Minh': 'VND',
	'Asia/Tokyo': 'JPY',
	'Asia/Seoul': 'KRW',
	'Europe/London': 'GBP',
	'America/New_York': 'USD',
	'America/Chicago': 'USD',
	'America/Denver': 'USD',
	'America/Phoenix': 'USD',
	'America/Los_Angeles': 'USD'
};
const EURO =
	/^Europe\/(Amsterdam|Athens|Berlin|Brussels|Dublin|Helsinki|Lisbon|Luxembourg|Madrid|Malta|Paris|Riga|Rome|Tallinn|Vienna|Vilnius)$/;

/** The currency a production in a zone most likely reckons in; elsewhere what the language suggests. */
export function currencyFor(zone: string, language: Language): string {
	if (EURO.test(zone)) return 'EUR';
	return BY_ZONE[zone] ?? (language === 'zh-Hans' ? 'CNY' : 'USD');
}
