/**
 * Figures as a crew writes them, in the language given. Everything goes through Intl with that language, so a
 * date reads "Thu 12 Nov" in English and "11月12日 周四" in Chinese whatever the device is set to.
 */
import { unitsOf } from '#lib/domain/money.ts';
import { daysBetween, weekday, type DayKey } from '#lib/domain/calendar/day-key.ts';

export const LANGUAGES = ['en', 'zh-Hans'] as const;
/** `pseudo` is English with every word marked: tests use it to find words that were never put in a dictionary. */
export type Language = (typeof LANGUAGES)[number] | 'pseudo';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hans': 'zh-CN', pseudo: 'en-GB' };
export const localeOf = (language: Language): string => LOCALES[language];

const made = new Map<string, unknown>();
const once = <T>(key: string, make: () => T): T => {
	if (!made.has(key)) made.set(key, make());
	return made.get(key) as T;
};

const dates = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
	once(
		`${language}${JSON.stringify(options)}`,
		() => new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options })
	);

const EPOCH = '1970-01-01' as DayKey;
const MS_A_DAY = 86_400_000;
const ms = (day: DayKey): number => daysBetween(EPOCH, day) * MS_A_DAY;

/** A whole number with the language's separators: 1,250. */
export const number = (value: number, language: Language): string =>
	once(`n${language}`, () => new Intl.NumberFormat(LOCALES[language])).format(value);

/** Names in a row: "A, B and C", "A、B和C". */
export const list = (names: readonly string[], language: Language): string =>
	once(`l${language}`, () => new Intl.ListFormat(LOCALES[language], { type: 'conjunction' })).format(names);

/** Page length in whole eighths: 11 → "1 3/8", 8 → "1", 3 → "3/8". */
export function eighths(count: number): string {
	const pages = Math.floor(count / 8);
	const rest = count % 8;
	if (rest === 0) return String(pages);
	return pages === 0 ? `${rest}/8` : `${pages} ${rest}/8`;
}

/** Minutes as a length of time: "13 h 20", "40 min"; "13小时20分", "40分钟". */
export function duration(minutes: number, language: Language): string {
	const sign = minutes < 0 ? '−' : '';
	const all = Math.round(Math.abs(minutes));
	const hours = Math.floor(all / 60);
	const rest = all % 60;
	if (language === 'zh-Hans') {
		if (hours === 0) return `${sign}${rest}分钟`;
		return rest === 0 ? `${sign}${hours}小时` : `${sign}${hours}小时${rest}分`;
	}
	if (hours === 0) return `${sign}${rest} min`;
	return rest === 0 ? `${sign}${hours} h` : `${sign}${hours} h ${String(rest).padStart(2, '0')}`;
}

/** Minutes in the least room: 530 → "8:50". */
export function hoursMinutes(minutes: number): string {
	const all = Math.round(Math.abs(minutes));
	return `${minutes < 0 ? '−' : ''}${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}

/** Seconds as a countdown shows them: 530 → "8:50". */
export const minutesSeconds = (seconds: number): string =>
	`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** A difference with its sign: "+40 min", "−1 h 05". */
export const difference = (minutes: number, language: Language): string =>
	minutes > 0 ? `+${duration(minutes, language)}` : duration(minutes, language);

/** Minutes after midnight as a 24 h clock: 1290 → "21:30"; past midnight it goes on from 00:00. */
export function clock(minutes: number): string {
	const inDay = ((Math.round(minutes) % 1440) + 1440) % 1440;
	return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** A stretch of the day: "07:00–21:40". */
export const clockSpan = (from: number, to: number): string => `${clock(from)}–${clock(to)}`;

/** "Thu 12 Nov", "11月12日 周四". */
export function date(day: DayKey, language: Language): string {
	if (language === 'zh-Hans') return `${dayMonth(day, language)} ${weekdayName(weekday(day), language)}`;
	return `${weekdayName(weekday(day), language)} ${dayMonth(day, language)}`;
}

/** "12 Nov", "11月12日". */
export const dayMonth = (day: DayKey, language: Language): string =>
	dates(language, { day: 'numeric', month: 'short' }).format(ms(day));

/** "12 November 2026", "2026年11月12日". */
export const longDate = (day: DayKey, language: Language): string =>
	dates(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(ms(day));

/** The weekday's short name, 1 for Monday to 7 for Sunday: "Thu", "周四". */
export const weekdayName = (iso: number, language: Language): string =>
	// 5 January 1970 was a Monday
	dates(language, { weekday: 'short' }).format((iso + 3) * MS_A_DAY);

/** The time of an instant on this device's clock, 24 h: "14:32". */
export const timeOf = (instant: number, language: Language, zone?: string): string =>
	dates(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(instant);

/** The day and time of an instant: "14 Nov, 09:30". */
export const dayAndTime = (instant: number, language: Language, zone?: string): string =>
	dates(language, {
		day: 'numeric',
		month: 'short',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone: zone
	}).format(instant);

/** The name of a currency: "Chinese Yuan", "人民币". */
export const currencyName = (code: string, language: Language): string =>
	new Intl.DisplayNames([LOCALES[language]], { type: 'currency' }).of(code) ?? code;

/** What a person's picture says in two letters: "Liu Min" → "LM", "周青" → "周青", "王" → "王". */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/).filter(Boolean);
	const first = [...(words[0] ?? '')];
	if (/\p{Script=Han}/u.test(first[0] ?? '')) return first.slice(-2).join('');
	const last = words.length > 1 ? [...(words.at(-1) ?? '')] : [];
	return `${first[0] ?? ''}${last[0] ?? ''}`.toUpperCase();
}

/** "November 2026", "2026年11月". */
export const monthName = (day: DayKey, language: Language): string =>
	dates(language, { month: 'long', year: 'numeric' }).format(ms(day));

/** A sum in a currency's smallest unit, as people write it: "¥1,250", "¥1,250.50"; no decimals where there are none. */
export function money(sum: number, currency: string, language: Language): string {
	const units = unitsOf(currency);
	return once(
		`m${language}${currency}${sum % units === 0}`,
		() =>
			new Intl.NumberFormat(LOCALES[language], {
				style: 'currency',
				currency,
				currencyDisplay: 'narrowSymbol',
				minimumFractionDigits: sum % units === 0 ? 0 : undefined
			})
	).format(sum / units);
}

/** The same without decimals, for what is reckoned rather than written down: nobody decides by fen. */
export const roundMoney = (sum: number, currency: string, language: Language): string => {
	const units = unitsOf(currency);
	return money(Math.round(sum / units) * units, currency, language);
};
