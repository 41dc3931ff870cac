/** What wrapped days were settled to: for the picture of the month, for evidence, and for what is reckoned after them. */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { ShootDayId } from '../../ids.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { ShootDay } from '../../schedule/records.ts';
import { SETTLED_TO, type SettledTo } from '../compression/types.ts';
import type { Delay, Settlement } from './records.ts';

type Rows = Pick<Plan, 'days' | 'delays' | 'settlements'>;
type BySettled = Readonly<Record<SettledTo, Minutes>>;

/** A date whose shoot days are settled: overtime of everyone in minutes, stacked by where it went. */
export type SettledDate = {
	readonly date: DayKey;
	readonly dayIds: readonly ShootDayId[];
	readonly overtime: Minutes;
	/** adds up to `overtime` */
	readonly to: BySettled;
	/** the wrap was changed after it was settled (two devices, one of them late): it has to be settled again */
	readonly stale: boolean;
};

/** Everything a day was settled to, the latest first: corrections and what was taken back stay readable. */
export const settlementsOf = (settlements: Iterable<Settlement>, dayId: ShootDayId): Settlement[] =>
	[...settlements].filter((one) => one.dayId === dayId).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));

/**
 * The settlement that holds: the latest that none names as the one before it. Null where the wrap was taken back, or
 * never settled.
 */
export function standingSettlement(settlements: Iterable<Settlement>, dayId: ShootDayId): Settlement | null {
	const all = settlementsOf(settlements, dayId);
	const replaced = new Set(all.map(({ replaces }) => replaces));
	const last = all.find(({ id }) => !replaced.has(id));
	return last && last.wrappedAt !== null && last.to !== null ? last : null;
}

/** Whether a day was changed after it was settled: its wrap, its date or its delays, by a device that came late. */
export const isStale = (
	{ wrappedAt, date, basis }: Settlement,
	day: Pick<ShootDay, 'wrappedAt' | 'date'>,
	delays: readonly Pick<Delay, 'minutes'>[]
): boolean =>
	wrappedAt !== day.wrappedAt ||
	date !== day.date ||
	(basis !== null && basis.delayMinutes !== delays.reduce((sum, { minutes }) => sum + minutes, 0));

/** Settled dates in order, all units of a date together; days that aren't wrapped have none. */
export function settledDays({ days, delays, settlements }: Rows): SettledDate[] {
	const dates = new Map<DayKey, SettledDate>();
	for (const day of [...days.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
		if (day.wrappedAt === null || day.date === null) continue;
		const settled = standingSettlement(settlements.values(), day.id);
		if (!settled?.to) continue;
		const before = dates.get(day.date);
		dates.set(day.date, {
			date: day.date,
			dayIds: [...(before?.dayIds ?? []), day.id],
			overtime: (before?.overtime ?? 0) + settled.overtime,
			to: before ? added(before.to, settled.to) : settled.to,
			stale:
				(before?.stale ?? false) ||
				isStale(
					settled,
					day,
					[...delays.values()].filter(({ dayId }) => dayId === day.id)
				)
		});
	}
	return [...dates.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** All settled days together. */
export const settledInAll = (dates: readonly Pick<SettledDate, 'to'>[]): BySettled =>
	dates.reduce((sum, { to }) => added(sum, to), NOTHING);

const NOTHING = Object.fromEntries(SETTLED_TO.map((to) => [to, 0])) as Record<SettledTo, Minutes>;

const added = (a: BySettled, b: BySettled): BySettled =>
	Object.fromEntries(SETTLED_TO.map((to) => [to, a[to] + b[to]])) as Record<SettledTo, Minutes>;

/**
 * Minutes of the work left that logged delays took: those of settled days that staying longer didn't make up for, and
 * all of days not settled yet.
 *
 * @param until the last date that counts
 */
export function lostToDelays({ days, delays, settlements }: Rows, until: DayKey): Minutes {
	let lost = 0;
	for (const { id, date, wrappedAt } of days.values()) {
		if (date === null || date > until) continue;
		const settled = wrappedAt === null ? null : standingSettlement(settlements.values(), id);
		if (settled) lost += settled.lostMinutes;
		else for (const { dayId, minutes } of delays.values()) if (dayId === id) lost += minutes;
	}
	return lost;
}
