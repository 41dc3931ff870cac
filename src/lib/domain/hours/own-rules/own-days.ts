/** The calendar of a production: the days its rule set knows, and those it entered itself. */
import { readDay, type DayKey } from '../../calendar/day-key.ts';
import type { NamedDays } from '../../calendar/workdays.ts';
import { isJson } from '../json.ts';
import type { Json } from '../types.ts';

/** A public holiday, a day of rest, a make-up working day, or an ordinary day again. */
export const DAY_KINDS = ['statutory', 'off', 'makeup', 'ordinary'] as const;
export type DayKind = (typeof DAY_KINDS)[number];
export const isDayKind = (raw: unknown): raw is DayKind => (DAY_KINDS as readonly unknown[]).includes(raw);

/** One day of the calendar that is not what its weekday says. */
export type CalendarDay = {
	readonly date: DayKey;
	readonly kind: DayKind;
	/** false: the date is fixed by law, its year's arrangement not read anywhere (2027) */
	readonly verified: boolean;
};

/** The name a day of the calendar goes by in a change. */
export const dayName = (date: DayKey): string => `day ${date}`;

/** The day a change names; null where it names none. */
export const dayNamed = (what: string): DayKey | null =>
	what.startsWith('day ') ? readDay(what.slice(4)) : null;

/** The days a rule set knows, in order; the stronger kind where a day is named twice. */
export function daysOf(set: Json): CalendarDay[] {
	const calendar = isJson(set.calendar) ? set.calendar : {};
	const days = new Map<DayKey, CalendarDay>();
	const put = (list: unknown, kind: DayKind, verified = true): void => {
		for (const raw of Array.isArray(list) ? list : []) {
			const date = readDay(raw);
			if (date) days.set(date, { date, kind, verified });
		}
	};
	put(calendar.off, 'off');
	put(calendar.makeup, 'makeup');
	put(calendar.unverifiedStatutory, 'statutory', false);
	put(calendar.statutory, 'statutory');
	return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The last day whose holidays are known; null where the rule set names none. */
export const knownUntilOf = (set: Json): DayKey | null =>
	isJson(set.calendar) ? readDay(set.calendar.knownUntil) : null;

/** Days an office works or doesn't whatever their weekday: closed on holidays and days off, open on make-up days. */
export const officeDays = (set: Json): NamedDays =>
	new Map(
		daysOf(set).flatMap(({ date, kind }) => (kind === 'ordinary' ? [] : [[date, kind === 'makeup'] as const]))
	);
